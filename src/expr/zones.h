// Time zones by IANA name, from the tzdata package at build time: results never depend on the machine.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace factlint::expr {

/// Seconds east of UTC at a moment (seconds since 1970); nullopt where there is no such zone. O(log zones + log changes).
std::optional<std::int64_t> zone_offset(std::string_view name, std::int64_t seconds);

/// A zone as zic writes it (RFC 8536). The table is made by embed_zones.cpp, sorted by name.
struct ZoneData {
    std::string_view name;
    std::string_view tzif;
};
std::span<const ZoneData> zone_table();

}  // namespace factlint::expr
