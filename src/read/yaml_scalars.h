// Scalars of YAML in their five styles, decoded, with their bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "read/yaml_cursor.h"
#include "text/span.h"

namespace factlint {

/// Why a YAML text cannot be read.
struct YamlFault {
    Span span;
    std::string message;
    std::string help;
    std::string id = "bad-data";
};

struct YamlScalar {
    Span span;     ///< on disk, with quotes or header
    Span content;  ///< where the text stands byte for byte, if it does
    bool verbatim = true;
    bool plain = false;
    std::string decoded;  ///< else the text

    std::string_view text(std::string_view file) const {
        return verbatim ? slice(file, content) : std::string_view(decoded);
    }
};

/// Reads scalars at its cursor. `indent`: that of the collection around; further lines are indented more. Every function
/// returns whether all went well; where it did not, `fault` says why.
class YamlScanner {
  public:
    YamlScanner(std::string_view file, std::uint32_t begin) : cursor(file, begin) {}

    YamlCursor cursor;
    std::optional<YamlFault> fault;

    /// Whether a plain scalar may begin here; in a flow collection , [ ] { } end it.
    bool at_plain(bool in_flow) const;
    bool plain(std::int64_t indent, bool in_flow, YamlScalar& scalar);
    bool single_quoted(std::int64_t indent, YamlScalar& scalar);
    bool double_quoted(std::int64_t indent, YamlScalar& scalar);
    /// Literal and folded scalars.
    bool block(std::int64_t indent, YamlScalar& scalar);

    /// false, with the fault at `at`; the first one counts.
    bool fail(std::uint32_t at, std::string message, std::string help = {});

  private:
    struct Header {
        bool folded = false;
        char chomping = ' ';  ///< '-' no line feed at the end, '+' all, ' ' one
        std::uint32_t indentation = 0;
    };

    std::uint32_t plain_end(bool in_flow) const;
    bool continues_plain(std::int64_t indent, bool in_flow) const;
    bool find_in_quotes(std::uint32_t opening, std::string_view stops);
    bool close_quote(std::uint32_t opening, std::uint32_t from, YamlScalar& scalar, std::string decoded,
                     bool verbatim);
    bool fold(std::int64_t indent, std::uint32_t opening, std::string& out);
    bool escape(std::int64_t indent, std::uint32_t opening, std::string& out);
    bool escaped_character(std::uint32_t digits, std::string& out);
    std::optional<char32_t> hexadecimal(std::uint32_t at, std::uint32_t digits) const;
    bool block_header(std::int64_t indent, Header& header);
    bool find_indentation(std::int64_t indent, Header& header);
    void block_lines(const Header& header, std::string& out);

    bool finish(std::uint32_t begin, YamlScalar& scalar, std::string decoded, bool verbatim);
};

}  // namespace factlint
