#include "facts/generate/language_source.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <yaml-cpp/yaml.h>

#include "facts/fold.h"
#include "facts/generate/latin.h"
#include "value/kind.h"
#include "value/unit.h"

namespace factlint::generate {
namespace {

struct Value {
    std::int32_t value = 0;
    std::int8_t exponent = 0;
};

/// "12", "1e6", "0.1" as value · 10^exponent.
Value decimal(const std::string& text) {
    const std::size_t e = text.find('e');
    const std::string digits = text.substr(0, e);
    int exponent = e == std::string::npos ? 0 : std::stoi(text.substr(e + 1));
    const std::size_t point = digits.find('.');
    if (point == std::string::npos) return {std::stoi(digits), static_cast<std::int8_t>(exponent)};
    const std::string decimals = digits.substr(point + 1);
    exponent -= static_cast<int>(decimals.size());
    return {std::stoi(digits.substr(0, point) + decimals), static_cast<std::int8_t>(exponent)};
}

Value read_value(ValueSyntax syntax, const std::string& text) {
    switch (syntax) {
        case ValueSyntax::none: return {};
        case ValueSyntax::integer: return {std::stoi(text), 0};
        case ValueSyntax::decimal: return decimal(text);
        case ValueSyntax::unit:
            if (const auto id = find_unit(text)) return {static_cast<std::int32_t>(*id), 0};
            throw std::runtime_error("no unit '" + text + "' in facts/units");
        case ValueSyntax::approx:
            for (std::size_t i = 1; i < approx_names.size(); ++i)
                if (approx_names[i] == text) return {static_cast<std::int32_t>(i), 0};
            throw std::runtime_error("no approximator '" + text + "'");
    }
    return {};
}

/// The places of a word's first group of endings: primer(o|a|os|as). No word is a bracket alone.
struct Endings {
    std::size_t open = std::string::npos;
    std::size_t close = std::string::npos;

    explicit Endings(const std::string& text) : open(text.find('(')), close(text.find(')', open)) {}
    bool found() const { return close != std::string::npos; }
};

void add_word(LanguageSource& source, const RoleInfo& role, Value value, std::string text) {
    if (const Endings group(text); group.found()) {
        if (text.find('(', group.open + 1) < group.close) throw std::runtime_error("nested endings: " + text);
        for (std::size_t begin = group.open + 1; begin <= group.close;) {
            const std::size_t end = std::min(text.find('|', begin), group.close);
            add_word(source, role, value,
                     text.substr(0, group.open) + text.substr(begin, end - begin) +
                         text.substr(group.close + 1));
            begin = end + 1;
        }
        return;
    }
    const bool exact = text.size() > 1 && text.front() == '=';
    if (exact) text.erase(0, 1);
    source.words.push_back({std::move(text), role.role, value.value, value.exponent, exact});
}

void add_words(LanguageSource& source, const RoleInfo& role, Value value, const YAML::Node& words) {
    if (words.IsScalar()) return add_word(source, role, value, words.as<std::string>());
    for (const YAML::Node& word : words) add_word(source, role, value, word.as<std::string>());
}

/// `accents: optional`: words of five letters and more are also written without them. Shorter ones would be other words
/// (às, dès).
void add_plain_forms(LanguageSource& source) {
    const auto setting = source.settings.find("accents");
    if (setting == source.settings.end() || setting->second != "optional") return;
    for (std::size_t i = 0, count = source.words.size(); i < count; ++i) {
        Word word = source.words[i];
        word.text = without_accents(word.text);
        if (word.text != source.words[i].text && word.text.size() >= 5)
            source.words.push_back(std::move(word));
    }
}

/// `ordinal_endings`: what makes an ordinal of any number word: बीस, बीसवाँ.
void add_ordinals(LanguageSource& source) {
    constexpr RoleSet numbers = {Role::digit, Role::small, Role::tens, Role::scale, Role::weak};
    const RoleInfo& ordinal = info(Role::ordinal);
    for (std::size_t i = 0, count = source.words.size(); i < count; ++i) {
        const Word word = source.words[i];
        if (!numbers.has(word.role) || is_ascii(word.text[0])) continue;
        for (const std::string& ending : source.lists["ordinal_endings"])
            add_word(source, ordinal, {word.value, word.exponent}, word.text + ending);
    }
}

void add_role(LanguageSource& source, const std::string& name, const YAML::Node& node) {
    const auto role = role_named(name);
    if (!role) throw std::runtime_error("no role '" + name + "' (src/facts/role.h)");
    const RoleInfo& row = info(*role);
    if (row.syntax == ValueSyntax::none) return add_words(source, row, {}, node);
    for (const auto& entry : node)
        add_words(source, row, read_value(row.syntax, entry.first.as<std::string>()), entry.second);
}

void add_section(LanguageSource& source, const std::string& key, const YAML::Node& node) {
    if (node.IsScalar()) {
        source.settings[key] = node.as<std::string>();
    } else if (node.IsSequence()) {
        for (const YAML::Node& item : node) source.lists[key].push_back(item.as<std::string>());
    } else {
        for (const auto& entry : node) add_role(source, entry.first.as<std::string>(), entry.second);
    }
}

}  // namespace

LanguageSource read_language_file(const std::string& path) {
    LanguageSource source;
    std::string at;
    try {
        for (const auto& entry : YAML::LoadFile(path)) {
            at = entry.first.as<std::string>();
            add_section(source, at, entry.second);
        }
        add_plain_forms(source);
        add_ordinals(source);
    } catch (const std::exception& error) {
        throw std::runtime_error(path + ": " + at + ": " + error.what());
    }
    return source;
}

}  // namespace factlint::generate
