#include "check/data_value.h"

#include "facts/extract.h"
#include "facts/language.h"

namespace factlint {
namespace {

Kind kind_of(UnitId id) {
    switch (unit(id).unit_class) {
    case UnitClass::percent: return Kind::percent;
    case UnitClass::money: return Kind::money;
    case UnitClass::measure: return Kind::measure;
    case UnitClass::duration: return Kind::duration;
    case UnitClass::none: break;
    }
    return Kind::number;
}

std::optional<Stated> read_fact(std::string_view text, std::optional<Kind> as, StatedParts& parts) {
    Facts facts;
    extract_text(text, find_language("en").value_or(LanguageId{}), facts);
    if (facts.items.empty() || facts.items.front().span != Span{0, static_cast<std::uint32_t>(text.size())}) return std::nullopt;
    if (as && facts.items.front().kind != *as) return std::nullopt;
    return to_stated(facts, 0, text, parts);
}

}  // namespace

std::optional<Stated> read_data_value(std::string_view text, std::optional<Kind> as, std::string_view unit_id, StatedParts& parts) {
    const auto id = unit_id.empty() ? UnitId::none : find_unit(unit_id).value_or(UnitId::none);
    Stated value;
    if (as == Kind::text) {
        value.kind = Kind::text;
    } else if (const auto date = as == Kind::date ? parse_date(text) : std::nullopt) {
        value.kind = Kind::date;
        value.dates = {*date, *date};
    } else if (const auto number = Number::parse(text)) {
        value.number = *number;
        value.admits = Interval::exactly(*number);
        value.unit = id;
        value.kind = as.value_or(kind_of(id));
    } else {
        const auto read = read_fact(text, as, parts);
        if (!read) return std::nullopt;
        value = *read;
        if (value.kind != Kind::date && value.kind != Kind::date_range) value.admits = Interval::exactly(value.number);
    }
    value.text = text;
    return value;
}

}  // namespace factlint
