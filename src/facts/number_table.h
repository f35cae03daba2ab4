// NumberTable: small numbers by key, in memory that is looked at in one place mostly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace factlint {

/// Open addressing, linear probing, at most half full. A Key has == and hash_of(key), whose high bits are mixed.
template <class Key> class NumberTable {
  public:
    NumberTable() : entries_(least) {}

    /// nullptr where the key is not there. O(1).
    const std::uint16_t* find(const Key& key) const {
        for (std::size_t place = place_of(key); entries_[place].used; place = (place + 1) & mask())
            if (entries_[place].key == key) return &entries_[place].number;
        return nullptr;
    }
    /// Precondition: the key is not there. Amortised O(1).
    void add(const Key& key, std::uint16_t number) {
        if (2 * ++count_ > entries_.size()) grow();
        place({key, number, true});
    }
    void clear() {
        entries_.assign(least, {});
        count_ = 0;
    }

  private:
    struct Entry {
        Key key{};
        std::uint16_t number = 0;
        bool used = false;
    };
    static constexpr std::size_t least = 256;

    std::size_t mask() const { return entries_.size() - 1; }
    std::size_t place_of(const Key& key) const { return hash_of(key) >> 32 & mask(); }
    void place(const Entry& entry) {
        std::size_t place = place_of(entry.key);
        while (entries_[place].used) place = (place + 1) & mask();
        entries_[place] = entry;
    }
    void grow() {
        std::vector<Entry> old(entries_.size() * 2);
        old.swap(entries_);
        for (const Entry& entry : old)
            if (entry.used) place(entry);
    }

    std::vector<Entry> entries_;  ///< a power of two
    std::size_t count_ = 0;
};

}  // namespace factlint
