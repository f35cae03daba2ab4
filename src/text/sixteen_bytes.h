// Sixteen bytes looked at together, where the machine has SSE2; elsewhere callers look at one after the other.
#pragma once

#ifdef __SSE2__
#include <cstdint>

#include <emmintrin.h>

namespace factlint {

/// The sixteen from `bytes` on, at any alignment.
inline __m128i sixteen_bytes(const char* bytes) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
}
/// 0xFF where a byte is one of [first, last], else 0.
inline __m128i bytes_in(__m128i bytes, std::uint8_t first, std::uint8_t last) {
    const __m128i from_first = _mm_sub_epi8(bytes, _mm_set1_epi8(static_cast<char>(first)));
    return _mm_cmpeq_epi8(_mm_min_epu8(from_first, _mm_set1_epi8(static_cast<char>(last - first))),
                          from_first);
}
/// The same where it is `value`.
inline __m128i bytes_equal(__m128i bytes, std::uint8_t value) {
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(value)));
}
/// The high bit of each byte, the first in the lowest.
inline std::uint32_t high_bits_of(__m128i bytes) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes));
}

}  // namespace factlint
#endif
