#include "read/json.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "read/encoding.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::size_t deepest_nesting = 512;

struct Escape {
    char letter;
    char character;
};

constexpr Escape escapes[] = {{'"', '"'},  {'\\', '\\'}, {'/', '/'},  {'b', '\b'},
                              {'f', '\f'}, {'n', '\n'},  {'r', '\r'}, {'t', '\t'}};

/// "/a~1b/0" → {"a/b", "0"}; nothing where it is ill-formed.
std::optional<std::vector<std::string>> tokens_of(std::string_view pointer) {
    std::vector<std::string> tokens;
    if (!pointer.empty() && pointer.front() != '/') return std::nullopt;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        const char c = pointer[i];
        if (c == '/') {
            tokens.emplace_back();
        } else if (c != '~') {
            tokens.back() += c;
        } else {
            const std::string_view code = pointer.substr(i + 1, 1);
            if (code != "0" && code != "1") return std::nullopt;
            tokens.back() += code == "0" ? '~' : '/';
            ++i;
        }
    }
    return tokens;
}

/// Checks a JSON text and keeps the value at the end of `path`. The first error ends it: every function returns
/// whether all went well.
class Search {
  public:
    Search(SourceId id, std::string_view text, std::vector<std::string> path)
        : id_(id), text_(text), path_(std::move(path)), at_(byte_order_mark_size(text)) {}

    Result<Located> run(std::string_view pointer) {
        if (const auto invalid = first_invalid_utf8(text_)) {
            at_ = static_cast<std::uint32_t>(*invalid);
            fail("this byte is not UTF-8");
        } else if (value(0, true)) {
            skip_space();
            if (at_ < text_.size()) fail("text stands after the end of the value");
        }
        if (error_) return *error_;
        if (found_) return *found_;
        const std::string what = container_ ? " is an object or an array, not a value" : " does not exist";
        return data_not_found({id_, container_.value_or(Span{})}, "'" + std::string(pointer) + "'" + what);
    }

  private:
    bool fail(std::string message) {
        const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text_.size(), at_ + 1));
        error_ = bad_data({id_, {at_, end}}, std::move(message));
        return false;
    }

    void skip_space() {
        at_ = static_cast<std::uint32_t>(std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()));
    }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char c) {
        if (at_ == text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    /// A value at `depth`; `wanted` where all keys and indices above it are those of the path.
    bool value(std::size_t depth, bool wanted) {
        skip_space();
        if (depth > deepest_nesting) return fail("the nesting is deeper than 512");
        const bool is_target = wanted && depth == path_.size();
        if (peek() == '{' || peek() == '[') {
            if (is_target) container_ = Span{at_, at_ + 1};
            return take('{') ? object(depth, wanted && !is_target)
                             : (take('['), array(depth, wanted && !is_target));
        }
        return scalar(is_target);
    }

    bool object(std::size_t depth, bool wanted) {
        bool seen = false;
        skip_space();
        if (take('}')) return true;
        do {
            skip_space();
            const std::uint32_t key_begin = at_;
            std::string key;
            if (!string(key)) return false;
            const bool matches = wanted && key == path_[depth];
            if (matches && seen) {
                at_ = key_begin;
                return fail("the key '" + key + "' is given twice");
            }
            seen = seen || matches;
            skip_space();
            if (!take(':')) return fail("expected ':'");
            if (!value(depth + 1, matches)) return false;
            skip_space();
        } while (take(','));
        return take('}') || fail("expected ',' or '}'");
    }

    bool array(std::size_t depth, bool wanted) {
        skip_space();
        if (take(']')) return true;
        std::size_t index = 0;
        do {
            if (!value(depth + 1, wanted && path_[depth] == std::to_string(index))) return false;
            ++index;
            skip_space();
        } while (take(','));
        return take(']') || fail("expected ',' or ']'");
    }

    bool scalar(bool is_target) {
        const std::uint32_t begin = at_;
        if (peek() == '"') {
            std::string text;
            if (!string(text)) return false;
            if (is_target) found_ = Located{{begin + 1, at_ - 1}, std::move(text), false};
            return true;
        }
        const std::size_t end = std::min(text_.find_first_of(" \t\r\n,:]}[{\"", at_), text_.size());
        const std::string_view word = text_.substr(begin, end - begin);
        const bool is_number = is_number_literal(word);
        if (!is_number && word != "true" && word != "false" && word != "null")
            return fail("expected a value");
        at_ = static_cast<std::uint32_t>(end);
        if (is_target) found_ = Located{{begin, at_}, std::string(word), is_number};
        return true;
    }

    bool string(std::string& out) {
        if (!take('"')) return fail("expected '\"'");
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (take('"')) return true;
            if (static_cast<unsigned char>(c) < 0x20) return fail("a control character stands in a string");
            if (c != '\\') {
                out += c;
                ++at_;
            } else if (!escape(out)) {
                return false;
            }
        }
        return fail("the string is never closed");
    }

    bool escape(std::string& out) {
        const char letter = text_.substr(at_).size() > 1 ? text_[at_ + 1] : '\0';
        if (letter == 'u') return unicode_escape(out);
        for (const Escape& known : escapes) {
            if (known.letter != letter) continue;
            out += known.character;
            at_ += 2;
            return true;
        }
        return fail("unknown escape");
    }

    /// The UTF-16 unit of the "\uXXXX" at `at_`, which is passed.
    std::optional<char32_t> unit() {
        const std::string_view digits = text_.substr(std::min<std::size_t>(at_ + 2, text_.size()), 4);
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        const bool whole = text_.substr(at_).starts_with("\\u") && digits.size() == 4 &&
                           error == std::errc{} && end == digits.data() + digits.size();
        if (!whole) return std::nullopt;
        at_ += 6;
        return value;
    }

    bool unicode_escape(std::string& out) {
        const auto is_in = [](std::optional<char32_t> c, char32_t first) {
            return c && first <= *c && *c < first + 0x400;
        };
        const std::uint32_t begin = at_;
        std::optional<char32_t> c = unit();
        if (is_in(c, 0xD800)) {
            const auto low = unit();
            c = is_in(low, 0xDC00) ? std::optional(0x10000 + ((*c - 0xD800) << 10) + (*low - 0xDC00))
                                   : std::nullopt;
        } else if (is_in(c, 0xDC00)) {
            c = std::nullopt;
        }
        if (!c) {
            at_ = begin;
            return fail("this escape is no character");
        }
        append_utf8(out, *c);
        return true;
    }

    SourceId id_;
    std::string_view text_;
    std::vector<std::string> path_;
    std::uint32_t at_;
    std::optional<Located> found_;
    std::optional<Span> container_;
    std::optional<Finding> error_;
};

}  // namespace

Result<Located> at_json_pointer(const Sources& sources, SourceId id, std::string_view pointer) {
    auto path = tokens_of(pointer);
    if (!path)
        return data_not_found({id, {}}, "'" + std::string(pointer) +
                                            "' is no JSON Pointer: write /key/0/key, ~1 for / and ~0 for ~");
    return Search(id, sources.text(id), std::move(*path)).run(pointer);
}

}  // namespace factlint
