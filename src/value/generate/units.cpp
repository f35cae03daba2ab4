// Writes the table of units (the rows of value/unit.h) from facts/units/*.yaml, at build time.
//
//     generate_units OUT FILE…
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>
#include <yaml-cpp/yaml.h>

#include "value/unit.h"

namespace factlint {
namespace {

constexpr std::array class_names{"none", "percent", "money", "measure", "duration"};

struct Row {
    std::string unit_class;
    Dimension dimension{};
    Number factor = 1;
    Number offset = 0;
    int minor_digits = 0;
};

using Rows = std::map<std::string, Row>;

/// "0.3048", "1e-9" or "5/9", exact.
Number read_number(const std::string& text) {
    const std::size_t slash = text.find('/');
    const auto top = Number::parse(text.substr(0, slash));
    const auto bottom = slash == std::string::npos ? Number(1) : Number::parse(text.substr(slash + 1));
    if (!top || !bottom || bottom->sign() == 0) throw std::runtime_error("'" + text + "' is no exact number");
    return *top / *bottom;
}

Dimension read_dimension(const YAML::Node& node) {
    Dimension dimension{};
    for (const auto& entry : node) {
        const auto name = entry.first.as<std::string>();
        const auto found = std::find(base_quantities.begin(), base_quantities.end(), name);
        if (found == base_quantities.end())
            throw std::runtime_error("there is no base quantity '" + name + "'");
        dimension[static_cast<std::size_t>(found - base_quantities.begin())] =
            static_cast<std::int8_t>(entry.second.as<int>());
    }
    return dimension;
}

void add(Rows& rows, const std::string& id, Row row) {
    if (!rows.emplace(id, std::move(row)).second) throw std::runtime_error("'" + id + "' stands there twice");
}

void read_family(Rows& rows, const Row& common, const YAML::Node& family) {
    for (const auto& entry : family["minor_digits"]) {
        Row row = common;
        row.minor_digits = entry.second.as<int>();
        add(rows, entry.first.as<std::string>(), std::move(row));
    }
    for (const auto& entry : family["units"]) {
        const YAML::Node& value = entry.second;
        Row row = common;
        row.factor = read_number((value.IsMap() ? value["factor"] : value).as<std::string>());
        if (value.IsMap()) row.offset = read_number(value["offset"].as<std::string>());
        add(rows, entry.first.as<std::string>(), std::move(row));
    }
}

void read_file(Rows& rows, const std::string& path) {
    const YAML::Node file = YAML::LoadFile(path);
    Row common;
    common.unit_class = file["class"].as<std::string>();
    if (std::find(class_names.begin(), class_names.end(), common.unit_class) == class_names.end())
        throw std::runtime_error("there is no class '" + common.unit_class + "'");
    for (const auto& family : file["families"]) {
        common.dimension = read_dimension(family.second["dimension"]);
        read_family(rows, common, family.second);
    }
}

/// `value` as "numerator, denominator, power of ten", each in 64 bits.
std::string factor_text(Number value) {
    int exponent = 0;
    for (; !value.denominator().to_int64(); --exponent) value = value * 10;
    for (; !value.numerator().to_int64(); ++exponent) value = value / 10;
    return value.numerator().to_string() + ", " + value.denominator().to_string() + ", " +
           std::to_string(exponent);
}

std::string row_text(const std::string& id, const Row& row) {
    std::string text = "{\"" + id + "\", UnitClass::" + row.unit_class + ", {";
    for (const auto exponent : row.dimension) text += std::to_string(exponent) + ",";
    return text + "}, " + factor_text(row.factor) + ", " + row.offset.numerator().to_string() + ", " +
           row.offset.denominator().to_string() + ", " + std::to_string(row.minor_digits) + "},\n";
}

/// The units that value/unit.h names come first, in its order, then all others by identifier.
void write(const std::string& path, Rows rows) {
    std::ofstream out(path);
    Row none;
    none.unit_class = "none";
    out << row_text("", none);
    for (const auto name : named_units) {
        const auto found = rows.find(std::string(name));
        if (found == rows.end()) throw std::runtime_error("there is no unit '" + std::string(name) + "'");
        out << row_text(found->first, found->second);
        rows.erase(found);
    }
    for (const auto& [id, row] : rows) out << row_text(id, row);
    if (!out.flush()) throw std::runtime_error("cannot be written");
}

}  // namespace
}  // namespace factlint

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() < 2) {
        std::cerr << "usage: generate_units OUT FILE…\n";
        return 2;
    }
    std::string at;
    try {
        factlint::Rows rows;
        for (std::size_t i = 1; i < arguments.size(); ++i) factlint::read_file(rows, at = arguments[i]);
        factlint::write(at = arguments[0], std::move(rows));
    } catch (const std::exception& failure) {
        std::cerr << at << ": " << failure.what() << "\n";
        return 1;
    }
    return 0;
}
