#include <cstdint>

#include <fmt/format.h>

#include "report/render.h"

namespace factlint {
namespace {

/// Of a longer place, the beginning and the length stand for the text: a place may be a whole file.
constexpr std::size_t longest_hashed = 4096;

/// FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv). Every field is closed by a byte that no UTF-8 text holds, so
/// that ("ab", "c") and ("a", "bc") differ.
class Hash {
  public:
    void add(std::string_view field) {
        for (const char byte : field) add(static_cast<unsigned char>(byte));
        add(static_cast<unsigned char>(0xFF));
    }
    std::uint64_t value() const { return value_; }

  private:
    void add(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3U; }

    std::uint64_t value_ = 0xCBF29CE484222325U;
};

}  // namespace

std::string fingerprint(const Finding& finding, const Sources& sources) {
    Hash hash;
    const auto add_place = [&](Place place) {
        hash.add(sources[place.source].path);
        hash.add(sources.text(place).substr(0, longest_hashed));
        if (place.span.size() > longest_hashed) hash.add(std::to_string(place.span.size()));
    };
    hash.add(finding.id);
    if (finding.primary)
        add_place(*finding.primary);
    else
        hash.add(finding.path);
    for (const Related& related : finding.related) add_place(related.place);
    return fmt::format("{:016x}", hash.value());
}

}  // namespace factlint
