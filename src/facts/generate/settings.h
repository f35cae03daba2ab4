// Settings: the scalars at the top of a language file, one row each, by the names of the fields of LanguageData.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "facts/language_data.h"

namespace factlint::generate {

struct Setting {
    std::string_view name;  ///< in the file, and of the field
    std::variant<char LanguageData::*, bool LanguageData::*, std::uint8_t LanguageData::*,
                 DateOrder LanguageData::*>
        field;
    bool required = false;  ///< in a language of its own
};

/// In the order of the fields.
std::span<const Setting> settings();
const Setting* find_setting(std::string_view name);

/// False where `text` is no value for it.
bool set(LanguageData& data, const Setting& setting, std::string_view text);
/// "a single sign", "true or false": what set() takes.
std::string_view expected(const Setting& setting);
/// Its value in C++.
std::string literal(const LanguageData& data, const Setting& setting);

}  // namespace factlint::generate
