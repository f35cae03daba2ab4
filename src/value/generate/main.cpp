// Writes the table of units (the rows of value/unit.h) from facts/units/*.yaml, at build time.
//
//     generate_units OUT FILE…
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "value/generate/unit_source.h"

namespace factlint {
namespace {

using Rows = std::map<std::string, Unit>;

void read_file(const std::string& path, Sources& sources, Rows& rows, Findings& findings) {
    const auto source = sources.load(path, path);
    if (!source) return findings.push_back(source.error());
    const auto tree = yaml::read(sources, *source, findings);
    if (!tree || !tree->root) return;
    for (UnitSource& unit : read_units(*tree->root, *source, findings))
        if (!rows.emplace(unit.id, unit.row).second)
            findings.push_back(
                problem("duplicate-unit", unit.place, quoted(unit.id) + " stands there twice"));
}

std::string row_text(const std::string& id, const Unit& row) {
    std::string text = "{\"" + id + "\", UnitClass::";
    text.append(class_names[static_cast<std::size_t>(row.unit_class)]).append(", {");
    for (const auto exponent : row.dimension) text += std::to_string(exponent) + ",";
    text += "}";
    for (const std::int64_t value :
         {row.factor_numerator, row.factor_denominator, std::int64_t{row.factor_exponent},
          row.offset_numerator, row.offset_denominator, std::int64_t{row.minor_digits}})
        text += ", " + std::to_string(value);
    return text + "},\n";
}

/// The units that value/unit.h names come first, in its order, then all others by identifier.
void write(std::ostream& out, Rows rows, Findings& findings) {
    out << row_text("", {});
    for (const auto name : named_units) {
        const auto found = rows.find(std::string(name));
        if (found == rows.end()) {
            findings.push_back(problem("no-unit", {}, "there is no unit " + quoted(name)));
            continue;
        }
        out << row_text(found->first, found->second);
        rows.erase(found);
    }
    for (const auto& [id, row] : rows) out << row_text(id, row);
}

}  // namespace
}  // namespace factlint

int main(int argc, char** argv) {
    using namespace factlint;
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() < 2) {
        std::cerr << "usage: generate_units OUT FILE…\n";
        return 2;
    }
    Sources sources;
    Findings findings;
    Rows rows;
    for (std::size_t i = 1; i < arguments.size(); ++i) read_file(arguments[i], sources, rows, findings);
    std::ofstream out(arguments[0]);
    write(out, std::move(rows), findings);
    std::cerr << problem_lines(findings, sources);
    return out.flush() && findings.empty() ? 0 : 1;
}
