// Letters of a language and of others, and where the others may stand: text is skimmed many bytes at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "facts/script.h"

namespace factlint {

enum class Letter : std::uint8_t { none, own, foreign };

/// Which letters are those of a language. Kana and Han are one script here: Japanese and Chinese are not told apart inside a
/// paragraph.
class Letters {
  public:
    explicit Letters(const LanguageData& language);

    bool latin() const { return latin_; }
    /// What the character at `at` is; `size` becomes the bytes it takes.
    Letter at(std::string_view text, std::uint32_t at, std::uint32_t& size) const;
    /// Whether own letters of other scripts than Latin may begin with the byte.
    bool is_own_lead(char byte) const {
        const auto lead = static_cast<std::uint8_t>(byte);
        return lead >= first_lead_ && lead <= last_lead_;
    }
    /// The next chunk at or behind `from`, at a multiple of `alignment`, without such bytes; text.size() where there is none.
    /// O(bytes between / 16).
    std::uint32_t next_without(std::string_view text, std::size_t from) const;
    static constexpr std::size_t chunk = 16;
    static constexpr std::size_t alignment = 8;

  private:
    bool latin_;
    std::array<bool, script_blocks.size()> own_{};
    std::uint8_t first_lead_ = 0xFF;
    std::uint8_t last_lead_ = 0;
};

/// Whether letters of other scripts than Latin begin with the byte.
constexpr bool is_wide_lead(char byte) {
    const auto lead = static_cast<std::uint8_t>(byte);
    return lead >= 0xD0 && lead <= 0xED && lead != 0xE1 && lead != 0xE2;
}

/// The next such byte or quotation mark at or behind `from`; text.size() where there is none. O(bytes between / 16).
std::uint32_t next_wide_or_mark(std::string_view text, std::size_t from);

}  // namespace factlint
