// One finding as text.
#pragma once

#include <string>

#include "report/ink.h"
#include "report/places.h"
#include "text/finding.h"

namespace factlint {

/// Headline, quoted lines with carets, arithmetic, help and ways out; ends with a newline.
std::string text_of(const Finding& finding, Places& places, const Paint& paint);

}  // namespace factlint
