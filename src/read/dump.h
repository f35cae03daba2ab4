// A document as text, one line per block: `factlint dump document`, and the golden form of this stage's tests.
#pragma once

#include <string>

#include "read/document.h"

namespace factlint {

/// The line `document "PATH"`, lines `language TAG` and `date EDTF` where the document declares them, then for each block
///     KIND[ LEVEL][ table=T row=R column=C] BEGIN..END[ TAG] "text"
/// with the bytes on disk and the text escaped (\n \t \" \\, control characters as escape_for_terminal shows them),
/// then `ignore ID BEGIN..END "reason"` and `finding ID [BEGIN..END] message`.
std::string dump(const Document& document, const Sources& sources);

}  // namespace factlint
