#include "schema/json/validator.h"

#include <algorithm>
#include <utility>

namespace factlint::schema {
namespace {

constexpr std::size_t deepest = 2500;
constexpr std::uint64_t least_steps = 5'000'000, steps_of_a_node = 10'000;
/// Most data is checked in fewer steps: nothing is remembered of it.
constexpr std::uint64_t steps_before_remembering = 10'000, steps_of_a_node_before = 32;
constexpr std::size_t most_known = 1'000'000;

Span bracket(Span span) { return {span.begin, std::min(span.begin + 1, span.end)}; }

}  // namespace

Validator::Validator(const Program& program, const Tree& tree)
    : program_(program), tree_(&tree), most_steps_(least_steps + steps_of_a_node * tree.nodes.size()) {}

bool Validator::accepts(TreeIndex at) {
    root_ = at;
    return check(0, at) && exceeded_.empty();
}

Validation Validator::explain(TreeIndex at, std::size_t limit) {
    Report report;
    report.limit = limit;
    report.root = root_ = at;
    report_ = &report;
    steps_ = 0;
    check(0, at);
    report_ = nullptr;
    std::stable_sort(report.errors.begin(), report.errors.end(),
                     [](const SchemaError& a, const SchemaError& b) { return a.span < b.span; });
    if (!exceeded_.empty()) {
        SchemaError error;
        error.instance = at;
        error.span = bracket(node(at).span);
        error.keyword = "limit";
        error.message = exceeded_;
        report.errors.insert(report.errors.begin(), std::move(error));
        ++report.count;
    }
    return {std::move(report.errors), report.count};
}

bool Validator::exceed(std::string message) {
    exceeded_ = std::move(message);
    return false;
}

/// Whether what a schema says of `at` is worth to be remembered, and does not depend on how it was come to.
bool Validator::remembers(TreeIndex at) const {
    return steps_ > steps_before_remembering + steps_of_a_node_before * tree_->nodes.size() &&
           report_ == nullptr && !tracking_ && !shallow_ && tree_ != name_.get() && node(at).end - at > 1 &&
           program_.dynamic_anchors.empty() && known_.size() < most_known;
}

bool Validator::check(SchemaIndex schema, TreeIndex at) {
    const CompiledSchema& it = program_.schemas[schema];
    if (it.begin == it.end) return true;
    if (!exceeded_.empty()) return false;
    if (depth_ == deepest) return exceed("the schema refers to itself more than 2500 levels deep here");
    if (++steps_ > most_steps_)
        return exceed("checking takes too many steps: branches of the schema nest too often");
    if (!remembers(at)) return check_instructions(it, at);
    const std::uint64_t key = std::uint64_t{schema} << 32 | at;
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    const bool valid = check_instructions(it, at);
    if (exceeded_.empty()) known_.emplace(key, valid);
    return valid;
}

bool Validator::check_instructions(const CompiledSchema& it, TreeIndex at) {
    ++depth_;
    const bool enters = !program_.dynamic_anchors.empty() && (scope_.empty() || scope_.back() != it.resource);
    if (enters) scope_.push_back(it.resource);
    const std::size_t log = evaluated_.size();
    const bool outer = std::exchange(tracking_, tracking_ || it.unevaluated);
    bool valid = true;
    for (std::uint32_t i = it.begin; i < it.end && (valid || report_ != nullptr); ++i)
        valid = run(program_.code[i], at, log) && valid;
    tracking_ = outer;
    // Where faults are told, what a failing branch looked at counts as known: one fault is one error.
    if (!outer || (!valid && report_ == nullptr)) evaluated_.resize(log);
    if (enters) scope_.pop_back();
    --depth_;
    return valid;
}

bool Validator::check_child(SchemaIndex schema, TreeIndex child) {
    if (shallow_ && tree_ != name_.get() && node(child).parent != shallow_root_) return true;
    const bool outer = std::exchange(tracking_, false);
    const bool valid = check(schema, child);
    tracking_ = outer;
    return valid;
}

bool Validator::quietly(SchemaIndex schema, TreeIndex at) {
    Report* const report = std::exchange(report_, nullptr);
    const bool valid = check(schema, at);
    report_ = report;
    return valid;
}

bool Validator::quietly_child(SchemaIndex schema, TreeIndex child) {
    Report* const report = std::exchange(report_, nullptr);
    const bool valid = check_child(schema, child);
    report_ = report;
    return valid;
}

bool Validator::run(const Instruction& instruction, TreeIndex at, std::size_t log) {
    if (instruction.op <= Op::max_members) return value_holds(instruction, at);
    if (instruction.op == Op::reference) return check(instruction.operand, at);
    if (instruction.op >= Op::all_of && instruction.op <= Op::dynamic_reference)
        return branches_hold(instruction, at);
    return structure_holds(instruction, at, log);
}

SchemaError* Validator::add_error(Spot spot, TreeIndex at) {
    if (report_ == nullptr) return nullptr;
    const TreeNode& schema_node = program_.node(spot);
    const std::string_view keyword =
        schema_node.kind == TreeKind::boolean && find_keyword(schema_node.key) == nullptr
            ? std::string_view("false")
            : schema_node.key;
    ++report_->count;
    note_kind(keyword, at);
    if (report_->errors.size() >= report_->limit) return nullptr;
    SchemaError& error = report_->errors.emplace_back();
    const TreeNode& it = node(at);
    error.instance = at;
    error.span = it.kind == TreeKind::list || it.kind == TreeKind::object ? bracket(it.span) : it.span;
    error.keyword = keyword;
    const File& file = program_.files[spot.file];
    const Span schema_span = schema_node.key_span == Span{} ? schema_node.span : schema_node.key_span;
    if (!file.built_in) error.schema_place = Place{file.tree->source, schema_span};
    return &error;
}

void Validator::note_kind(std::string_view keyword, TreeIndex at) {
    const bool is_mark = keyword == "const" || keyword == "enum";
    if (is_root(at) && (is_mark || keyword == "type")) ++report_->wrong_here;
    if (!is_root(at) && node(at).parent == report_->root && is_mark) ++report_->wrong_mark;
}

}  // namespace factlint::schema
