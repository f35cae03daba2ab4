#include "facts/draft.h"
#include "facts/temporal.h"

namespace factlint {
namespace {

void set_unit(Draft& draft, const Sense& unit, std::size_t end) {
    draft.fact.kind = Kind::duration;
    draft.fact.unit = static_cast<UnitId>(unit.value);
    draft.end = end;
}

/// 2時間半, one hour and a half: half a unit more.
void add_half(Run& run, Draft& draft) {
    std::size_t next = draft.end;
    if (run.is(next, Role::link)) ++next;
    if (next != draft.end && run.is(next, Role::article)) ++next;
    const bool half = run.is(next, Role::half) || (next != draft.end && run.is(next, Role::portion));
    if (!half || draft.numeral.big || draft.numeral.exponent != 0) return;
    draft.numeral.mantissa = draft.numeral.mantissa * 10 + 5;
    draft.numeral.exponent = -1;
    draft.end = next + 1;
}

/// The unit of time behind the numeral: "50 years", "thirty-year", "half an hour".
bool take_time_unit(Run& run, Draft& draft) {
    std::size_t at = behind_hyphen(run, draft.end);
    if (run.is(at, Role::article) && draft.numeral.exponent < 0) ++at;
    const Sense* unit = follows(run, at) ? run.sense(at, Role::time_unit) : nullptr;
    if (unit == nullptr) return false;
    set_unit(draft, *unit, at + 1);
    add_half(run, draft);
    return true;
}

Draft read_part(Run& run, std::size_t at) {
    Draft draft;
    draft.begin = at;
    draft.numeral = read_numeral(run, at);
    draft.end = at + draft.numeral.tokens;
    if (draft.numeral.tokens == 0 || draft.numeral.negative) return {};
    return draft;
}

/// 歳, tuổi, "years old", "-year-old".
bool take_age(Run& run, Draft& draft) {
    std::size_t at = draft.end;
    if (draft.fact.kind == Kind::duration) at = behind_hyphen(run, at);
    if (!follows(run, at) || !run.is(at, Role::age_mark)) return false;
    if (draft.fact.kind != Kind::duration) draft.fact.unit = find_unit("year").value_or(UnitId::none);
    draft.fact.kind = Kind::age;
    draft.end = at + 1;
    return true;
}

/// "aged 37": the number alone is the age.
bool take_led_age(Run& run, Draft& draft) {
    if (!draft.numeral.plain || draft.numeral.mantissa > 150) return false;
    if (run.before(run[draft.begin].span.begin, Role::age_prefix).sense == nullptr) return false;
    draft.fact.kind = Kind::age;
    draft.fact.unit = find_unit("year").value_or(UnitId::none);
    return true;
}

/// Years and months go together, and weeks to seconds; the second unit is the smaller one.
bool goes_on(UnitId larger, UnitId smaller) {
    if (larger == smaller || !compatible(larger, smaller)) return false;
    return convert(Number(1), smaller, larger) < Number(1);
}

/// The sum of two parts in the unit of the second, where it stays a 64-bit decimal.
bool add_in_smaller(Draft& sum, const Draft& larger) {
    const Number converted = convert(Number::decimal(larger.numeral.mantissa, larger.numeral.exponent),
                                     larger.fact.unit, sum.fact.unit);
    const Number value = converted + Number::decimal(sum.numeral.mantissa, sum.numeral.exponent);
    const auto mantissa = (value * Number::power_of_ten(-sum.numeral.exponent)).to_int64();
    if (!mantissa) return false;
    sum.numeral.mantissa = *mantissa;
    sum.numeral.span.begin = larger.numeral.span.begin;
    return true;
}

/// 1 hour 30 minutes, 2 years and 3 months: one duration in the smaller unit with two parts. 0 where nothing goes on.
std::size_t append_compound(Run& run, Draft& larger, Facts& out) {
    std::size_t at = larger.end;
    if (run.is_sign(at, ',')) ++at;
    if (run.is(at, Role::link)) ++at;
    Draft smaller = read_part(run, at);
    if (smaller.numeral.tokens == 0 || run[at].gap == Gap::line || !take_time_unit(run, smaller)) return 0;
    if (smaller.numeral.big || larger.numeral.big || !goes_on(larger.fact.unit, smaller.fact.unit)) return 0;
    Draft whole = smaller;
    whole.begin = larger.begin;
    if (!add_in_smaller(whole, larger)) return 0;
    whole.fact.parts = 2;
    append_draft(run, whole, out);
    append_draft(run, larger, out);
    append_draft(run, smaller, out);
    return whole.end - whole.begin;
}

}  // namespace

std::size_t parse_duration(Run& run, std::size_t at, Facts& out) {
    Draft draft = read_part(run, at);
    if (draft.numeral.tokens == 0) return 0;
    if (take_time_unit(run, draft)) {
        if (!take_age(run, draft))
            if (const std::size_t taken = append_compound(run, draft, out); taken != 0) return taken;
        return append_draft(run, draft, out);
    }
    if (take_age(run, draft) || take_led_age(run, draft)) return append_draft(run, draft, out);
    return 0;
}

}  // namespace factlint
