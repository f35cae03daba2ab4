#include "facts/context.h"

#include "facts/fold.h"

namespace factlint {
namespace {

/// "higher than the tenth": where a rank is compared with, an article stands before it.
std::uint32_t behind_comparison(Run& run, const Fact& fact) {
    if (fact.kind != Kind::ordinal) return fact.span.begin;
    const Run::Before article = run.before(fact.span.begin, Role::pronoun_lead);
    return article.sense != nullptr ? article.span.begin : fact.span.begin;
}

/// "no más de 12 y más de 194": what is said before the number holds, the word behind belongs to the next.
bool contradicts(Run& run, const Fact& fact, Approx behind) {
    const Run::Before word = run.before(fact.span.begin, Role::approx_before);
    if (word.sense == nullptr) return false;
    const auto before = static_cast<Approx>(word.sense->value);
    const bool upper = before == Approx::at_most || before == Approx::less_than;
    return upper && (behind == Approx::at_least || behind == Approx::more_than);
}

/// 5000 or more than 6000: what stands behind the first is said of the second.
bool opens_next(Run& run, std::size_t at) {
    constexpr RoleSet numbers = {Role::digit, Role::small, Role::tens, Role::scale};
    const Token& next = run[at + 1];
    return run.is(at, Role::approx_before) && (next.kind == TokenKind::digits || next.roles.meets(numbers));
}

/// The 90 of minute 90+3 is no "90 or more", nor is the 2 of 2+i.
bool is_sum(Run& run, std::size_t at) {
    const Token& next = run[at + 1];
    const bool letter = next.kind == TokenKind::word && next.span.size() == 1;
    return run.is_sign(at, '+') && next.gap == Gap::none && (letter || next.kind == TokenKind::digits);
}

/// "under den tredje dagen", "under två dagar", "vanaf de derde dag": the preposition says when. Under 18 år is an age.
bool says_when(Run& run, const Fact& fact, const Run::Before& word) {
    const auto approx = static_cast<Approx>(word.sense->value);
    const bool when =
        approx == Approx::less_than || (approx == Approx::at_least && fact.kind == Kind::ordinal);
    const bool days = fact.kind == Kind::duration && fact.unit != UnitId::year;
    if (!when || (fact.kind != Kind::ordinal && !days)) return false;
    return run.before(word.span.end, Role::year_lead).sense != nullptr;
}

/// "twice as much as ten years ago": right behind a number the word compares the two.
bool is_between(const Run& run, const Run::Before& word) {
    const bool counted = run.previous() == Kind::number || run.previous() == Kind::count;
    const bool behind = run.floor() != 0 && word.span.begin == run.floor() + 1;
    return run.language().spaced && counted && behind &&
           static_cast<Approx>(word.sense->value) == Approx::up_to;
}

/// What compares with the fact: about 5 %, also before an article that is no part of it: about an hour and a half, casi un
/// 5 %. Of other facts an article says that something else stands there: "über einen 37-Jährigen".
Run::Before comparison_before(Run& run, std::size_t at, const Fact& fact) {
    const std::uint32_t begin = behind_comparison(run, fact);
    Run::Before word = run.before(begin, Role::approx_before);
    if (word.sense != nullptr && is_between(run, word)) word.sense = nullptr;
    const bool led = fact.kind == Kind::percent || run.is(at, Role::counted_unit);
    if (word.sense != nullptr || !led) return word;
    const Run::Before article = run.before(begin, Role::article);
    return article.sense == nullptr ? word : run.before(article.span.begin, Role::approx_before);
}

/// "an die dritte Stelle": no rank is about the third.
bool is_vague(const Sense& word) { return static_cast<Approx>(word.value) == Approx::about; }

/// The "and more" of "12 men and more women" begins something else.
bool begins_with_and(Run& run, std::size_t at) {
    const std::uint32_t begin = run[at].span.begin;
    const std::uint32_t end = letters_end(run.text(), begin);
    if (!run[at].may_be(Role::approx_after) || end >= run[at].span.end) return false;
    const Lexicon& lexicon = run.language().lexicon;
    return lexicon.roles_of(lexicon.longest(run.text().substr(0, end), begin)).has(Role::range_and);
}

}  // namespace

std::size_t behind_noun(Run& run, std::size_t at, const Fact& fact) {
    if (fact.kind != Kind::count || fact.label_length == 0 || fact.has(Fact::counter_inside)) return at;
    const std::uint32_t end = fact.label().end;
    std::size_t behind = at;
    while (run[behind].kind != TokenKind::end && run[behind].span.begin < end) ++behind;
    return begins_with_and(run, behind) ? at : behind;
}

std::size_t read_context(Run& run, std::size_t at, std::size_t taken, Fact& fact) {
    const std::size_t behind = at + taken;
    if (run[behind].gap != Gap::line || run.language().spaced) {
        const bool closing = fact.kind == Kind::range && run.is(behind, Role::range_close);  // 5 से 7 तक
        const bool superlative = fact.kind == Kind::ordinal && run.is(behind, Role::excess);  // 第二多
        if (const Sense* sense = run.sense(behind, Role::approx_after);
            sense != nullptr && !superlative && !closing && !opens_next(run, behind) &&
            !is_sum(run, behind) && !contradicts(run, fact, static_cast<Approx>(sense->value))) {
            fact.approx = static_cast<Approx>(sense->value);
            return 1;
        }
    }
    if (const Sense* sense = run.sense(behind, Role::compared_after);
        sense != nullptr && run.before(fact.span.begin, Role::compared_before).sense != nullptr) {
        fact.approx = static_cast<Approx>(sense->value);
        return 1;
    }
    if (const Run::Before word = comparison_before(run, at, fact);
        word.sense != nullptr && !(fact.kind == Kind::ordinal && is_vague(*word.sense)) &&
        !says_when(run, fact, word))
        fact.approx = static_cast<Approx>(word.sense->value);
    if (!run.is(behind, Role::or_equal) || run[behind + 1].kind == TokenKind::digits) return 0;
    if (fact.approx == Approx::more_than) fact.approx = Approx::at_least;
    if (fact.approx == Approx::less_than) fact.approx = Approx::at_most;
    return 1;
}

}  // namespace factlint
