// Keywords that try other schemas on the same value.
#include <algorithm>
#include <tuple>
#include <utility>

#include "schema/json/validator.h"

namespace factlint::schema {
namespace {

/// How far a branch is from being met: another kind of value, another form of it, then the number of faults.
auto distance(const Report& attempt) {
    return std::make_tuple(attempt.wrong_here > 0, attempt.wrong_mark > 0, attempt.count);
}

bool is_plain(const Report& attempt) { return attempt.count == 1 && attempt.plain_here == 1; }

}  // namespace

bool Validator::branches_hold(const Instruction& instruction, TreeIndex at) {
    switch (instruction.op) {
        case Op::all_of: return all_of(instruction, at);
        case Op::any_of: return any_of(instruction, at);
        case Op::one_of: return one_of(instruction, at);
        case Op::negation: return negation(instruction, at);
        case Op::conditional: return conditional(instruction, at);
        default: return dynamic_reference(instruction, at);
    }
}

bool Validator::all_of(const Instruction& instruction, TreeIndex at) {
    bool good = true;
    for (const SchemaIndex branch : program_.branches[instruction.operand]) {
        good = check(branch, at) && good;
        if (!good && report_ == nullptr) break;
    }
    return good;
}

bool Validator::any_of(const Instruction& instruction, TreeIndex at) {
    bool good = false;
    for (const SchemaIndex branch : program_.branches[instruction.operand]) {
        good = quietly(branch, at) || good;
        if (good && !tracking_) break;
    }
    return good || tell_closest(instruction, at);
}

bool Validator::one_of(const Instruction& instruction, TreeIndex at) {
    const auto& branches = program_.branches[instruction.operand];
    std::vector<std::string> good;
    for (std::size_t i = 0; i < branches.size(); ++i) {
        if (!quietly(branches[i], at)) continue;
        good.push_back(ordinal(i + 1));
        if (good.size() > 1 && report_ == nullptr) return false;
    }
    if (good.size() == 1) return true;
    if (good.empty()) return tell_closest(instruction, at);
    return fail(instruction.spot, at, [&](SchemaError& error) {
        std::string list;
        for (std::size_t i = 0; i < good.size(); ++i)
            list += (i == 0 ? "" : i + 1 == good.size() ? " and " : ", ") + good[i];
        error.message =
            "expected one form of " + std::to_string(branches.size()) + " to fit, but the " + list + " do";
    });
}

bool Validator::negation(const Instruction& instruction, TreeIndex at) {
    const std::size_t log = evaluated_.size();
    const bool excluded = quietly(instruction.operand, at);
    evaluated_.resize(log);
    if (!excluded) return true;
    return fail(instruction.spot, at, [&](SchemaError& error) {
        error.message = "expected something else than " + describe(*tree_, at) + ", which `not` excludes";
    });
}

bool Validator::conditional(const Instruction& instruction, TreeIndex at) {
    const Condition& it = program_.conditions[instruction.operand];
    const SchemaIndex next = quietly(it.condition, at) ? it.consequence : it.alternative;
    return next == no_schema || check(next, at);
}

bool Validator::dynamic_reference(const Instruction& instruction, TreeIndex at) {
    const DynamicReference& it = program_.dynamic_references[instruction.operand];
    for (const ResourceIndex resource : scope_) {
        const auto outermost = program_.dynamic_anchors.find({it.name, resource});
        if (outermost != program_.dynamic_anchors.end()) return check(outermost->second, at);
    }
    return check(it.initial, at);
}

/// Tells what is wrong with the branch that comes closest; where all branches want another value here, what they want.
bool Validator::tell_closest(const Instruction& instruction, TreeIndex at) {
    if (report_ == nullptr) return false;
    const auto& branches = program_.branches[instruction.operand];
    Report* const outer = report_;
    std::vector<Report> attempts(branches.size());
    for (std::size_t i = 0; i < branches.size(); ++i) {
        attempts[i].limit = outer->limit - std::min(outer->limit, outer->errors.size());
        attempts[i].root = at;
        report_ = &attempts[i];
        check(branches[i], at);
    }
    report_ = outer;
    if (attempts.empty()) return fail(instruction.spot, at, [](SchemaError&) {});
    if (std::all_of(attempts.begin(), attempts.end(), is_plain)) {
        tell_merged(instruction, at, attempts);
        return false;
    }
    const auto closest =
        std::min_element(attempts.begin(), attempts.end(),
                         [](const Report& a, const Report& b) { return distance(a) < distance(b); });
    const auto number = static_cast<std::size_t>(closest - attempts.begin()) + 1;
    adopt(*closest, branches.size() == 1 ? std::string{}
                                         : "of the " + std::to_string(branches.size()) + " forms that " +
                                               quoted(program_.node(instruction.spot).key) + " allows the " +
                                               ordinal(number) + " comes closest");
    return false;
}

void Validator::tell_merged(const Instruction& instruction, TreeIndex at,
                            const std::vector<Report>& attempts) {
    expected(instruction.spot, at, [&] {
        std::vector<std::string> words;
        for (const Report& attempt : attempts)
            if (std::find(words.begin(), words.end(), attempt.errors.front().expected) == words.end())
                words.push_back(attempt.errors.front().expected);
        return alternatives(words);
    });
}

void Validator::adopt(Report& attempt, const std::string& note) {
    report_->count += attempt.count;
    if (attempt.root == report_->root) {
        report_->wrong_here += attempt.wrong_here;
        report_->wrong_mark += attempt.wrong_mark;
    }
    for (SchemaError& error : attempt.errors) {
        if (report_->errors.size() >= report_->limit) return;
        if (!note.empty()) error.help += (error.help.empty() ? "" : "; ") + note;
        report_->errors.push_back(std::move(error));
    }
}

}  // namespace factlint::schema
