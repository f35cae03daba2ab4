#include "facts/draft.h"
#include "facts/fold.h"

namespace factlint {
namespace {

/// The ordinal as the draft's numeral; false where it is none, or beyond 64 bits.
bool set_ordinal(Draft& draft, std::size_t begin, const Numeral& ordinal) {
    if (ordinal.tokens == 0 || ordinal.big) return false;
    draft.numeral = ordinal;
    draft.fact.kind = Kind::ordinal;
    draft.end = begin + ordinal.tokens;
    return true;
}

/// twenty-first, one hundred and fifth, vingt et unième
bool take_ordinal_word(Run& run, Draft& draft) {
    std::size_t at = draft.end;
    if (run.is_sign(at, '-') || run.is(at, Role::link) || run.is(at, Role::tens_link)) ++at;
    if (!run.is(at, Role::ordinal) || draft.numeral.plain || !follows(run, at)) return false;
    const Numeral& ordinal = read_ordinal_numeral(run, draft.begin);
    return draft.begin + ordinal.tokens > draft.end && set_ordinal(draft, draft.begin, ordinal);
}

/// The 4 of "am 3. und 4. Tag": behind an ordinal with its point and a word without a capital.
bool goes_on_ordinal(std::string_view text, std::uint32_t begin) {
    if (begin < 6 || text[begin - 1] != ' ') return false;
    const std::uint32_t word = word_begin(text, begin - 1);
    if (word < 3 || word + 1 >= begin || is_capital(text, word)) return false;
    return text[word - 1] == ' ' && text[word - 2] == '.' && is_ascii_digit(text[word - 3]);
}

/// der 3. Platz, am 3. und 4. Tag, 1., 2. und 3. Platz: the point does not end the sentence where an article or such an
/// ordinal stands before, or the text goes on with a comma or without a capital letter.
bool is_ordinal_point(Run& run, const Draft& draft) {
    const std::size_t at = draft.end;
    if (!run.is(at, Role::ordinal_point) || run[at].gap != Gap::none || !draft.numeral.plain) return false;
    const Token& next = run[at + 1];
    if (run[at - 1].digit_count > 3) return false;
    if (next.ascii == ',' && next.gap == Gap::none) return run[at + 2].gap == Gap::space;
    if (next.kind != TokenKind::word || next.gap != Gap::space) return false;
    const std::uint32_t begin = draft.numeral.span.begin;
    return !is_capital(run.text(), next.span.begin) ||
           run.before(begin, Role::ordinal_lead).sense != nullptr || goes_on_ordinal(run.text(), begin);
}

void take_ordinal_counter(Run& run, Draft& draft) {
    if (run.language().spaced || run[draft.end].gap != Gap::none) return;
    if (run.is(draft.end, Role::counter))
        set_counter(run, draft, draft.end);
    else if (run.is(draft.end, Role::ordinal_suffix))  // 제2차
        ++draft.end;
}

/// 제공 is an offer: a number in words behind 제 has two syllables or more.
bool is_syllable(const Run& run, Span numeral) {
    return numeral.size() <= 3 && is_hangul(run.text(), numeral.begin);
}

std::size_t append_ordinal(Run& run, Draft& draft, Facts& out) {
    draft.fact.kind = Kind::ordinal;
    return append_draft(run, draft, out);
}

/// العشرون is "the twenty" and "the twentieth".
bool is_number_too(Run& run, std::size_t at) {
    return run[at].may_be(Role::ordinal) && run[at].roles.meets({Role::tens, Role::scale});
}

/// Such a word, or a number that begins with it, where nothing is counted or compared: the thousand and eighteenth.
bool is_definite_ordinal(Run& run, const Draft& draft) {
    const std::uint32_t begin = run[draft.begin].span.begin;
    return is_number_too(run, draft.begin) && run.before(begin, Role::approx_before).sense == nullptr;
}

/// prima is "before" as well (un anno prima), secondo "according to", andra "others": by itself such a word is an ordinal
/// behind an article or the like, la prima riga, and before what is counted anew, andra gången.
bool is_other_word(Run& run, std::size_t at) {
    constexpr RoleSet counted = {Role::counter, Role::time_unit, Role::quarter_mark, Role::half_year_mark};
    return run[at].may_be(Role::function_word) && !run[at + 1].roles.meets(counted) &&
           run.before(run[at].span.begin, Role::ordinal_lead).sense == nullptr;
}

/// third, nhất, vigésimo quinto
std::size_t read_ordinal_word(Run& run, std::size_t begin, std::size_t at, Facts& out) {
    if (!run.is(at, Role::ordinal)) return 0;
    const Numeral ordinal = read_ordinal_numeral(run, at);
    if (ordinal.tokens == 1 && is_other_word(run, at)) return 0;
    if (is_number_too(run, at) && read_numeral(run, at).tokens >= ordinal.tokens) return 0;
    Draft draft;
    draft.begin = begin;
    return set_ordinal(draft, at, ordinal) ? append_ordinal(run, draft, out) : 0;
}

}  // namespace

bool take_ordinal(Run& run, Draft& draft) {
    if (draft.numeral.decimal_point || draft.numeral.negative) return false;
    if (is_ordinal_point(run, draft)) {
        draft.fact.kind = Kind::ordinal;
        ++draft.end;
        return true;
    }
    const bool stands = run.language().spaced
                            ? is_ordinal_ending(run, draft.end)
                            : run.is(draft.end, Role::ordinal_suffix) && follows(run, draft.end);
    const bool words = run[draft.begin].kind != TokenKind::digits;
    if (stands && (!words || ends_phrase(run, draft.end))) {
        if (draft.numeral.exponent >= 0) draft.fact.kind = Kind::ordinal;  // 1 en 1/8e is a number
        ++draft.end;
        return true;
    }
    if (is_definite_ordinal(run, draft)) {
        draft.fact.kind = Kind::ordinal;
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
    if (is_syllable(run, draft.numeral.span)) return 0;
    draft.end = at + 1 + draft.numeral.tokens;
    take_ordinal_counter(run, draft);
    return append_ordinal(run, draft, out);
}

}  // namespace factlint
