#include "schema/json_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace factlint {
namespace {

constexpr int deepest = 64;
constexpr std::string_view spaces = " \t\r\n";
constexpr std::string_view digits = "0123456789";
constexpr std::string_view hex_digits = "0123456789abcdefABCDEF";

/// Bytes that a part of a number takes at the start of `text`.
std::size_t digits_at(std::string_view text) { return std::min(text.find_first_not_of(digits), text.size()); }

/// Checks a JSON text from its first byte on; every function returns whether all went well.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::optional<JsonText> run() {
        JsonText shape;
        skip_space();
        shape.kind = kind();
        if (!value(0, &shape.parts)) return std::nullopt;
        skip_space();
        if (at_ != text_.size()) return std::nullopt;
        return shape;
    }

  private:
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char byte) {
        if (at_ == text_.size() || text_[at_] != byte) return false;
        ++at_;
        return true;
    }
    void skip_space() { at_ = std::min(text_.find_first_not_of(spaces, at_), text_.size()); }

    JsonText::Kind kind() const {
        switch (peek()) {
            case '{': return JsonText::Kind::object;
            case '[': return JsonText::Kind::array;
            case '"': return JsonText::Kind::string;
            default: break;
        }
        const bool is_number = peek() == '-' || digits.find(peek()) != std::string_view::npos;
        return is_number ? JsonText::Kind::number : JsonText::Kind::word;
    }

    /// `parts`: where its items or members are noted; nullptr below the outermost.
    bool value(int depth, std::vector<JsonPart>* parts) {
        if (depth > deepest) return false;
        switch (peek()) {
            case '{': return container(depth, '}', parts);
            case '[': return container(depth, ']', parts);
            case '"': return string();
            default: return scalar();
        }
    }

    bool container(int depth, char close, std::vector<JsonPart>* parts) {
        ++at_;
        skip_space();
        if (take(close)) return true;
        do {
            JsonPart part;
            skip_space();
            if (close == '}' && !member_key(part)) return false;
            const std::size_t begin = at_;
            if (!value(depth + 1, nullptr)) return false;
            part.value = text_.substr(begin, at_ - begin);
            if (parts) parts->push_back(part);
            skip_space();
        } while (take(','));
        return take(close);
    }

    bool member_key(JsonPart& part) {
        const std::size_t begin = at_;
        if (peek() != '"' || !string()) return false;
        part.key = text_.substr(begin + 1, at_ - begin - 2);
        skip_space();
        if (!take(':')) return false;
        skip_space();
        return true;
    }

    bool string() {
        ++at_;
        while (at_ < text_.size()) {
            const char byte = text_[at_++];
            if (byte == '"') return true;
            if (static_cast<unsigned char>(byte) < 0x20) return false;
            if (byte == '\\' && !escape()) return false;
        }
        return false;
    }

    bool escape() {
        const char letter = peek();
        ++at_;
        if (letter != 'u')
            return letter != '\0' && std::string_view("\"\\/bfnrt").find(letter) != std::string_view::npos;
        const std::string_view code = text_.substr(std::min(at_, text_.size()), 4);
        at_ += code.size();
        return code.size() == 4 && code.find_first_not_of(hex_digits) == std::string_view::npos;
    }

    bool scalar() {
        const std::size_t end = std::min(text_.find_first_of(" \t\r\n,:]}[{\"", at_), text_.size());
        const std::string_view word = text_.substr(at_, end - at_);
        at_ = end;
        return word == "true" || word == "false" || word == "null" || is_json_number(word);
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<JsonText> read_json_text(std::string_view text) {
    if (first_invalid_utf8(text)) return std::nullopt;
    return Reader(text).run();
}

bool is_json_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t whole = digits_at(text);
    if (whole == 0 || (whole > 1 && text[0] == '0')) return false;
    text.remove_prefix(whole);
    if (text.starts_with('.')) {
        const std::size_t decimals = digits_at(text.substr(1));
        if (decimals == 0) return false;
        text.remove_prefix(1 + decimals);
    }
    if (text.empty()) return true;
    if (text[0] != 'e' && text[0] != 'E') return false;
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && digits_at(text) == text.size();
}

}  // namespace factlint
