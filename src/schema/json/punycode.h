// Punycode (RFC 3492): letters of any script in a label of a host name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace factlint::schema {

/// What stands behind "xn--" for a label; nullopt where a number overflows. O(n²): labels are short.
std::optional<std::string> punycode(std::u32string_view label);

/// The label that `encoded` (without "xn--", small letters) stands for; nullopt where it is none. O(n²).
std::optional<std::u32string> from_punycode(std::string_view encoded);

}  // namespace factlint::schema
