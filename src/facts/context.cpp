#include "facts/context.h"

namespace factlint {
std::size_t read_context(Run& run, std::size_t at, std::size_t taken, Fact& fact) {
    const std::size_t behind = at + taken;
    if (run[behind].gap != Gap::line || run.language().spaced) {
        const bool superlative = fact.kind == Kind::ordinal && run.is(behind, Role::excess);  // 第二多
        if (const Sense* sense = run.sense(behind, Role::approx_after); sense != nullptr && !superlative) {
            fact.approx = static_cast<Approx>(sense->value);
            return 1;
        }
    }
    if (const Sense* sense = run.sense(behind, Role::compared_after);
        sense != nullptr && run.before(fact.span.begin, Role::compared_before).sense != nullptr) {
        fact.approx = static_cast<Approx>(sense->value);
        return 1;
    }
    if (const Run::Before word = run.before(fact.span.begin, Role::approx_before); word.sense != nullptr)
        fact.approx = static_cast<Approx>(word.sense->value);
    if (!run.is(behind, Role::or_equal) || run[behind + 1].kind == TokenKind::digits) return 0;
    if (fact.approx == Approx::more_than) fact.approx = Approx::at_least;
    if (fact.approx == Approx::less_than) fact.approx = Approx::at_most;
    return 1;
}

}  // namespace factlint
