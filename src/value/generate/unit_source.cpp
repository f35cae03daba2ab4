#include "value/generate/unit_source.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace factlint {
namespace {

constexpr std::array<std::string_view, 2> file_keys{"class", "families"};
constexpr std::array<std::string_view, 3> family_keys{"dimension", "units", "minor_digits"};
constexpr std::array<std::string_view, 2> factor_keys{"factor", "offset"};
constexpr int most_dimension = 9;
constexpr int most_minor_digits = 9;
constexpr int most_exponent = 100;

/// Calls `visit` with each key and value of a mapping.
template <class Visit> void each(const yaml::Node& mapping, Visit visit) {
    for (std::size_t i = 0; i + 1 < mapping.items.size(); i += 2)
        visit(*mapping.items[i], *mapping.items[i + 1]);
}

class Reader {
  public:
    Reader(SourceId source, Findings& findings) : source_(source), findings_(findings) {}

    std::vector<UnitSource> read(const yaml::Node& root) {
        if (!check(root, file_keys)) return {};
        row_.unit_class = read_class(*yaml::find_value(root, "class"));
        if (const yaml::Node* families = yaml::find_value(root, "families"); families && mapping(*families))
            each(*families, [&](const yaml::Node&, const yaml::Node& family) { read_family(family); });
        return std::move(units_);
    }

  private:
    void complain(std::string id, const yaml::Node& node, std::string message, std::string help = {}) {
        findings_.push_back(
            problem(std::move(id), {source_, node.span}, std::move(message), std::move(help)));
    }
    bool mapping(const yaml::Node& node) {
        if (node.kind == yaml::NodeKind::mapping) return true;
        return complain("wrong-type", node, "expected keys and values"), false;
    }
    bool check(const yaml::Node& node, std::span<const std::string_view> known) {
        if (!mapping(node)) return false;
        each(node, [&](const yaml::Node& key, const yaml::Node&) {
            if (std::find(known.begin(), known.end(), key.text) == known.end())
                complain("unknown-key", key, "there is no key " + quoted(key.text),
                         suggestion(key.text, known));
        });
        return true;
    }
    UnitClass read_class(const yaml::Node& node) {
        const auto found = std::find(class_names.begin() + 1, class_names.end(), node.text);
        if (found == class_names.end())
            complain("unknown-class", node, "there is no class of units " + quoted(node.text),
                     suggestion(node.text, std::span(class_names).subspan(1)));
        return static_cast<UnitClass>(found == class_names.end() ? 0 : found - class_names.begin());
    }
    int read_integer(const yaml::Node& node, int least, int most) {
        int value = 0;
        const char* end = node.text.data() + node.text.size();
        const auto [rest, error] = std::from_chars(node.text.data(), end, value);
        if (error == std::errc() && rest == end && least <= value && value <= most) return value;
        complain("bad-number", node,
                 "expected a whole number from " + std::to_string(least) + " to " + std::to_string(most));
        return 0;
    }
    /// "0.3048", "1e-9" or "5/9", exact.
    Number read_number(const yaml::Node& node) {
        const std::size_t slash = node.text.find('/');
        const auto top = Number::parse(node.text.substr(0, slash));
        const auto bottom =
            slash == std::string::npos ? Number(1) : Number::parse(node.text.substr(slash + 1));
        if (top && bottom && bottom->sign() != 0) return *top / *bottom;
        complain("bad-number", node, quoted(node.text) + " is no exact number", "write 0.3048, 1e-9 or 5/9");
        return 1;
    }
    void read_family(const yaml::Node& family) {
        if (!check(family, family_keys)) return;
        row_.dimension = {};
        const yaml::Node* dimension = yaml::find_value(family, "dimension");
        if (dimension && mapping(*dimension))
            each(*dimension, [&](const auto& name, const auto& power) { read_dimension(name, power); });
        if (const yaml::Node* codes = yaml::find_value(family, "minor_digits"); codes && mapping(*codes))
            each(*codes, [&](const yaml::Node& id, const yaml::Node& digits) {
                Unit row = row_;
                row.minor_digits = static_cast<std::int8_t>(read_integer(digits, 0, most_minor_digits));
                units_.push_back({id.text, row, {source_, id.span}});
            });
        if (const yaml::Node* units = yaml::find_value(family, "units"); units && mapping(*units))
            each(*units, [&](const yaml::Node& id, const yaml::Node& value) { read_unit(id, value); });
    }
    void read_dimension(const yaml::Node& name, const yaml::Node& power) {
        const auto found = std::find(base_quantities.begin(), base_quantities.end(), name.text);
        if (found == base_quantities.end())
            return complain("unknown-quantity", name, "there is no base quantity " + quoted(name.text),
                            suggestion(name.text, base_quantities));
        row_.dimension[static_cast<std::size_t>(found - base_quantities.begin())] =
            static_cast<std::int8_t>(read_integer(power, -most_dimension, most_dimension));
    }
    void read_unit(const yaml::Node& id, const yaml::Node& value) {
        const bool scale = value.kind == yaml::NodeKind::mapping;
        if (scale && !check(value, factor_keys)) return;
        const yaml::Node* factor = scale ? yaml::find_value(value, "factor") : &value;
        const yaml::Node* offset = scale ? yaml::find_value(value, "offset") : nullptr;
        UnitSource unit{id.text, row_, {source_, id.span}};
        if (!set_factor(unit.row, factor ? read_number(*factor) : 1) ||
            !set_offset(unit.row, offset ? read_number(*offset) : 0))
            return complain("bad-number", value, "expected a positive number of at most 18 digits");
        units_.push_back(std::move(unit));
    }
    /// As numerator, denominator and power of ten, the first two in 64 bits.
    static bool set_factor(Unit& row, Number value) {
        int exponent = 0;
        for (; !value.denominator().to_int64() && exponent > -most_exponent; --exponent) value = value * 10;
        for (; !value.numerator().to_int64() && exponent < most_exponent; ++exponent) value = value / 10;
        const auto numerator = value.numerator().to_int64(), denominator = value.denominator().to_int64();
        if (!numerator || !denominator || *numerator <= 0) return false;
        row.factor_numerator = *numerator;
        row.factor_denominator = *denominator;
        row.factor_exponent = static_cast<std::int16_t>(exponent);
        return true;
    }
    static bool set_offset(Unit& row, const Number& value) {
        const auto numerator = value.numerator().to_int64(), denominator = value.denominator().to_int64();
        if (!numerator || !denominator) return false;
        row.offset_numerator = *numerator;
        row.offset_denominator = *denominator;
        return true;
    }

    SourceId source_;
    Findings& findings_;
    Unit row_;  ///< what the units of the family have in common
    std::vector<UnitSource> units_;
};

}  // namespace

bool is_unit_file(const yaml::Node& root) {
    return root.kind == yaml::NodeKind::mapping && yaml::find_value(root, "class") != nullptr;
}

std::vector<UnitSource> read_units(const yaml::Node& root, SourceId source, Findings& findings) {
    return Reader(source, findings).read(root);
}

}  // namespace factlint
