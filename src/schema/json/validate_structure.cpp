// Keywords that look at the members of objects and the items of lists.
#include <algorithm>
#include <utility>

#include "schema/json/validator.h"
#include "text/suggest.h"

namespace factlint::schema {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::uint32_t few = 8;

/// Compares each item with each.
bool few_differ(const Tree& tree, TreeIndex list) {
    for (TreeIndex at = list + 1; at < tree[list].end; at = tree[at].end)
        for (TreeIndex other = list + 1; other < at; other = tree[other].end)
            if (equal({&tree, at}, {&tree, other})) return false;
    return true;
}

std::vector<std::string_view> keys_of(const Tree& tree, TreeIndex object) {
    constexpr std::size_t most = 200;
    std::vector<std::string_view> keys;
    for (TreeIndex at = object + 1; at < tree[object].end && keys.size() < most; at = tree[at].end)
        keys.push_back(tree[at].key);
    return keys;
}

/// "did you mean `color`?", of the names that the object does not have yet; else some of the names that there are.
std::string help_for_unknown(const Members& members, const Tree& tree, TreeIndex child) {
    const std::string_view key = tree[child].key;
    if (key.size() > longest_name) return {};
    std::vector<std::string_view> missing;
    for (const Member& member : members.named)
        if (member.schema != no_schema && find_member(tree, tree[child].parent, member.key) == nullptr)
            missing.push_back(member.key);
    const auto near = nearest(key, missing);
    return near ? "did you mean " + in_quotes(*near) + "?" : std::string{};
}

}  // namespace

bool Validator::structure_holds(const Instruction& instruction, TreeIndex at, std::size_t log) {
    const TreeKind kind = node(at).kind;
    if (kind == TreeKind::object) {
        switch (instruction.op) {
            case Op::members: return members(instruction, at);
            case Op::member_names: return names(instruction, at);
            case Op::dependent_names: return dependent_names(instruction, at);
            case Op::dependent_schema: {
                const DependentSchema& it = program_.dependent_schemas[instruction.operand];
                return find_member(*tree_, at, it.key) == nullptr || check(it.schema, at);
            }
            case Op::unevaluated_members: return unevaluated(instruction, at, log);
            default: return true;
        }
    }
    if (kind != TreeKind::list) return true;
    switch (instruction.op) {
        case Op::items: return items(instruction, at);
        case Op::unique_items: return unique(instruction, at);
        case Op::contains: return contains(instruction, at);
        case Op::unevaluated_items: return unevaluated(instruction, at, log);
        default: return true;
    }
}

bool Validator::members(const Instruction& instruction, TreeIndex at) {
    const Members& all = program_.members[instruction.operand];
    Seen seen(all.required.size());
    const auto visit = [&](TreeIndex child) {
        const Member* const named = find_named(all.named, node(child).key);
        if (named != nullptr && named->required != UINT32_MAX) seen.set(named->required);
        return member(all, named, child);
    };
    bool good = true;
    if (report_ != nullptr) {
        good = all_children(at, visit);
    } else {
        // What tells forms apart is a text more often than not: only then is it worth to go deeper.
        const auto is_leaf = [&](TreeIndex child) { return node(child).end == child + 1; };
        good = all_children(at, [&](TreeIndex child) { return !is_leaf(child) || visit(child); }) &&
               (node(at).end - at == node(at).count + 1 ||
                all_children(at, [&](TreeIndex child) { return is_leaf(child) || visit(child); }));
        if (!good) return false;
    }
    return has_required(all, at, seen) && good;
}

bool Validator::member(const Members& members, const Member* named, TreeIndex child) {
    bool known = false, good = true;
    const auto apply = [&](SchemaIndex schema) {
        known = true;
        good = (good || report_ != nullptr) && check_child(schema, child) && good;
    };
    const std::string_view key = node(child).key;
    if (named != nullptr && named->schema != no_schema) apply(named->schema);
    for (const auto& [pattern, schema] : members.patterns)
        if (program_.patterns[pattern].found_in(key)) apply(schema);
    if (!known && members.additional != no_schema) {
        known = true;
        good = program_.is_never(members.additional) ? unknown_member(members, child)
                                                     : check_child(members.additional, child);
    }
    if (known) mark(child);
    return good;
}

bool Validator::unknown_member(const Members& members, TreeIndex child) {
    return fail(members.additional_spot, child, [&](SchemaError& error) {
        error.span = node(child).key_span;
        error.message = in_quotes(node(child).key) + " is not a property here";
        error.help = help_for_unknown(members, *tree_, child);
    });
}

bool Validator::has_required(const Members& members, TreeIndex at, const Seen& seen) {
    bool good = true;
    for (std::size_t i = 0; i < members.required.size() && (good || report_ != nullptr); ++i) {
        if (seen[i]) continue;
        good = fail(members.required_spot, at, [&](SchemaError& error) {
            const std::string_view name = members.required[i];
            error.message = "required property " + in_quotes(name) + " is missing";
            if (name.size() > longest_name) return;
            if (const auto near = nearest(name, keys_of(*tree_, at));
                near && find_named(members.named, *near) == nullptr)
                error.help = in_quotes(*near) + " is near it";
        });
    }
    return good;
}

