// The tags, comments and texts of a page, in the order of the file.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace factlint {

struct HtmlToken {
    enum class Kind : std::uint8_t { text, start_tag, end_tag, comment, cdata };
    Kind kind = Kind::text;
    Span span;                  ///< the whole of it on disk
    std::string_view name;      ///< of a tag, as it is written
    bool self_closing = false;  ///< <br/>
};

struct HtmlAttribute {
    std::string_view name;  ///< as it is written
    Span value;             ///< without quotes; empty where there is none
};

/// Cuts a page as the HTML Living Standard, 13.2.5, does, with every place exact. It knows no elements: who reads tells
/// it where raw text begins. What means nothing (doctype, processing instruction, `</3>`) is passed over. O(bytes).
class HtmlTokens {
  public:
    /// `cdata`: "<![CDATA[" begins text, as in XML, and not a comment.
    HtmlTokens(std::string_view page, std::uint32_t begin, bool cdata)
        : page_(page), at_(begin), cdata_(cdata) {}

    /// Whether there is a further token.
    bool next();
    const HtmlToken& token() const { return token_; }
    /// Of the start tag.
    std::span<const HtmlAttribute> attributes() const { return attributes_; }
    /// The value of an attribute of the start tag, the first of several alike; `name` in lower case.
    std::optional<Span> attribute(std::string_view name) const;

    /// Behind a start tag: passes everything up to its end tag, or the end of the page.
    Span raw_text(std::string_view name);

    /// The tag or comment that never ends, and with it the page.
    std::optional<Span> unclosed() const { return unclosed_; }

  private:
    void text();
    bool markup();
    bool declaration(std::uint32_t begin);
    bool comment(std::uint32_t begin);
    bool tag(HtmlToken::Kind kind, std::uint32_t begin);
    bool read_attributes();
    std::optional<Span> attribute_value();
    void skip_space();
    std::uint32_t find(char wanted, std::uint32_t from) const;
    std::uint32_t find_from(std::string_view any_of, std::uint32_t from) const;
    bool stop_at(std::uint32_t begin, std::uint32_t end);
    bool starts_with(std::string_view what) const { return page_.substr(at_).starts_with(what); }

    std::string_view page_;
    std::uint32_t at_;
    bool cdata_;
    HtmlToken token_;
    std::vector<HtmlAttribute> attributes_;
    std::optional<Span> unclosed_;
};

}  // namespace factlint
