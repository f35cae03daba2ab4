#include <boost/test/unit_test.hpp>
#include <deque>

#include "build.h"
#include "read/json_tree.h"
#include "schema/table_schema_reader.h"
#include "support/cases.h"
#include "text/line_map.h"

using namespace factlint;

namespace {

/// Section `column`: the spec of build.h. `cells`: one a line; each gives what it is or what `describe` says of it.
std::string describe_case(const test::Case& a_case) {
    std::vector<Finding> findings;
    const ColumnCheck check(test::column_of(a_case.text("column")), findings);
    std::string out = test::messages(findings);
    if (a_case.section("cells") == nullptr) return out;
    const std::string cells = a_case.text("cells") + "\n";
    for (std::size_t at = 0; at < cells.size();) {
        const std::size_t end = cells.find('\n', at);
        const std::string cell = cells.substr(at, end - at);
        CellValue value;
        std::string scratch;
        const CellFault fault = check.check(cell, value, scratch);
        out += fault == CellFault::none ? "ok\n" : check.describe(fault, cell) + "\n";
        at = end + 1;
    }
    return out;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (&text == &texts.front() ? "" : ", ") + text;
    return all;
}

std::string described(const std::vector<Finding>& findings, const Sources& sources) {
    constexpr std::string_view severities[] = {"note", "warning", "error"};
    std::string out;
    for (const Finding& finding : findings) {
        const LineMap lines(sources.text(finding.primary->source));
        const Position at = lines.position(finding.primary->span.begin);
        const std::string_view shown = sources.text(*finding.primary);
        out += sources[finding.primary->source].path + ":" + std::to_string(at.line) + ":" +
               std::to_string(at.column) + " " + std::string(severities[static_cast<int>(finding.severity)]) +
               " " + finding.id + ": " + finding.message +
               (finding.help.empty() ? "" : " / " + finding.help) + "\n    ^ " +
               std::string(shown.substr(0, shown.find('\n'))) + "\n";
    }
    return out;
}

std::string shown(const TableSchema& schema) {
    constexpr std::string_view matches[] = {"exact", "equal", "subset", "superset", "partial"};
    std::string out;
    if (schema.match != TableSchema::Match::exact)
        out += "  match " + std::string(matches[static_cast<int>(schema.match)]) + "\n";
    for (const Column& column : schema.columns)
        out += "  " + column.name + ": " + test::spec_of(column) + "\n";
    if (!schema.primary_key.empty()) out += "  primary key " + joined(schema.primary_key) + "\n";
    for (const auto& key : schema.unique_keys) out += "  unique key " + joined(key) + "\n";
    for (const ForeignKey& key : schema.foreign_keys)
        out += "  foreign key " + joined(key.fields) + " -> " +
               (key.resource.empty() ? "self" : key.resource) + " " + joined(key.reference_fields) + "\n";
    return out;
}

std::string shown(const DataPackage& package) {
    std::string out;
    for (const Resource& resource : package.resources) {
        out += "resource " + resource.name + ": " + joined(resource.paths);
        out += (resource.encoding.empty() ? "" : " encoding=" + resource.encoding);
        out += (resource.format.empty() ? "" : " format=" + resource.format) + "\n";
        if (resource.dialect)
            out += std::string("  dialect ") + resource.dialect->delimiter + " " +
                   (resource.dialect->quote == 0 ? "no quotes" : std::string(1, resource.dialect->quote)) +
                   (resource.dialect->header ? "" : " no header") + "\n";
        if (resource.schema) out += shown(*resource.schema);
    }
    return out;
}

/// Section `json`: a descriptor; sections `file name=…`: what it may refer to.
std::string descriptor_case(const test::Case& a_case) {
    Sources sources;
    std::deque<Tree> trees;
    std::vector<Finding> findings;
    const auto read = [&](std::string path, std::string text) {
        return &trees.emplace_back(
            read_json(sources, sources.add(std::move(path), std::move(text)), findings));
    };
    const LoadTree load = [&](std::string_view path, Place from) -> const Tree* {
        for (const test::Section& section : a_case.sections)
            if (section.name == "file" && section.attribute("name") == path)
                return read(std::string(path), section.text);
        findings.push_back(problem("unreadable-file", from, "there is no file " + quoted(path)));
        return nullptr;
    };
    const Tree& tree = *read("a.json", a_case.text("json"));
    const std::string what = is_data_package(tree) ? shown(read_data_package(tree, load, findings))
                                                   : shown(read_table_schema(tree, 0, findings));
    for (const Finding& finding : findings) BOOST_TEST(finding.primary.has_value());
    return described(findings, sources) + what;
}

std::string run_case(const test::Case& a_case) {
    return a_case.section("json") ? descriptor_case(a_case) : describe_case(a_case);
}

}  // namespace

BOOST_AUTO_TEST_CASE(cases) { BOOST_TEST(test::for_each_case("schema", run_case) == 0); }
