#include "read/yaml_scalars.h"

#include <algorithm>
#include <charconv>

#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::string_view flow_indicators = ",[]{}";
constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`";
constexpr std::string_view breaks = "\r\n";

bool is_in(std::string_view set, char c) { return c != '\0' && set.find(c) != std::string_view::npos; }

struct Escape {
    char letter;
    std::string_view text;
};

constexpr Escape escapes[] = {
    {'0', {"\0", 1}}, {'a', "\a"},  {'b', "\b"},     {'t', "\t"},     {'\t', "\t"},    {'n', "\n"},
    {'v', "\v"},      {'f', "\f"},  {'r', "\r"},     {'e', "\x1B"},   {' ', " "},      {'"', "\""},
    {'/', "/"},       {'\\', "\\"}, {'N', "\u0085"}, {'_', "\u00A0"}, {'L', "\u2028"}, {'P', "\u2029"}};

constexpr std::string_view help_for_indentation =
    "indent the line more than the key or the dash it belongs to";

}  // namespace

bool YamlScanner::fail(std::uint32_t at, std::string message, std::string help) {
    if (fault) return false;
    const auto size = static_cast<std::uint32_t>(cursor.text.size());
    at = std::min(at, size);
    fault = YamlFault{{at, std::min(at + 1, size)}, std::move(message), std::move(help)};
    return false;
}

bool YamlScanner::finish(std::uint32_t begin, YamlScalar& scalar, std::string decoded, bool verbatim) {
    scalar.span = {begin, cursor.at};
    scalar.verbatim = verbatim;
    scalar.decoded = std::move(decoded);
    return true;
}

// Plain

bool YamlScanner::at_plain(bool in_flow) const {
    const char c = cursor.peek();
    if (cursor.at_space(0)) return false;
    if (!is_in(indicators, c)) return true;
    if (c != '-' && c != '?' && c != ':') return false;
    return !cursor.at_space(1) && !(in_flow && is_in(flow_indicators, cursor.peek(1)));
}

/// Where the plain text of this line ends.
std::uint32_t YamlScanner::plain_end(bool in_flow) const {
    const std::string_view text = cursor.text;
    const std::string_view stops = in_flow ? ":#\r\n,[]{}" : ":#\r\n";
    std::size_t at = cursor.at;
    while ((at = std::min(text.find_first_of(stops, at), text.size())) < text.size()) {
        const char c = text[at];
        const char after = at + 1 < text.size() ? text[at + 1] : '\n';
        const bool goes_on =
            (c == '#' && at > cursor.at && !is_in(" \t", text[at - 1])) ||
            (c == ':' && !is_in(" \t\r\n", after) && !(in_flow && is_in(flow_indicators, after)));
        if (!goes_on) break;
        ++at;
    }
    while (at > cursor.at && is_in(" \t", text[at - 1])) --at;
    return static_cast<std::uint32_t>(at);
}

/// Whether the line that begins here, behind its white space, goes on with a plain scalar.
bool YamlScanner::continues_plain(std::int64_t indent, bool in_flow) const {
    if (cursor.ended() || cursor.indentation <= indent || cursor.peek() == '#') return false;
    if (cursor.at == cursor.line && cursor.at_marker()) return false;
    return plain_end(in_flow) > cursor.at;
}

bool YamlScanner::plain(std::int64_t indent, bool in_flow, YamlScalar& scalar) {
    const std::uint32_t begin = cursor.at;
    cursor.at = plain_end(in_flow);
    scalar.plain = true;
    scalar.content = {begin, cursor.at};
    std::string decoded;
    bool verbatim = true;
    while (true) {
        const YamlCursor end = cursor;
        std::uint32_t count = 0;
        cursor.skip_blanks();
        for (; cursor.at_break(); ++count) {
            cursor.take_break();
            cursor.skip_blanks();
        }
        if (count == 0 || !continues_plain(indent, in_flow)) {
            cursor = end;
            return finish(begin, scalar, std::move(decoded), verbatim);
        }
        if (verbatim) decoded = slice(cursor.text, scalar.content);
        verbatim = false;
        decoded.append(count == 1 ? 1 : count - 1, count == 1 ? ' ' : '\n');
        const std::uint32_t from = cursor.at;
        cursor.at = plain_end(in_flow);
        decoded += slice(cursor.text, {from, cursor.at});
    }
}

// Quoted

/// Over the end of a line inside quotes: one is a space, n are n - 1 line feeds.
bool YamlScanner::fold(std::int64_t indent, std::uint32_t opening, std::string& out) {
    std::uint32_t count = 0;
    for (; cursor.at_break(); ++count) {
        cursor.take_break();
        cursor.skip_blanks();
    }
    if (cursor.ended())
        return fail(opening, "the quote that opens here is never closed", "write the closing quote");
    if (cursor.indentation <= indent)
        return fail(cursor.at, "the text in quotes goes on with too little indentation",
                    std::string(help_for_indentation));
    const YamlCursor start = [this] {
        YamlCursor c = cursor;
        c.at = c.line;
        return c;
    }();
    if (start.at_marker()) return fail(opening, "the quote that opens here is not closed in its document");
    out.append(count == 1 ? 1 : count - 1, count == 1 ? ' ' : '\n');
    return true;
}

/// Goes to the next of `stops`, of which the closing quote is one.
bool YamlScanner::find_in_quotes(std::uint32_t opening, std::string_view stops) {
    const std::size_t found = cursor.text.find_first_of(stops, cursor.at);
    if (found == std::string_view::npos)
        return fail(opening, "the quote that opens here is never closed", "write the closing quote");
    cursor.at = static_cast<std::uint32_t>(found);
    return true;
}

/// At the closing quote; `decoded` lacks what stands from `from` on.
bool YamlScanner::close_quote(std::uint32_t opening, std::uint32_t from, YamlScalar& scalar,
                              std::string decoded, bool verbatim) {
    scalar.content = {from, cursor.at};
    if (!verbatim) decoded += slice(cursor.text, scalar.content);
    ++cursor.at;
    return finish(opening, scalar, std::move(decoded), verbatim);
}

bool YamlScanner::single_quoted(std::int64_t indent, YamlScalar& scalar) {
    const std::uint32_t begin = cursor.at++;
    std::string decoded;
    bool verbatim = true;
    std::uint32_t from = cursor.at;
    while (true) {
        if (!find_in_quotes(begin, "'\r\n")) return false;
        const bool doubled = cursor.peek() == '\'' && cursor.peek(1) == '\'';
        if (cursor.peek() == '\'' && !doubled) break;
        verbatim = false;
        decoded += slice(cursor.text, {from, cursor.at + (doubled ? 1 : 0)});
        if (doubled) {
            cursor.at += 2;
        } else {
            decoded.resize(decoded.find_last_not_of(" \t") + 1);
            if (!fold(indent, begin, decoded)) return false;
        }
        from = cursor.at;
    }
    return close_quote(begin, from, scalar, std::move(decoded), verbatim);
}

bool YamlScanner::double_quoted(std::int64_t indent, YamlScalar& scalar) {
    const std::uint32_t begin = cursor.at++;
    std::string decoded;
    bool verbatim = true;
    std::uint32_t from = cursor.at;
    std::size_t kept = 0;  // white space up to here was escaped
    while (true) {
        if (!find_in_quotes(begin, "\"\\\r\n")) return false;
        if (cursor.peek() == '"') break;
        verbatim = false;
        decoded += slice(cursor.text, {from, cursor.at});
        if (cursor.peek() == '\\') {
            if (!escape(indent, begin, decoded)) return false;
            kept = decoded.size();
        } else {
            while (decoded.size() > kept && is_in(" \t", decoded.back())) decoded.pop_back();
            if (!fold(indent, begin, decoded)) return false;
        }
        from = cursor.at;
    }
    return close_quote(begin, from, scalar, std::move(decoded), verbatim);
}

bool YamlScanner::escape(std::int64_t indent, std::uint32_t opening, std::string& out) {
    const char letter = cursor.peek(1);
    if (is_in(breaks, letter)) {
        ++cursor.at;
        std::string folded;
        if (!fold(indent, opening, folded)) return false;
        if (folded != " ") out += folded;
        return true;
    }
    const std::uint32_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if (digits > 0) return escaped_character(digits, out);
    for (const Escape& known : escapes) {
        if (known.letter != letter || cursor.at + 1 >= cursor.text.size()) continue;
        out += known.text;
        cursor.at += 2;
        return true;
    }
    return fail(cursor.at, "unknown escape",
                "in double quotes a backslash is written \\\\; single quotes need no escapes");
}

std::optional<char32_t> YamlScanner::hexadecimal(std::uint32_t at, std::uint32_t digits) const {
    const std::string_view text = cursor.text.substr(std::min<std::size_t>(at, cursor.text.size()), digits);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (text.size() != digits || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// Two halves of a surrogate pair are one character, as in JSON, of which YAML is to be a superset.
bool YamlScanner::escaped_character(std::uint32_t digits, std::string& out) {
    const std::uint32_t begin = cursor.at;
    std::optional<char32_t> c = hexadecimal(begin + 2, digits);
    cursor.at += 2 + digits;
    const auto is_half = [](std::optional<char32_t> unit, char32_t first) {
        return unit && first <= *unit && *unit < first + 0x400;
    };
    if (is_half(c, 0xD800) && cursor.peek() == '\\' && cursor.peek(1) == 'u') {
        const auto low = hexadecimal(cursor.at + 2, 4);
        if (is_half(low, 0xDC00)) {
            c = 0x10000 + ((*c - 0xD800) << 10) + (*low - 0xDC00);
            cursor.at += 6;
        }
    }
    if (!c || is_half(c, 0xD800) || is_half(c, 0xDC00) || *c > 0x10FFFF)
        return fail(begin, "this escape is no character", "write \\x41, \\u0041 or \\U00000041");
    append_utf8(out, *c);
    return true;
}

// Block

bool YamlScanner::block_header(std::int64_t indent, Header& header) {
    header.folded = cursor.peek() == '>';
    ++cursor.at;
    for (int i = 0; i < 2; ++i) {
        const char c = cursor.peek();
        if ((c == '+' || c == '-') && header.chomping == ' ') {
            header.chomping = c;
            ++cursor.at;
        } else if ('1' <= c && c <= '9' && header.indentation == 0) {
            header.indentation = static_cast<std::uint32_t>(std::max<std::int64_t>(indent, 0)) +
                                 static_cast<std::uint32_t>(c - '0');
            ++cursor.at;
        }
    }
    const std::uint32_t end = cursor.at;
    cursor.skip_blanks();
    if (cursor.peek() == '#' && cursor.at > end)
        cursor.at = static_cast<std::uint32_t>(
            std::min(cursor.text.find_first_of(breaks, cursor.at), cursor.text.size()));
    if (!cursor.ended() && !cursor.at_break())
        return fail(cursor.at, "text stands behind the | or > of a block",
                    "begin the text on the next line, indented");
    if (cursor.at_break()) cursor.take_break();
    return header.indentation > 0 || find_indentation(indent, header);
}

/// That of the first line with text.
bool YamlScanner::find_indentation(std::int64_t indent, Header& header) {
    YamlCursor ahead = cursor;
    std::uint32_t widest = 0, widest_at = 0;
    while (!ahead.ended() && ahead.first == ahead.line + ahead.indentation) {
        ahead.at = ahead.first;
        if (!ahead.at_break() && !ahead.ended()) break;
        if (ahead.indentation > widest) widest_at = ahead.line;
        widest = std::max(widest, ahead.indentation);
        if (ahead.at_break()) ahead.take_break();
    }
    const auto least = static_cast<std::uint32_t>(indent + 1);
    const bool has_text = !ahead.ended() && ahead.indentation >= least;
    header.indentation = has_text ? ahead.indentation : std::max(least, widest);
    if (has_text && widest > header.indentation)
        return fail(widest_at, "a blank line is indented more than the text of its block",
                    "remove the spaces of the blank line");
    return true;
}

void YamlScanner::block_lines(const Header& header, std::string& out) {
    std::uint32_t pending = 0;  // line feeds since the last line with text
    bool has_text = false, was_indented = false;
    while (!cursor.ended()) {
        const bool is_blank = [this] {
            const char c = cursor.line + cursor.indentation < cursor.text.size()
                               ? cursor.text[cursor.line + cursor.indentation]
                               : '\n';
            return is_in(breaks, c);
        }();
        if (is_blank && cursor.indentation <= header.indentation) {
            cursor.at = cursor.line + cursor.indentation;
            ++pending;  // the end of the file ends a line
            if (!cursor.ended()) cursor.take_break();
            continue;
        }
        if (cursor.indentation < header.indentation || cursor.at_marker()) break;
        const std::uint32_t from = cursor.line + header.indentation;
        cursor.at =
            static_cast<std::uint32_t>(std::min(cursor.text.find_first_of(breaks, from), cursor.text.size()));
        const std::string_view line = slice(cursor.text, {from, cursor.at});
        const bool is_indented = is_in(" \t", line.front());
        const bool folds = header.folded && has_text && !is_indented && !was_indented;
        if (folds && pending == 1)
            out += ' ';
        else
            out.append(folds ? pending - 1 : pending, '\n');
        out += line;
        has_text = true;
        was_indented = is_indented;
        pending = 1;
        if (!cursor.ended()) cursor.take_break();
    }
    if (header.chomping == '+') out.append(pending, '\n');
    if (header.chomping == ' ' && has_text) out += '\n';
}

bool YamlScanner::block(std::int64_t indent, YamlScalar& scalar) {
    const std::uint32_t begin = cursor.at;
    Header header;
    if (!block_header(indent, header)) return false;
    std::string decoded;
    block_lines(header, decoded);
    if (cursor.is_tabbed() && cursor.first < cursor.text.size() && is_in(breaks, cursor.text[cursor.first]))
        return fail(cursor.line, "a tab stands in the indentation of a block", "remove it");
    const YamlCursor behind = cursor;
    finish(begin, scalar, std::move(decoded), false);
    // The line that ends the block is not part of it.
    while (scalar.span.end > begin && is_in(" \r\n", cursor.text[scalar.span.end - 1])) --scalar.span.end;
    cursor = behind;
    return true;
}

}  // namespace factlint
