#include "check/derivation.h"

#include <algorithm>
#include <array>

namespace factlint {
namespace {

using expr::Decision;
using Compared = expr::Decision::Relation;

struct RelationWords {
    std::string_view holds;
    std::string_view fails;
};
constexpr std::array<RelationWords, 7> relation_words = {{{"=", "is not"},
                                                          {"differs from", "does not differ from"},
                                                          {"is less than", "is not less than"},
                                                          {"is at most", "is more than"},
                                                          {"is more than", "is not more than"},
                                                          {"is at least", "is less than"},
                                                          {"", ""}}};

const RelationWords& words(Compared relation) { return relation_words[static_cast<std::size_t>(relation)]; }

const Stated* stated(const expr::Operand& operand) {
    const auto* value = std::get_if<const Stated*>(&operand.value.data);
    return value ? *value : nullptr;
}

constexpr std::size_t most_named = 8;

/// How places are named: by line alone where the decision reads one document.
class Names {
  public:
    Names(const Decision& decision, const Operands& operands, Corpus& corpus)
        : operands_(operands), corpus_(corpus) {
        for (const auto* side : {&decision.left, &decision.right})
            for (const std::uint32_t origin : side->origins) {
                const LoadedDocument* document = operands.items[origin].document;
                several_ = several_ || (document && document_ && document != document_);
                if (document) document_ = document;
            }
    }

    /// "line 21 states", "b.md:21 states"
    std::string states(std::uint32_t origin) const { return line(operands_.items[origin]) + " states"; }
    std::string line(const Operand& operand) const {
        const SourceId source = operand.place.source;
        const auto number =
            corpus_.sources()[source].lines_before + corpus_.lines(source).line_at(operand.place.span.begin);
        const bool alone = operand.document && !several_;
        return (alone ? "line " : corpus_.sources()[source].path + ":") + std::to_string(number);
    }
    std::string states(const expr::Operand& operand) const {
        if (!operand.origins.empty()) return states(operand.origins.front());
        return operand.source.starts_with("row.") || operand.source.starts_with("group.")
                   ? std::string(operand.source) + " is"
                   : "the rule states";
    }
    /// "line 12 states 160, line 20 states 180": what a function was given, the first of many.
    std::string all(const expr::Operand& operand) const {
        const std::size_t count = operand.origins.size();
        std::string text;
        for (std::size_t i = 0; i < std::min(count, most_named); ++i) {
            const std::uint32_t origin = operand.origins[i];
            text += (text.empty() ? "" : ", ") + states(origin) + " " +
                    std::string(corpus_.sources().text(operands_.items[origin].place));
        }
        if (count > most_named) text += ", … and " + std::to_string(count - most_named) + " more";
        return text.empty() ? operand.arithmetic : text;
    }

    /// " (the year of line 3 is that of the dateline)", for operands whose year is not written.
    std::string years(const Decision& decision) const {
        std::string text;
        std::size_t notes = 0;
        for (const auto* side : {&decision.left, &decision.right})
            for (const std::uint32_t origin : side->origins) {
                const Operand& operand = operands_.items[origin];
                if (operand.year_from.empty() || ++notes > most_named) continue;
                const std::string note =
                    "the year of " + line(operand) + " is from " + std::string(operand.year_from);
                if (text.find(note) == std::string::npos) text += (text.empty() ? "" : ", ") + note;
            }
        return text.empty() ? text : " (" + text + ")";
    }

