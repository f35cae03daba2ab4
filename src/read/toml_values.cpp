#include "read/toml_values.h"

#include <algorithm>
#include <charconv>

#include "text/utf8.h"

namespace factlint {
namespace {

struct Escape {
    char letter;
    char character;
};

constexpr Escape escapes[] = {{'b', '\b'}, {'t', '\t'}, {'n', '\n'}, {'f', '\f'},
                              {'r', '\r'}, {'"', '"'},  {'\\', '\\'}};

constexpr std::string_view word_characters =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_+-.:";

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; }

bool is_date(std::string_view word) { return word.size() == 10 && word[4] == '-' && word[7] == '-'; }

/// CR LF is one line feed.
void append_lines(std::string& out, std::string_view text) {
    for (std::size_t found; (found = text.find("\r\n")) != std::string_view::npos;) {
        out += text.substr(0, found);
        text.remove_prefix(found + 1);
    }
    out += text;
}

}  // namespace

bool TomlScanner::fail(std::uint32_t place, std::string message, std::string help) {
    if (fault) return false;
    const auto size = static_cast<std::uint32_t>(file.size());
    place = std::min(place, size);
    fault = TomlFault{{place, std::min(place + 1, size)}, std::move(message), std::move(help), std::nullopt};
    return false;
}

bool TomlScanner::take_line_end() {
    if (starts_with("\r\n"))
        at += 2;
    else if (peek() == '\n')
        ++at;
    else
        return false;
    return true;
}

/// No control character stands in `text`.
bool TomlScanner::check_controls(Span text, bool with_line_ends) {
    for (std::uint32_t i = text.begin; i < text.end; ++i) {
        const bool line_end =
            with_line_ends && (file[i] == '\n' || (file[i] == '\r' && file.substr(i).starts_with("\r\n")));
        if (is_control(file[i]) && !line_end)
            return fail(i, "a control character stands here", "remove it, or write it as an escape: \\u0007");
    }
    return true;
}

bool TomlScanner::skip_comment() {
    if (peek() != '#') return true;
    const std::uint32_t begin = at;
    at = static_cast<std::uint32_t>(std::min(file.find('\n', at), file.size()));
    if (at > begin && at < file.size() && file[at - 1] == '\r') --at;
    return check_controls({begin, at}, false);
}

bool TomlScanner::string(bool one_line, TomlScalar& scalar) {
    const char quote = peek();
    if (peek(1) == quote && peek(2) == quote) {
        if (one_line)
            return fail(at, "a key cannot go over several lines", "write it in single quotes or \" \"");
        return lines(quote, scalar);
    }
    const std::uint32_t begin = at++;
    std::uint32_t from = at;
    const std::string_view stops = quote == '"' ? "\"\\\r\n" : "'\r\n";
    while (true) {
        at = static_cast<std::uint32_t>(std::min(file.find_first_of(stops, at), file.size()));
        if (!check_controls({from, at}, false)) return false;
        if (peek() == quote) break;
        if (peek() != '\\' || ended())
            return fail(begin, "the quote that opens here is not closed on its line",
                        "write the closing quote, or three quotes for several lines");
        scalar.decoded += slice(file, {from, at});
        scalar.verbatim = false;
        if (!escape(scalar.decoded)) return false;
        from = at;
    }
    scalar.content = {from, at};
    if (!scalar.verbatim) scalar.decoded += slice(file, scalar.content);
    ++at;
    scalar.span = {begin, at};
    return true;
}

/// A string in three quotes. A line end right behind them is not part of it; one or two quotes may stand before the three
/// that close it.
bool TomlScanner::lines(char quote, TomlScalar& scalar) {
    const std::uint32_t begin = at;
    const std::string closing(3, quote);
    at += 3;
    take_line_end();
    std::uint32_t from = at;
    while (true) {
        at = static_cast<std::uint32_t>(
            std::min(quote == '"' ? file.find_first_of("\"\\", at) : file.find('\'', at), file.size()));
        if (ended())
            return fail(begin, "the three quotes that open here are never closed",
                        "write three closing quotes");
        if (starts_with(closing)) break;
        if (peek() == quote) {
            ++at;
            continue;
        }
        if (!check_controls({from, at}, true)) return false;
        append_lines(scalar.decoded, slice(file, {from, at}));
        scalar.verbatim = false;
        if (!fold_line() && !escape(scalar.decoded)) return false;
        from = at;
    }
    for (int extra = 0; extra < 2 && peek(3) == quote; ++extra) ++at;
    scalar.content = {from, at};
    if (!check_controls(scalar.content, true)) return false;
    if (slice(file, scalar.content).find('\r') != std::string_view::npos) scalar.verbatim = false;
    if (!scalar.verbatim) append_lines(scalar.decoded, slice(file, scalar.content));
    at += 3;
    scalar.span = {begin, at};
    return true;
}

/// Over a backslash at the end of a line and all white space behind it; whether there is one.
bool TomlScanner::fold_line() {
    const std::size_t end = file.find_first_not_of(" \t", at + 1);
    const bool folds =
        end != std::string_view::npos && (file[end] == '\n' || file.substr(end).starts_with("\r\n"));
    if (!folds) return false;
    at = static_cast<std::uint32_t>(end);
    do skip_blanks();
    while (take_line_end());
    return true;
}

bool TomlScanner::escape(std::string& out) {
    const char letter = peek(1);
    for (const Escape& known : escapes) {
        if (known.letter != letter) continue;
        out += known.character;
        at += 2;
        return true;
    }
    const std::uint32_t count = letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if (count == 0)
        return fail(at, "unknown escape", "a backslash is written \\\\; single quotes need no escapes");
    const std::string_view digits = file.substr(std::min<std::size_t>(at + 2, file.size()), count);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    const bool whole = digits.size() == count && error == std::errc{} && end == digits.data() + digits.size();
    if (!whole || value > 0x10FFFF || (0xD800 <= value && value < 0xE000))
        return fail(at, "this escape is no character", "write \\u0041 or \\U00000041");
    append_utf8(out, value);
    at += 2 + count;
    return true;
}

bool TomlScanner::word(TomlScalar& scalar) {
    const std::uint32_t begin = at;
    at = static_cast<std::uint32_t>(std::min(file.find_first_not_of(word_characters, at), file.size()));
    const bool has_time =
        is_date(slice(file, {begin, at})) && peek() == ' ' && '0' <= peek(1) && peek(1) <= '9';
    if (has_time)
        at = static_cast<std::uint32_t>(
            std::min(file.find_first_not_of(word_characters, at + 1), file.size()));
    scalar.span = scalar.content = {begin, at};
    const std::string_view written = slice(file, scalar.span);
    auto word = toml_word(written);
    if (!word)
        return fail(begin, written.empty() ? "a value is missing here" : "this is no value",
                    written.empty() ? "write a value" : "write texts in quotes");
    scalar.kind = word->kind;
    scalar.verbatim = word->text == written;
    if (!scalar.verbatim) scalar.decoded = std::move(word->text);
    return true;
}

}  // namespace factlint
