// Text in other encodings than UTF-8, where someone says which one it is.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/problem.h"
#include "text/sources.h"

namespace factlint {

/// One row of the table of encodings: "shift_jis", and what iconv(3) calls it.
struct Encoding {
    std::string_view name;
    std::string_view iconv_name;
    std::string_view other_names{};  ///< separated by blanks, in lower case and with "-"
};

/// All that can be declared. Names are those of the Encoding Standard, and mean what files of that name hold: shift_jis
/// is Windows-31J, gb2312 is GBK, euc-kr is Windows-949; iso-8859-1 alone is not taken for windows-1252.
std::span<const Encoding> encodings();

/// By a name, whatever its case; "_" is "-", and cp1252, sjis, latin1 are known. Null where there is none.
const Encoding* find_encoding(std::string_view name);

/// "did you mean `shift_jis`?", or some that there are.
std::string encoding_suggestion(std::string_view name);

/// UTF-16 or UTF-32 where the first bytes of a file are its byte order mark; null otherwise.
const Encoding* encoding_of_mark(std::string_view first_bytes);

/// Text that has been decoded. Bytes that mean nothing are U+FFFD each.
struct DecodedText {
    std::string text;             ///< UTF-8, without a byte order mark of UTF-16 or UTF-32
    std::size_t undecodable = 0;  ///< places with such bytes, side by side
    std::size_t first = 0;        ///< in `text`, of the first of them
};

/// Nothing where this system has no converter. O(bytes).
std::optional<DecodedText> decode_text(std::string_view bytes, const Encoding& encoding);

/// Reads a whole file that is in `declared`, or in UTF-8 or what its byte order mark says where that is null; the source is
/// UTF-8, and places count there. Findings: the note `encoding-found` where only a mark told the encoding, the error
/// `undecodable-bytes` (concern input) with how many there are and the place of the first. Errors as of Sources::load.
Result<SourceId> load_decoded(Sources& sources, const std::string& path, const std::string& path_on_disk,
                              const Encoding* declared, Findings& findings);

}  // namespace factlint
