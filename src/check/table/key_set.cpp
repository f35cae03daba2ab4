#include "check/table/key_set.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace factlint {
namespace {

__extension__ typedef unsigned __int128 Wide;

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    const auto product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t load(const char* at, std::size_t size) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, size);
    return word;
}

constexpr std::uint64_t first_secret = 0xA0761D6478BD642Fu;
constexpr std::uint64_t second_secret = 0xE7037ED1A0B428DBu;

}  // namespace

std::uint64_t hash_text(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = seed ^ first_secret;
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left > 16; at += 16, left -= 16) hash = mix(load(at, 8) ^ second_secret, load(at + 8, 8) ^ hash);
    const std::uint64_t low = load(at, std::min<std::size_t>(left, 8));
    const std::uint64_t high = left > 8 ? load(at + 8, left - 8) : 0;
    return mix(second_secret ^ text.size(), mix(low ^ second_secret, high ^ hash));
}

void KeyHashes::split() {
    while (hashes_.size() > most_ / 2 && parts_ < (1u << 20)) {
        parts_ *= 2;
        std::erase_if(hashes_, [this](std::uint64_t hash) { return !is_kept(hash); });
    }
}

void KeyHashes::merge(KeyHashes&& other) {
    parts_ = std::max(parts_, other.parts_);
    std::erase_if(hashes_, [this](std::uint64_t hash) { return !is_kept(hash); });
    for (const std::uint64_t hash : other.hashes_) add(hash);
    other.hashes_ = {};
}

namespace {

constexpr unsigned bucket_bits = 11;
constexpr std::size_t bucket_count = std::size_t{1} << bucket_bits;

std::size_t bucket_of(std::uint64_t hash) { return hash >> (64 - bucket_bits); }

/// Orders `hashes` by bucket; gives where each begins, and the end.
std::vector<std::size_t> partition(std::vector<std::uint64_t>& hashes) {
    std::vector<std::size_t> begins(bucket_count + 1, 0);
    for (const std::uint64_t hash : hashes) ++begins[bucket_of(hash) + 1];
    for (std::size_t i = 1; i <= bucket_count; ++i) begins[i] += begins[i - 1];
    std::vector<std::size_t> next(begins.begin(), begins.end() - 1);
    std::vector<std::uint64_t> ordered(hashes.size());
    for (const std::uint64_t hash : hashes) ordered[next[bucket_of(hash)]++] = hash;
    hashes.swap(ordered);
    return begins;
}

/// Finds repetitions by open addressing in a table that stays in the cache: its slots are told apart by the lowest bits, the
/// buckets by the highest. 0 is an empty slot.
class SeenHashes {
  public:
    void clear(std::size_t expected) {
        std::size_t size = 16;
        while (size < 2 * expected) size *= 2;
        slots_.assign(size, 0);
        zero_ = false;
    }
    /// Whether it was seen before.
    bool add(std::uint64_t hash) {
        if (hash == 0) return std::exchange(zero_, true);
        std::size_t at = hash & (slots_.size() - 1);
        while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
        return std::exchange(slots_[at], hash) == hash;
    }

  private:
    std::vector<std::uint64_t> slots_;
    bool zero_ = false;
};

}  // namespace

std::vector<std::uint64_t> KeyHashes::repeated() {
    std::vector<std::uint64_t> found;
    const std::vector<std::size_t> begins = partition(hashes_);
    SeenHashes seen;
    for (std::size_t bucket = 0; bucket < bucket_count; ++bucket) {
        seen.clear(begins[bucket + 1] - begins[bucket]);
        for (std::size_t i = begins[bucket]; i < begins[bucket + 1]; ++i)
            if (seen.add(hashes_[i])) found.push_back(hashes_[i]);
    }
    hashes_ = {};
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace factlint
