// Repairs: single edits of one operand, in its own writing, after which a broken claim would hold.
#pragma once

#include <functional>
#include <vector>

#include "check/claim_values.h"
#include "text/finding.h"

namespace factlint {

/// Whether the claim is broken when one value is replaced.
using StillBroken = std::function<bool(const Override&)>;

/// Tries the other weekdays, digits, transpositions, a zero more or less, scale words and signs on each document operand
/// in turn and re-reads the paragraph around each edit. At most `limit` fixes, a weekday first, then the smallest kind of
/// edit; for either side: nobody is blamed. O(operands · edits · paragraph).
std::vector<Fix> repairs(const std::vector<std::uint32_t>& origins, const Operands& operands,
                         const StillBroken& still_broken, std::size_t limit = 6);

/// The writings one edit away from `text` (a fact as written in `language`), the smallest kind of edit first.
std::vector<std::string> single_edits(std::string_view text, LanguageId language);

}  // namespace factlint
