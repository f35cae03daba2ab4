// Coverage: which kinds of facts the words of a language can state.
#pragma once

#include <cstdint>

#include "facts/generate/language_source.h"

namespace factlint::generate {

/// A bit for each Kind. Signs and codes that all languages share (und.yaml) do not count.
std::uint32_t covered_kinds(const LanguageSource& source);

}  // namespace factlint::generate
