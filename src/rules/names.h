// Names of facts, holes and claims.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace factlint {

/// An ASCII CEL identifier: letters, digits and `_`, no digit first.
bool is_identifier(std::string_view text);
/// "aid-adds-up": lower-case letters and digits in groups joined by single hyphens.
bool is_kebab_case(std::string_view text);

/// Why a dotted name cannot name a fact: an empty or ill-formed segment, a word reserved by CEL, a type name or `row`
/// in front. nullopt where it can.
std::optional<std::string> why_not_a_name(std::string_view dotted);

/// The nearest kebab-case id to what was written: "Aid adds_up" → "aid-adds-up".
std::string to_kebab_case(std::string_view text);

}  // namespace factlint
