#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>
#include <vector>

#include "read/json_tree.h"
#include "schema/json_schema.h"
#include "support/cases.h"
#include "text/line_map.h"

using namespace factlint;

namespace {

std::string shown(const Sources& sources, const Place& place) {
    const Position at = LineMap(sources.text(place.source)).position(place.span.begin);
    return std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string with_help(const std::string& message, const std::string& help) {
    return help.empty() ? message + '\n' : message + " / " + help + '\n';
}

/// The first word of what `place` covers, to see that the span is right.
std::string shown_text(const Sources& sources, const Place& place) {
    const std::string_view text = sources.text(place);
    return " [" + std::string(text.substr(0, std::min(text.find('\n'), text.size()))) + "] ";
}

std::string dump(const Sources& sources, const Findings& findings) {
    std::string out;
    for (const Finding& finding : findings)
        out += sources[finding.primary->source].path + ":" + shown(sources, *finding.primary) +
               shown_text(sources, *finding.primary) + finding.id + ": " +
               with_help(finding.message, finding.help);
    return out;
}

std::string dump(const Sources& sources, const Tree& tree, const schema::SchemaError& error) {
    const Place place{tree.source, error.span};
    std::string out = shown(sources, place) + shown_text(sources, place) + pointer_of(tree, error.instance) +
                      " " + std::string(error.keyword) + ": " + with_help(error.message, error.help);
    if (error.schema_place)
        out += "    " + sources[error.schema_place->source].path + ":" + shown(sources, *error.schema_place) +
               '\n';
    for (const Related& related : error.related)
        out += "    " + shown(sources, related.place) + " " + related.message + '\n';
    return out;
}

struct Files {
    Sources sources;
    Findings findings;
    std::vector<std::unique_ptr<Tree>> trees;

    const Tree& read(const std::string& path, const std::string& text) {
        trees.push_back(std::make_unique<Tree>(read_json(sources, sources.add(path, text), findings)));
        return *trees.back();
    }
};

/// Section `schema` (with `formats` they are checked, `draft=7` as such), further ones `file name=…` beside it, and
/// `data`; `limit=N` of errors told.
std::string check_case(const test::Case& a_case) {
    Files files;
    schema::Options options;
    options.uri = "schemas/a.schema.json";
    options.assert_formats = a_case.attribute("schema", "formats") == "yes";
    if (a_case.attribute("schema", "draft") == "7") options.draft = schema::Draft::draft7;
    for (const test::Section& section : a_case.sections)
        if (section.name == "file") files.read(section.attribute("name"), section.text);
    options.resolve = [&](std::string_view uri) -> const Tree* {
        for (const auto& tree : files.trees)
            if (files.sources[tree->source].path == uri) return tree.get();
        return nullptr;
    };
    const Tree& schema_tree = files.read("a.schema.json", a_case.text("schema"));
    const auto compiled = schema::compile(schema_tree, options, files.findings);
    const Tree& data = files.read("a.json", a_case.text("data"));
    std::string out = dump(files.sources, files.findings);
    if (!compiled || data.nodes.empty()) return out;
    const auto limit = static_cast<std::size_t>(std::stoul(a_case.attribute("data", "limit", "100")));
    const schema::Validation validation = schema::validate(*compiled, data, 0, limit);
    for (const schema::SchemaError& error : validation.errors) out += dump(files.sources, data, error);
    if (validation.count > validation.errors.size()) out += std::to_string(validation.count) + " errors\n";
    return validation.valid() ? out + "valid\n" : out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(json_schema_cases) { BOOST_TEST(test::for_each_case("json_schema", check_case) == 0); }
