// `<!-- factlint-ignore aid-adds-up: quoted from the 2024 edition -->`
#pragma once

#include "read/document.h"

namespace factlint {

/// Reads the HTML comment that begins at `comment.span.begin` with "<!--" and ends with "-->". A comment that begins
/// with "factlint-" is appended to the suppressions, or, where it has no id or no reason, to the findings as
/// `bad-suppression`; all others are skipped.
void read_suppression(Document& document, const Sources& sources, Place comment);

}  // namespace factlint
