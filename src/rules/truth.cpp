#include "rules/truth.h"

#include <algorithm>

#include "facts/extract.h"
#include "text/problem.h"

namespace factlint {
namespace {

/// Of what is written with an amount alone: 4.50 of USD has its minor unit and is exact, 4 percent was rounded.
Interval admitted_of(const Stated& value, const Stated& read) {
    if (value.kind == Kind::percent && read.approx == Approx::none && read.admits.is_point())
        return admitted(read.number, 0, false, Approx::none);
    if (value.kind != Kind::money || read.approx != Approx::none) return read.admits;
    const auto dot = read.text.find_last_of(".,");
    const bool minor = dot != std::string_view::npos &&
                       static_cast<int>(read.text.size() - dot - 1) == unit(value.unit).minor_digits;
    return minor ? Interval::exactly(read.number) : read.admits;
}

Stated exact(Stated value, std::string_view text, StatedParts& parts) {
    value.text = text;
    value.stated_in_rule = true;
    value.admits = Interval::exactly(value.number);
    value.approx = Approx::none;
    std::vector<Stated> exact_parts;
    for (const Stated& part : value.parts) exact_parts.push_back(exact(part, part.text, parts));
    if (!exact_parts.empty()) value.parts = parts.emplace_back(std::move(exact_parts));
    return value;
}

Stated text_value(std::string_view text) {
    Stated value;
    value.kind = Kind::text;
    value.text = text;
    value.stated_in_rule = true;
    return value;
}

/// The value of a truth: exact, or with what its writing admits.
Stated taken(Stated value, const TruthText& truth, StatedParts& parts) {
    if (!truth.rounded) return exact(std::move(value), truth.text, parts);
    value.text = truth.text;
    value.stated_in_rule = true;
    return value;
}

/// The unit of `as: money, unit: USD`; kinds without one need none.
std::optional<UnitId> unit_of(Kind kind, std::string_view word) {
    if (kind == Kind::percent) return word == "pp" ? UnitId::pp : UnitId::percent;
    const bool needed =
        kind == Kind::money || kind == Kind::measure || kind == Kind::duration || kind == Kind::age;
    if (!needed) return UnitId::none;
    return word.empty() ? std::nullopt : find_unit(word);
}

/// A value that the text alone would not give: EDTF, or a bare number of the kind that `as` says.
std::optional<Stated> read_as(Kind kind, const TruthText& truth, const std::optional<Stated>& read) {
    Stated value;
    value.kind = kind;
    if (kind == Kind::date) {
        const auto date = parse_date(truth.text);
        if (!date) return std::nullopt;
        value.dates = {*date, *date};
        return value;
    }
    if (kind == Kind::date_range) {
        const auto range = parse_date_range(truth.text);
        if (!range) return std::nullopt;
        value.dates = *range;
        return value;
    }
    const bool number = read && (read->kind == Kind::number || read->kind == Kind::count);
    const auto unit_id = unit_of(kind, truth.unit);
    if (!is_numeric(kind) || !number || !unit_id) return std::nullopt;
    value.number = read->number;
    value.unit = *unit_id;
    value.approx = read->approx;
    value.admits = admitted_of(value, *read);
    return value;
}

/// "`130 million USD` (money) and `2` (number)".
std::string list_of(const Facts& facts, std::string_view text) {
    std::string list;
    for (std::size_t i = 0; i < facts.items.size(); i += 1 + facts.items[i].parts)
        list += (list.empty() ? "" : " and ") + quoted(slice(text, facts.items[i].span)) + " (" +
                std::string(name(facts.items[i].kind)) + ")";
    return list;
}

bool is_whole(const Facts& facts, std::string_view text) {
    if (facts.items.empty() || facts.items.size() != 1u + facts.items[0].parts) return false;
    return facts.items[0].span == Span{0, static_cast<std::uint32_t>(text.size())};
}

std::string help_for(Kind kind) {
    if (kind == Kind::date)
        return "write a date of the file's language, or EDTF such as '2025-11-02', '2021-07', '1995'";
    if (kind == Kind::date_range) return "write a range of dates, or EDTF such as '2025-11-02/2025-11-03'";
    if (is_numeric(kind)) return "write the value with its unit, or a plain number and the key `unit`";
    return {};
}

/// A unit says the kind where `as` does not: 48250.00 with the unit USD is money.
std::optional<Kind> kind_of_unit(std::string_view id) {
    const auto found = id.empty() ? std::nullopt : find_unit(id);
    if (!found) return std::nullopt;
    switch (unit(*found).unit_class) {
        case UnitClass::percent: return Kind::percent;
        case UnitClass::money: return Kind::money;
        case UnitClass::measure: return Kind::measure;
        case UnitClass::duration: return Kind::duration;
        case UnitClass::none: break;
    }
    return std::nullopt;
}

}  // namespace

StatedTruth read_truth(const TruthText& given, LanguageId language, StatedParts& parts) {
    TruthText truth = given;
    if (!truth.as) truth.as = kind_of_unit(truth.unit);
    if (truth.as == Kind::text) return {text_value(truth.text), {}, {}};
    Facts facts;
    extract_text(truth.text, language, facts);
    std::optional<Stated> read;
    if (is_whole(facts, truth.text)) read = to_stated(facts, 0, truth.text, parts);
    if (const auto number = Number::parse(truth.text); number && !read) read = bare(*number);
    if (read && !facts.items.empty() && facts.items[0].has(Fact::impossible))
        return {{}, quoted(truth.text) + " cannot be: there is no such " + std::string(name(read->kind)), {}};
    if (read && truth.as.value_or(read->kind) == read->kind) return {taken(*read, truth, parts), {}, {}};
    if (truth.as) {
        if (const auto value = read_as(*truth.as, truth, read)) return {taken(*value, truth, parts), {}, {}};
        const std::string found =
            facts.items.empty() ? ": nothing is read there" : ": it reads as " + list_of(facts, truth.text);
        return {
            {}, quoted(truth.text) + " is no " + std::string(name(*truth.as)) + found, help_for(*truth.as)};
    }
    if (facts.items.empty()) return {text_value(truth.text), {}, {}};
    return {{},
            quoted(truth.text) + " is not one value: it reads as " + list_of(facts, truth.text),
            "state one value, or say `{value: …, as: text}`"};
}

}  // namespace factlint
