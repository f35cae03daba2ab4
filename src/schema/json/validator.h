// Runs a Program on one tree. Twice where it fails: quietly, until the first fault, and then to tell all of them.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "schema/json/messages.h"
#include "schema/json/program.h"

namespace factlint::schema {

/// What was found wrong, and what tells how near a branch of `anyOf` came.
struct Report {
    std::size_t limit = 0;
    TreeIndex root = 0;  ///< what the branch is tried on
    std::vector<SchemaError> errors;
    std::size_t count = 0;
    std::size_t wrong_here = 0;  ///< type, const or enum of the root itself
    std::size_t wrong_mark = 0;  ///< const or enum of a member of the root, which tells forms apart
    std::size_t plain_here = 0;  ///< "expected …" of the root itself
};

/// Which of the required names an object has.
class Seen {
  public:
    explicit Seen(std::size_t count) : more_(count > bits ? count : 0) {}
    void set(std::size_t i) {
        if (more_.empty())
            few_ |= std::uint64_t{1} << i;
        else
            more_[i] = true;
    }
    bool operator[](std::size_t i) const { return more_.empty() ? (few_ >> i & 1) != 0 : more_[i]; }

  private:
    static constexpr std::size_t bits = 64;
    std::uint64_t few_ = 0;
    std::vector<bool> more_;
};

class Validator {
  public:
    Validator(const Program& program, const Tree& tree);

    bool accepts(TreeIndex at);
    Validation explain(TreeIndex at, std::size_t limit);

  private:
    bool check(SchemaIndex schema, TreeIndex at);
    /// The same for a value inside of the one that is checked: what was looked at there is of no interest here.
    bool check_child(SchemaIndex schema, TreeIndex child);
    /// Without telling anything.
    bool quietly(SchemaIndex schema, TreeIndex at);
    bool quietly_child(SchemaIndex schema, TreeIndex child);
    bool check_instructions(const CompiledSchema& schema, TreeIndex at);
    bool remembers(TreeIndex at) const;
    bool run(const Instruction& instruction, TreeIndex at, std::size_t log);
    bool exceed(std::string message);

    bool value_holds(const Instruction& instruction, TreeIndex at);
    bool has_type(const Instruction& instruction, TreeIndex at);
    bool is_constant(const Instruction& instruction, TreeIndex at);
    bool is_one_of(const Instruction& instruction, TreeIndex at);
    bool is_in_bounds(const Instruction& instruction, TreeIndex at);
    bool is_multiple(const Instruction& instruction, TreeIndex at);
    bool has_length(const Instruction& instruction, TreeIndex at);
    bool has_count(const Instruction& instruction, TreeIndex at);
    bool matches(const Instruction& instruction, TreeIndex at);
    bool has_format(const Instruction& instruction, TreeIndex at);

    bool structure_holds(const Instruction& instruction, TreeIndex at, std::size_t log);
    bool members(const Instruction& instruction, TreeIndex at);
    bool member(const Members& members, const Member* named, TreeIndex child);
    bool unknown_member(const Members& members, TreeIndex child);
    bool has_required(const Members& members, TreeIndex at, const Seen& seen);
    bool names(const Instruction& instruction, TreeIndex at);
    bool dependent_names(const Instruction& instruction, TreeIndex at);
    bool items(const Instruction& instruction, TreeIndex at);
    bool unique(const Instruction& instruction, TreeIndex at);
    bool contains(const Instruction& instruction, TreeIndex at);
    bool unevaluated(const Instruction& instruction, TreeIndex at, std::size_t log);

    bool branches_hold(const Instruction& instruction, TreeIndex at);
    bool all_of(const Instruction& instruction, TreeIndex at);
    bool any_of(const Instruction& instruction, TreeIndex at);
    bool one_of(const Instruction& instruction, TreeIndex at);
    bool negation(const Instruction& instruction, TreeIndex at);
    bool conditional(const Instruction& instruction, TreeIndex at);
    bool dynamic_reference(const Instruction& instruction, TreeIndex at);
    bool tell_closest(const Instruction& instruction, TreeIndex at);
    Report attempt(SchemaIndex branch, TreeIndex at, std::size_t limit);
    Report attempt_shallowly(SchemaIndex branch, TreeIndex at);
    std::size_t closest_of(const std::vector<SchemaIndex>& branches, TreeIndex at,
                           const std::vector<Report>& shallow);
    void tell_merged(const Instruction& instruction, TreeIndex at, const std::vector<Report>& attempts);
    void adopt(Report& attempt, const std::string& note);

    /// Counts an error; `fill` is called where it is told, too. Always false.
    template <class Fill> bool fail(Spot spot, TreeIndex at, Fill fill) {
        if (SchemaError* const error = add_error(spot, at)) fill(*error);
        return false;
    }
    /// "expected EXPECTED, found …"; `words` makes EXPECTED.
    template <class Words> bool expected(Spot spot, TreeIndex at, Words words) {
        if (is_root(at)) ++report_->plain_here;
        return fail(spot, at, [&](SchemaError& error) {
            error.expected = words();
            error.message = "expected " + error.expected + ", found " + describe(*tree_, at);
        });
    }
    /// Whether `at` is what the branch that is told of is tried on, and not a key.
    bool is_root(TreeIndex at) const {
        return report_ != nullptr && at == report_->root && tree_ != name_.get();
    }
    SchemaError* add_error(Spot spot, TreeIndex at);
    void note_kind(std::string_view keyword, TreeIndex at);

    /// Whether `at` is a member of what is checked: it has a key to be told of.
    bool is_member(TreeIndex at) const { return at != root_ && node(at).key_span != Span{}; }
    const TreeNode& node(TreeIndex at) const { return (*tree_)[at]; }
    void mark(TreeIndex child) {
        if (tracking_) evaluated_.push_back(child);
    }
    template <class Visit> bool all_children(TreeIndex at, Visit visit) {
        bool good = true;
        for (TreeIndex child = at + 1; child < node(at).end && (good || report_ != nullptr);
             child = node(child).end)
            good = visit(child) && good;
        return good;
    }

    const Program& program_;
    const Tree* tree_;
    Report* report_ = nullptr;  ///< none while only yes or no is asked for
    TreeIndex root_ = 0;        ///< what is checked as a whole
    std::size_t depth_ = 0;
    std::uint64_t steps_ = 0;
    std::uint64_t most_steps_;
    std::string exceeded_;              ///< which limit; then nothing is valid
    std::vector<ResourceIndex> scope_;  ///< where the schemas being checked are from, the outermost first
    std::vector<TreeIndex> evaluated_;  ///< items and members that something has looked at
    bool tracking_ = false;             ///< whether that is asked for
    std::size_t attempts_ = 0;          ///< branches being told of, one inside of the other
    TreeIndex shallow_root_ = 0;        ///< whose children's children are not looked into, where shallow_
    bool shallow_ = false;
    std::unordered_map<std::uint64_t, bool>
        known_;                   ///< what schemas said of values, once there is much to do
    std::unique_ptr<Tree> name_;  ///< a key as a value
};

}  // namespace factlint::schema
