// One value of a data file and where it stands: what facts with `at:` read.
#pragma once

#include <string>
#include <string_view>

#include "text/result.h"
#include "text/sources.h"

namespace factlint {

/// `text` is what the file says: a number is its literal, never a double; a string or cell without its quotes, escapes
/// decoded. `span` is the bytes of that on disk, quotes left out.
struct Located {
    Span span;
    std::string text;
    bool number = false;  ///< written as a number; in CSV: an unquoted cell that is a JSON number
};

/// Bytes of the number of RFC 8259 that `text` begins with, as many as can be: 4 of "-1.5x"; 0 where there is none.
std::size_t number_literal_size(std::string_view text);

/// Whether `text` as a whole is a number of RFC 8259: -1.5e+3, but not 01, .5, 1,000 or +1.
bool is_number_literal(std::string_view text);

/// Errors of both readers: `bad-data` (concern input) where the file is not well-formed, with the place, and
/// `data-not-found` (concern content) where it is and has no such value, or several.
Finding bad_data(Place place, std::string message);
Finding data_not_found(Place place, std::string message);

}  // namespace factlint
