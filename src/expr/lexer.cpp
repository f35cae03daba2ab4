#include <algorithm>
#include <array>

#include "expr/token.h"

#include "text/utf8.h"

namespace factlint::expr {
namespace {

using Kind = Token::Kind;

struct Symbol {
    std::string_view text;
    Kind kind;
};

/// Longer ones first.
constexpr std::array symbols{
    Symbol{"==", Kind::equal},       Symbol{"!=", Kind::not_equal},
    Symbol{"<=", Kind::less_equal},  Symbol{">=", Kind::greater_equal},
    Symbol{"&&", Kind::logical_and}, Symbol{"||", Kind::logical_or},
    Symbol{"(", Kind::open_paren},   Symbol{")", Kind::close_paren},
    Symbol{"[", Kind::open_bracket}, Symbol{"]", Kind::close_bracket},
    Symbol{"{", Kind::open_brace},   Symbol{"}", Kind::close_brace},
    Symbol{".", Kind::dot},          Symbol{",", Kind::comma},
    Symbol{":", Kind::colon},        Symbol{"?", Kind::question},
    Symbol{"+", Kind::plus},         Symbol{"-", Kind::minus},
    Symbol{"*", Kind::star},         Symbol{"/", Kind::slash},
    Symbol{"%", Kind::percent},      Symbol{"!", Kind::bang},
    Symbol{"<", Kind::less},         Symbol{">", Kind::greater},
};

constexpr std::array<std::string_view, 21> reserved{
    "as",  "break", "const",     "continue", "else",    "false",  "for",  "function", "if",   "import", "in",
    "let", "loop",  "namespace", "null",     "package", "return", "true", "var",      "void", "while"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_word_start(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word(char c) { return is_word_start(c) || is_digit(c); }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

class Lexer {
  public:
    Lexer(std::string_view source, std::vector<Diagnostic>& diagnostics)
        : source_(source), diagnostics_(diagnostics) {}

    std::vector<Token> run() {
        for (skip_blanks(); at_ < source_.size(); skip_blanks()) next();
        begin_ = at_;
        add(Kind::end);
        return std::move(tokens_);
    }

  private:
    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
    }
    std::string_view rest() const { return source_.substr(at_); }
    Span span() const { return {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(at_)}; }
    void add(Kind kind) { tokens_.push_back({kind, span()}); }
    void report(std::string message, std::string help = {}) {
        diagnostics_.push_back({span(), std::move(message), std::move(help)});
    }
    void skip_blanks() {
        while (at_ < source_.size() && (is_space(peek()) || rest().starts_with("//")))
            at_ = is_space(peek()) ? at_ + 1 : std::min(source_.find('\n', at_), source_.size());
    }

    void next() {
        begin_ = at_;
        if (const std::size_t prefix = string_prefix(); prefix != std::string_view::npos)
            return string(prefix);
        if (is_word_start(peek())) return word();
        if (is_digit(peek()) || (peek() == '.' && is_digit(peek(1)))) return number();
        if (peek() == '`') return quoted_identifier();
        symbol();
    }

    /// Length of r, b, br before a quote; npos where no string starts here.
    std::size_t string_prefix() const {
        std::size_t length = 0;
        if (peek(length) == 'b' || peek(length) == 'B') ++length;
        if (peek(length) == 'r' || peek(length) == 'R') ++length;
        const char quote = peek(length);
        return quote == '\'' || quote == '"' ? length : std::string_view::npos;
    }

    void string(std::size_t prefix) {
        const bool raw = prefix > 0 && (peek(prefix - 1) == 'r' || peek(prefix - 1) == 'R');
        const Kind kind = peek() == 'b' || peek() == 'B' ? Kind::bytes : Kind::string;
        at_ += prefix;
        const char quote = peek();
        const std::string fence(rest().starts_with(std::string(3, quote)) ? 3 : 1, quote);
        at_ += fence.size();
        while (at_ < source_.size() && !rest().starts_with(fence)) {
            if (fence.size() == 1 && (peek() == '\n' || peek() == '\r')) break;
            at_ += peek() == '\\' && !raw && at_ + 1 < source_.size() ? 2 : 1;
        }
        if (!rest().starts_with(fence)) return report("this string is not closed", "expected " + fence);
        at_ += fence.size();
        add(kind);
    }

    void word() {
        while (is_word(peek())) ++at_;
        add(Kind::identifier);
    }

    void digits() {
        while (is_digit(peek())) ++at_;
    }

    void number() {
        Kind kind = Kind::integer;
        if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X') && is_hex(peek(2))) {
            at_ += 2;
            while (is_hex(peek())) ++at_;
        } else {
            kind = decimal_number();
        }
        if (kind == Kind::integer && (peek() == 'u' || peek() == 'U')) {
            ++at_;
            kind = Kind::uint;
        }
        add(kind);
    }

    Kind decimal_number() {
        Kind kind = Kind::integer;
        digits();
        if (peek() == '.' && is_digit(peek(1))) {
            ++at_;
            digits();
            kind = Kind::floating;
        }
        const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 2 : 1;
        if ((peek() == 'e' || peek() == 'E') && is_digit(peek(sign))) {
            at_ += sign;
            digits();
            kind = Kind::floating;
        }
        return kind;
    }

    void quoted_identifier() {
        const std::size_t close = source_.find('`', at_ + 1);
        // CEL has letters, digits and _ . - / and spaces; columns of tables are called 金額 and "Price (EUR)" too
        const auto allowed = [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '\x7F'; };
        const auto end = std::min(close, source_.size());
        const std::string_view name = source_.substr(at_ + 1, end - at_ - 1);
        at_ = close == std::string_view::npos ? source_.size() : close + 1;
        if (close == std::string_view::npos)
            return report("this quoted field name is not closed", "expected `");
        if (name.empty() || !std::all_of(name.begin(), name.end(), allowed))
            return report("a quoted field name is some characters on one line");
        add(Kind::quoted_identifier);
    }

    void symbol() {
        for (const auto& [text, kind] : symbols) {
            if (!rest().starts_with(text)) continue;
            at_ += text.size();
            return add(kind);
        }
        const bool field = at_ > 0 && source_[at_ - 1] == '.' && !is_ascii(peek());
        do ++at_;
        while (is_continuation(peek()) || (field && (is_word(peek()) || !is_ascii(peek()))));
        report("unexpected character", source_[begin_] == '=' ? "to compare, write =="
                                       : field ? "other letters than English ones are quoted: `" +
                                                     std::string(source_.substr(begin_, at_ - begin_)) + "`"
                                               : "");
    }

    std::string_view source_;
    std::vector<Diagnostic>& diagnostics_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
};

}  // namespace

std::vector<Token> tokenize(std::string_view source, std::vector<Diagnostic>& diagnostics) {
    return Lexer(source, diagnostics).run();
}

std::string_view describe(Token::Kind kind) {
    for (const auto& symbol : symbols)
        if (symbol.kind == kind) return symbol.text;
    switch (kind) {
        case Kind::end: return "the end of the expression";
        case Kind::identifier: return "a name";
        case Kind::quoted_identifier: return "a quoted field name";
        case Kind::string: return "a string";
        case Kind::bytes: return "bytes";
        default: return "a number";
    }
}

bool is_reserved(std::string_view word) { return std::binary_search(reserved.begin(), reserved.end(), word); }

}  // namespace factlint::expr
