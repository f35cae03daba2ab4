// extract: Document → Facts, in one pass over the bytes.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "facts/fact.h"
#include "facts/language.h"
#include "read/document.h"

namespace factlint {

struct ExtractOptions {
    std::string_view language;  ///< BCP 47 tag that overrides detection; empty = per block
    bool identifiers = false;   ///< also give Kind::identifier
};

/// What a document is read in.
struct Languages {
    LanguageId document{};              ///< declared by it or its file name, else detected from its beginning
    std::vector<LanguageId> blocks;     ///< of each block: declared, else detected, else that of the document
    std::vector<Quotation> quotations;  ///< what is read otherwise inside blocks, in order
    /// What a stretch of a block is read in: all of it stands in a quotation, or it is that of the block. O(log quotations).
    LanguageId of(Span prose, std::size_t block) const;
};
/// `override`: a tag that all of it is read in; empty, or one that is not known = none. `beginning`: what the document was
/// found to be where this is a later block of it.
Languages languages_of(const Document& document, std::string_view override = {},
                       std::optional<LanguageId> beginning = {});

/// Reads the facts of a document from its beginning to its end, some at a time: memory for those that are not needed any
/// more can be given back. The document and its languages must live as long.
class FactReader {
  public:
    FactReader(const Document& document, const Languages& languages, bool identifiers = false);
    ~FactReader();
    /// Appends facts, whole ones with their parts, until `out` holds at least `most`. False when there are no more.
    bool read(Facts& out, std::size_t most);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// All facts of the document, in order, not overlapping. O(bytes); allocates only to grow the result.
Facts extract(const Document& document, const Languages& languages, bool identifiers = false);
Facts extract(const Document& document, const ExtractOptions& options = {});
/// The facts of one text in one language; spans are offsets into `text`. Appends to `out` with spans moved by `base`.
void extract_text(std::string_view text, LanguageId language, Facts& out, std::uint32_t base = 0,
                  const ExtractOptions& options = {});

}  // namespace factlint
