#include "facts/generate/language_source.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <set>

#include "facts/generate/settings.h"
#include "value/kind.h"
#include "value/unit.h"

namespace factlint::generate {
namespace {

constexpr std::array<std::string_view, 3> text_settings = {"language", "name", "accents"};
constexpr std::array<std::string_view, 4> list_names = {"scripts", "detect", "ordinal_endings", "weekdays"};

struct Value {
    std::int32_t value = 0;
    std::int8_t exponent = 0;
};

template <class Integer> std::optional<Integer> integer(std::string_view text) {
    Integer value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// "12", "1e6", "0.1" as value · 10^exponent.
std::optional<Value> decimal(const std::string& text) {
    const std::size_t e = text.find('e');
    std::string digits = text.substr(0, e);
    auto exponent = e == std::string::npos ? std::int8_t{0} : integer<std::int8_t>(text.substr(e + 1));
    if (const std::size_t point = digits.find('.'); point != std::string::npos) {
        const auto decimals = static_cast<int>(digits.size() - point - 1);
        if (!exponent || *exponent - decimals < std::numeric_limits<std::int8_t>::min()) return std::nullopt;
        exponent = static_cast<std::int8_t>(*exponent - decimals);
        digits.erase(point, 1);
    }
    const auto value = integer<std::int32_t>(digits);
    if (!value || !exponent) return std::nullopt;
    return Value{*value, *exponent};
}

/// What a role's integers mean, where not every one of them does.
struct Limits {
    Role role;
    int least, most;
};
constexpr Limits limits[] = {
    {Role::digit, 0, 9},      {Role::month, 1, 12},       {Role::month_weak, 1, 12},
    {Role::weekday, 1, 7},    {Role::weekday_mark, 1, 7}, {Role::half_year_mark, 0, 3},
    {Role::early_late, 1, 3},
};

const Limits* limits_of(Role role) {
    const auto* found = std::find_if(std::begin(limits), std::end(limits),
                                     [&](const Limits& row) { return row.role == role; });
    return found == std::end(limits) ? nullptr : found;
}

/// The places of a word's first group of endings: primer(o|a|os|as). No word is a bracket alone.
struct Endings {
    std::size_t open = std::string::npos;
    std::size_t close = std::string::npos;

    explicit Endings(const std::string& text) : open(text.find('(')), close(text.find(')', open)) {}
    bool found() const { return close != std::string::npos; }
    bool nested(const std::string& text) const { return text.find('(', open + 1) < close; }
};

class Reader {
  public:
    Reader(SourceId source, Findings& findings) : source_(source), findings_(findings) {}

    LanguageSource read(const yaml::Node& root) {
        for (std::size_t i = 0; i + 1 < root.items.size(); i += 2)
            read_key(*root.items[i], *root.items[i + 1]);
        return std::move(language_);
    }

  private:
    void complain(std::string id, const yaml::Node& node, std::string message, std::string help = {}) {
        findings_.push_back(
            problem(std::move(id), {source_, node.span}, std::move(message), std::move(help)));
    }

    void read_key(const yaml::Node& key, const yaml::Node& value) {
        switch (value.kind) {
            case yaml::NodeKind::null: return;
            case yaml::NodeKind::scalar: return read_setting(key, value);
            case yaml::NodeKind::sequence: return read_list(key, value);
            case yaml::NodeKind::mapping:
                if (key.text == "slips") return read_slips(value);
                if (key.text == "regions") return read_regions(value);
                for (std::size_t i = 0; i + 1 < value.items.size(); i += 2)
                    read_role(*value.items[i], *value.items[i + 1]);
        }
    }
    void read_setting(const yaml::Node& key, const yaml::Node& value) {
        language_.settings[key.text] = value.text;
        if (std::find(text_settings.begin(), text_settings.end(), key.text) != text_settings.end()) return;
        const Setting* setting = find_setting(key.text);
        if (!setting) {
            std::vector<std::string_view> names(text_settings.begin(), text_settings.end());
            for (const Setting& known : settings()) names.push_back(known.name);
            return complain("unknown-key", key, "there is no setting " + quoted(key.text),
                            suggestion(key.text, names));
        }
        check_value(*setting, value);
    }
    void check_value(const Setting& setting, const yaml::Node& value) {
        LanguageData scratch;
        if (!set(scratch, setting, value.text))
            complain("bad-value", value, quoted(value.text) + " is no value of " + quoted(setting.name),
                     "expected " + std::string(expected(setting)));
    }
    /// date_order: {day_month_year: [GB, AU]}
    void read_regions(const yaml::Node& node) {
        for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
            const yaml::Node& name = *node.items[i];
            const yaml::Node& values = *node.items[i + 1];
            const Setting* setting = find_setting(name.text);
            if (!setting || values.kind != yaml::NodeKind::mapping) {
                complain("wrong-type", name, "expected a setting and, by value, the regions that write so");
                continue;
            }
            for (std::size_t j = 0; j + 1 < values.items.size(); j += 2)
                read_regions_of(*setting, *values.items[j], *values.items[j + 1]);
        }
    }
    void read_regions_of(const Setting& setting, const yaml::Node& value, const yaml::Node& regions) {
        check_value(setting, value);
        if (regions.kind != yaml::NodeKind::sequence)
            return complain("wrong-type", regions, "expected a list of regions");
        for (const yaml::Node* region : regions.items)
            language_.regions[region->text][std::string(setting.name)] = value.text;
    }
    void read_list(const yaml::Node& key, const yaml::Node& value) {
        if (std::find(list_names.begin(), list_names.end(), key.text) == list_names.end())
            return complain("unknown-key", key, "there is no list " + quoted(key.text),
                            suggestion(key.text, list_names));
        for (const yaml::Node* item : value.items) {
            if (item->kind == yaml::NodeKind::scalar)
                language_.lists[key.text].push_back(item->text);
            else
                complain("wrong-type", *item, "expected a text");
        }
    }

    void read_slips(const yaml::Node& node) {
        for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
            if (node.items[i + 1]->kind == yaml::NodeKind::scalar)
                language_.slips[node.items[i]->text] = node.items[i + 1]->text;
            else
                complain("wrong-type", *node.items[i + 1], "expected the word that is meant");
        }
    }
    void read_role(const yaml::Node& name, const yaml::Node& node) {
        const auto role = role_named(name.text);
        if (!role) {
            std::vector<std::string_view> names;
            for (const RoleInfo& known : role_table) names.push_back(known.name);
            return complain("unknown-role", name, "there is no role " + quoted(name.text),
                            suggestion(name.text, names));
        }
        const RoleInfo& row = info(*role);
        if (row.syntax == ValueSyntax::none) return read_words(row, {}, node);
        if (node.kind != yaml::NodeKind::mapping)
            return complain("wrong-type", name, quoted(name.text) + " maps values to words",
                            "write " + std::string(row.name) + ": {VALUE: [word, word]}");
        for (std::size_t i = 0; i + 1 < node.items.size(); i += 2)
            if (const auto value = read_value(row, *node.items[i]))
                read_words(row, *value, *node.items[i + 1]);
    }
    std::optional<Value> read_value(const RoleInfo& role, const yaml::Node& node) {
        switch (role.syntax) {
            case ValueSyntax::none: return Value{};
            case ValueSyntax::integer: return read_integer(role, node);
            case ValueSyntax::decimal:
                if (const auto value = decimal(node.text)) return value;
                complain("bad-number", node, quoted(node.text) + " is no number", "write 12, 1e6 or 0.1");
                break;
            case ValueSyntax::unit:
                if (const auto id = find_unit(node.text)) return Value{static_cast<std::int32_t>(*id), 0};
                complain("unknown-unit", node, "there is no unit " + quoted(node.text), near_unit(node.text));
                break;
            case ValueSyntax::approx:
                for (std::size_t i = 1; i < approx_names.size(); ++i)
                    if (approx_names[i] == node.text) return Value{static_cast<std::int32_t>(i), 0};
                complain("unknown-approximator", node, "there is no approximator " + quoted(node.text),
                         suggestion(node.text, std::span(approx_names).subspan(1)));
        }
        return std::nullopt;
    }
    std::optional<Value> read_integer(const RoleInfo& role, const yaml::Node& node) {
        const auto value = integer<std::int32_t>(node.text);
        const Limits* allowed = limits_of(role.role);
        if (value && (!allowed || (allowed->least <= *value && *value <= allowed->most)))
            return Value{*value, 0};
        std::string help = "expected a whole number";
        if (allowed)
            help += " from " + std::to_string(allowed->least) + " to " + std::to_string(allowed->most);
        complain("bad-number", node, quoted(node.text) + " is no value of " + quoted(role.name),
                 std::move(help));
        return std::nullopt;
    }
    static std::string near_unit(const std::string& id) {
        std::vector<std::string_view> ids;
        for (const Unit& row : all_units())
            if (!row.id.empty()) ids.push_back(row.id);
        return suggestion(id, ids);
    }

