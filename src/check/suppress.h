// Suppression: `<!-- factlint-ignore ID: reason -->` in a document.
#pragma once

#include <cstdint>
#include <vector>

#include "check/corpus.h"

namespace factlint {

/// Removes the findings about `document` that it suppresses by id; how many. A suppression that suppresses nothing is a
/// finding itself (`unused-suppression`).
std::uint32_t suppress(const LoadedDocument& document, std::vector<Finding>& findings);

}  // namespace factlint
