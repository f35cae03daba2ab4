// Keywords that try other schemas on the same value.
#include <algorithm>
#include <utility>

#include "schema/json/validator.h"

namespace factlint::schema {
namespace {

/// Another kind of value, or another form of it.
auto form_of(const Report& attempt) { return std::make_pair(attempt.wrong_here > 0, attempt.wrong_mark > 0); }

/// How far a branch is from being met: another kind of value, another form of it, then the number of faults.
auto distance(const Report& attempt) { return std::make_pair(form_of(attempt), attempt.count); }

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

Report Validator::attempt(SchemaIndex branch, TreeIndex at, std::size_t limit) {
    Report report;
    report.limit = limit;
    report.root = at;
    Report* const outer = std::exchange(report_, &report);
    ++attempts_;
    check(branch, at);
    --attempts_;
    report_ = outer;
    return report;
}

/// As far as the value and its children tell.
Report Validator::attempt_shallowly(SchemaIndex branch, TreeIndex at) {
    shallow_ = true;
    shallow_root_ = at;
    const std::size_t log = evaluated_.size();
    Report report = attempt(branch, at, 1);
    evaluated_.resize(log);
    shallow_ = false;
    return report;
}

/// The branch that is nearest. Those that are of the right form are compared in full where that is not inside of other
/// such comparisons, which would take exponential time.
std::size_t Validator::closest_of(const std::vector<SchemaIndex>& branches, TreeIndex at,
                                  const std::vector<Report>& shallow) {
    constexpr std::size_t most_attempts = 2;
    std::size_t closest = 0, fewest = SIZE_MAX;
    for (std::size_t i = 1; i < branches.size(); ++i)
        if (distance(shallow[i]) < distance(shallow[closest])) closest = i;
    if (attempts_ >= most_attempts) return closest;
    const auto form = form_of(shallow[closest]);
    for (std::size_t i = 0; i < branches.size(); ++i) {
        if (form_of(shallow[i]) != form) continue;
        const std::size_t count = attempt(branches[i], at, 0).count;
        if (count >= fewest) continue;
        fewest = count;
        closest = i;
    }
    return closest;
}

/// Tells what is wrong with the branch that comes closest; where all branches want another value here, what they want.
bool Validator::tell_closest(const Instruction& instruction, TreeIndex at) {
    if (report_ == nullptr) return false;
    const auto& branches = program_.branches[instruction.operand];
    if (shallow_ || branches.empty()) return fail(instruction.spot, at, [](SchemaError&) {});
    std::vector<Report> shallow;
    for (const SchemaIndex branch : branches) shallow.push_back(attempt_shallowly(branch, at));
    if (std::all_of(shallow.begin(), shallow.end(), is_plain)) {
        tell_merged(instruction, at, shallow);
        return false;
    }
    const std::size_t closest = closest_of(branches, at, shallow);
    Report told =
        attempt(branches[closest], at, report_->limit - std::min(report_->limit, report_->errors.size()));
    adopt(told, branches.size() == 1 ? std::string{}
                                     : "of the " + std::to_string(branches.size()) + " forms that " +
                                           quoted(program_.node(instruction.spot).key) + " allows the " +
                                           ordinal(closest + 1) + " comes closest");
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
