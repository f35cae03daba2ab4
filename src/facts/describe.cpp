#include "facts/describe.h"

#include <algorithm>
#include <array>

namespace factlint {
namespace {

Number number_of(const Fact& fact, const Facts& facts) { return value_of(fact, facts); }

/// Integers are what they say; decimals and percentages were rounded; money down to its minor unit was not.
bool is_exact(const Fact& fact) {
    if (fact.kind == Kind::percent) return false;
    return !fact.has(Fact::decimal_point) || fact.has(Fact::minor_written);
}

/// Direct parts of the composite at `index`, as indices: parts of parts are skipped.
struct Parts {
    std::array<std::size_t, 4> index{};
    std::size_t count = 0;
};

Parts parts_of(const Facts& facts, std::size_t index) {
    Parts parts;
    const std::size_t end = index + facts.items[index].parts;
    for (std::size_t at = index + 1; at <= end && parts.count < parts.index.size();
         at += 1U + facts.items[at].parts)
        parts.index[parts.count++] = at;
    return parts;
}

Date date_at(const Facts& facts, std::size_t index) {
    const Fact& fact = facts.items[index];
    if (fact.kind != Kind::datetime) return fact.date();
    for (std::size_t at = index + 1; at <= index + fact.parts; ++at)
        if (facts.items[at].kind != Kind::time) return facts.items[at].date();
    return {};
}

Time time_at(const Facts& facts, std::size_t index) {
    const Fact& fact = facts.items[index];
    if (fact.kind == Kind::time) return fact.time();
    for (std::size_t at = index + 1; at <= index + fact.parts; ++at)
        if (facts.items[at].kind == Kind::time) return facts.items[at].time();
    return {};
}

std::string moment_text(const Facts& facts, std::size_t index) {
    const Kind kind = facts.items[index].kind;
    if (kind == Kind::time) return to_iso(facts.items[index].time());
    if (kind == Kind::datetime) return to_edtf(date_at(facts, index)) + to_iso(time_at(facts, index));
    return to_edtf(date_at(facts, index));
}

std::string joined(const Facts& facts, std::size_t index, std::string (*text)(const Facts&, std::size_t)) {
    const Parts parts = parts_of(facts, index);
    if (parts.count < 2) return {};
    return text(facts, parts.index[0]) + "/" + text(facts, parts.index[parts.count - 1]);
}

/// The ends of a range of times; a day that is written at one end only is the day of both.
std::string time_range_text(const Facts& facts, std::size_t index) {
    const Parts parts = parts_of(facts, index);
    if (parts.count < 2) return {};
    std::string first = moment_text(facts, parts.index[0]);
    std::string second = moment_text(facts, parts.index[1]);
    const std::string day =
        first.front() == 'T' ? second.substr(0, second.find('T')) : first.substr(0, first.find('T'));
    if (first.front() == 'T') first.insert(0, day);
    if (second.front() == 'T') second.insert(0, day);
    return first + "/" + second;
}

struct Designator {
    std::string_view unit;
    bool time;
    char letter;
};
constexpr std::array designators = {Designator{"year", false, 'Y'}, Designator{"month", false, 'M'},
                                    Designator{"week", false, 'W'}, Designator{"day", false, 'D'},
                                    Designator{"hour", true, 'H'},  Designator{"minute", true, 'M'},
                                    Designator{"second", true, 'S'}};

/// One value of a duration: "P50Y", "PT30M"; `started` tells what already stands before it.
void append_duration(std::string& out, const Number& value, UnitId id) {
    const auto row = std::find_if(designators.begin(), designators.end(), [&](const Designator& designator) {
        return designator.unit == unit(id).id;
    });
    if (out.empty()) out = "P";
    if (row == designators.end()) {
        const UnitId wanted = compatible(id, UnitId::year) ? UnitId::year : UnitId::second;
        append_duration(out, convert(value, id, wanted), wanted);
        return;
    }
    if (row->time && out.find('T') == out.npos) out += 'T';
    out += value.to_string() + row->letter;
}

std::string duration_text(const Facts& facts, std::size_t index) {
    std::string out;
    const Parts parts = parts_of(facts, index);
    for (std::size_t i = 0; i < parts.count; ++i) {
        const Fact& part = facts.items[parts.index[i]];
        append_duration(out, number_of(part, facts), part.unit);
    }
    if (parts.count == 0) append_duration(out, number_of(facts.items[index], facts), facts.items[index].unit);
    return out;
}

DateRange dates_of(const Facts& facts, std::size_t index) {
    const Fact& fact = facts.items[index];
    if (fact.kind != Kind::date_range) return {date_at(facts, index), date_at(facts, index)};
    if (fact.parts == 0) return extent(fact.date());
    const Parts parts = parts_of(facts, index);
    const auto end = [&](std::size_t part) {
        const Date date = date_at(facts, parts.index[part]);
        return facts.items[parts.index[part]].kind == Kind::date_range ? extent(date) : DateRange{date, date};
    };
    return {end(0).start, end(1).end};
}

void set_dates(Stated& stated, const Facts& facts, std::size_t index) {
    const Kind kind = facts.items[index].kind;
    if (kind == Kind::date_range || kind == Kind::date || kind == Kind::datetime)
        stated.dates = dates_of(facts, index);
    if (kind == Kind::time || kind == Kind::datetime) stated.time = time_at(facts, index);
}

void set_number(Stated& stated, const Facts& facts, const Fact& fact) {
    stated.number = number_of(fact, facts);
    stated.admits = admitted(stated.number, fact.last_digit, is_exact(fact), fact.approx);
}

/// Parts in a row of their own, so that the span over them stays valid while others are added.
void set_parts(Stated& stated, const Facts& facts, std::size_t index, std::string_view prose,
               StatedParts& store) {
    const Parts parts = parts_of(facts, index);
    std::vector<Stated> made;
    for (std::size_t i = 0; i < parts.count; ++i)
        made.push_back(to_stated(facts, parts.index[i], prose, store));
    store.push_back(std::move(made));
    stated.parts = store.back();
    if (stated.kind != Kind::ratio || stated.parts.size() < 2 || stated.parts[1].number.sign() == 0) return;
    stated.number = stated.parts[0].number / stated.parts[1].number;
    const auto quotient = divide(stated.parts[0].admits, stated.parts[1].admits);
    stated.admits = quotient ? *quotient : Interval::exactly(stated.number);
    const Approx approx = facts.items[index].approx;
    if (approx != Approx::none) stated.admits = admitted(stated.number, 0, true, approx);
}

bool has_number(Kind kind) { return kind <= Kind::ordinal || kind == Kind::duration || kind == Kind::age; }

/// 6 ft 6 in and 2 years 3 months as they are written, all else as rules see it.
std::string amount_text(const Stated& stated) {
    if (!has_number(stated.kind) || stated.parts.empty()) return describe(stated);
    std::string text;
    for (const Stated& part : stated.parts) text += (text.empty() ? "" : " ") + describe(part);
    return text;
}

/// " ± 5 million" where the writing was rounded or is approximate; words such as "at least" say the rest.
std::string precision_text(const Stated& stated) {
    const Interval interval = interval_of(stated);
    if (!has_number(stated.kind) || !interval.low || !interval.high || interval.is_point()) return {};
    const Number above = interval.high->value - stated.number;
    return above == stated.number - interval.low->value ? " ± " + describe(bare(above)) : std::string();
}

}  // namespace

Number value_of(const Fact& fact, const Facts& facts) {
    if (fact.has(Fact::big)) return facts.big[static_cast<std::size_t>(fact.payload)];
    return Number::decimal(fact.payload, fact.exponent);
}

Stated to_stated(const Facts& facts, std::size_t index, std::string_view prose, StatedParts& parts) {
    const Fact& fact = facts.items[index];
    Stated stated;
    stated.kind = fact.kind;
    stated.unit = fact.unit;
    stated.approx = fact.approx;
    stated.text = slice(prose, fact.span);
    if (fact.label_length != 0) stated.label = slice(prose, fact.label());
    if (has_number(fact.kind)) set_number(stated, facts, fact);
    set_dates(stated, facts, index);
    if (fact.parts != 0) set_parts(stated, facts, index, prose, parts);
    return stated;
}

std::string value_text(const Facts& facts, std::size_t index) {
    const Fact& fact = facts.items[index];
    switch (fact.kind) {
        case Kind::ratio:
        case Kind::range: return joined(facts, index, value_text);
        case Kind::date_range: return to_edtf(dates_of(facts, index));
        case Kind::time_range: return time_range_text(facts, index);
        case Kind::date:
        case Kind::datetime:
        case Kind::time: return moment_text(facts, index);
        case Kind::duration:
        case Kind::age: return duration_text(facts, index);
        case Kind::identifier:
        case Kind::text: return {};
        default: return number_of(fact, facts).to_string();
    }
}

std::string unit_text(const Facts& facts, std::size_t index, std::string_view prose) {
    const Fact& fact = facts.items[index];
    if (fact.kind == Kind::duration || fact.kind == Kind::age) return {};
    if (fact.unit != UnitId::none) {
        const std::string_view id = unit(fact.unit).id;
        return id == "percent" ? "%" : std::string(id);
    }
    return fact.label_length == 0 ? std::string() : std::string(slice(prose, fact.label()));
}

Interval interval_of(const Stated& stated) {
    if (stated.kind == Kind::range && stated.parts.size() == 2)
        return {stated.parts[0].admits.low, stated.parts[1].admits.high};
    const bool counts = has_number(stated.kind) || stated.kind == Kind::ratio;
    return counts ? stated.admits : Interval{};
}

std::string reading(const Facts& facts, std::size_t index, std::string_view prose) {
    const Fact& fact = facts.items[index];
    StatedParts store;
    const Stated stated = to_stated(facts, index, prose, store);
    std::string text = std::string(name(fact.kind)) + ": " + amount_text(stated);
    if (fact.unit == UnitId::none && fact.label_length != 0) text += " " + unit_text(facts, index, prose);
    text += precision_text(stated);
    if (is_temporal(fact.kind) && stated.dates.start.weekday != 0)
        text += ", " + std::string(weekday_name(stated.dates.start.weekday));
    if (fact.has(Fact::ambiguous)) text += ", or another unit with this sign";
    if (fact.has(Fact::impossible)) text += ", which is impossible";
    return text;
}

}  // namespace factlint
