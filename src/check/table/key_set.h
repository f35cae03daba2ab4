// Uniqueness of keys in a table of any size: 64-bit hashes of all of them are brought together, and only rows whose hashes
// meet are read again to see whether their keys are the same.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "schema/short_word.h"

namespace factlint {

/// Hashes of texts with wyhash's mixing step (Wang Yi 2019).
class TextHash {
  public:
    static std::uint64_t of(std::string_view text, std::uint64_t seed) {
        if (text.size() > 8) return of_long(text, seed);
        return end(text.size(), text.empty() ? 0 : word_of(text), 0, seed ^ first_secret);
    }

  private:
    __extension__ typedef unsigned __int128 Wide;
    static constexpr std::uint64_t first_secret = 0xA0761D6478BD642Fu, second_secret = 0xE7037ED1A0B428DBu;

    static std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
        const auto product = static_cast<Wide>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    }
    static std::uint64_t end(std::size_t size, std::uint64_t low, std::uint64_t high, std::uint64_t hash) {
        return mix(second_secret ^ size, mix(low ^ second_secret, high ^ hash));
    }
    static std::uint64_t of_long(std::string_view text, std::uint64_t seed);
};

/// Mixes in text; keys of several columns are hashed one column after the other.
inline std::uint64_t hash_text(std::string_view text, std::uint64_t seed = 0) {
    return TextHash::of(text, seed);
}

/// Hashes in buckets by their highest bits, each bucket in chunks: none is moved when it grows or when sets are brought
/// together. 8 bytes for a hash, and up to 128 KiB for chunks that are not full.
class HashBuckets {
  public:
    static constexpr unsigned bits = 8;
    static constexpr std::size_t count = std::size_t{1} << bits;

    void add(std::uint64_t hash) {
        std::size_t& next = next_[hash >> (64 - bits)];
        if (next % chunk_size == 0) next = open_chunk(next);
        slabs_[next / slab_size][next % slab_size] = hash;
        ++next;
    }
    /// use(hash) for each of a bucket, the last chunk first.
    template <class Use> void for_each(std::size_t bucket, Use use) const {
        const std::size_t next = next_[bucket];
        if (next == 0) return;
        std::size_t size = (next - 1) % chunk_size + 1;
        for (std::size_t chunk = (next - 1) / chunk_size; chunk != 0; chunk = before_[chunk]) {
            const std::size_t first = chunk * chunk_size;
            const std::uint64_t* const hashes = &slabs_[first / slab_size][first % slab_size];
            for (std::size_t i = 0; i < size; ++i) use(hashes[i]);
            size = chunk_size;
        }
    }

  private:
    static constexpr std::size_t chunk_size = 64, slab_size = std::size_t{1} << 17;  // in hashes
    std::size_t open_chunk(std::size_t next);

    std::vector<std::unique_ptr<std::uint64_t[]>> slabs_;
    std::vector<std::size_t> before_{0};     ///< the chunk before each in its bucket; 0 = none, and no chunk
    std::array<std::size_t, count> next_{};  ///< where the next hash of each bucket goes; 0 = it has none yet
};

/// Hashes of the keys of rows. Where there are more than fit, those of one part of all hashes are kept, and the table is
/// read once more for each other part.
class KeyHashes {
  public:
    /// `most`: hashes kept at once. `part` of `parts`, a power of two.
    explicit KeyHashes(std::size_t most, std::uint32_t part = 0, std::uint32_t parts = 1)
        : most_(most), part_(part), parts_(parts) {}

    void add(std::uint64_t hash) {
        if (!is_kept(hash)) return;
        if (size_ == most_ && !split_for(hash)) return;
        buckets_.front().add(hash);
        ++size_;
    }
    /// The other's hashes too; it becomes empty. O(1) where all of them fit.
    void merge(KeyHashes&& other);
    /// Hashes that occur more than once, ascending, each once. O(n), by so many threads; the set is spent.
    std::vector<std::uint64_t> repeated(unsigned threads);
    std::uint32_t parts() const { return parts_; }
    std::uint32_t part() const { return part_; }

  private:
    bool is_kept(std::uint64_t hash) const { return (hash & (parts_ - 1)) == part_; }
    void split();
    bool split_for(std::uint64_t hash);
    void leave_out_others();
    void leave_out_repeats();

    std::size_t most_, size_ = 0;
    std::uint32_t part_, parts_;
    std::vector<HashBuckets> buckets_ = std::vector<HashBuckets>(1);  ///< its own, and those that were merged
};

}  // namespace factlint
