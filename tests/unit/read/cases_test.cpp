#include <boost/test/unit_test.hpp>

#include "read/dump.h"
#include "read/json_lines.h"
#include "read/json_tree.h"
#include "read/reader.h"
#include "read/tree_dump.h"
#include "support/cases.h"

using namespace factlint;

namespace {

/// The trees of a data file, each followed by what was found in it.
std::string trees_of(const Sources& sources, SourceId id) {
    Findings findings;
    if (!sources[id].path.ends_with(".jsonl")) {
        const std::string tree = dump(read_json(sources, id, findings));
        return tree + dump(findings);
    }
    std::string out;
    for (JsonLines lines(sources, id); lines.next(findings); findings.clear())
        out += "line " + std::to_string(lines.line_number()) + '\n' + dump(lines.tree()) + dump(findings);
    return out;
}

/// Section `file name=…` is read; `sentences` shows its first block cut into sentences instead,
/// `tree` what a data file says.
std::string read_case(const test::Case& a_case) {
    const test::Section* file = a_case.section("file");
    if (file == nullptr) return "the case has no section 'file'";
    Sources sources;
    const SourceId id = sources.add(file->attribute("name", "a.md"), file->text);
    if (file->attribute("show") == "tree") return trees_of(sources, id);
    const auto document = reader_for(sources[id].path).read(sources, id);
    if (file->attribute("show") != "sentences") return dump(*document, sources);
    std::string out;
    for (const Block& block : document->blocks)
        for (const Span sentence : sentences(document->prose, block.prose))
            out += "[" + std::string(slice(document->prose, sentence)) + "]\n";
    return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(cases) { BOOST_TEST(test::for_each_case("read", read_case) == 0); }
