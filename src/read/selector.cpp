#include "read/selector.h"

#include <algorithm>
#include <charconv>

#include "read/located.h"
#include "text/problem.h"
#include "text/suggest.h"

namespace factlint {
namespace {

constexpr std::size_t most_names = 1000;

}  // namespace

std::optional<std::size_t> selected_number(std::string_view selector) {
    if (!selector.starts_with('#')) return std::nullopt;
    std::size_t number = 0;
    const char* const end = selector.data() + selector.size();
    const auto [stop, error] = std::from_chars(selector.data() + 1, end, number);
    return error == std::errc{} && stop == end && number > 0 ? std::optional(number) : std::nullopt;
}

Selection::Selection(std::string_view what, std::string_view selector)
    : what_(what), selector_(selector), number_(selected_number(selector)) {}

bool Selection::offer(std::size_t candidate, std::string_view name, Place place) {
    offered_ = std::max(offered_, candidate + 1);
    if (number_ ? *number_ != candidate + 1 : name != selector_) {
        if (!number_ && names_.size() < most_names) names_.emplace_back(name);
        return false;
    }
    if (taken_ < 2) (taken_ == 0 ? first_ : second_) = place;
    if (taken_++ == 0) index_ = candidate;
    return taken_ == 1;
}

std::string Selection::help(std::string_view how) const {
    if (number_) return "the last is #" + std::to_string(offered_);
    const std::vector<std::string_view> names(names_.begin(), names_.end());
    const auto near = nearest(selector_, names);
    return near ? "did you mean " + quoted(*near) + "?" : std::string(how);
}

Finding Selection::problem(std::string_view how, Place nowhere) const {
    const std::string name = std::string(what_) + " '" + std::string(selector_) + "'";
    if (taken_ == 0) {
        Finding finding = data_not_found(nowhere, "there is no " + name);
        finding.help = number_ && offered_ == 0 ? std::string(how) : help(how);
        return finding;
    }
    Finding finding = data_not_found(second_, "there is more than one " + name);
    finding.related.push_back({first_, "the first one"});
    finding.help = std::string(how);
    return finding;
}

}  // namespace factlint
