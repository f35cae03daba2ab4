// Values of data files (`at:`): a cell or a node as an exact operand.
#pragma once

#include <optional>
#include <string_view>

#include "facts/describe.h"
#include "value/stated.h"

namespace factlint {

/// "130000000" with unit "USD" → 130 million USD, exact. A text that is no plain number is read as one fact, in English;
/// `as` asks for a kind. nullopt where it is neither. The result views `text`.
std::optional<Stated> read_data_value(std::string_view text, std::optional<Kind> as, std::string_view unit_id, StatedParts& parts);

}  // namespace factlint
