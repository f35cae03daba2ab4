#include "rules/pattern_syntax.h"

#include <algorithm>
#include <cctype>

#include "text/utf8.h"

namespace factlint {
namespace {

using TokenKind = PatternTokenKind;

constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool is_octal(char byte) { return byte >= '0' && byte <= '7'; }

/// Classes that hold nothing but digits.
constexpr std::string_view digit_classes[] = {"[0-9]", "[1-9]",   "[[:digit:]]",
                                              "[\\d]", "[０-９]", "[0-9０-９]"};
constexpr std::string_view escaped_controls = "afnrtv";
constexpr std::string_view control_values = "\a\f\n\r\t\v";

class Tokenizer {
  public:
    Tokenizer(std::string_view pattern, Place place, Findings& findings)
        : pattern_(pattern), place_(place), findings_(findings) {}

    std::vector<PatternToken> run() {
        while (at_ < pattern_.size()) step();
        return std::move(tokens_);
    }

  private:
    void step() {
        switch (pattern_[at_]) {
            case '\\': return escape();
            case '[': return bracket();
            case '{': return brace();
            case '(': return group();
            case ')': return emit(TokenKind::close, at_ + 1);
            case '|': return emit(TokenKind::alternation, at_ + 1);
            case '*':
            case '+':
            case '?': return quantifier(at_ + 1);
            case '.':
            case '^':
            case '$': return emit(TokenKind::any, at_ + 1);
            default:
                return literal(at_ + std::max<std::size_t>(1, decode(pattern_, at_).size),
                               decode(pattern_, at_).code_point);
        }
    }

    void emit(TokenKind kind, std::size_t end, char32_t code = 0) {
        end = std::min(end, pattern_.size());
        tokens_.push_back({kind, {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)}, code});
        at_ = end;
    }
    void literal(std::size_t end, char32_t code) { emit(TokenKind::literal, end, code); }
    void quantifier(std::size_t end) {
        emit(TokenKind::quantifier, end < pattern_.size() && pattern_[end] == '?' ? end + 1 : end);
    }

    /// `(?i)`, `(?:`, `(?P<name>` up to the colon, bracket or parenthesis that ends the flags.
    void group() {
        std::size_t end = at_ + 1;
        if (pattern_.substr(end, 1) == "?") {
            end = std::min(pattern_.find_first_of(":>)", end), pattern_.size());
            if (end < pattern_.size() && pattern_[end] == ')') return emit(TokenKind::any, end + 1);
            ++end;
        }
        emit(TokenKind::open, end);
    }

    void escape() {
        const char letter = at_ + 1 < pattern_.size() ? pattern_[at_ + 1] : '\0';
        if (letter == 'd') return emit(TokenKind::digits, at_ + 2);
        if (letter == 'Q') return quotation();
        if (letter == 'x') return hexadecimal();
        if (letter == 'p' || letter == 'P') {
            const bool braced = pattern_.substr(at_ + 2, 1) == "{";
            return emit(TokenKind::any,
                        braced ? std::min(pattern_.find('}', at_), pattern_.size() - 1) + 1 : at_ + 3);
        }
        if (letter == 'C')
            report({at_, at_ + 2}, "bad-regex", "`\\C` takes single bytes of a character",
                   "write `.` for one character");
        const auto control = escaped_controls.find(letter);
        if (control != std::string_view::npos && letter != '\0')
            return literal(at_ + 2, static_cast<char32_t>(control_values[control]));
        const bool punctuation =
            letter > ' ' && letter < '\x7F' && !std::isalnum(static_cast<unsigned char>(letter));
        if (punctuation) return literal(at_ + 2, static_cast<char32_t>(letter));
        std::size_t end = at_ + 2;
        while (is_octal(letter) && end < pattern_.size() && end < at_ + 4 && is_octal(pattern_[end])) ++end;
        emit(TokenKind::any, end);
    }

    void quotation() {
        const std::size_t end = std::min(pattern_.find("\\E", at_), pattern_.size());
        emit(TokenKind::any, at_ + 2);
        while (at_ < end) literal(at_ + decode(pattern_, at_).size, decode(pattern_, at_).code_point);
        if (at_ < pattern_.size()) emit(TokenKind::any, at_ + 2);
    }

