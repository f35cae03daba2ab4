// What holds for the facts of any text, shared by the properties and the fuzz target.
#pragma once

#include <string>
#include <string_view>

#include "facts/describe.h"
#include "facts/json.h"
#include "text/utf8.h"

namespace factlint::test {

/// The first promise that is broken, in words; empty where all hold: spans ascend, do not overlap and lie on whole code
/// points of the text; numerals and parts lie inside their fact; every fact can be described.
inline std::string broken_promise(const Facts& facts, std::string_view text) {
    std::uint32_t end = 0;
    const auto cuts = [&](std::uint32_t at) {
        for (std::uint32_t back = 1; back < 4 && back <= at; ++back)
            if (const Decoded lead = decode(text, at - back); lead.valid && lead.size > back) return true;
        return false;
    };
    for (std::size_t i = 0; i < facts.items.size(); i += 1U + facts.items[i].parts) {
        const Fact& fact = facts.items[i];
        const std::string where =
            " at " + std::to_string(fact.span.begin) + ".." + std::to_string(fact.span.end);
        if (fact.span.begin < end) return "overlap" + where;
        if (fact.span.empty() || fact.span.end > text.size()) return "outside the text" + where;
        if (cuts(fact.span.begin) || cuts(fact.span.end)) return "inside a code point" + where;
        if (fact.number_length != 0 && !fact.span.contains(fact.number())) return "numeral outside" + where;
        if (fact.label_length != 0 && fact.label().end > text.size()) return "label outside" + where;
        if (i + fact.parts >= facts.items.size()) return "parts missing" + where;
        for (std::size_t part = i + 1; part <= i + fact.parts; ++part)
            if (!fact.span.contains(facts.items[part].span)) return "part outside" + where;
        end = fact.span.end;
    }
    std::string json;
    FactPlace place;
    place.prose = text;
    append_facts(json, facts, place);
    return json.empty() ? "no JSON" : "";
}

}  // namespace factlint::test
