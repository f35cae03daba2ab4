#include "check/table/key_set.h"

#include <algorithm>
#include <cstring>

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

std::vector<std::uint64_t> KeyHashes::repeated() {
    std::vector<std::uint64_t> found;
    std::sort(hashes_.begin(), hashes_.end());
    for (std::size_t i = 1; i < hashes_.size(); ++i)
        if (hashes_[i] == hashes_[i - 1] && (found.empty() || found.back() != hashes_[i]))
            found.push_back(hashes_[i]);
    hashes_ = {};
    return found;
}

}  // namespace factlint
