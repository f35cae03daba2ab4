#include "cli/targets.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/suggest.h"

namespace factlint {

std::vector<Target> targets_of(const std::vector<std::string>& formats) {
    std::vector<Target> targets;
    for (const std::string& text : formats) {
        const auto equals = std::min(text.find('='), text.size());
        targets.push_back({text.substr(0, equals), equals < text.size() ? text.substr(equals + 1) : ""});
    }
    return targets;
}

std::string unknown_name(std::string_view what, std::string_view given,
                         std::span<const std::string_view> known) {
    const auto near = nearest(given, known);
    const std::string hint = near ? fmt::format(" (did you mean '{}'?)", *near) : "";
    return fmt::format("there is no {} '{}'{}; there are: {}", what, given, hint, fmt::join(known, " "));
}

}  // namespace factlint
