// The syntax is that of ECMA-262 (2024), 22.2.1 with the flag u; what Annex B allows beyond it is allowed where it has
// one meaning only (\- outside of classes, { that begins no repetition).
#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "schema/json/ecma_pattern.h"
#include "text/utf8.h"

namespace factlint::schema {
namespace {

/// WhiteSpace and LineTerminator of ECMA-262 (12.2, 12.3) inside a class of RE2.
constexpr std::string_view space_set =
    R"(\t-\r \x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF})";
constexpr std::string_view not_space_set =
    R"(\x{0}-\x{8}\x{E}-\x{1F}\x{21}-\x{9F}\x{A1}-\x{167F}\x{1681}-\x{1FFF}\x{200B}-\x{2027}\x{202A}-\x{202E})"
    R"(\x{2030}-\x{205E}\x{2060}-\x{2FFF}\x{3001}-\x{FEFE}\x{FF00}-\x{10FFFF})";
constexpr std::string_view any_but_line_end = R"([^\n\r\x{2028}\x{2029}])";

constexpr std::size_t most_repetitions = 1000;  ///< of RE2

struct Name {
    std::string_view unicode;
    std::string_view re2;
};

/// Values of General_Category (UAX #44, table 12) by their long names.
constexpr Name categories[] = {{"Letter", "L"},
                               {"Cased_Letter", "LC"},
                               {"Uppercase_Letter", "Lu"},
                               {"Lowercase_Letter", "Ll"},
                               {"Titlecase_Letter", "Lt"},
                               {"Modifier_Letter", "Lm"},
                               {"Other_Letter", "Lo"},
                               {"Mark", "M"},
                               {"Combining_Mark", "M"},
                               {"Nonspacing_Mark", "Mn"},
                               {"Spacing_Mark", "Mc"},
                               {"Enclosing_Mark", "Me"},
                               {"Number", "N"},
                               {"Decimal_Number", "Nd"},
                               {"digit", "Nd"},
                               {"Letter_Number", "Nl"},
                               {"Other_Number", "No"},
                               {"Punctuation", "P"},
                               {"punct", "P"},
                               {"Connector_Punctuation", "Pc"},
                               {"Dash_Punctuation", "Pd"},
                               {"Open_Punctuation", "Ps"},
                               {"Close_Punctuation", "Pe"},
                               {"Initial_Punctuation", "Pi"},
                               {"Final_Punctuation", "Pf"},
                               {"Other_Punctuation", "Po"},
                               {"Symbol", "S"},
                               {"Math_Symbol", "Sm"},
                               {"Currency_Symbol", "Sc"},
                               {"Modifier_Symbol", "Sk"},
                               {"Other_Symbol", "So"},
                               {"Separator", "Z"},
                               {"Space_Separator", "Zs"},
                               {"Line_Separator", "Zl"},
                               {"Paragraph_Separator", "Zp"},
                               {"Other", "C"},
                               {"Control", "Cc"},
                               {"cntrl", "Cc"},
                               {"Format", "Cf"},
                               {"Surrogate", "Cs"},
                               {"Private_Use", "Co"}};

/// Sets of characters that RE2 has under another name or none, inside a class.
constexpr Name sets[] = {{"ASCII", R"(\x{0}-\x{7F})"},
                         {"Any", R"(\x{0}-\x{10FFFF})"},
                         {"ASCII_Hex_Digit", "0-9A-Fa-f"},
                         {"AHex", "0-9A-Fa-f"}};

template <std::size_t size> std::string_view lookup(const Name (&names)[size], std::string_view word) {
    for (const Name& name : names)
        if (name.unicode == word) return name.re2;
    return {};
}

bool is_hex(char c) { return ('0' <= c && c <= '9') || ('a' <= c && c <= 'f') || ('A' <= c && c <= 'F'); }
bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

/// Of digits; those that are too many are too large.
std::size_t number(std::string_view digits) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc::result_out_of_range ? most_repetitions + 1 : value;
}

/// Walks the pattern once. The first error ends it: every function returns whether all went well.
class Translator {
  public:
    explicit Translator(std::string_view ecma) : text_(ecma) {}

    Translation run() {
        while (at_ < text_.size() && token()) {
        }
        return std::move(result_);
    }

