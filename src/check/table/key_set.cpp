#include "check/table/key_set.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstring>
#include <functional>
#include <thread>
#include <utility>

namespace factlint {
namespace {

std::uint64_t load(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

}  // namespace

std::uint64_t TextHash::of_long(std::string_view text, std::uint64_t seed) {
    std::uint64_t hash = seed ^ first_secret;
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left > 16; at += 16, left -= 16) hash = mix(load(at) ^ second_secret, load(at + 8) ^ hash);
    if (left <= 8) return end(text.size(), word_of({at, left}), 0, hash);
    return end(text.size(), load(at), load(at + left - 8), hash);  // some bytes twice: the size tells which
}

std::size_t HashBuckets::open_chunk(std::size_t next) {
    const std::size_t chunk = before_.size(), first = chunk * chunk_size;
    before_.push_back(next == 0 ? 0 : next / chunk_size - 1);
    if (first / slab_size >= slabs_.size())
        slabs_.push_back(std::make_unique_for_overwrite<std::uint64_t[]>(slab_size));
    return first;
}

void KeyHashes::leave_out_others() {
    size_ = 0;
    for (HashBuckets& buckets : buckets_) {
        HashBuckets kept;
        for (std::size_t bucket = 0; bucket < HashBuckets::count; ++bucket)
            buckets.for_each(bucket, [&](std::uint64_t hash) {
                if (!is_kept(hash)) return;
                kept.add(hash);
                ++size_;
            });
        buckets = std::move(kept);
    }
}

namespace {

/// Hashes of which no more than two of each are kept.
class TwiceAtMost {
  public:
    void clear() { hashes_.clear(); }
    void add(std::uint64_t hash) {
        if (hashes_.size() >= full_) leave_out();
        hashes_.push_back(hash);
    }
    const std::vector<std::uint64_t>& kept() { return leave_out(); }

  private:
    const std::vector<std::uint64_t>& leave_out() {
        std::sort(hashes_.begin(), hashes_.end());
        std::size_t kept = 0;
        for (const std::uint64_t hash : hashes_)
            if (kept < 2 || hashes_[kept - 2] != hash) hashes_[kept++] = hash;
        hashes_.resize(kept);
        full_ = std::max(2 * kept, least_full);
        return hashes_;
    }

    static constexpr std::size_t least_full = std::size_t{1} << 16;
    std::size_t full_ = least_full;
    std::vector<std::uint64_t> hashes_;
};

}  // namespace

/// Of a hash that repeats two are as good as many. Nothing changes where that leaves more than half: those kept would stand in
/// memory beside the others.
void KeyHashes::leave_out_repeats() {
    TwiceAtMost some;
    const auto kept_of = [&](const HashBuckets& buckets, std::size_t bucket) -> const auto& {
        some.clear();
        buckets.for_each(bucket, [&](std::uint64_t hash) { some.add(hash); });
        return some.kept();
    };
    std::size_t size = 0;
    for (const HashBuckets& buckets : buckets_)
        for (std::size_t bucket = 0; bucket < HashBuckets::count; ++bucket)
            size += kept_of(buckets, bucket).size();
    if (size > size_ / 2) return;
    size_ = size;
    for (HashBuckets& buckets : buckets_) {
        HashBuckets kept;
        for (std::size_t bucket = 0; bucket < HashBuckets::count; ++bucket)
            for (const std::uint64_t hash : kept_of(buckets, bucket)) kept.add(hash);
        buckets = std::move(kept);
    }
}

/// Each part costs a pass over the table; where that many do not help, memory goes beyond its limit.
constexpr std::uint32_t most_parts = 64;

void KeyHashes::split() {
    leave_out_repeats();
    while (size_ > most_ / 2 && parts_ < most_parts) {
        parts_ *= 2;
        leave_out_others();
    }
}

/// Whether the hash is still one to keep.
bool KeyHashes::split_for(std::uint64_t hash) {
    split();
    return is_kept(hash);
}

void KeyHashes::merge(KeyHashes&& other) {
    const std::uint32_t parts = std::max(parts_, other.parts_);
    const bool same = parts_ == other.parts_;
    parts_ = parts;
    size_ += other.size_;
    for (HashBuckets& buckets : other.buckets_) buckets_.push_back(std::move(buckets));
    if (!same) leave_out_others();
    if (size_ > most_) split();
    other.buckets_ = std::vector<HashBuckets>(1);
    other.size_ = 0;
}

namespace {

/// Tells hashes that were seen before, by open addressing. 0 is an empty slot.
class SeenHashes {
  public:
    void clear(std::size_t expected) {
        slots_.assign(std::bit_ceil(2 * expected + 1), 0);
        zero_ = false;
    }
    /// Whether it was seen before.
    bool add(std::uint64_t hash) {
        if (hash == 0) return std::exchange(zero_, true);
        std::size_t at = hash_bits(hash) & (slots_.size() - 1);
        while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
        return std::exchange(slots_[at], hash) == hash;
    }
    /// Of a hash, bits by which neither buckets (the highest) nor parts (the lowest) are told apart.
    static std::size_t hash_bits(std::uint64_t hash) { return static_cast<std::size_t>(hash >> 20); }

