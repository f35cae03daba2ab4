#include "unit/facts/fact_line.h"

#include "facts/describe.h"

namespace factlint::test {

std::string fact_line(const Facts& facts, std::size_t index, std::string_view text) {
    const Fact& fact = facts.items[index];
    const std::string unit = unit_text(facts, index, text);
    std::string out = std::string(name(fact.kind)) + ' ' + value_text(facts, index);
    if (!unit.empty()) out += ' ' + unit;
    if (fact.approx != Approx::none) out += ' ' + std::string(name(fact.approx));
    if (fact.has(Fact::ambiguous)) out += " ambiguous";
    if (fact.has(Fact::impossible)) out += " impossible";
    if (fact.kind == Kind::date && fact.date().weekday != 0)
        out += " weekday " + std::to_string(fact.date().weekday);
    return out + " | " + std::string(slice(text, fact.span));
}

}  // namespace factlint::test
