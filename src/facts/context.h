// Context: what the words beside a fact say about it: more than, 約, 以上, khoảng.
#pragma once

#include <cstddef>

#include "facts/fact.h"
#include "facts/token.h"

namespace factlint {

/// Sets Fact::approx of the fact that takes tokens [at, at + taken) of the run. Returns how many tokens behind the fact
/// belong to the word found there; 0 where it stands before or there is none.
std::size_t read_context(Run& run, std::size_t at, std::size_t taken, Fact& fact);
/// The token behind a count that ends before token `at` and behind its noun, which is no part of it: the "or" of "20 people
/// or more"; `at` for other facts.
std::size_t behind_noun(Run& run, std::size_t at, const Fact& fact);

}  // namespace factlint
