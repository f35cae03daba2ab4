// tests/cases/facts: a line for each fact, `kind value unit | text as written`, parts below their whole. With the flag
// `detect` every line is a paragraph and its language is found: `lang kind value unit | text`.
#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "facts/extract.h"
#include "support/cases.h"
#include "unit/facts/fact_line.h"

namespace factlint {
namespace {

void add_line(std::string& out, const Facts& facts, std::size_t index, std::string_view text,
              std::string indent) {
    out += indent + test::fact_line(facts, index, text) + '\n';
    const Fact& fact = facts.items[index];
    for (std::size_t part = index + 1; part <= index + fact.parts; part += 1U + facts.items[part].parts)
        add_line(out, facts, part, text, indent + "  ");
}

std::string lines_of(const Facts& facts, std::string_view text, bool tagged) {
    std::string out;
    for (std::size_t i = 0; i < facts.items.size(); i += 1U + facts.items[i].parts)
        add_line(out, facts, i, text, tagged ? std::string(tag(facts.items[i].language)) + ' ' : "");
    return out;
}

/// Each line is a paragraph, in the language that it looks like; each fact is said with its own.
std::string read_detected(const std::string& text) {
    Document document;
    document.prose = text;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        Block block;
        block.prose = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        document.blocks.push_back(block);
        begin = end + 1;
    }
    return lines_of(extract(document), text, true);
}

std::string read_case(const test::Case& one) {
    const std::string text = one.text("input");
    if (one.attribute("input", "detect") == "yes") return read_detected(text);
    Facts facts;
    extract_text(text, find_writing(one.attribute("input", "lang", "en")).value(), facts);
    return lines_of(facts, text, false);
}

BOOST_AUTO_TEST_CASE(cases) { BOOST_TEST(test::for_each_case("facts", read_case) == 0); }

}  // namespace
}  // namespace factlint
