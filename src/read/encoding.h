// What every reader of text does first.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "read/document.h"

namespace factlint {

/// What to do about bytes of a data file that are not UTF-8.
inline constexpr const char* help_for_invalid_utf8 =
    "save the file as UTF-8, or declare its `encoding` (windows-1252, shift_jis, …)";

/// Bytes of a UTF-8 byte order mark at the start of `text`: 3 or 0.
std::uint32_t byte_order_mark_size(std::string_view text);

/// A document of `id` without prose yet: language from the file's name; where bytes are not UTF-8 the finding
/// `invalid-utf8` at the first such run, which tells how many runs there are. O(n).
std::unique_ptr<Document> new_document(const Sources& sources, SourceId id);

/// Makes `tag` (BCP 47) the language of the whole document. An empty tag is none.
void declare_language(Document& document, std::string_view tag);

/// The finding `limit` at `place`: something of the input is deeper or larger than factlint reads.
Finding limit_finding(Place place, std::string message);

}  // namespace factlint