    void read_words(const RoleInfo& role, Value value, const yaml::Node& words) {
        if (words.kind == yaml::NodeKind::scalar) return add_word(role, value, words, words.text);
        if (words.kind == yaml::NodeKind::mapping)
            return complain("wrong-type", words, "expected a word or a list of words");
        for (const yaml::Node* word : words.items) {
            if (word->kind == yaml::NodeKind::scalar)
                add_word(role, value, *word, word->text);
            else
                complain("wrong-type", *word, "expected a word");
        }
    }
    void add_word(const RoleInfo& role, Value value, const yaml::Node& node, std::string text) {
        if (const Endings group(text); group.found()) {
            if (group.nested(text)) return complain("bad-word", node, "endings inside endings");
            for (std::size_t begin = group.open + 1; begin <= group.close;) {
                const std::size_t end = std::min(text.find('|', begin), group.close);
                add_word(role, value, node,
                         text.substr(0, group.open) + text.substr(begin, end - begin) +
                             text.substr(group.close + 1));
                begin = end + 1;
            }
            return;
        }
        const bool exact = text.size() > 1 && text.front() == '=';
        if (exact) text.erase(0, 1);
        if (text.empty()) return complain("bad-word", node, "an empty word");
        // A number word has one value; the cent is a part of several currencies.
        const bool several = role.syntax == ValueSyntax::unit || role.syntax == ValueSyntax::approx;
        if (!seen_.emplace(role.role, several ? value.value : 0, exact, text).second)
            return complain("duplicate-word", node,
                            quoted(text) + " stands twice under " + quoted(role.name));
        language_.words.push_back({std::move(text), role.role, value.value, value.exponent, exact});
    }

