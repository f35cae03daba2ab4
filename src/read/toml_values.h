// Scalars of TOML 1.0: strings, numbers, dates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "read/tree.h"
#include "text/span.h"

namespace factlint {

struct TomlFault {
    Span span;
    std::string message;
    std::string help;
    std::optional<Span> first;  ///< where a key was given first
};

struct TomlScalar {
    TreeKind kind = TreeKind::text;
    Span span;     ///< on disk, with quotes
    Span content;  ///< where the text stands byte for byte, if it does
    bool verbatim = true;
    std::string decoded;  ///< else the text

    std::string_view text(std::string_view file) const {
        return verbatim ? slice(file, content) : std::string_view(decoded);
    }
};

/// Reads scalars at its place in the file. Every function returns whether all went well; where it did not, `fault` says
/// why.
class TomlScanner {
  public:
    TomlScanner(std::string_view whole, std::uint32_t begin) : file(whole), at(begin) {}

    std::string_view file;
    std::uint32_t at;
    std::optional<TomlFault> fault;

    char peek(std::uint32_t ahead = 0) const { return at + ahead < file.size() ? file[at + ahead] : '\0'; }
    bool ended() const { return at >= file.size(); }
    bool starts_with(std::string_view text) const { return file.substr(at).starts_with(text); }
    void skip_blanks() {
        while (peek() == ' ' || peek() == '\t') ++at;
    }
    /// Over LF or CR LF.
    bool take_line_end();
    bool skip_comment();
    bool fail(std::uint32_t place, std::string message, std::string help = {});

    /// A string in " or '; `one_line`: of a key, which has no form of several lines.
    bool string(bool one_line, TomlScalar& scalar);
    /// Whatever else has no brackets: true, 12, 0x1F, 1e3, 2025-11-02 07:30:00.
    bool word(TomlScalar& scalar);

  private:
    bool lines(char quote, TomlScalar& scalar);
    bool escape(std::string& out);
    bool fold_line();
    bool check_controls(Span text, bool with_line_ends);
};

/// What a word says: a number as JSON writes it (hexadecimal in decimal, without + and _), true, false; dates and times
/// are texts as they are written, and so are inf and nan, which are no numbers that anything can be compared with. Nothing
/// where it is no value of TOML.
struct TomlWord {
    TreeKind kind = TreeKind::text;
    std::string text;
};
std::optional<TomlWord> toml_word(std::string_view word);

}  // namespace factlint
