// LanguageSource: one facts/languages/<tag>.yaml, or a project's own file of that form, before it is compiled into tables.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "facts/role.h"
#include "text/problem.h"
#include "text/sources.h"
#include "text/yaml.h"

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
    std::map<std::string, std::string> settings;            ///< language, name, accents, those of settings.h
    std::map<std::string, std::vector<std::string>> lists;  ///< scripts, detect, ordinal_endings, weekdays
    std::map<std::string, std::string> slips;  ///< what is written by mistake: the scale word that is meant
    /// What a region writes otherwise: the settings of GB.
    std::map<std::string, std::map<std::string, std::string>> regions;
    std::vector<Word> words;
};

/// Whether a file is one of a language: it has the key `language`.
bool is_language_file(const yaml::Node& root);

/// Anything it does not understand is a finding with its place: an unknown key or role, a value that is none, a word that
/// stands there twice in one role.
LanguageSource read_language(const yaml::Node& root, SourceId source, Findings& findings);

/// Puts a project's words over those of a language: settings replace, lists grow, and a word that the project has in some
/// role loses the values it had in that role.
void merge(LanguageSource& language, const LanguageSource& project);

/// The scale word with this text; nullptr where there is none.
const Word* scale_word(const LanguageSource& language, std::string_view text);
/// The slips whose word that is meant is no scale word.
std::vector<std::string_view> stray_slips(const LanguageSource& language);

/// What a language of its own lacks: the names of settings that have no default.
std::vector<std::string_view> missing_settings(const LanguageSource& language);

}  // namespace factlint::generate
