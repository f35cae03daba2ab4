// `format`: which texts are dates, addresses, identifiers. Checked where the caller or the meta-schema asks for it.
#pragma once

#include <string_view>

namespace factlint::schema {

struct Format {
    std::string_view name;
    bool (*accepts)(std::string_view text);
    std::string_view words;  ///< "a date (2024-02-29)"
};

/// nullptr for a format that is not known: it says nothing then.
const Format* find_format(std::string_view name);

}  // namespace factlint::schema
