#include <array>
#include <charconv>

#include "expr/token.h"
#include "text/utf8.h"

namespace factlint::expr {
namespace {

struct Escape {
    char letter;
    char meaning;
};
constexpr std::array simple_escapes{
    Escape{'a', '\a'}, Escape{'b', '\b'}, Escape{'f', '\f'},  Escape{'n', '\n'},
    Escape{'r', '\r'}, Escape{'t', '\t'}, Escape{'v', '\v'},  Escape{'\\', '\\'},
    Escape{'?', '?'},  Escape{'"', '"'},  Escape{'\'', '\''}, Escape{'`', '`'},
};

/// How many digits of which base follow the letter of a numeric escape.
struct NumericEscape {
    char letter;
    int digits;
    bool text_only;
};
constexpr std::array numeric_escapes{NumericEscape{'x', 2, false}, NumericEscape{'X', 2, false},
                                     NumericEscape{'u', 4, true}, NumericEscape{'U', 8, true}};

class StringDecoder {
  public:
    StringDecoder(std::string_view source, Token token, std::vector<Diagnostic>& diagnostics)
        : source_(source), bytes_(token.kind == Token::Kind::bytes), at_(token.span.begin),
          end_(token.span.end), diagnostics_(diagnostics) {}

    std::string run() {
        const std::size_t quote = source_.find_first_of("'\"", at_);
        const bool raw = quote > at_ && (source_[quote - 1] == 'r' || source_[quote - 1] == 'R');
        const std::size_t fence =
            end_ - quote >= 6 && source_[quote + 1] == source_[quote] && source_[quote + 2] == source_[quote]
                ? 3
                : 1;
        at_ = quote + fence;
        end_ -= fence;
        if (raw) return std::string(source_.substr(at_, end_ - at_));
        while (at_ < end_) {
            if (source_[at_] == '\\')
                escape();
            else
                out_ += source_[at_++];
        }
        return std::move(out_);
    }

  private:
    void escape() {
        begin_ = at_++;
        const char letter = at_ < end_ ? source_[at_++] : '\0';
        for (const auto& known : simple_escapes)
            if (known.letter == letter) {
                out_ += known.meaning;
                return;
            }
        for (const auto& known : numeric_escapes)
            if (known.letter == letter && !(bytes_ && known.text_only)) return number(known.digits, 16);
        if (letter >= '0' && letter <= '3') {
            --at_;
            return number(3, 8);
        }
        report("unknown escape in a string", "write \\\\ for a backslash, or r'…' for a pattern");
    }

    void number(int digits, int base) {
        std::uint32_t code = 0;
        const char* first = source_.data() + at_;
        const std::size_t available = std::min<std::size_t>(static_cast<std::size_t>(digits), end_ - at_);
        const auto [last, error] = std::from_chars(first, first + available, code, base);
        at_ += static_cast<std::size_t>(last - first);
        if (last != first + digits) return report("this escape is too short");
        if (bytes_)
            out_ += static_cast<char>(code);
        else if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
            report("this is no Unicode code point");
        else
            append_utf8(out_, code);
    }

    void report(std::string message, std::string help = {}) {
        const Span span{static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(std::min(at_, end_))};
        diagnostics_.push_back({span, std::move(message), std::move(help)});
    }

    std::string_view source_;
    bool bytes_;
    std::size_t at_;
    std::size_t end_;
    std::size_t begin_ = 0;
    std::vector<Diagnostic>& diagnostics_;
    std::string out_;
};

}  // namespace

std::string decode_string(std::string_view source, Token token, std::vector<Diagnostic>& diagnostics) {
    return StringDecoder(source, token, diagnostics).run();
}

}  // namespace factlint::expr
