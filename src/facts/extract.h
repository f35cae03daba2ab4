// extract: Document → Facts, in one pass over the bytes.
#pragma once

#include <string_view>

#include "facts/fact.h"
#include "facts/language.h"
#include "read/document.h"

namespace factlint {

struct ExtractOptions {
    std::string_view language;  ///< BCP 47 tag that overrides detection; empty = per block
    bool identifiers = false;   ///< also give Kind::identifier
};

/// The language a block is read in: declared by the block, the document or the file name, else detected from its text,
/// else that of the whole document.
LanguageId block_language(const Document& document, const Block& block);

/// All facts of the document, in order, not overlapping. O(bytes); allocates only to grow the result.
Facts extract(const Document& document, const ExtractOptions& options = {});
/// The facts of one text in one language; spans are offsets into `text`. Appends to `out` with spans moved by `base`.
void extract_text(std::string_view text, LanguageId language, Facts& out, std::uint32_t base = 0,
                  const ExtractOptions& options = {});

}  // namespace factlint
