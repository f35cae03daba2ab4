// Plain text: the prose is the source itself.
#pragma once

#include <memory>

#include "read/document.h"

namespace factlint {

/// Blocks are paragraphs: runs of lines that are not blank, without the end of the last line. Nothing is copied: a line
/// of any length takes no memory of its own. A byte order mark stands before the first block. O(n).
std::unique_ptr<Document> read_plain_text(const Sources& sources, SourceId id);

}  // namespace factlint
