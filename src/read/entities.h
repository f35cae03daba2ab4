// HTML character references, as Markdown and as HTML know them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace factlint {

/// What "&amp;", "&#8211;" or "&#x2013;" stands for, in UTF-8. Names are those of HTML 5; an unknown one is returned as
/// it is written. Numbers that are no Unicode scalar value, and 0, give U+FFFD (CommonMark 0.30, section 2.5).
std::string decode_entity(std::string_view entity);

/// A reference in HTML; `size`: its bytes, 0 where there is none.
struct HtmlReference {
    std::string text;
    std::uint32_t size = 0;
};

/// The reference that `text` begins with, by the HTML Living Standard, 13.2.5.72: old names need no semicolon ("&nbsp",
/// "&ampx" is "&x"), in an attribute only where no letter, digit or "=" follows; numbers from 128 to 159 are characters
/// of Windows-1252 ("&#150;" is an en dash). Looks at the number alone or at up to 34 bytes.
HtmlReference read_html_reference(std::string_view text, bool in_attribute);

}  // namespace factlint
