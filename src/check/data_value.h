// Values of data files (`at:`): a cell or a node as an exact operand.
#pragma once

#include <optional>
#include <string_view>

#include "facts/describe.h"
#include "read/located.h"
#include "value/stated.h"

namespace factlint {

/// "130000000" with unit "USD" → 130 million USD, exact. A text that is no plain number is read as one fact, in English;
/// `as` asks for a kind. nullopt where it is neither. The result views `text`.
std::optional<Stated> read_data_value(std::string_view text, std::optional<Kind> as, std::string_view unit_id, StatedParts& parts);

/// The value that `pointer` names in a data file: a JSON Pointer in JSON and YAML; "ROW/COLUMN" in CSV and TSV (first cell
/// of the row or "#3", name of the column). Errors as in read/located.h.
Result<Located> locate(const Sources& sources, SourceId source, std::string_view pointer);

}  // namespace factlint