  private:
    bool fail(std::string message, bool beyond_re2 = false) {
        result_.error = std::move(message);
        result_.beyond_re2 = beyond_re2;
        return false;
    }
    bool beyond(std::string_view what) {
        return fail(std::string(what) + " cannot be checked in linear time", true);
    }

    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    bool starts(std::string_view prefix) const { return text_.substr(at_).starts_with(prefix); }
    bool put(std::string_view written, std::size_t size) {
        result_.pattern += written;
        at_ += size;
        return true;
    }
    bool copy(std::size_t size) { return put(text_.substr(at_, size), size); }
    bool put_character(char32_t c) {
        result_.pattern += fmt::format("\\x{{{:X}}}", static_cast<std::uint32_t>(c));
        return true;
    }

    bool token() {
        switch (peek()) {
            case '.': return put(any_but_line_end, 1);
            case '(': return group();
            case '[': return char_class();
            case '\\': return escape();
            case '{': return brace();
            default: return copy(code_point_size(text_, at_));
        }
    }

    bool group() {
        for (const std::string_view ahead : {"(?=", "(?!"})
            if (starts(ahead)) return beyond("lookahead " + std::string(ahead) + "…)");
        for (const std::string_view behind : {"(?<=", "(?<!"})
            if (starts(behind)) return beyond("lookbehind " + std::string(behind) + "…)");
        if (starts("(?:")) return copy(3);
        if (starts("(?<")) {
            const std::size_t end = text_.find('>', at_);
            if (end == std::string_view::npos) return fail("a group's name is not closed by >");
            return put("(?:", end + 1 - at_);
        }
        if (starts("(?")) return fail("(?" + std::string(1, peek(2)) + " is unknown");
        return put("(?:", 1);
    }

    /// {2}, {2,} and {2,5} repeat; any other brace is itself.
    bool brace() {
        std::size_t end = at_ + 1, longest = 0;
        const auto digits = [&] {
            const std::size_t begin = end;
            while (end < text_.size() && '0' <= text_[end] && text_[end] <= '9') ++end;
            longest = std::max(longest, number(text_.substr(begin, end - begin)));
            return end > begin;
        };
        bool repeats = digits();
        if (repeats && end < text_.size() && text_[end] == ',') {
            ++end;
            digits();
        }
        repeats = repeats && end < text_.size() && text_[end] == '}';
        if (repeats && longest > most_repetitions)
            return fail("more than 1000 repetitions are not counted", true);
        return repeats ? copy(end + 1 - at_) : put("\\{", 1);
    }

    bool escape() {
        const char c = peek(1);
        if (c == 'b' || c == 'B') return copy(2);
        if (('1' <= c && c <= '9') || starts("\\k<"))
            return beyond("a backreference (" + std::string(text_.substr(at_, 2)) + ")");
        if (c == 's' || c == 'S')
            return put("[" + std::string(c == 's' ? space_set : not_space_set) + "]", 2);
        if (c == 'p' || c == 'P') return property(false);
        if (c == 'd' || c == 'D' || c == 'w' || c == 'W') return copy(2);
        const auto character = escaped_character();
        return character && put_character(*character);
    }

    /// \p{…} or \P{…}.
    bool property(bool in_class) {
        const bool negated = peek(1) == 'P';
        const std::size_t close = peek(2) == '{' ? text_.find('}', at_) : std::string_view::npos;
        if (close == std::string_view::npos) return fail("expected a property of Unicode: \\p{L}");
        std::string_view name = text_.substr(at_ + 3, close - at_ - 3);
        const std::size_t size = close + 1 - at_;
        if (const std::string_view set = lookup(sets, name); !set.empty()) {
            if (in_class && negated) return fail("\\P{" + std::string(name) + "} cannot stand in a class");
            if (in_class) return put(set, size);
            return put((negated ? "[^" : "[") + std::string(set) + "]", size);
        }
        for (const std::string_view key :
             {"Script=", "sc=", "Script_Extensions=", "scx=", "General_Category=", "gc="})
            if (name.starts_with(key)) name.remove_prefix(key.size());
        if (const std::string_view category = lookup(categories, name); !category.empty()) name = category;
        if (name == "LC")
            return put(in_class || negated ? "" : "[\\p{Lu}\\p{Ll}\\p{Lt}]", size) &&
                   (!(in_class || negated) || fail("\\p{LC} can only stand outside of a class"));
        return put((negated ? "\\P{" : "\\p{") + std::string(name) + "}", size);
    }

    std::optional<char32_t> hex(std::size_t begin, std::size_t size) const {
        const std::string_view digits = text_.substr(std::min(begin, text_.size()), size);
        if (digits.size() != size || size == 0 || !std::all_of(digits.begin(), digits.end(), is_hex))
            return {};
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + size, value, 16);
        if (error != std::errc{} || value > 0x10FFFF) return {};
        return value;
    }

