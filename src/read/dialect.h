// Dialects of delimited text: RFC 4180 and its relatives.
#pragma once

#include <string_view>

namespace factlint {

struct Dialect {
    char delimiter = ',';
    char quote = '"';    ///< 0 = quotes are text
    bool header = true;  ///< the first record names the columns

    friend bool operator==(const Dialect&, const Dialect&) = default;
};

/// Of lines without any structure of their own.
inline constexpr Dialect lines_alone{'\0', 0, false};

/// What separates the cells of `text`, the first bytes of a file at `path`: a tab in *.tsv; else the one among
/// , ; tab | that gives most records the same number of cells, more than one, the comma where none does. Looks at
/// 64 KiB. O(bytes).
Dialect sniff_dialect(std::string_view path, std::string_view text);

/// "a comma", "a semicolon", "a tab", "'|'": for messages.
std::string_view describe_delimiter(char delimiter);

}  // namespace factlint