    SourceId source_;
    Findings& findings_;
    LanguageSource language_;
    std::set<std::tuple<Role, std::int32_t, bool, std::string>> seen_;  ///< the value is that of units alone
};

}  // namespace

bool is_language_file(const yaml::Node& root) {
    return root.kind == yaml::NodeKind::mapping && yaml::find_value(root, "language") != nullptr;
}

LanguageSource read_language(const yaml::Node& root, SourceId source, Findings& findings) {
    return Reader(source, findings).read(root);
}

void merge(LanguageSource& language, const LanguageSource& project) {
    for (const auto& [name, text] : project.settings) language.settings[name] = text;
    for (const auto& [name, items] : project.lists)
        language.lists[name].insert(language.lists[name].end(), items.begin(), items.end());
    for (const auto& [region, settings] : project.regions)
        for (const auto& [name, text] : settings) language.regions[region][name] = text;
    for (const auto& [written, meant] : project.slips) language.slips[written] = meant;
    std::set<std::pair<Role, std::string_view>> replaced;
    for (const Word& word : project.words) replaced.emplace(word.role, word.text);
    std::erase_if(language.words, [&](const Word& word) {
        return replaced.count({word.role, word.text}) != 0;
    });
    language.words.insert(language.words.end(), project.words.begin(), project.words.end());
}

const Word* scale_word(const LanguageSource& language, std::string_view text) {
    const auto found = std::find_if(language.words.begin(), language.words.end(), [&](const Word& word) {
        return word.role == Role::scale && word.text == text;
    });
    return found == language.words.end() ? nullptr : &*found;
}

std::vector<std::string_view> stray_slips(const LanguageSource& language) {
    std::vector<std::string_view> stray;
    for (const auto& [written, meant] : language.slips)
        if (!scale_word(language, meant)) stray.push_back(written);
    return stray;
}

std::vector<std::string_view> missing_settings(const LanguageSource& language) {
    std::vector<std::string_view> missing;
    for (const std::string_view name : {"language", "name"})
        if (language.settings.count(std::string(name)) == 0) missing.push_back(name);
    for (const Setting& setting : settings())
        if (setting.required && language.settings.count(std::string(setting.name)) == 0)
            missing.push_back(setting.name);
    return missing;
}

}  // namespace factlint::generate