    /// The character of \n, \x41, \u0041, \u{1F600}, \cA, \0 or \., which is passed; nothing after an error.
    std::optional<char32_t> escaped_character() {
        constexpr Name controls[] = {{"t", "\t"}, {"n", "\n"}, {"v", "\v"}, {"f", "\f"}, {"r", "\r"}};
        const char c = peek(1);
        if (at_ + 1 == text_.size()) return nothing("\\ stands at the end");
        if (c == 'u') return unicode();
        if (c == 'x') return passed(hex(at_ + 2, 2), 4, "\\x takes two hexadecimal digits");
        if (c == 'c') {
            const auto control = is_letter(peek(2)) ? std::optional<char32_t>(peek(2) % 32) : std::nullopt;
            return passed(control, 3, "\\c takes a letter");
        }
        if (c == '0') return passed(char32_t{0}, 2, {});
        if (const std::string_view known = lookup(controls, text_.substr(at_ + 1, 1)); !known.empty())
            return passed(static_cast<char32_t>(known.front()), 2, {});
        if (is_letter(c) || ('0' <= c && c <= '9')) return nothing("\\" + std::string(1, c) + " is unknown");
        const Decoded decoded = decode(text_, at_ + 1);
        return passed(decoded.code_point, 1 + decoded.size, {});
    }
    std::optional<char32_t> nothing(std::string message) {
        fail(std::move(message));
        return std::nullopt;
    }
    std::optional<char32_t> passed(std::optional<char32_t> c, std::size_t size, const char* message) {
        if (!c) return nothing(message);
        at_ += size;
        return c;
    }

    std::optional<char32_t> unicode() {
        constexpr const char* expected = "\\u takes four hexadecimal digits, or up to six in braces";
        if (peek(2) == '{') {
            const std::size_t close = std::min(text_.find('}', at_), text_.size());
            return passed(hex(at_ + 3, close - at_ - 3), close + 1 - at_, expected);
        }
        const auto high = hex(at_ + 2, 4);
        const bool pair = text_.substr(std::min(at_ + 6, text_.size())).starts_with("\\u");
        const char32_t low = pair ? hex(at_ + 8, 4).value_or(0) : 0;
        if (!high || *high < 0xD800 || *high > 0xDFFF) return passed(high, 6, expected);
        if (*high < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF)
            return passed(0x10000 + ((*high - 0xD800) << 10) + (low - 0xDC00), 12, expected);
        return nothing("half of a surrogate pair is no character");
    }

    bool char_class() {
        if (starts("[^]")) return put("[\\x{0}-\\x{10FFFF}]", 3);
        if (starts("[]")) return put("[^\\x{0}-\\x{10FFFF}]", 2);
        copy(peek(1) == '^' ? 2 : 1);
        while (peek() != ']') {
            if (at_ == text_.size()) return fail("a [ is never closed");
            if (!class_item()) return false;
        }
        return copy(1);
    }

    /// One character, a set, or a range of characters.
    bool class_item() {
        if (peek() == '\\') {
            const char c = peek(1);
            if (c == 's' || c == 'S') return put(c == 's' ? space_set : not_space_set, 2);
            if (c == 'd' || c == 'D' || c == 'w' || c == 'W') return copy(2);
            if (c == 'p' || c == 'P') return property(true);
        }
        const auto first = class_character();
        if (!first) return false;
        put_character(*first);
        const bool is_range =
            peek() == '-' && peek(1) != ']' && at_ + 1 < text_.size() && !set_follows(at_ + 1);
        if (!is_range) return true;
        copy(1);
        const auto last = class_character();
        if (!last) return false;
        if (*last < *first) return fail("a range in [ ] ends before it begins");
        return put_character(*last);
    }
    bool set_follows(std::size_t at) const {
        return at + 1 < text_.size() && text_[at] == '\\' &&
               std::string_view("sSdDwWpP").find(text_[at + 1]) != std::string_view::npos;
    }
    std::optional<char32_t> class_character() {
        if (peek() == '\\' && peek(1) == 'b') return passed(char32_t{8}, 2, {});
        if (peek() == '\\') return escaped_character();
        const Decoded decoded = decode(text_, at_);
        return passed(decoded.code_point, decoded.size, {});
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Translation result_;
};

}  // namespace

Translation translate(std::string_view ecma) { return Translator(ecma).run(); }

}  // namespace factlint::schema
