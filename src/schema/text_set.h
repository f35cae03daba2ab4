// A few texts, fixed once and asked for often.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace factlint {

class TextSet {
  public:
    TextSet() = default;
    explicit TextSet(std::vector<std::string> texts);

    /// Index of the first of them that is `text`. A look at its length where that is none of theirs, else O(bytes).
    std::optional<std::uint32_t> find(std::string_view text) const {
        const std::size_t length = text.size() < 63 ? text.size() : 63;
        return (lengths_ >> length & 1) == 0 ? std::nullopt : find_hashed(text);
    }
    bool contains(std::string_view text) const { return find(text).has_value(); }
    const std::vector<std::string>& texts() const { return texts_; }

  private:
    std::optional<std::uint32_t> find_hashed(std::string_view text) const;

    std::vector<std::string> texts_;
    std::vector<std::uint32_t> slots_;  ///< index + 1, by hash; 0 = free; its size is a power of two
    std::uint64_t lengths_ = 0;         ///< bit i: one of them has i bytes (63: or more)
};

}  // namespace factlint