  private:
    const Operands& operands_;
    Corpus& corpus_;
    const LoadedDocument* document_ = nullptr;
    bool several_ = false;
};

/// " (10 million USD more)": how far the stated value is from the computed one.
std::string difference(const expr::Operand& from, const expr::Operand& to) {
    const Stated *a = stated(from), *b = stated(to);
    const auto has_no_distance = [](const Stated& x) {
        return is_temporal(x.kind) || x.kind == Kind::text || is_weekday(x);
    };
    if (!a || !b || has_no_distance(*a) || has_no_distance(*b)) return "";
    auto outcome = subtract(*b, *a);
    auto* gap = std::get_if<Stated>(&outcome);
    if (!gap || gap->number.sign() == 0) return "";
    const bool more = gap->number.sign() > 0;
    Stated size = more ? *gap : negate(*gap);
    size.admits = Interval::exactly(size.number);
    return " (" + factlint::describe(size) + (more ? " more)" : " less)");
}

std::string computed(const expr::Operand& operand) {
    if (operand.arithmetic != operand.described) return operand.arithmetic + " = " + operand.described;
    return operand.computed ? std::string(operand.source) + " = " + operand.described : operand.described;
}

std::string unequal(const Decision& decision, const Names& names) {
    const bool swap = !decision.left.computed && decision.right.computed;
    const expr::Operand& first = swap ? decision.right : decision.left;
    const expr::Operand& second = swap ? decision.left : decision.right;
    if (second.computed) return computed(first) + ", but " + computed(second);
    const std::string tail = names.states(second) + " " + second.described + difference(first, second);
    if (first.computed) return computed(first) + ", but " + tail;
    return names.states(first) + " " + first.described + ", but " + tail;
}

std::string failure(const Decision& decision, const Names& names) {
    if (decision.relation == Compared::equal) return unequal(decision, names);
    if (decision.relation == Compared::call)
        return std::string(decision.left.source) + " does not hold: " + names.all(decision.left);
    return computed(decision.left) + " " + std::string(words(decision.relation).fails) + " " +
           computed(decision.right);
}

void add_step(const expr::Operand& operand, const Operands& operands, std::vector<Step>& result) {
    if (operand.source.empty()) return;
    Step step;
    step.expr = std::string(operand.source);
    step.value = operand.arithmetic == operand.described ? operand.described
                                                         : operand.arithmetic + " = " + operand.described;
    if (const Stated* value = stated(operand)) {
        if (!value->admits.is_point() && !is_temporal(value->kind) && value->kind != Kind::text) {
            if (value->admits.low) step.low = value->admits.low->value.to_display();
            if (value->admits.high) step.high = value->admits.high->value.to_display();
        }
        if (value->unit != UnitId::none) step.unit = std::string(unit(value->unit).id);
    }
    for (const std::uint32_t origin : operand.origins) {
        step.places.push_back(operands.items[origin].place);
        const std::string year = year_note(operands.items[origin]);
        if (step.value.find(year) == std::string::npos) step.value += year;
    }
    result.push_back(std::move(step));
}

/// Text facts without quotes: they stand in a sentence.
std::string described_item(const expr::Value& item) {
    const auto* fact = std::get_if<const Stated*>(&item.data);
    return fact && (*fact)->kind == Kind::text ? std::string((*fact)->text) : expr::describe(item);
}

std::string described_value(const expr::Value& value) {
    if (const auto* list = std::get_if<expr::List>(&value.data)) {
        std::vector<std::string> distinct;
        for (const expr::Value& item : list->items) {
            std::string text = described_item(item);
            if (std::find(distinct.begin(), distinct.end(), text) == distinct.end())
                distinct.push_back(std::move(text));
        }
        std::string joined;
        for (const std::string& text : distinct) joined += (joined.empty() ? "" : ", ") + text;
        return joined;
    }
    return described_item(value);
}

}  // namespace

std::string explain_broken(const Decision& decision, const Operands& operands, Corpus& corpus) {
    const Names names(decision, operands, corpus);
    return failure(decision, names) + names.years(decision);
}

std::string explain_held(const Decision& decision) {
    if (decision.relation == Compared::call) return decision.left.arithmetic;
    return decision.left.arithmetic + " " + std::string(words(decision.relation).holds) + " " +
           decision.right.arithmetic;
}

std::vector<Step> steps(const std::vector<Decision>& decisions, const Operands& operands) {
    std::vector<Step> result;
    for (const Decision& decision : decisions) {
        add_step(decision.left, operands, result);
        add_step(decision.right, operands, result);
    }
    return result;
}

std::string in_words(const Claim& claim, const ClaimValues& values, expr::Arena& arena) {
    if (claim.says.empty()) return std::string(claim.assertion->source());
    std::string text;
    for (std::size_t at = 0; at < claim.says.size();) {
        const auto open = claim.says.find('{', at),
                   close = claim.says.find('}', open == std::string::npos ? at : open);
        if (open == std::string::npos || close == std::string::npos) return text + claim.says.substr(at);
        text += claim.says.substr(at, open - at);
        const std::string name = claim.says.substr(open + 1, close - open - 1);
        const expr::Value value = values.lookup(name, arena);
        text += std::holds_alternative<expr::Unknown>(value.data) ? "(" + name + " not stated)"
                                                                  : described_value(value);
        at = close + 1;
    }
    return text;
}

}  // namespace factlint
