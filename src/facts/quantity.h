// Quantity: a numeral with what it counts or measures: number, count, percent, money, measure, ordinal, ratio.
#pragma once

#include <cstddef>

#include "facts/fact.h"
#include "facts/token.h"

namespace factlint {

/// The fact at token `at` (facts/token.h: Parser); a number where nothing more is known of it.
std::size_t read_quantity(Run& run, std::size_t at, Facts& out);
/// The same for digits or a number word at the first token where nothing behind it belongs to it: a number, or a count
/// of the noun that follows.
std::size_t read_plain_number(Run& run, Facts& out);
/// Whether the word before token 0 makes a pronoun of a lone "one", in scripts without spaces: 上一年, 単一市場, but 前一小时 is
/// an hour.
bool is_one_of_many(Run& run);

}  // namespace factlint
