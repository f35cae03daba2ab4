#include "facts/quantity.h"

#include <algorithm>

#include "facts/draft.h"
#include "facts/element_set.h"
#include "facts/fold.h"
#include "facts/fraction.h"
#include "text/utf8.h"

namespace factlint {
namespace {

bool is_upper(Run& run, std::size_t at) {
    const std::uint32_t begin = run[at].span.begin;
    return run[at].kind == TokenKind::word && is_capital(run.text(), begin);
}

/// Capital, then small letters: a word of a name.
bool is_capitalised(Run& run, std::size_t at) {
    if (!is_upper(run, at)) return false;
    const Span span = run[at].span;
    const std::uint32_t second = span.begin + fold(run.text(), span.begin).taken;
    return second < span.end &&
           fold(run.text(), second).view() == fold(run.text(), second, Case::keep).view();
}

/// Whether a word with a capital letter ends one space before `at`: League One.
bool behind_capital(Run& run, std::uint32_t at) {
    const std::string_view text = run.text();
    if (at < 2 || text[at - 1] != ' ') return false;
    const std::uint32_t begin = word_begin(text, at - 1, 32);
    return begin + 1 < at && begin > 0 && is_capital(text, begin);
}

/// A numeral in words may be part of a name: Six Flags, Ba Đình, Three Mile Island, World War Two.
bool is_name(Run& run, const Draft& draft) {
    return run.language().spaced && !run.language().noun_capital && draft.numeral.tokens == 1 &&
           run[draft.begin].kind == TokenKind::word && is_capitalised(run, draft.begin) &&
           (is_capitalised(run, draft.end) || behind_capital(run, run[draft.begin].span.begin));
}

/// Whether a range or a comparison goes on behind the number.
bool is_compared(Run& run, std::size_t at) {
    if (run.is(at, Role::range_join)) return read_numeral(run, at + 1).tokens != 0;
    return (run.is(at, Role::approx_after) || run.is(at, Role::range_close)) && !run.is(at, Role::particle);
}

/// In Hangul one syllable is seldom a number (천, 이), nor are two that begin with a bare scale (천사, 만일) but ten (십사)
/// and two scales (백만).
bool is_part_of_phrase(Run& run, const Draft& draft) {
    const Span span = draft.numeral.span;
    const Sense* scale = run.sense(draft.begin, Role::scale);
    const bool large =
        scale != nullptr && scale->exponent > 1 && !(run.is(draft.end - 1, Role::scale) && span.size() > 3);
    const bool short_word = large ? span.size() <= 6 : span.size() <= 3 && !run.is(draft.begin, Role::small);
    return (short_word && !is_compared(run, draft.end)) || !ends_phrase(run, draft.end - 1);
}

/// 음수만 is "only negative numbers", 음수 오차 a negative error: in Hangul a number stands apart from its minus.
bool is_negative_word(Run& run, const Draft& draft) {
    const Token& digits = run[draft.begin + 1];
    if (digits.kind == TokenKind::digits || !is_hangul(run.text(), digits.span.begin)) return false;
    return digits.gap == Gap::none || !ends_phrase(run, draft.end - 1);
}

/// The イチ of ハイチ.
bool is_katakana_before(Run& run, std::uint32_t begin) {
    const auto is_katakana = [](char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC; };
    return begin > 0 && is_katakana(decode(run.text(), begin).code_point) &&
           is_katakana(decode_before(run.text(), begin).code_point);
}

/// In scripts without spaces, number words alone may be part of a longer word: 三菱.
bool is_part_of_word(Run& run, const Draft& draft) {
    const Token& first = run[draft.begin];
    if (run.language().spaced || first.kind == TokenKind::digits) return false;
    if (draft.numeral.negative) return is_negative_word(run, draft);
    if (is_katakana_before(run, first.span.begin)) return true;
    const std::uint32_t behind = draft.numeral.span.end;
    if (is_hiragana(decode(run.text(), first.span.begin).code_point) && behind < run.text().size())
        return is_hiragana(decode(run.text(), behind).code_point);
    if (is_hangul(run.text(), first.span.begin)) return is_part_of_phrase(run, draft);
    if (!ends_phrase(run, draft.end - 1)) return true;
    constexpr RoleSet compared = {Role::approx_before, Role::compared_before, Role::range_open};
    constexpr RoleSet leading = {Role::approx_before, Role::compared_before, Role::range_open,
                                 Role::number_lead};
    const bool one = draft.numeral.mantissa == 1 && draft.numeral.exponent == 0;
    const RoleSet& before = one ? compared : leading;  // 是一: seldom a number
    if (run.is(draft.end, Role::range_join) && is_compared(run, draft.end)) return false;
    constexpr RoleSet first_end = {Role::range_join, Role::range_and, Role::approx_after};
    if (draft.begin > 0 && run[draft.begin - 1].roles.meets(first_end))
        return false;  // 五到十, 五和十之间, 五以上六百以下
    if (draft.numeral.tokens == 2 && run.is(draft.end, Role::approx_after)) return false;  // 得分四十以上
    const std::uint32_t begin = first.span.begin;
    return draft.numeral.tokens <= 2 && begin > run.floor() &&
           is_han(decode_before(run.text(), begin).code_point) && !run.roles_before(begin).meets(before);
}

/// the first one: an ordinal was read right before it
bool is_behind_ordinal(Run& run, const Draft& draft) {
    return run.previous() == Kind::ordinal && run.floor() + 1 == draft.numeral.span.begin &&
           run.text()[run.floor()] == ' ';
}

/// this one, the one
bool is_pronoun(Run& run, const Draft& draft) {
    return draft.numeral.tokens == 1 && draft.numeral.mantissa == 1 &&
           run[draft.begin].kind != TokenKind::digits &&
           (run.before(draft.numeral.span.begin, Role::pronoun_lead).sense != nullptr ||
            is_behind_ordinal(run, draft));
}

/// A number of one word that is a word of the sentence as well: दो is two and "give".
bool is_common_word(Run& run, const Draft& draft) {
    const bool one_word = draft.numeral.tokens == 1 && run[draft.begin].kind == TokenKind::word;
    return run.language().spaced && one_word && run.is(draft.begin, Role::function_word);
}

/// Such a word counts something, or is compared.
bool is_word_of_sentence(Run& run, const Draft& draft) {
    return is_common_word(run, draft) && !run.is_whole_text(draft.begin, draft.end) &&
           !is_compared(run, draft.end) && !run.is(draft.end + 1, Role::portion);
}

/// yüz bini: a hundred thousand of them. One word with that ending is a pronoun: ikisi, both.
bool is_ended(Run& run, const Draft& draft) {
    return draft.numeral.tokens > 1 && run[draft.end].inside && run.is(draft.end, Role::reference_behind);
}

/// The word behind says that it is a name: 十進法
bool is_reference(Run& run, const Draft& draft) {
    if (!run.is(draft.end, Role::reference_behind) || is_ended(run, draft)) return false;
    return run[draft.end].inside || !run.language().compounds || run[draft.end].gap == Gap::none;
}

/// 2B호: a letter for a billion, and right behind it what an ordinal or a count would go on with.
bool has_letter_of_name(Run& run, const Draft& draft) {
    const std::size_t last = draft.end - 1;
    return draft.numeral.tokens == 2 && run[last].may_be(Role::scale_attached) &&
           run[last].span.size() == 1 && run[draft.end].gap == Gap::none &&
           run[draft.end].roles.meets({Role::ordinal_suffix, Role::counter});
}

/// 2FA, 737MAX: letters right behind digits that are neither a unit nor a scale. 007: zeros that no number begins with.
bool is_code(Run& run, const Draft& draft) {
    const Token& first = run[draft.begin];
    if (first.digit_count == 3 && first.value != 0 && run.text(first).starts_with("00")) return true;
    const Token& next = run[draft.end];
    return !is_ended(run, draft) && next.gap == Gap::none && next.kind == TokenKind::word &&
           is_letter(run.text(), next.span.begin) && !(next.inside && next.roles.meets(behind_compound));
}

/// Whether a bracket that opens before `at` is still open there; looks a little back only.
bool is_in_brackets(std::string_view text, std::uint32_t at) {
    constexpr std::size_t most = 160;
    const std::string_view before = text.substr(at > most ? at - most : 0, std::min<std::size_t>(at, most));
    const std::size_t last = before.find_last_of("()");
    return last != before.npos && before[last] == '(';
}

/// Nothing before it in the text, or a line that ends a sentence.
bool begins_line(std::string_view text, std::uint32_t at) {
    const std::size_t line = text.substr(0, at).find_last_not_of(" \t");
    if (line == text.npos) return true;
    const std::size_t last = text[line] == '\n' ? text.substr(0, line).find_last_not_of(" \t\r\n") : line;
    constexpr ElementSet closing = ElementSet::of(".:;!?");
    return text[line] == '\n' && (last == text.npos || (is_ascii(text[last]) && closing.has(text[last])));
}

/// 1) gowns, 2) masks: a short number before a closing bracket that none opens. "1. Install it": before a point, where the
/// line begins.
bool is_list_marker(Run& run, const Draft& draft) {
    const Token& number = run[draft.begin];
    const Token& sign = run[draft.end];
    const bool short_number =
        number.kind == TokenKind::digits && number.digit_count <= 2 && draft.numeral.plain;
    if (!short_number || sign.gap != Gap::none || (sign.ascii != ')' && sign.ascii != '.')) return false;
    const Token& item = run[draft.end + 1];
    if (item.gap == Gap::none || item.kind != TokenKind::word) return false;
    if (sign.ascii == ')') return !is_in_brackets(run.text(), number.span.begin);
    return item.gap == Gap::space && !run.is(draft.end, Role::ordinal_point) &&
           is_upper(run, draft.end + 1) && begins_line(run.text(), number.span.begin);
}

/// The article is written onto its noun, and no number counts a definite noun: "thousand" of ألف الكاتب is "wrote".
bool is_definite(Run& run, std::size_t at) {
    if (!run.language().lexicon.proclitics || run[at].kind != TokenKind::word) return false;
    constexpr RoleSet numbers = {Role::small, Role::tens, Role::scale};
    const bool joins = run.is(at, Role::link) && run[at + 1].roles.meets(numbers);  // وألفين
    if (joins || run[at].may_be(Role::range_join)) return false;                    // إلى
    const Lexicon& lexicon = run.language().lexicon;
    const Matches words = lexicon.beginnings(run.text(), run[at].span.begin);
    return std::any_of(words.found.begin(), words.found.begin() + words.count,
                       [&](const Match& word) { return lexicon.roles_of(word).has(Role::definite); });
}

/// A scale word alone, and nothing that it counts.
bool is_scale_of_nothing(Run& run, const Draft& draft) {
    if (draft.numeral.tokens != 1 || !run.is(draft.begin, Role::scale)) return false;
    return run[draft.begin].span.size() == 1 || is_definite(run, draft.end);  // the k of s^k
}

/// Whether a head noun may stand at the token: a word that is no function word, in the case that nouns have.
bool is_noun(Run& run, std::size_t at) {
    const Token& token = run[at];
    constexpr RoleSet others = {Role::function_word, Role::approx_after, Role::approx_before,
                                Role::range_join,    Role::range_and,    Role::ratio_join,
                                Role::fraction_join, Role::link,         Role::or_equal,
                                Role::small,         Role::tens,         Role::score,
                                Role::range_open,    Role::day_lead,     Role::comparison_join,
                                Role::day_part_weak, Role::range_close,  Role::month,
                                Role::weekday,       Role::early_late,   Role::weak};
    const bool apart = token.gap == Gap::space || (token.gap == Gap::line && is_wrapped(run, at)) ||
                       (token.gap == Gap::none && run.is(at - 1, Role::unit_link));
    const bool is_whole_word =
        token.span.size() > 1 || run.language().noun_words > 1;  // 800 x 600, but 30 y tá
    return token.kind == TokenKind::word && is_whole_word && apart && !token.roles.meets(others) &&
           !is_definite(run, at) && !is_elided(run, at) && is_letter(run.text(), token.span.begin) &&
           is_upper(run, at) == run.language().noun_capital;
}

/// Where the noun stands: behind no more adjectives than are common.
std::size_t behind_adjectives(Run& run, std::size_t at) {
    constexpr int most = 2;
    std::size_t end = at;
    for (int i = 0; i < most && is_adjective(run, end); ++i) ++end;
    return is_noun(run, end) && !is_adjective(run, end) ? end : at;
}

/// The last token of the noun that begins at `at`: US-Amerikaner, COVID-19-Fälle, trường hợp.
std::size_t noun_end(Run& run, std::size_t at) {
    std::size_t last = at;
    while (last + 1 < at + run.language().noun_words && is_noun(run, last + 1)) ++last;
    if (run.ends_before_space(run[last])) return last;
    while (run.is_sign(last + 1, '-') && run[last + 1].gap == Gap::none && run[last + 2].gap == Gap::none &&
           (run[last + 2].kind == TokenKind::word || run[last + 2].kind == TokenKind::digits))
        last += 2;
    return last;
}

/// The head noun of a count: the next words in lower case, as many as nouns of the language mostly have. In "160 joint
/// operations" that is "joint": a grammar would be needed for more.
bool take_noun(Run& run, Draft& draft) {
    if (!run.language().spaced) return false;
    const std::size_t first = behind_adjectives(run, unit_place(run, draft));
    if (!is_noun(run, first)) return false;
    const Span noun{run[first].span.begin, run[noun_end(run, first)].span.end};
    const std::uint32_t gap = noun.begin - run[draft.end - 1].span.end;
    if (gap > 255) return false;
    draft.fact.kind = Kind::count;
    draft.fact.label_gap = static_cast<std::uint8_t>(gap);
    draft.fact.label_length = static_cast<std::uint8_t>(std::min(noun.size(), 255U));
    return true;
}

/// Behind a fraction: 44/45件, 3 of 5 votes
void label_ratio(Run& run, std::size_t at, std::size_t taken, Facts& out) {
    Draft draft;
    draft.begin = at;
    draft.end = at + taken;
    Fact& ratio = *(out.items.end() - 3);
    if (take_counter(run, draft))
        ratio.span.end = run[draft.end - 1].span.end;
    else if (!take_noun(run, draft))
        return;
    ratio.label_gap = draft.fact.label_gap;
    ratio.label_length = draft.fact.label_length;
    ratio.flags |= draft.fact.flags;
}

/// In the order in which they are tried: the first that knows the words behind a numeral decides.
constexpr Suffix measures[] = {take_percent, take_money, take_measure};
constexpr Suffix suffixes[] = {take_ordinal, take_counter};

/// ein bis zwei, uno o dos: the article is a number before a larger one in words.
bool opens_range(Run& run, const Draft& draft) {
    const std::size_t next = draft.end + 1;
    return run.language().spaced && draft.numeral.tokens == 1 && draft.numeral.mantissa == 1 &&
           run.is_any(draft.begin, {Role::article, Role::weak}) && run.is(draft.end, Role::range_join) &&
           run[next].kind == TokenKind::word && run.is(next, Role::small);
}

/// 시트1: a short number right behind a noun, with no unit, tells it from others of its kind. 약30 is about thirty.
bool is_numbered_noun(Run& run, const Draft& draft) {
    const std::uint32_t begin = run[draft.begin].span.begin;
    const bool joined = begin >= 3 && draft.begin == 0 && is_hangul(run.text(), begin - 3);
    if (!joined || !draft.numeral.plain || run[draft.begin].digit_count > 3) return false;
    constexpr RoleSet leads = {Role::approx_before, Role::compared_before, Role::range_open,
                               Role::number_lead};
    return !run.roles_before(begin).meets(leads);
}

/// 두 원소: a native digit as a word of its own, with the noun behind it. 한, one, is mostly an article.
bool is_determiner(Run& run, const Draft& draft) {
    const Token& word = run[draft.begin];
    constexpr RoleSet others = {Role::function_word, Role::pronoun_lead};  // 네 is also "your"
    if (!word.may_be(Role::tail) || word.roles.meets(others) || draft.numeral.tokens != 1) return false;
    const Token& noun = run[draft.end];
    return draft.numeral.mantissa > 1 && noun.gap == Gap::space && is_hangul(run.text(), word.span.begin) &&
           is_hangul(run.text(), noun.span.begin);
}

/// "ít nhất ba", "từ ba đến mười", "gấp ba": compared, the end of a range or led to, a word that needs company is a number,
/// but for one and for what is a unit or leads to a year as well (năm).
bool is_strong(Run& run, const Draft& draft) {
    constexpr RoleSet digits = {Role::weak, Role::tail, Role::function_word, Role::small};
    if (!run.language().spaced || draft.numeral.mantissa < 1 || !run[draft.begin].roles.within(digits))
        return false;
    constexpr RoleSet leads = {Role::approx_before, Role::range_open, Role::number_lead};
    const RoleSet& before = run.roles_before(run[draft.begin].span.begin);
    return is_compared(run, draft.end) || (draft.numeral.mantissa > 1 && before.meets(leads));
}

/// hai cửa hàng: the noun behind is company enough for a word that is mostly a number, but not of cả hai and hiệp hai.
bool may_count(Run& run, const Draft& draft) {
    if (draft.numeral.mantissa <= 1 || !is_common_word(run, draft)) return false;
    constexpr RoleSet names = {Role::pronoun_lead, Role::reference};
    return !run.roles_before(draft.numeral.span.begin).meets(names);
}

/// What no word behind it says more of: a number, or a count of the noun behind it. 0 where it is no number at all.
std::size_t read_bare(Run& run, Draft& draft, Facts& out) {
    if (opens_range(run, draft)) return append_draft(run, draft, out);
    const bool lone = draft.numeral.weak && !is_strong(run, draft);
    const bool part = !run.is_whole_text(draft.begin, draft.end) && !is_determiner(run, draft) &&
                      ((lone && !may_count(run, draft)) || is_part_of_word(run, draft));
    if (part || is_code(run, draft) || is_pronoun(run, draft) || is_scale_of_nothing(run, draft)) return 0;
    if (is_list_marker(run, draft) || is_numbered_noun(run, draft)) return 0;
    const bool needs_noun = lone || !draft.numeral.weak;
    if (!take_noun(run, draft) && needs_noun && is_word_of_sentence(run, draft)) return 0;
    return append_draft(run, draft, out);
}

/// A look at the words that a unit may be behind the numeral.
bool may_be_measured(Run& run, const Draft& draft) {
    constexpr RoleSet units = {Role::percent,        Role::percent_points,    Role::tenths,
                               Role::currency,       Role::currency_name,     Role::currency_symbol,
                               Role::currency_minor, Role::currency_thousand, Role::currency_million,
                               Role::unit,           Role::unit_symbol};
    const auto is_unit = [&](const Token& word) {
        return word.roles.meets(units) || word.ascii == '"' || word.ascii == '\'';
    };
    return is_unit(run[draft.end]) || is_unit(run[unit_place(run, draft)]);
}

std::size_t read_suffixed(Run& run, std::size_t at, const Numeral& numeral, Facts& out) {
    Draft draft;
    draft.numeral = numeral;
    draft.begin = at;
    draft.end = at + numeral.tokens;
    const bool worded = !run.language().spaced && begins_word(run, at, draft.end);
    const bool measured = !worded && may_be_measured(run, draft) && !is_article_of_compound(run, draft);
    if (measured)
        if (const std::size_t taken = read_compound_measure(run, at, out)) return taken;
    if (is_name(run, draft) || is_reference(run, draft)) return 0;
    if (!run.language().spaced && is_pronoun(run, draft)) return 0;
    if (measured)
        for (const Suffix measure : measures)
            if (measure(run, draft)) return append_draft(run, draft, out);
    if (has_letter_of_name(run, draft)) return 0;
    if (worded) return read_bare(run, draft, out);
    for (const Suffix suffix : suffixes)
        if (suffix(run, draft)) return append_draft(run, draft, out);
    return read_bare(run, draft, out);
}

/// 반 is a half where a particle follows it, else mostly a class.
bool is_short_portion(Run& run, const Draft& draft) {
    const Token& word = run[draft.begin];
    if (!is_hangul(run.text(), word.span.begin) || run.is_whole_text(draft.begin, draft.end)) return false;
    return !ends_phrase(run, draft.begin) || (word.span.size() <= 3 && !run.is_joined(draft.begin));
}

/// half-time, first-half
bool is_joined_portion(Run& run, const Draft& draft) {
    const std::uint32_t begin = draft.numeral.span.begin;
    const std::string_view text = run.text();
    const bool behind =
        begin >= 2 && text[begin - 1] == '-' && is_letter(text, begin - 1 - size_before(text, begin - 1));
    return run.language().spaced && (behind || behind_hyphen(run, draft.end) != draft.end);
}

/// half, nửa
std::size_t read_portion(Run& run, std::size_t at, Facts& out) {
    const Sense* portion = run.sense(at, Role::portion);
    if (portion == nullptr) return 0;
    Draft draft;
    draft.begin = at;
    draft.end = at + 1;
    draft.numeral.span = run[at].span;
    draft.numeral.mantissa = portion->value;
    draft.numeral.exponent = draft.numeral.last_digit = portion->exponent;
    if (is_short_portion(run, draft) || is_joined_portion(run, draft)) return 0;
    if (run.language().spaced) take_counter(run, draft);  // ढाई गुना
    return append_draft(run, draft, out);
}

/// دولاران, متر واحد
std::size_t read_counted_unit(Run& run, std::size_t at, Facts& out) {
    Draft draft = counted_unit_at(run, at);
    const bool reads = draft.numeral.tokens != 0 && (take_money(run, draft) || take_measure(run, draft));
    return reads ? append_draft(run, draft, out) : 0;
}

/// 1/4 mile, half a kilometer, 4分の1マイル
std::size_t read_part_of_unit(Run& run, std::size_t at, Facts& out) {
    constexpr std::int64_t finest = 64;  // 120/80 mmHg are two pressures
    WordFraction fraction = read_digit_fraction(run, at);
    if (fraction.numerator > fraction.denominator && fraction.denominator > finest) return 0;
    if (fraction.tokens == 0) fraction = read_word_fraction(run, at);
    if (fraction.tokens == 0 && run.language().spaced) fraction = read_joined_fraction(run, at);
    if (fraction.tokens == 0) return 0;
    if (run.is(at + fraction.tokens, Role::article)) ++fraction.tokens;
    return read_measured_fraction(run, at, fraction, out);
}

/// Hours and smaller ones.
constexpr bool is_of_clock(UnitId unit) {
    return unit == UnitId::hour || unit == UnitId::minute || unit == UnitId::second;
}

constexpr Parser prefixed[] = {read_prefixed_money, read_prefixed_measure, read_prefixed_percent,
                               read_ordinal, read_counted_unit};

}  // namespace

bool is_adjective(Run& run, std::size_t at) {
    const Token& token = run[at];
    const bool known = token.roles.meets({Role::unit_link, Role::ordinal});
    const bool unknown = run.language().noun_capital && token.senses.empty();
    if (token.kind != TokenKind::word || token.gap != Gap::space || !(known || unknown)) return false;
    if (run[at + 1].gap != Gap::space) return false;
    const std::string_view word = run.text(token);
    if (known) return !token.may_be(Role::function_word) && word.find(' ') == word.npos;  // half of a mile
    const bool inflected =
        word.size() > 3 && (word.ends_with('e') || word.ends_with("en") || word.ends_with("er"));
    return inflected && !is_upper(run, at);
}

bool take_counter(Run& run, Draft& draft) {
    const bool spaced = run.language().spaced;
    const std::size_t at = spaced ? behind_hyphen(run, draft.end) : draft.end;  // 18-fold
    const Token& next = run[at];
    const bool stands = spaced ? (next.gap != Gap::none && follows(run, at)) || next.inside || at != draft.end
                               : next.gap != Gap::line;
    if (!run.is(at, Role::counter) || !stands) return false;
    if (draft.numeral.weak && draft.numeral.mantissa == 0) return false;  // không người: nobody
    const bool words = run[draft.begin].kind != TokenKind::digits;
    if (words && draft.numeral.mantissa == 1 && run.is(draft.end, Role::point))
        return false;  // 一点: a little
    const bool word = words && is_hangul(run.text(), next.span.begin);
    if (word && !ends_phrase(run, draft.end)) return false;
    draft.fact.kind = Kind::count;
    set_counter(run, draft, at);
    const bool half = run[draft.end].gap == Gap::none || (word && ends_phrase(run, draft.end));  // 한 컵 반
    if (!spaced && run.is(draft.end, Role::half) && half) {
        const std::uint32_t end = run[draft.end - 1].span.end;
        add_half(draft);
        draft.fact.label_gap =
            static_cast<std::uint8_t>(draft.fact.label_gap + run[draft.end - 1].span.end - end);
    }
    return true;
}

bool is_one_of_many(Run& run) {
    constexpr RoleSet words = {Role::digit, Role::small};
    if (run.language().spaced || !run[0].roles.meets(words)) return false;
    const Numeral& number = read_numeral(run, 0);
    if (number.tokens != 1 || number.mantissa != 1 || number.exponent != 0) return false;
    const Sense* unit = run.sense(1, Role::time_unit);
    if (unit != nullptr && is_of_clock(static_cast<UnitId>(unit->value))) return false;
    const std::uint32_t begin = run[0].span.begin;
    const RoleSet& before = run.roles_before(begin);
    return before.has(Role::pronoun_lead) && !before.has(Role::day_part) &&  // 晚上一点
           run.before(begin, Role::pronoun_lead).sense != nullptr;
}

std::size_t read_plain_number(Run& run, Facts& out) {
    Draft draft;
    draft.numeral = read_numeral(run, 0);
    draft.end = draft.numeral.tokens;
    if (is_name(run, draft)) return 0;
    return take_counter(run, draft) ? append_draft(run, draft, out) : read_bare(run, draft, out);
}

std::size_t read_quantity(Run& run, std::size_t at, Facts& out) {
    if (run[at].kind != TokenKind::digits)
        for (const Parser parser : prefixed)
            if (const std::size_t taken = parser(run, at, out)) return taken;
    const Numeral& numeral = read_numeral(run, at);
    const std::size_t behind = at + std::max<std::size_t>(numeral.tokens, 1);
    if (!is_inert(run[at + 1]) || is_noun_of_part(run, behind)) {
        if (const std::size_t taken = read_part_of_unit(run, at, out)) return taken;
        if (const std::size_t taken = read_ratio(run, at, numeral, out)) {
            label_ratio(run, at, taken, out);
            return taken + (out.items[out.items.size() - 3].has(Fact::counter_inside) ? 1 : 0);
        }
    }
    if (numeral.tokens == 0) return read_portion(run, at, out);
    return read_suffixed(run, at, numeral, out);
}

}  // namespace factlint
