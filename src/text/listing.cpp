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

std::string grouped(std::string decimal) {
    const std::size_t first = decimal.starts_with('-') ? 1 : 0;
    std::size_t at = decimal.find_first_not_of("0123456789", first);
    if (at == std::string::npos) at = decimal.size();
    for (; at > first + 3; at -= 3) decimal.insert(at - 3, ",");
    return decimal;
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view plural) {
    const std::string number = grouped(std::to_string(count)) + " ";
    if (count == 1) return number + std::string(one);
    return number + (plural.empty() ? std::string(one) + "s" : std::string(plural));
}

}  // namespace factlint
