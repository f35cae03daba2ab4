#include "text/listing.h"

namespace factlint {
namespace {

constexpr std::size_t most_names = 3;

}  // namespace

std::string listing(const std::vector<std::string>& names) {
    // one more name is no longer than "and 1 more"
    const std::size_t shown = names.size() <= most_names + 1 ? names.size() : most_names;
    std::string out;
    for (std::size_t i = 0; i < shown; ++i) out.append(i == 0 ? "" : ", ").append(names[i]);
    if (shown < names.size()) out += " and " + std::to_string(names.size() - shown) + " more";
    return out;
}

}  // namespace factlint
