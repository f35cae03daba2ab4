// The date of a document, as far as it says: what its dates without a year are read beside (design, section 4, "Dates").
#pragma once

#include <optional>
#include <string_view>

#include "facts/describe.h"
#include "facts/fact.h"
#include "read/document.h"

namespace factlint {

struct DocumentDate {
    Date date;  ///< a day, a month or a year alone
    std::string_view
        from;  ///< for people: "the front matter", "the dateline", "the weekdays of the document"
};

/// From the front matter; else a line that is a date, or the place and date before the first words ("HANOI, 2 November
/// 2025 —"); else the one year among those that the document states, and those next to them, in which at least two
/// weekdays fit dates without a year, and at most half as many do not. Never the clock. O(facts).
std::optional<DocumentDate> document_date(const Document& document, const Facts& facts);

/// `date` with the year that lies nearest to the document's date. Where that is not the document's own year both are
/// plausible: a weekday written beside it decides, and without one the year stays open. 5 January in a document of 28
/// December is open; 29 February of a year without one is too.
Date with_year(Date date, const DocumentDate& document);

/// The same for a date, a datetime or a range of them; a range that would end before it starts stays as it is. Parts
/// that change are kept in `parts`.
Stated with_year(Stated value, const DocumentDate& document, StatedParts& parts);

}  // namespace factlint
