// Descriptors: JSON objects read by tables of keys, so that mistakes are reported alike everywhere.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/tree.h"
#include "text/finding.h"
#include "text/problem.h"

namespace factlint {

struct Descriptor {
    const Tree& tree;
    Findings& findings;

    const TreeNode& operator[](TreeIndex index) const { return tree[index]; }
    void report(Place place, std::string id, std::string message, std::string help = {}) {
        findings.push_back(problem(std::move(id), place, std::move(message), std::move(help)));
    }
    void report(TreeIndex index, std::string id, std::string message, std::string help = {}) {
        report(tree.place(index), std::move(id), std::move(message), std::move(help));
    }
};

/// "expected a list, found text": finding `wrong-type`.
void expected(Descriptor& descriptor, TreeIndex index, std::string_view what);

/// Each gives nullopt, with a finding, where the node is of another kind.
std::optional<std::string> read_text(Descriptor& descriptor, TreeIndex index);
std::optional<bool> read_bool(Descriptor& descriptor, TreeIndex index);
/// Texts, numbers as they are written, true and false as words.
std::optional<std::string> read_scalar(Descriptor& descriptor, TreeIndex index);
/// A list of texts; with `or_one`, a text alone too.
std::vector<TreeIndex> read_texts(Descriptor& descriptor, TreeIndex index, bool or_one);

/// Names that others may refer to. The first few that there are not get a hint each: searching for one takes its time.
class KnownNames {
  public:
    explicit KnownNames(std::vector<std::string_view> names);
    /// O(log names).
    bool has(std::string_view name) const;
    /// "did you mean …?"; empty after the first 20 times.
    std::string hint(std::string_view name);

  private:
    std::vector<std::string_view> names_, sorted_;
    int hints_ = 20;
};

template <class Target> struct DescriptorKey {
    std::string_view name;
    void (*read)(Descriptor&, TreeIndex value, Target&);  ///< nullptr: known, and says nothing about data
    bool required = false;
};

/// Finding `unknown-key`, a note, where the key is near one that is known.
void note_unknown_key(Descriptor& descriptor, TreeIndex member, std::string_view what,
                      const std::vector<std::string_view>& known);

/// Calls what reads each member of the object `index`. `what`: "a field". O(members × keys).
template <class Target, std::size_t count>
void read_members(Descriptor& descriptor, TreeIndex index, std::string_view what,
                  const DescriptorKey<Target> (&keys)[count], Target& target) {
    if (descriptor[index].kind != TreeKind::object) return expected(descriptor, index, what);
    std::vector<std::string_view> names;
    for (const DescriptorKey<Target>& key : keys) names.push_back(key.name);
    std::vector<bool> seen(count);
    for (TreeIndex member = index + 1; member < descriptor[index].end; member = descriptor[member].end) {
        const auto at = static_cast<std::size_t>(
            std::find(names.begin(), names.end(), descriptor[member].key) - names.begin());
        if (at == count) {
            note_unknown_key(descriptor, member, what, names);
        } else if (!seen[at]) {
            seen[at] = true;
            if (keys[at].read) keys[at].read(descriptor, member, target);
        }
    }
    const std::uint32_t begin = descriptor[index].span.begin;
    for (std::size_t i = 0; i < count; ++i)
        if (keys[i].required && !seen[i])
            descriptor.report(Place{descriptor.tree.source, {begin, begin + 1}}, "missing-key",
                              std::string(what) + " needs the key " + quoted(keys[i].name));
}

}  // namespace factlint
