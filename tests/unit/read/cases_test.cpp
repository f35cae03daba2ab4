#include <boost/test/unit_test.hpp>

#include "read/dump.h"
#include "read/reader.h"
#include "support/cases.h"

using namespace factlint;

namespace {

/// Section `file name=…` is read; `sentences` shows its first block cut into sentences instead.
std::string read_case(const test::Case& a_case) {
    const test::Section* file = a_case.section("file");
    if (file == nullptr) return "the case has no section 'file'";
    Sources sources;
    const SourceId id = sources.add(file->attribute("name", "a.md"), file->text);
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