    void hexadecimal() {
        const bool braced = pattern_.substr(at_ + 2, 1) == "{";
        const std::size_t end = braced ? std::min(pattern_.find('}', at_), pattern_.size() - 1) + 1 : at_ + 4;
        char32_t code = 0;
        for (const char byte : pattern_.substr(at_ + 2, end - at_ - 2))
            if (std::isxdigit(static_cast<unsigned char>(byte)))
                code = (code * 16 +
                        static_cast<char32_t>(is_digit(byte) ? byte - '0' : (byte | 0x20) - 'a' + 10)) &
                       0x1FFFFF;
        literal(end, code);
    }

    void bracket() {
        std::size_t end = at_ + 1;
        if (pattern_.substr(end, 1) == "^") ++end;
        if (pattern_.substr(end, 1) == "]") ++end;
        while (end < pattern_.size() && pattern_[end] != ']') {
            const bool named = pattern_.substr(end, 2) == "[:";
            const std::size_t name_end = named ? pattern_.find(":]", end + 2) : std::string_view::npos;
            if (name_end != std::string_view::npos)
                end = name_end + 2;
            else
                end += pattern_[end] == '\\' ? 2 : 1;
        }
        const std::string_view text = pattern_.substr(at_, end + 1 - at_);
        const bool only_digits =
            std::find(std::begin(digit_classes), std::end(digit_classes), text) != std::end(digit_classes);
        emit(only_digits ? TokenKind::digits : TokenKind::any, end + 1);
    }

    void brace() {
        const std::size_t end = balanced_end();
        if (end == std::string_view::npos) {
            report({at_, pattern_.size()}, "unclosed-hole", "this hole is not closed: expected `}`",
                   "a hole is `{name:kind}`; a literal brace is `\\{`");
            return emit(TokenKind::any, pattern_.size());
        }
        const std::string_view inner = pattern_.substr(at_ + 1, end - at_ - 2);
        if (!inner.empty() && inner.find_first_not_of("0123456789,") == std::string_view::npos)
            return quantifier(end);
        if (inner.find(':') != std::string_view::npos) return emit(TokenKind::hole, end);
        report({at_, end}, "bad-hole",
               quoted(pattern_.substr(at_, end - at_)) + " has no kind: expected `{name:kind}`",
               "write for example `{" + std::string(inner) + ":money}`; a literal brace is `\\{`");
        emit(TokenKind::any, end);
    }

    /// Behind the `}` that closes the brace at `at_`; escapes and classes inside are skipped.
    std::size_t balanced_end() const {
        std::size_t depth = 0;
        bool in_class = false;
        for (std::size_t i = at_; i < pattern_.size(); ++i) {
            const char byte = pattern_[i];
            if (byte == '\\')
                ++i;
            else if (in_class)
                in_class = byte != ']';
            else if (byte == '[')
                in_class = true;
            else if (byte == '{')
                ++depth;
            else if (byte == '}' && --depth == 0)
                return i + 1;
        }
        return std::string_view::npos;
    }

    struct Part {
        std::size_t begin, end;
    };
    void report(Part part, std::string id, std::string message, std::string help) {
        const Span span{static_cast<std::uint32_t>(part.begin), static_cast<std::uint32_t>(part.end)};
        findings_.push_back(
            problem(std::move(id), inside(place_, span), std::move(message), std::move(help)));
    }

    std::string_view pattern_;
    Place place_;
    Findings& findings_;
    std::size_t at_ = 0;
    std::vector<PatternToken> tokens_;
};

/// Whether a word could go on across this neighbour of a literal.
bool continues_a_word(const std::vector<PatternToken>& tokens, std::size_t index) {
    if (index >= tokens.size()) return false;
    return tokens[index].kind != TokenKind::hole;
}

}  // namespace

std::vector<PatternToken> tokenize(std::string_view pattern, Place place, Findings& findings) {
    return Tokenizer(pattern, place, findings).run();
}

bool has_alternatives(const std::vector<PatternToken>& tokens) {
    std::uint32_t depth = 0;
    for (const PatternToken& token : tokens) {
        if (token.kind == TokenKind::alternation && depth == 0) return true;
        if (token.kind == TokenKind::open) ++depth;
        if (token.kind == TokenKind::close && depth > 0) --depth;
    }
    return false;
}

