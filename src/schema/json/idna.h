// Labels of host names in any script: IDNA 2008 (RFC 5890 to 5893), with the properties of utf8proc's Unicode.
#pragma once

#include <string_view>

namespace factlint::schema {

/// Whether all code points may stand in a U-label, in this order (RFC 5891, 4.2.3; RFC 5892 with its rules for code
/// points that depend on their neighbours). O(n).
bool is_unicode_label(std::u32string_view label);

/// Whether a label is written from right to left, which makes its whole name one that has to obey is_bidi_label.
bool has_right_to_left(std::u32string_view label);
/// RFC 5893, 2.
bool is_bidi_label(std::u32string_view label);

}  // namespace factlint::schema