  private:
    std::vector<std::uint64_t> slots_;
    bool zero_ = false;
};

/// Finds the repetitions in bucket after bucket. Nearly all hashes are told to be alone by a map of eight bits for each of
/// them, which stays in the cache; the others are compared.
class Repetitions {
  public:
    explicit Repetitions(const std::vector<HashBuckets>& sets) : sets_(sets) {}

    void search(std::size_t bucket) {
        std::size_t size = 0;
        for_each(bucket, [&](std::uint64_t) { ++size; });
        if (size < 2) return;
        if (met_.size() <= size) met_.resize(size + 1);
        if (!mark(bucket, size)) return;
        std::size_t count = 0;
        for_each(bucket, [&](std::uint64_t hash) {
            met_[count] = hash;  // the next one stands in its place where it met none
            count += twice_[word_at(hash)] >> bit_of(hash) & 1;
        });
        compare(count);
    }

    std::vector<std::uint64_t> found;

  private:
    template <class Use> void for_each(std::size_t bucket, Use use) const {
        for (const HashBuckets& set : sets_) set.for_each(bucket, use);
    }
    std::size_t word_at(std::uint64_t hash) const {
        return SeenHashes::hash_bits(hash) / 64 & (once_.size() - 1);
    }
    static unsigned bit_of(std::uint64_t hash) { return SeenHashes::hash_bits(hash) % 64; }

    /// Whether any two of a bucket met in the map.
    bool mark(std::size_t bucket, std::size_t size) {
        once_.assign(std::bit_ceil(size / 8 + 1), 0);
        twice_.assign(once_.size(), 0);
        std::uint64_t any = 0;
        for_each(bucket, [&](std::uint64_t hash) {
            const std::size_t word = word_at(hash);
            const std::uint64_t bit = std::uint64_t{1} << bit_of(hash), met = once_[word] & bit;
            twice_[word] |= met;
            once_[word] |= bit;
            any |= met;
        });
        return any != 0;
    }

    void compare(std::size_t count) {
        seen_.clear(count);
        for (std::size_t i = 0; i < count; ++i)
            if (seen_.add(met_[i])) found.push_back(met_[i]);
    }

    const std::vector<HashBuckets>& sets_;
    std::vector<std::uint64_t> once_, twice_, met_;
    SeenHashes seen_;
};

constexpr std::size_t worth_a_thread = std::size_t{1} << 17;  // hashes

}  // namespace

std::vector<std::uint64_t> KeyHashes::repeated(unsigned threads) {
    const std::size_t most = std::max<std::size_t>(size_ / worth_a_thread, 1);
    std::vector<Repetitions> parts(std::clamp<std::size_t>(threads, 1, most), Repetitions(buckets_));
    std::atomic<std::size_t> next = 0;
    const auto work = [&](Repetitions& part) {
        for (std::size_t bucket = next++; bucket < HashBuckets::count; bucket = next++) part.search(bucket);
    };
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < parts.size(); ++i) others.emplace_back(work, std::ref(parts[i]));
    work(parts.front());
    for (std::thread& other : others) other.join();
    std::vector<std::uint64_t> found = std::move(parts.front().found);
    for (std::size_t i = 1; i < parts.size(); ++i)
        found.insert(found.end(), parts[i].found.begin(), parts[i].found.end());
    buckets_ = std::vector<HashBuckets>(1);
    size_ = 0;
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace factlint
