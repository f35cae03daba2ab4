#include "facts/generate/settings.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace factlint::generate {
namespace {

constexpr Setting table[] = {
    {"decimal", &LanguageData::decimal, true},         {"group", &LanguageData::group, true},
    {"group_by_space", &LanguageData::group_by_space}, {"group_by_both", &LanguageData::group_by_both},
    {"noun_words", &LanguageData::noun_words},         {"noun_capital", &LanguageData::noun_capital},
    {"spaced", &LanguageData::spaced, true},           {"ordinal_words", &LanguageData::ordinal_words},
    {"compounds", &LanguageData::compounds},           {"elliptic_digit", &LanguageData::elliptic_digit},
    {"lone_scale", &LanguageData::lone_scale},         {"year_alone", &LanguageData::year_alone},
    {"inverted_tens", &LanguageData::inverted_tens},   {"ordinal_hours", &LanguageData::ordinal_hours},
    {"postpositions", &LanguageData::postpositions},   {"case_endings", &LanguageData::case_endings},
    {"apart_endings", &LanguageData::apart_endings},   {"doubled_numbers", &LanguageData::doubled_numbers},
    {"led_hours", &LanguageData::led_hours},           {"small_months", &LanguageData::small_months},
    {"links_one", &LanguageData::links_one},           {"dash_dates", &LanguageData::dash_dates},
    {"date_order", &LanguageData::date_order, true},
};

constexpr std::array<std::string_view, 3> date_orders = {"year_month_day", "day_month_year",
                                                         "month_day_year"};

bool read(std::string_view text, char& value) {
    if (text.size() != 1) return false;
    value = text[0];
    return true;
}
bool read(std::string_view text, bool& value) {
    value = text == "true";
    return value || text == "false";
}
bool read(std::string_view text, std::uint8_t& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}
bool read(std::string_view text, DateOrder& value) {
    const auto found = std::find(date_orders.begin(), date_orders.end(), text);
    if (found == date_orders.end()) return false;
    value = static_cast<DateOrder>(found - date_orders.begin());
    return true;
}

std::string written(char value) { return value == '\'' ? "'\\''" : std::string("'") + value + "'"; }
std::string written(bool value) { return value ? "true" : "false"; }
std::string written(std::uint8_t value) { return std::to_string(value); }
std::string written(DateOrder value) {
    return "DateOrder::" + std::string(date_orders[static_cast<std::size_t>(value)]);
}

}  // namespace

std::span<const Setting> settings() { return table; }

const Setting* find_setting(std::string_view name) {
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [name](const Setting& row) { return row.name == name; });
    return found == std::end(table) ? nullptr : found;
}

bool set(LanguageData& data, const Setting& setting, std::string_view text) {
    return std::visit([&](auto field) { return read(text, data.*field); }, setting.field);
}

std::string_view expected(const Setting& setting) {
    constexpr std::array<std::string_view, 4> words = {"one ASCII sign", "true or false",
                                                       "a whole number up to 255",
                                                       "year_month_day, day_month_year or month_day_year"};
    return words[setting.field.index()];
}

std::string literal(const LanguageData& data, const Setting& setting) {
    return std::visit([&](auto field) { return written(data.*field); }, setting.field);
}

}  // namespace factlint::generate