std::optional<Span> idle_group(std::string_view pattern, const std::vector<PatternToken>& tokens) {
    struct Open {
        std::uint32_t begin;
        bool idle;
    };
    std::vector<Open> open;
    std::optional<Span> first;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const PatternToken& token = tokens[i];
        if (token.kind == TokenKind::open)
            open.push_back({token.span.begin, slice(pattern, token.span) == "("});
        if (open.empty()) continue;
        if (token.kind == TokenKind::alternation) open.back().idle = false;
        if (token.kind != TokenKind::close) continue;
        const bool counted = i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::quantifier;
        const Open group = open.back();
        open.pop_back();
        if (group.idle && !counted && (!first || group.begin < first->begin))
            first = Span{group.begin, token.span.end};
    }
    return first;
}

bool is_anchored(std::string_view pattern, const std::vector<PatternToken>& tokens) {
    const bool caret = pattern.starts_with('^') && !has_alternatives(tokens);
    return caret && (tokens.size() == 1 || tokens[1].kind != TokenKind::quantifier);
}

bool ends_in_quotation(std::string_view pattern, const std::vector<PatternToken>& tokens) {
    const auto last = std::find_if(tokens.rbegin(), tokens.rend(), [](const PatternToken& token) {
        return token.kind != TokenKind::literal;
    });
    return last != tokens.rend() && slice(pattern, last->span) == "\\Q";
}

bool captures(std::string_view pattern, const PatternToken& token) {
    if (token.kind != TokenKind::open) return false;
    const std::string_view text = slice(pattern, token.span);
    return text == "(" || text.starts_with("(?P<");
}

std::optional<LightRegex> without_properties(std::string_view regex) {
    constexpr std::string_view common[] = {
        "L",        "Lu",       "Ll",    "Lo",    "N",        "Nd",     "P",    "S",      "Z",     "Han",
        "Hiragana", "Katakana", "Latin", "Greek", "Cyrillic", "Hangul", "Thai", "Arabic", "Hebrew"};
    LightRegex light;
    for (std::size_t at = 0; at < regex.size();) {
        const bool counted = regex[at] == '{' && at + 1 < regex.size() && is_digit(regex[at + 1]);
        if (counted) return std::nullopt;
        const std::string_view escape = regex.substr(at, 2);
        if (escape != "\\p" && escape != "\\P") {
            const bool code = regex.substr(at, 3) == "\\x{";
            const std::size_t close = code ? regex.find('}', at) : std::string_view::npos;
            const std::size_t length = close != std::string_view::npos ? close + 1 - at
                                       : escape[0] == '\\'             ? 2
                                                                       : 1;
            light.regex += regex.substr(at, length);
            at += std::min(length, regex.size() - at);
            continue;
        }
        const bool braced = regex.substr(at + 2, 1) == "{";
        const std::size_t end = braced ? regex.find('}', at) : at + 3;
        if (end == std::string_view::npos || end > regex.size()) return std::nullopt;
        const std::string_view name = braced ? regex.substr(at + 3, end - at - 3) : regex.substr(at + 2, 1);
        if (std::find(std::begin(common), std::end(common), name) == std::end(common)) return std::nullopt;
        const std::size_t behind = end + (braced ? 1 : 0);
        const bool in_range = light.regex.ends_with('-') || regex.substr(behind, 1) == "-";
        if (in_range) return std::nullopt;
        ++light.properties;
        light.regex += "\\x{E1FF}";
        at = behind;
    }
    return light;
}

std::vector<LiteralRun> literal_runs(const std::vector<PatternToken>& tokens) {
    std::vector<LiteralRun> runs;
    std::uint32_t depth = 0;
    bool running = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const PatternToken& token = tokens[i];
        const bool repeated = i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::quantifier;
        if (token.kind == TokenKind::literal && !repeated) {
            if (!running) runs.push_back({{}, {}, 0, depth, i > 0 && continues_a_word(tokens, i - 1), false});
            LiteralRun& run = runs.back();
            append_utf8(run.text, token.code);
            run.from.resize(run.text.size(), token.span.begin);
            run.end = token.span.end;
            running = true;
            continue;
        }
        if (running) runs.back().cut_behind = continues_a_word(tokens, i);
        running = false;
        if (token.kind == TokenKind::open) ++depth;
        if (token.kind == TokenKind::close && depth > 0) --depth;
    }
    return runs;
}

}  // namespace factlint
