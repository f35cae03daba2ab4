#include "schema/text_format.h"

#include <algorithm>

namespace factlint {
namespace {

constexpr std::size_t longest_email = 254;
constexpr std::size_t longest_label = 63;

constexpr bool is_letter(char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }
constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
constexpr bool is_alphanumeric(char byte) { return is_letter(byte) || is_digit(byte); }
constexpr bool is_hex(char byte) { return is_digit(byte) || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f'); }
constexpr bool is_beyond_ascii(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

constexpr bool is_local(char byte) {
    return is_alphanumeric(byte) || is_beyond_ascii(byte) ||
           std::string_view(".!#$%&'*+/=?^_`{|}~-").find(byte) != std::string_view::npos;
}

bool is_label(std::string_view label) {
    return !label.empty() && label.size() <= longest_label && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), [](char byte) {
               return is_alphanumeric(byte) || byte == '-' || is_beyond_ascii(byte);
           });
}

bool is_domain(std::string_view domain) {
    for (;;) {
        const std::size_t dot = domain.find('.');
        if (!is_label(domain.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        domain.remove_prefix(dot + 1);
    }
}

}  // namespace

bool is_email(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.size() > longest_email) return false;
    const std::string_view local = text.substr(0, at);
    return std::all_of(local.begin(), local.end(), is_local) && is_domain(text.substr(at + 1));
}

bool is_uri(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || !is_letter(text[0])) return false;
    const std::string_view scheme = text.substr(0, colon);
    const bool has_scheme = std::all_of(scheme.begin(), scheme.end(), [](char byte) {
        return is_alphanumeric(byte) || byte == '+' || byte == '-' || byte == '.';
    });
    if (!has_scheme || colon + 1 == text.size()) return false;
    for (std::size_t i = colon + 1; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte <= 0x20 || byte == 0x7F ||
            std::string_view("\"<>\\^`{|}").find(text[i]) != std::string_view::npos)
            return false;
        if (text[i] == '%' && (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])))
            return false;
    }
    return true;
}

bool is_base64(std::string_view text) {
    if (text.size() % 4 != 0) return false;
    for (int padding = 0; padding < 2 && text.ends_with('='); ++padding) text.remove_suffix(1);
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return is_alphanumeric(byte) || byte == '+' || byte == '/'; });
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (is_dash ? text[i] != '-' : !is_hex(text[i])) return false;
    }
    return true;
}

}  // namespace factlint
