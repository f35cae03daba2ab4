#include "rules/columns_reader.h"
#include "rules/truth.h"

namespace factlint {
namespace {

std::optional<ColumnScale> read_scale_in(const std::string& text, LanguageId language) {
    StatedParts parts;
    const StatedTruth truth = read_truth({text, std::nullopt, {}}, language, parts);
    if (!truth.value || truth.value->number.sign() <= 0) return std::nullopt;
    switch (truth.value->kind) {
        case Kind::number:
        case Kind::count:
        case Kind::money:
        case Kind::measure: return ColumnScale{truth.value->number, truth.value->unit};
        default: return std::nullopt;
    }
}

}  // namespace

std::optional<ColumnScale> read_scale(std::string_view text, LanguageId language) {
    // "million USD" states a number only behind another.
    const std::string alone(text), counted = "1 " + alone, joined = "1" + alone;
    for (const std::string* candidate : {&alone, &counted, &joined})
        if (const auto scale = read_scale_in(*candidate, language)) return scale;
    for (std::size_t i = 0; i < language_count(); ++i)
        for (const std::string* candidate : {&alone, &counted, &joined})
            if (const auto scale = read_scale_in(*candidate, static_cast<LanguageId>(i))) return scale;
    return std::nullopt;
}

}  // namespace factlint
