#include "facts/draft.h"
#include "facts/fold.h"
#include "text/utf8.h"

namespace factlint {
namespace {

/// "one hundred percent" is as exact as 100 %: a hundred in words is no rounding, as a million is.
void settle_precision(Numeral& numeral) {
    if (numeral.scale == 2 && !numeral.decimal_point) numeral.last_digit = 0;
}

bool set_percent(Draft& draft, const Sense& sense, UnitId unit, std::size_t end) {
    settle_precision(draft.numeral);
    scale_value(draft.numeral, sense.value, sense.exponent);
    draft.fact.kind = Kind::percent;
    draft.fact.unit = unit;
    draft.end = end;
    return true;
}

/// 8分7厘 behind 3割: smaller tenths, or 半
void take_smaller_tenths(Run& run, Draft& draft, int exponent) {
    while (true) {
        const Numeral& digit = read_numeral(run, draft.end, Mixed::no);
        const Sense* sense = digit.tokens != 0 ? run.sense(draft.end + digit.tokens, Role::tenths) : nullptr;
        if (sense == nullptr || sense->exponent >= exponent || digit.big || digit.mantissa > 9) return;
        Numeral part = digit;
        scale_value(part, sense->value, sense->exponent);
        const Number sum = Number::decimal(draft.numeral.mantissa, draft.numeral.exponent) +
                           Number::decimal(part.mantissa, part.exponent);
        draft.numeral.exponent = part.exponent;
        draft.numeral.mantissa = (sum * Number::power_of_ten(-part.exponent)).to_int64().value_or(0);
        draft.numeral.last_digit = part.last_digit;
        exponent = sense->exponent;
        draft.end += digit.tokens + 1U;
    }
}

/// 三成五 is 35 percent.
void take_elliptic_tenth(Run& run, Draft& draft) {
    const Sense* digit = run.language().elliptic_digit ? run.sense(draft.end, Role::digit) : nullptr;
    if (digit == nullptr || draft.numeral.exponent != 1 || run[draft.end].gap != Gap::none) return;
    if (digit->value == 0 || !ends_phrase(run, draft.end)) return;
    if (append_digits(draft.numeral, digit->value, 1)) ++draft.end;
}

/// 三割五分 is 35 percent: 割 counts tenths, 分 hundredths of the whole.
bool take_tenths(Run& run, Draft& draft) {
    const Sense* sense = run.sense(draft.end, Role::tenths);
    if (sense == nullptr || sense->exponent < 1 || draft.numeral.big) return false;
    const bool hundredths = run.language().elliptic_digit && draft.numeral.exponent == 0 &&
                            draft.numeral.mantissa > 10;  // 八五折
    set_percent(draft, hundredths ? Sense{Role::tenths, 0, 0, 1} : *sense, UnitId::percent, draft.end + 1);
    if (hundredths) return true;
    take_smaller_tenths(run, draft, sense->exponent);
    take_elliptic_tenth(run, draft);
    if (run.is(draft.end, Role::half) && append_digits(draft.numeral, 5, 1)) ++draft.end;
    return true;
}

/// 2023 %5, 100 milyonun yüzde 5'i: where it stands before its number the sign or word is not that of the number before.
bool is_of_next_number(Run& run, std::size_t at) {
    if (!run.is(at, Role::percent_prefix) || run[at].gap != Gap::space) return false;
    const bool joined = run[at + 1].gap == Gap::none || run[at].kind == TokenKind::word;
    return joined && run[at + 1].kind == TokenKind::digits;
}

/// 3ポイント are points of a game or an index as well: percentage points close behind a percentage.
bool is_near_percentage(const Run& run, std::uint32_t begin) {
    constexpr std::uint32_t most = 120;
    return run.previous() == Kind::percent && begin - run.floor() <= most;
}

/// My%20File, %D0%8C: a sign between letters writes a character of an address.
bool is_escape(Run& run, std::size_t at, std::size_t end) {
    const std::string_view text = run.text();
    const std::uint32_t begin = run[at].span.begin;
    if (!run.is_sign(at, '%') || begin == 0) return false;
    return is_ascii_letter(text[begin - 1]) || is_ascii_digit(text[begin - 1]) ||
           (run[end].kind == TokenKind::word && run[end].gap == Gap::none &&
            is_capital(text, run[end].span.begin));
}

}  // namespace

bool take_percent(Run& run, Draft& draft) {
    const std::size_t at = unit_place(run, draft);
    if (!follows(run, at)) return false;
    if (const Sense* points = run.sense(at, Role::percent_points);
        points != nullptr &&
        (!run.is(at, Role::counter) || is_near_percentage(run, run[draft.begin].span.begin)))
        return set_percent(draft, *points, UnitId::pp, at + 1);
    if (const Sense* percent = run.sense(at, Role::percent);
        percent != nullptr && !is_of_next_number(run, at))
        return set_percent(draft, *percent, UnitId::percent, at + 1);
    return take_tenths(run, draft);
}

std::size_t read_prefixed_percent(Run& run, std::size_t at, Facts& out) {
    const std::size_t begin = at;
    if (run.is(at, Role::minus) && !run.language().spaced) ++at;  // 负百分之五
    const Sense* prefix = run.sense(at, Role::percent_prefix);
    if (prefix == nullptr) return 0;
    Draft draft;
    draft.begin = begin;
    draft.numeral = read_numeral(run, at + 1, Mixed::no);
    if (draft.numeral.tokens == 0 || run.is(at + 1, Role::half)) return 0;  // 半年: half of the year
    if (is_escape(run, at, at + 1 + draft.numeral.tokens)) return 0;
    set_percent(draft, *prefix, UnitId::percent, at + 1 + draft.numeral.tokens);
    if (begin != at && !draft.numeral.big) draft.numeral.mantissa = -draft.numeral.mantissa;
    return append_draft(run, draft, out);
}

}  // namespace factlint
