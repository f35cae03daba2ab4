#include "facts/json.h"

#include <charconv>

#include "facts/describe.h"
#include "facts/language.h"
#include "text/json_string.h"

namespace factlint {
namespace {

/// Names are ASCII letters.
void append_name(std::string& out, std::string_view name) {
    if (out.back() != '{') out += ',';
    out += '"';
    out += name;
    out += "\":";
}

void append_member(std::string& out, std::string_view name, std::string_view text) {
    append_name(out, name);
    append_json_string(out, text);
}

void append_literal(std::string& out, std::string_view name, std::string_view literal) {
    append_name(out, name);
    out += literal;
}

void append_integer(std::string& out, std::string_view name, std::uint64_t value) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    append_literal(out, name, {digits, static_cast<std::size_t>(end - digits)});
}

void append_end(std::string& out, std::string_view name, const std::optional<Bound>& bound) {
    if (!bound) return;
    append_member(out, name, bound->value.to_string());
    if (bound->open) append_literal(out, std::string(name) + "_open", "true");
}

void append_interval(std::string& out, const Interval& interval) {
    append_end(out, "low", interval.low);
    append_end(out, "high", interval.high);
}

Span in_file(Span prose, const FactPlace& place) {
    return place.document != nullptr ? place.document->to_source(prose) : prose;
}

void append_places(std::string& out, const Fact& fact, std::string_view number, const FactPlace& place) {
    const Span span = in_file(fact.span, place);
    append_integer(out, "start", place.base + span.begin);
    append_integer(out, "end", place.base + span.end);
    if (fact.number_length != 0) {
        const Span numeral = in_file(fact.number(), place);
        out += ",\"number\":{";
        append_integer(out, "start", place.base + numeral.begin);
        append_integer(out, "end", place.base + numeral.end);
        append_member(out, "value", number);
        out += '}';
    }
    if (place.lines == nullptr) return;
    const LineColumn position = place.lines->at(span.begin);
    append_integer(out, "line", place.lines_before + position.line);
    append_integer(out, "column", position.column);
}

void append_parts(std::string& out, const Facts& facts, std::size_t index, const FactPlace& place) {
    const Fact& fact = facts.items[index];
    if (fact.kind == Kind::ratio && fact.parts >= 2) {
        append_member(out, "numerator", value_text(facts, index + 1));
        append_member(out, "denominator", value_text(facts, index + 2));
    }
    if (fact.parts == 0) return;
    out += ",\"parts\":[";
    for (std::size_t at = index + 1; at <= index + fact.parts; at += 1U + facts.items[at].parts) {
        if (at != index + 1) out += ',';
        append_fact(out, facts, at, place);
    }
    out += ']';
}

}  // namespace

void append_fact(std::string& out, const Facts& facts, std::size_t index, const FactPlace& place) {
    const Fact& fact = facts.items[index];
    StatedParts store;
    const Stated stated = to_stated(facts, index, place.prose, store);
    out += '{';
    if (!place.path.empty()) append_member(out, "path", place.path);
    append_member(out, "kind", name(fact.kind));
    append_member(out, "text", stated.text);
    if (const std::string value = value_text(facts, index); !value.empty())
        append_member(out, "value", value);
    if (const std::string unit = unit_text(facts, index, place.prose); !unit.empty())
        append_member(out, "unit", unit);
    append_interval(out, interval_of(stated));
    if (fact.approx != Approx::none) append_member(out, "approx", name(fact.approx));
    if (fact.has(Fact::ambiguous)) append_literal(out, "ambiguous", "true");
    if (fact.has(Fact::impossible)) append_literal(out, "impossible", "true");
    if (is_temporal(fact.kind) && stated.dates.start.weekday != 0)
        append_integer(out, "weekday", stated.dates.start.weekday);
    append_places(out, fact, stated.number.to_string(), place);
    append_member(out, "lang", tag(fact.language));
    append_parts(out, facts, index, place);
    out += '}';
}

void append_facts(std::string& out, const Facts& facts, const FactPlace& place) {
    out += '[';
    for (std::size_t at = 0; at < facts.items.size(); at += 1U + facts.items[at].parts) {
        if (at != 0) out += ',';
        append_fact(out, facts, at, place);
    }
    out += ']';
}

}  // namespace factlint
