// Uniqueness of keys in a table of any size: 64-bit hashes of all of them are brought together, and only rows whose hashes
// meet are read again to see whether their keys are the same.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace factlint {

/// Mixes in text; keys of several columns are hashed one column after the other. wyhash's mixing step (Wang Yi 2019).
std::uint64_t hash_text(std::string_view text, std::uint64_t seed = 0);

/// Hashes of the keys of rows. Where there are more than fit, those of one part of all hashes are kept, and the table is
/// read once more for each other part.
class KeyHashes {
  public:
    /// `most`: hashes kept at once. `part` of `parts`, a power of two.
    explicit KeyHashes(std::size_t most, std::uint32_t part = 0, std::uint32_t parts = 1)
        : most_(most), part_(part), parts_(parts) {}

    void add(std::uint64_t hash) {
        if (!is_kept(hash)) return;
        if (hashes_.size() == most_) split();
        hashes_.push_back(hash);
    }
    /// The other's hashes too; it becomes empty.
    void merge(KeyHashes&& other);
    /// Hashes that occur more than once, ascending, each once. O(n), and as much memory again; the set is spent.
    std::vector<std::uint64_t> repeated();
    std::uint32_t parts() const { return parts_; }
    std::uint32_t part() const { return part_; }

  private:
    bool is_kept(std::uint64_t hash) const { return (hash & (parts_ - 1)) == part_; }
    void split();

    std::size_t most_;
    std::uint32_t part_, parts_;
    std::vector<std::uint64_t> hashes_;
};

}  // namespace factlint
