// Values, kinds and numbers of things in people's words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/tree.h"
#include "schema/json/program.h"

namespace factlint::schema {

/// What stands there: "null", "12.5", "\"a text\"", "a list of 3 items", "an object"; long ones are cut.
std::string describe(const Tree& tree, TreeIndex index);
/// In double quotes, at most 60 characters.
std::string in_quotes(std::string_view text);
/// "a text or null", of TypeBit.
std::string words_for_types(std::uint32_t bits);
/// "1 item", "3 items".
std::string counted(std::uint64_t count, std::string_view one, std::string_view many);
/// "a, b or c"; where there are more than `most`, the first of them and "…".
std::string alternatives(const std::vector<std::string>& words, std::size_t most = 12);
/// "1st", "2nd", "3rd", "11th".
std::string ordinal(std::size_t number);

}  // namespace factlint::schema
