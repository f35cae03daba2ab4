// A place in a YAML text and the line it is on.
#pragma once

#include <cstdint>
#include <string_view>

namespace factlint {

/// Lines end at LF, CR LF and CR. Columns count bytes from 0: only spaces and indicators stand before what they are
/// asked for. Behind the end of the text all characters are NUL, which cannot stand in it.
struct YamlCursor {
    std::string_view text;
    std::uint32_t at = 0;
    std::uint32_t line = 0;         ///< where the line begins
    std::uint32_t indentation = 0;  ///< spaces it begins with
    std::uint32_t first = 0;        ///< its first byte that is no space and no tab

    YamlCursor(std::string_view all, std::uint32_t begin) : text(all) { begin_line(begin); }

    bool ended() const { return at >= text.size(); }
    char peek(std::uint32_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
    char before() const { return at > 0 ? text[at - 1] : '\n'; }
    /// Whether nothing but white space stands before it on its line.
    bool is_fresh() const { return at <= first; }
    /// Whether a tab does.
    bool is_tabbed() const { return is_fresh() && first - line != indentation; }
    std::uint32_t column() const { return is_fresh() ? indentation : at - line; }

    bool at_break() const { return peek() == '\n' || peek() == '\r'; }
    bool at_blank(std::uint32_t ahead = 0) const { return peek(ahead) == ' ' || peek(ahead) == '\t'; }
    /// Whether white space, an end of line or the end stands `ahead`.
    bool at_space(std::uint32_t ahead) const {
        const char c = peek(ahead);
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || at + ahead >= text.size();
    }
    /// "---" or "..." at the start of a line, which part documents.
    bool at_marker(char mark) const {
        return at == line && peek() == mark && peek(1) == mark && peek(2) == mark && at_space(3);
    }
    bool at_marker() const { return at_marker('-') || at_marker('.'); }
    /// The indicator `c` of a block: "- ".
    bool at_indicator(char c) const { return peek() == c && at_space(1); }

    void begin_line(std::uint32_t begin);
    void skip_blanks() {
        while (at_blank()) ++at;
    }
    /// Over the end of line that stands here.
    void take_break() { begin_line(at + (text.substr(at, 2) == "\r\n" ? 2 : 1)); }
    /// Over white space, ends of lines and comments; whether it came to another line.
    bool skip_separation();
};

}  // namespace factlint
