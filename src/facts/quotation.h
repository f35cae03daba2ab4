// Quotations: the stretches of a paragraph that are in another language than the rest of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "facts/language.h"
#include "facts/letters.h"

namespace factlint {

struct Paragraph {
    std::string_view text;
    LanguageId detected{};   ///< what it looks like as a whole
    LanguageId document{};   ///< what its document is in
    std::uint32_t base = 0;  ///< where it stands in the prose
};

/// Finds the quotations of one paragraph after the other. A quotation is
///
/// - what stands in another script, or in quotation marks and mostly in another script, or
/// - what stands in quotation marks between Latin letters,
///
/// where it is long enough and has function words (LanguageData::detect) of one language, so that it is a sentence of it and
/// no name, unit or title. A number at its edge goes with what it stands before.
class QuotationFinder {
  public:
    /// Appends the quotations, in order. Returns what the paragraph is in: where there are quotations, or names in brackets, that
    /// is what the words around them are in. O(text); nearly all text is only skimmed, and nothing is allocated where nothing
    /// is found.
    LanguageId find(const Paragraph& paragraph, std::vector<Quotation>& out);
    /// The same of a text that is known to be in `language`, and begins at `base` of the prose.
    void find_in(LanguageId language, std::string_view text, std::uint32_t base, std::vector<Quotation>& out);

  private:
    const Letters& letters_of(LanguageId language);

    LanguageId language_{};
    std::optional<Letters> letters_;  ///< of the last language
};

}  // namespace factlint
