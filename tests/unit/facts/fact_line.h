// A fact in one line, as tests write it: `kind value unit flags | text as written`.
#pragma once

#include <string>
#include <string_view>

#include "facts/fact.h"

namespace factlint::test {

/// The fact at `index` without its parts, no newline. `text`: what its span points into.
std::string fact_line(const Facts& facts, std::size_t index, std::string_view text);

}  // namespace factlint::test
