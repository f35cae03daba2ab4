#include "read/located.h"

namespace factlint {
namespace {

bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// Takes what it is asked for from the front of a text.
struct Front {
    std::string_view rest;

    bool take(std::string_view any_of) {
        if (rest.empty() || any_of.find(rest.front()) == std::string_view::npos) return false;
        rest.remove_prefix(1);
        return true;
    }
    bool take_digits() {
        const std::size_t before = rest.size();
        while (!rest.empty() && is_digit(rest.front())) rest.remove_prefix(1);
        return rest.size() < before;
    }
};

Finding finding_at(Place place, std::string id, std::string message, Concern concern) {
    Finding finding;
    finding.id = std::move(id);
    finding.concern = concern;
    finding.message = std::move(message);
    finding.primary = place;
    return finding;
}

}  // namespace

bool is_number_literal(std::string_view text) {
    Front front{text};
    front.take("-");
    if (!front.take("0") && !front.take_digits()) return false;
    if (front.take(".") && !front.take_digits()) return false;
    if (front.take("eE")) {
        front.take("+-");
        if (!front.take_digits()) return false;
    }
    return front.rest.empty();
}

Finding bad_data(Place place, std::string message) {
    return finding_at(place, "bad-data", std::move(message), Concern::input);
}

Finding data_not_found(Place place, std::string message) {
    return finding_at(place, "data-not-found", std::move(message), Concern::content);
}

}  // namespace factlint
