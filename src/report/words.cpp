#include "report/words.h"

#include <fmt/format.h>

namespace factlint {
namespace {

std::string interval_text(const Step& step) {
    if (!step.low && !step.high) return {};
    return fmt::format(" [{}, {}]", step.low.value_or("-∞"), step.high.value_or("∞"));
}

}  // namespace

std::string describe(const Step& step) {
    if (step.value.empty() || step.value == step.expr) return step.expr + interval_text(step);
    return step.expr + ": " + step.value + interval_text(step);
}

std::string changes(const Fix& fix, const Sources& sources) {
    std::string text;
    for (const Edit& edit : fix.edits)
        text +=
            fmt::format("{}{} → {}", text.empty() ? "" : ", ", sources.text(edit.place), edit.replacement);
    return text;
}

}  // namespace factlint
