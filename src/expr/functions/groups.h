// The groups of functions, one file each. Rows are explicit tables: nothing registers itself.
#pragma once

#include <span>

#include "expr/functions.h"

namespace factlint::expr {

std::span<const Function> operator_functions();
std::span<const Function> conversion_functions();
std::span<const Function> string_functions();
std::span<const Function> text_functions();
std::span<const Function> time_functions();
std::span<const Function> math_functions();
std::span<const Function> list_functions();
std::span<const Function> optional_functions();
std::span<const Function> fact_operator_functions();
std::span<const Function> fact_functions();
std::span<const Function> fact_date_functions();

}  // namespace factlint::expr
