#include "schema/json/punycode.h"

#include <algorithm>
#include <cstdint>

namespace factlint::schema {
namespace {

/// RFC 3492, 5.
constexpr std::uint32_t base = 36, least = 1, most = 26, skew = 38, damping = 700;
constexpr std::uint32_t first_bias = 72, first_code_point = 0x80;
constexpr std::uint64_t largest = UINT32_MAX;

std::uint32_t adapted(std::uint64_t delta, std::uint64_t count, bool is_first) {
    std::uint32_t bias = 0;
    delta = is_first ? delta / damping : delta / 2;
    delta += delta / count;
    for (; delta > (base - least) * most / 2; bias += base) delta /= base - least;
    return bias + static_cast<std::uint32_t>((base - least + 1) * delta / (delta + skew));
}

std::uint32_t threshold(std::uint32_t k, std::uint32_t bias) {
    return std::clamp(k > bias ? k - bias : 0, least, most);
}

char digit(std::uint64_t value) { return static_cast<char>(value < 26 ? 'a' + value : '0' + (value - 26)); }

/// base where it is no digit.
std::uint32_t value_of(char c) {
    if ('a' <= c && c <= 'z') return static_cast<std::uint32_t>(c - 'a');
    return '0' <= c && c <= '9' ? static_cast<std::uint32_t>(c - '0') + 26 : base;
}

void append_delta(std::string& out, std::uint64_t delta, std::uint32_t bias) {
    for (std::uint32_t k = base;; k += base) {
        const std::uint32_t t = threshold(k, bias);
        if (delta < t) break;
        out += digit(t + (delta - t) % (base - t));
        delta = (delta - t) / (base - t);
    }
    out += digit(delta);
}

/// The delta at the front of `rest`, which is left behind it.
std::optional<std::uint64_t> take_delta(std::string_view& rest, std::uint32_t bias) {
    std::uint64_t delta = 0, weight = 1;
    for (std::uint32_t k = base;; k += base) {
        if (rest.empty()) return std::nullopt;
        const std::uint32_t value = value_of(rest.front());
        rest.remove_prefix(1);
        delta += value * weight;
        if (value == base || delta > largest) return std::nullopt;
        const std::uint32_t t = threshold(k, bias);
        if (value < t) return delta;
        weight *= base - t;
        if (weight > largest) return std::nullopt;
    }
}

}  // namespace

std::optional<std::string> punycode(std::u32string_view label) {
    std::string out;
    for (const char32_t c : label)
        if (c < first_code_point) out += static_cast<char>(c);
    const std::size_t basic = out.size();
    if (basic > 0) out += '-';
    std::uint32_t bias = first_bias;
    std::uint64_t next = first_code_point, delta = 0, handled = basic;
    while (handled < label.size()) {
        std::uint64_t nearest = largest;
        for (const char32_t c : label)
            if (c >= next) nearest = std::min<std::uint64_t>(nearest, c);
        delta += (nearest - next) * (handled + 1);
        next = nearest;
        for (const char32_t c : label) {
            if (c < next) ++delta;
            if (delta > largest) return std::nullopt;
            if (c != next) continue;
            append_delta(out, delta, bias);
            bias = adapted(delta, handled + 1, handled == basic);
            delta = 0;
            ++handled;
        }
        ++delta;
        ++next;
    }
    return out;
}

std::optional<std::u32string> from_punycode(std::string_view encoded) {
    std::u32string label;
    const std::size_t hyphen = encoded.rfind('-');
    if (hyphen != std::string_view::npos) {
        label.assign(encoded.begin(), encoded.begin() + static_cast<std::ptrdiff_t>(hyphen));
        encoded.remove_prefix(hyphen + 1);
    }
    std::uint32_t bias = first_bias;
    std::uint64_t next = first_code_point, at = 0;
    bool is_first = true;
    while (!encoded.empty()) {
        const auto delta = take_delta(encoded, bias);
        if (!delta) return std::nullopt;
        const std::uint64_t count = label.size() + 1;
        bias = adapted(*delta, count, is_first);
        is_first = false;
        at += *delta;
        next += at / count;
        at %= count;
        if (next > 0x10FFFF) return std::nullopt;
        label.insert(label.begin() + static_cast<std::ptrdiff_t>(at), static_cast<char32_t>(next));
        ++at;
    }
    return label;
}

}  // namespace factlint::schema
