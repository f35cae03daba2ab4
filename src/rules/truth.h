// Truths: values that the author of a rule file states, read by the extractor that reads documents.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "facts/describe.h"
#include "facts/language.h"
#include "value/stated.h"

namespace factlint {

/// What `value`, `as` and `unit` of a rule file say. `text` must outlive the value.
struct TruthText {
    std::string_view text;
    std::optional<Kind> as;
    std::string_view unit;
    bool rounded = false;  ///< it stands in a document, where 4.5 and "about 4" admit what prose admits
};

/// Either a value, exact unless rounded and marked as stated in a rule, or why there is none.
struct StatedTruth {
    std::optional<Stated> value;
    std::string message;
    std::string help;
};

/// Text in which nothing is read as a fact is a text. O(text).
StatedTruth read_truth(const TruthText& truth, LanguageId language, StatedParts& parts);

}  // namespace factlint
