#include "report/words.h"

#include <fmt/format.h>

namespace factlint {
namespace {

std::string interval_text(const Step& step) {
    if (!step.low && !step.high) return {};
    return fmt::format(" [{}, {}]", step.low.value_or("-∞"), step.high.value_or("∞"));
}

}  // namespace

std::string counted(std::uint64_t count, std::string_view one, std::string_view plural) {
    if (count == 1) return fmt::format("1 {}", one);
    return plural.empty() ? fmt::format("{} {}s", count, one) : fmt::format("{} {}", count, plural);
}

std::string grouped(std::string decimal) {
    const std::size_t first = decimal.starts_with('-') ? 1 : 0;
    std::size_t at = decimal.find_first_not_of("0123456789", first);
    if (at == std::string::npos) at = decimal.size();
    for (; at > first + 3; at -= 3) decimal.insert(at - 3, ",");
    return decimal;
}

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
