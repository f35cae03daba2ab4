// Fields of facts: one table for the checker and the evaluator.
#include <algorithm>
#include <array>

#include "expr/checker.h"
#include "expr/describe.h"
#include "expr/evaluator.h"
#include "value/functions.h"

namespace factlint::expr {
namespace {

using Kinds = std::uint32_t;  ///< a bit for each kind

template <class... K> constexpr Kinds kinds(K... list) { return ((1u << static_cast<unsigned>(list)) | ...); }
constexpr Kinds every = (1u << kind_names.size()) - 1;
constexpr Kinds numeric = kinds(Kind::number, Kind::count, Kind::percent, Kind::money, Kind::measure,
                                Kind::ordinal, Kind::ratio, Kind::duration, Kind::age);
constexpr Kinds dated = kinds(Kind::date, Kind::datetime);

using Read = Value (*)(const Stated&, Arena&);

enum class Gives { number, text, end, value };

struct FactField {
    std::string_view name;
    Kinds of;
    Gives gives;
    Read read;
};

Value exact(Arena& arena, const Number& number) { return {arena.stated(bare(number))}; }

Value bound(Arena& arena, const std::optional<Bound>& bound) {
    if (!bound) return {Error{"the writing sets no such bound", {}, Error::Cause::evaluation}};
    return exact(arena, bound->value);
}

Value part(const Stated& fact, std::size_t index) {
    if (index < fact.parts.size()) return {&fact.parts[index]};
    return {Error{"this fact has no such part", {}, Error::Cause::evaluation}};
}

/// An end of a date range; the ends carry the origin of the whole.
Value date_end(const Stated& fact, const Date& date, std::size_t index, Arena& arena) {
    Stated made;
    if (index < fact.parts.size()) made = fact.parts[index];
    made.kind = Kind::date;
    made.dates = {date, date};
    made.stated_in_rule = fact.stated_in_rule;
    made.origin = fact.origin;
    return {arena.stated(std::move(made))};
}

Value read_number(const Stated& fact, Arena& arena) { return exact(arena, fact.number); }
Value read_value(const Stated& fact, Arena& arena) {
    if (numeric & kinds(fact.kind)) return exact(arena, fact.number);
    if (fact.kind == Kind::date) return {arena.text(to_edtf(fact.dates.start))};
    if (fact.kind == Kind::date_range) return {arena.text(to_edtf(fact.dates))};
    if (fact.kind == Kind::text) return {fact.text};
    return {arena.text(factlint::describe(fact))};
}
Value read_unit(const Stated& fact, Arena&) {
    return {fact.unit == UnitId::none ? fact.label : unit(fact.unit).id};
}
Value read_text(const Stated& fact, Arena&) { return {fact.text}; }
Value read_kind(const Stated& fact, Arena&) { return {name(fact.kind)}; }
Value read_low(const Stated& fact, Arena& arena) { return bound(arena, fact.admits.low); }
Value read_high(const Stated& fact, Arena& arena) { return bound(arena, fact.admits.high); }
Value read_first(const Stated& fact, Arena&) { return part(fact, 0); }
Value read_second(const Stated& fact, Arena&) { return part(fact, 1); }
Value read_start(const Stated& fact, Arena& arena) {
    return fact.kind == Kind::date_range ? date_end(fact, fact.dates.start, 0, arena) : part(fact, 0);
}
Value read_end(const Stated& fact, Arena& arena) {
    return fact.kind == Kind::date_range ? date_end(fact, fact.dates.end, 1, arena) : part(fact, 1);
}
template <Outcome<Stated> (*part_of)(const Stated&)> Value read_date(const Stated& fact, Arena& arena) {
    auto outcome = part_of(fact);
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome))
        return {Error{arena.text(mismatch->message), {}, Error::Cause::evaluation}};
    return {arena.stated(std::move(std::get<Stated>(outcome)))};
}
Value read_stated_weekday(const Stated& fact, Arena& arena) {
    if (fact.dates.start.weekday == 0) return {Unknown{"stated_weekday"}};
    return read_date<stated_weekday_of>(fact, arena);
}

constexpr Kinds ranges = kinds(Kind::range, Kind::date_range, Kind::time_range);

constexpr std::array fields{
    FactField{"number", numeric, Gives::number, read_number},
    FactField{"value", every, Gives::value, read_value},
    FactField{"unit", every, Gives::text, read_unit},
    FactField{"text", every, Gives::text, read_text},
    FactField{"low", numeric, Gives::number, read_low},
    FactField{"high", numeric, Gives::number, read_high},
    FactField{"kind", every, Gives::text, read_kind},
    FactField{"numerator", kinds(Kind::ratio), Gives::number, read_first},
    FactField{"denominator", kinds(Kind::ratio), Gives::number, read_second},
    FactField{"start", ranges, Gives::end, read_start},
    FactField{"end", ranges, Gives::end, read_end},
    FactField{"year", dated, Gives::number, read_date<year_of>},
    FactField{"month", dated, Gives::number, read_date<month_of>},
    FactField{"day", dated, Gives::number, read_date<day_of>},
    FactField{"stated_weekday", dated, Gives::number, read_stated_weekday},
};

const FactField* find_field(std::string_view name) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const FactField& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

Kinds kinds_of(const Type& type) {
    if (type.kinds.empty()) return every;
    Kinds all = 0;
    for (const Kind kind : type.kinds) all |= kinds(kind);
    return all;
}

Type end_type(Kinds of) {
    if (of == kinds(Kind::date_range)) return fact_type({Kind::date});
    if (of == kinds(Kind::time_range)) return fact_type({Kind::time});
    return fact_type({});
}

}  // namespace

std::optional<Type> fact_field(const Type& operand, std::string_view name) {
    const auto* field = find_field(name);
    const Kinds of = kinds_of(operand);
    if (!field || !(field->of & of)) return std::nullopt;
    switch (field->gives) {
        case Gives::number: return fact_type({Kind::number});
        case Gives::text: return simple(Type::Tag::string);
        case Gives::end: return end_type(of & ranges);
        case Gives::value:
            if (!(of & ~numeric)) return fact_type({Kind::number});
            return simple(of & numeric ? Type::Tag::dyn : Type::Tag::string);
    }
    return std::nullopt;
}

std::vector<std::string_view> fact_fields(const Type& operand) {
    std::vector<std::string_view> names;
    for (const auto& field : fields)
        if (field.of & kinds_of(operand)) names.push_back(field.name);
    return names;
}

Value stated_field(const Stated& fact, std::string_view name, Arena& arena) {
    const auto* field = find_field(name);
    if (field && (field->of & kinds(fact.kind))) return field->read(fact, arena);
    const std::string message =
        "a " + std::string(factlint::name(fact.kind)) + " has no field '" + std::string(name) + "'";
    return {Error{arena.text(message), {}, Error::Cause::rule}};
}

}  // namespace factlint::expr