bool Validator::names(const Instruction& instruction, TreeIndex at) {
    return all_children(at, [&](TreeIndex child) {
        if (name_ == nullptr) name_ = std::make_unique<Tree>();
        name_->nodes.assign(1, TreeNode{});
        TreeNode& name = name_->nodes.front();
        name.kind = TreeKind::text;
        name.text = node(child).key;
        name.span = node(child).key_span;
        name.end = 1;
        const std::size_t told = report_ == nullptr ? 0 : report_->errors.size();
        const Tree* const tree = std::exchange(tree_, name_.get());
        const bool good = check_child(instruction.operand, 0);
        tree_ = tree;
        for (std::size_t i = told; report_ != nullptr && i < report_->errors.size(); ++i) {
            SchemaError& error = report_->errors[i];
            error.instance = child;
            error.message.insert(0, "the key " + in_quotes(node(child).key) + ": ");
        }
        return good;
    });
}

bool Validator::dependent_names(const Instruction& instruction, TreeIndex at) {
    const DependentNames& it = program_.dependent_names[instruction.operand];
    if (find_member(*tree_, at, it.key) == nullptr) return true;
    bool good = true;
    for (const std::string_view name : it.names) {
        if (find_member(*tree_, at, name) != nullptr) continue;
        const Spot keyword{instruction.spot.file, program_.node(instruction.spot).parent};
        good = fail(keyword, at, [&](SchemaError& error) {
            error.message =
                "property " + in_quotes(name) + " is required where " + in_quotes(it.key) + " is given";
        });
        if (report_ == nullptr) break;
    }
    return good;
}

bool Validator::items(const Instruction& instruction, TreeIndex at) {
    const Items& all = program_.items[instruction.operand];
    const bool closed = all.rest != no_schema && program_.is_never(all.rest);
    std::size_t position = 0;
    const bool good = all_children(at, [&](TreeIndex child) {
        const SchemaIndex schema = position < all.prefix.size() ? all.prefix[position] : all.rest;
        ++position;
        if (schema == no_schema) return true;
        mark(child);
        if (position <= all.prefix.size() || !closed) return check_child(schema, child);
        // One error for all that is too much.
        if (position > all.prefix.size() + 1) return false;
        return fail(all.rest_spot, child, [&](SchemaError& error) {
            error.message = "expected at most " + counted(all.prefix.size(), "item", "items") + ", found " +
                            std::to_string(node(at).count);
        });
    });
    return good;
}

bool Validator::unique(const Instruction& instruction, TreeIndex at) {
    if (node(at).count < 2 || (report_ == nullptr && node(at).count <= few)) return few_differ(*tree_, at);
    std::vector<std::pair<std::size_t, TreeIndex>> by_hash;
    by_hash.reserve(node(at).count);
    for (TreeIndex child = at + 1; child < node(at).end; child = node(child).end)
        by_hash.emplace_back(hash_of({tree_, child}), child);
    std::sort(by_hash.begin(), by_hash.end());
    std::vector<std::pair<TreeIndex, TreeIndex>> repeats;
    for (std::size_t i = 1, first = 0; i < by_hash.size(); ++i) {
        if (by_hash[i].first != by_hash[first].first) first = i;
        if (first == i || !equal({tree_, by_hash[i].second}, {tree_, by_hash[first].second})) continue;
        if (report_ == nullptr) return false;
        repeats.emplace_back(by_hash[i].second, by_hash[first].second);
    }
    std::sort(repeats.begin(), repeats.end());
    for (const auto& repeat : repeats)
        fail(instruction.spot, repeat.first, [&](SchemaError& error) {
            error.message = "expected items that differ, found " + describe(*tree_, repeat.first) + " again";
            error.related.push_back({tree_->place(repeat.second), "first here"});
        });
    return repeats.empty();
}

bool Validator::contains(const Instruction& instruction, TreeIndex at) {
    const Contains& it = program_.contains[instruction.operand];
    std::uint64_t count = 0;
    for (TreeIndex child = at + 1; child < node(at).end; child = node(child).end) {
        if (!quietly_child(it.schema, child)) continue;
        ++count;
        if (it.evaluates) mark(child);
    }
    if (count >= it.least && count <= it.most) return true;
    const bool too_few = count < it.least;
    return fail(too_few ? it.least_spot : it.most_spot, at, [&](SchemaError& error) {
        error.message = std::string(too_few ? "expected at least " : "expected at most ") +
                        counted(too_few ? it.least : it.most, "item", "items") +
                        " as `contains` describes, found " + std::to_string(count);
    });
}

bool Validator::unevaluated(const Instruction& instruction, TreeIndex at, std::size_t log) {
    std::vector<TreeIndex> known(evaluated_.begin() + static_cast<std::ptrdiff_t>(log), evaluated_.end());
    std::sort(known.begin(), known.end());
    const bool closed = program_.is_never(instruction.operand);
    return all_children(at, [&](TreeIndex child) {
        if (std::binary_search(known.begin(), known.end(), child)) return true;
        mark(child);
        if (!closed) return check_child(instruction.operand, child);
        return fail(instruction.spot, child, [&](SchemaError& error) {
            error.message = is_member(child) ? in_quotes(node(child).key) + " is not a property here"
                                             : describe(*tree_, child) + " is an item too many";
            if (is_member(child)) error.span = node(child).key_span;
        });
    });
}

}  // namespace factlint::schema
