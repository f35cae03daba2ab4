// LanguageSource: one facts/languages/<tag>.yaml as written, before it is compiled into tables.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "facts/role.h"

namespace factlint::generate {

/// One word in one of its senses. `spelling` is set where case matters.
struct Word {
    std::string text;  ///< NFC, as in the file
    Role role{};
    std::int32_t value = 0;
    std::int8_t exponent = 0;
    bool exact_case = false;
};

struct LanguageSource {
    std::map<std::string, std::string> settings;            ///< language, name, decimal, group, …
    std::map<std::string, std::vector<std::string>> lists;  ///< scripts, detect
    std::vector<Word> words;
};

/// Throws std::runtime_error that names the file and the key on anything it does not understand.
LanguageSource read_language_file(const std::string& path);

}  // namespace factlint::generate
