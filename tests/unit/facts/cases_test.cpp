// tests/cases/facts: a line for each fact, `kind value unit | text as written`, parts below their whole.
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

std::string read_case(const test::Case& one) {
    const std::string text = one.text("input");
    Facts facts;
    extract_text(text, find_writing(one.attribute("input", "lang", "en")).value(), facts);
    std::string out;
    for (std::size_t i = 0; i < facts.items.size(); i += 1U + facts.items[i].parts)
        add_line(out, facts, i, text, "");
    return out;
}

BOOST_AUTO_TEST_CASE(cases) { BOOST_TEST(test::for_each_case("facts", read_case) == 0); }

}  // namespace
}  // namespace factlint
