#include "facts/draft.h"

namespace factlint {
namespace {

/// "second" beside twenty is 2; "hundredth" beside two is 200: what the ordinal word makes of the numeral before it, -1
/// where the two do not go together.
std::int64_t compose(const Numeral& numeral, const Sense& ordinal) {
    const auto before = Number::decimal(numeral.mantissa, numeral.exponent).to_int64();
    if (!before || *before <= 0 || ordinal.exponent > 15) return -1;
    std::int64_t power = 1;
    if (ordinal.exponent >= 2) {
        for (int i = 0; i < ordinal.exponent; ++i) power *= 10;
        const std::int64_t rest = *before % power;
        std::int64_t product = 0;
        if (rest == 0 || __builtin_mul_overflow(rest, power, &product)) return -1;
        return *before - rest + product;
    }
    while (power <= ordinal.value) power *= 10;
    return *before % power == 0 ? *before + ordinal.value : -1;
}

void set_ordinal(Draft& draft, std::int64_t value, std::size_t end, Span numeral) {
    draft.numeral.big = false;
    draft.numeral.mantissa = value;
    draft.numeral.exponent = draft.numeral.last_digit = 0;
    draft.numeral.span = numeral;
    draft.fact.kind = Kind::ordinal;
    draft.end = end;
}

/// twenty-first, one hundred and fifth
bool take_ordinal_word(Run& run, Draft& draft) {
    std::size_t at = draft.end;
    if (run.is_sign(at, '-') || run.is(at, Role::link)) ++at;
    const Sense* ordinal = run.sense(at, Role::ordinal);
    if (ordinal == nullptr || draft.numeral.big || draft.numeral.plain || !follows(run, at)) return false;
    const std::int64_t value = compose(draft.numeral, *ordinal);
    if (value < 0) return false;
    set_ordinal(draft, value, at + 1, {draft.numeral.span.begin, run[at].span.end});
    return true;
}

void take_ordinal_counter(Run& run, Draft& draft) {
    if (run.language().spaced || run[draft.end].gap != Gap::none) return;
    if (run.is(draft.end, Role::counter)) set_counter(run, draft, draft.end);
}

std::size_t append_ordinal(Run& run, Draft& draft, Facts& out) {
    draft.fact.kind = Kind::ordinal;
    return append_draft(run, draft, out);
}

/// third, nhất
std::size_t read_ordinal_word(Run& run, std::size_t begin, std::size_t at, Facts& out) {
    const Sense* ordinal = run.sense(at, Role::ordinal);
    if (ordinal == nullptr) return 0;
    Draft draft;
    draft.begin = begin;
    draft.numeral.exponent = draft.numeral.last_digit = ordinal->exponent;
    draft.numeral.mantissa = ordinal->value;
    draft.numeral.span = run[at].span;
    draft.end = at + 1;
    return append_ordinal(run, draft, out);
}

}  // namespace

bool take_ordinal(Run& run, Draft& draft) {
    if (draft.numeral.decimal_point || draft.numeral.negative) return false;
    if (run.is(draft.end, Role::ordinal_suffix) && run[draft.end].gap == Gap::none) {
        draft.fact.kind = Kind::ordinal;
        ++draft.end;
        return true;
    }
    return take_ordinal_word(run, draft);
}

std::size_t read_ordinal(Run& run, std::size_t at, Facts& out) {
    if (!run.is(at, Role::ordinal_prefix)) return read_ordinal_word(run, at, at, out);
    Draft draft;
    draft.begin = at;
    draft.numeral = read_numeral(run, at + 1, Mixed::no);
    if (draft.numeral.tokens == 0) return read_ordinal_word(run, at, at + 1, out);
    if (draft.numeral.decimal_point || draft.numeral.negative || run[at + 1].gap == Gap::line) return 0;
    draft.end = at + 1 + draft.numeral.tokens;
    take_ordinal_counter(run, draft);
    return append_ordinal(run, draft, out);
}

}  // namespace factlint
