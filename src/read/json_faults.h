// What is said about JSON that is not as it should be: keys given twice, and what people write instead of JSON.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/tree.h"
#include "text/problem.h"

namespace factlint {

/// What to write instead of what stands at `at` of a JSON text, where a value has to; empty where nothing is known.
std::string help_for_value(std::string_view text, std::size_t at);
/// The same where a key has to stand.
std::string help_for_key(std::string_view text, std::size_t at);

/// Finds the keys that an object gives more than once; see read_json.
class DuplicateKeys {
  public:
    DuplicateKeys(const Tree& tree, Findings& findings) : tree_(tree), findings_(findings) {}

    /// Of an object that has been read. O(members²) for up to 16 members, O(members log members) beyond.
    void check(TreeIndex object);

  private:
    void check_few(TreeIndex object);
    void check_many(TreeIndex object);
    void report(TreeIndex first, TreeIndex again);

    const Tree& tree_;
    Findings& findings_;
    std::vector<TreeIndex> members_;
    std::vector<std::pair<TreeIndex, TreeIndex>> repeats_;  ///< with the first of its key
    std::size_t reported_ = 0;
};

}  // namespace factlint
