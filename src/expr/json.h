// Values as typed JSON, see stream.h.
#pragma once

#include <string>
#include <string_view>

#include "expr/value.h"

namespace factlint::expr {

/// `text` in quotes, escaped (RFC 8259); bytes that are not UTF-8 become U+FFFD.
std::string json_text(std::string_view text);
/// {"int":"1"}, {"list":[…]}, …; facts as {"fact":"130 million USD"}, optionals as {"optional":…}.
std::string json_value(const Value& value);

}  // namespace factlint::expr
