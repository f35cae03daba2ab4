// JSON inside a cell: whether it is JSON, and its outermost shape.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace factlint {

/// An item of an array, or a member of an object.
struct JsonPart {
    std::string_view key;    ///< as written, without its quotes; empty for items
    std::string_view value;  ///< as written
};

struct JsonText {
    enum class Kind : std::uint8_t { object, array, string, number, word } kind = Kind::word;
    std::vector<JsonPart> parts;  ///< of an object or array
};

/// The shape of `text` if all of it is one JSON value (RFC 8259) nested at most 64 deep. O(bytes).
std::optional<JsonText> read_json_text(std::string_view text);

/// "[-]digits[.digits][exponent]" as JSON writes numbers, and nothing around it. O(bytes).
bool is_json_number(std::string_view text);

}  // namespace factlint
