// HTML character references, as Markdown knows them.
#pragma once

#include <string>
#include <string_view>

namespace factlint {

/// What "&amp;", "&#8211;" or "&#x2013;" stands for, in UTF-8. Names are those of HTML 5; an unknown one is returned as
/// it is written. Numbers that are no Unicode scalar value, and 0, give U+FFFD (CommonMark 0.30, section 2.5).
std::string decode_entity(std::string_view entity);

}  // namespace factlint
