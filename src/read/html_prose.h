// The text of a page: white space collapsed, references decoded.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "read/entities.h"
#include "read/prose_builder.h"

namespace factlint {

/// What "&" means in a text.
enum class HtmlText : std::uint8_t { prose, attribute, without_references };

/// Takes the texts of a page in the order of the file and writes them into blocks. White space at the start and end of a
/// block is dropped; a run inside it is one space, but nothing where a line of the file ends in it between CJK characters
/// (CSS Text 3, section 4.1.3), and a line feed where it holds `<br>`; two `<br>` or more end the block.
class HtmlProse {
  public:
    HtmlProse(Document& document, std::string_view page)
        : document_(document), page_(page), builder_(document, page) {}

    /// What the next texts belong to. Where they stand in an open block of another language, that is `block_language`.
    void set(const Block& block, std::uint16_t block_language, bool hidden);

    void text(Span place, HtmlText kind);
    /// What a tag stands for.
    void mark(std::string_view decoded, Span place);
    void line_break(Span place);
    void end_block();
    void finish() { builder_.finish(); }

  private:
    /// White space behind the last text of a block: it counts only if more text follows.
    struct Gap {
        Span place;
        bool ends_line = false;
        std::uint32_t breaks = 0;  ///< <br>
    };

    std::uint32_t special(Span rest, HtmlText kind);
    HtmlReference reference(std::string_view rest, HtmlText kind);
    void space(Span place, bool ends_line);
    void put(std::string_view text, Span place);
    void open_block();
    void close_gap(std::string_view text);
    void note_language(std::uint32_t begin);

    Document& document_;
    std::string_view page_;
    ProseBuilder builder_;
    Block block_;
    std::uint16_t block_language_ = 0;
    bool hidden_ = false;
    std::optional<Gap> gap_;
    std::map<std::string_view, HtmlReference>
        references_;  ///< with their semicolon: they mean the same everywhere
};

}  // namespace factlint
