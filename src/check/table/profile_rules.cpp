#include <algorithm>

#include <fmt/format.h>

#include "check/table/profile.h"
#include "rules/names.h"
#include "text/json_string.h"

namespace factlint {
namespace {

bool is_letter(char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Words that readers of YAML take for something else than text.
constexpr std::string_view yaml_words[] = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"};

bool is_plain(std::string_view text) {
    const auto allowed = [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' || c == '/';
    };
    if (text.empty() || text.front() == '-' || !std::all_of(text.begin(), text.end(), allowed)) return false;
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::find(std::begin(yaml_words), std::end(yaml_words), lower) == std::end(yaml_words);
}

/// A scalar as YAML, in flow style too. In quotes are texts that look like something else.
std::string yaml_scalar(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    const bool is_printable = std::none_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    std::string out;
    if (!is_printable) {
        append_json_string(out, text);
        return out;
    }
    out += '\'';
    for (const char c : text) out += c == '\'' ? "''" : std::string(1, c);
    return out + '\'';
}

/// Numbers need no quotes.
std::string yaml_value(std::string_view text) {
    const bool is_number = !text.empty() && std::all_of(text.begin() + (text[0] == '-' ? 1 : 0), text.end(),
                                                        [](char c) { return is_digit(c) || c == '.'; });
    return is_number && text != "-" ? std::string(text) : yaml_scalar(text);
}

std::string yaml_list(const std::vector<std::string>& texts) {
    std::string out = "[";
    for (const std::string& text : texts) out += (out.size() > 1 ? ", " : "") + yaml_scalar(text);
    return out + "]";
}

std::string_view type_name(ColumnType type) {
    switch (type) {
        case ColumnType::string: return "string";
        case ColumnType::integer: return "integer";
        case ColumnType::number: return "decimal";
        case ColumnType::boolean: return "boolean";
        case ColumnType::date: return "date";
        case ColumnType::time: return "time";
        case ColumnType::datetime: return "datetime";
        case ColumnType::yearmonth: return "yearmonth";
        default: return "any";
    }
}

std::string column_line(const Column& column) {
    std::string out = "{type: " + std::string(type_name(column.type));
    const auto add = [&](std::string_view key, const std::string& value) {
        if (!value.empty()) out += ", " + std::string(key) + ": " + value;
    };
    const Column usual;
    add("format", column.format.empty() ? "" : yaml_scalar(column.format));
    add("required", column.required ? "true" : "");
    add("unique", column.unique ? "true" : "");
    add("min", column.minimum ? yaml_value(*column.minimum) : "");
    add("max", column.maximum ? yaml_value(*column.maximum) : "");
    add("enum", column.one_of.empty() ? "" : yaml_list(column.one_of));
    add("pattern", column.pattern ? yaml_scalar(*column.pattern) : "");
    add("min_length", column.min_length ? std::to_string(*column.min_length) : "");
    add("max_length", column.max_length ? std::to_string(*column.max_length) : "");
    add("missing", column.missing == usual.missing ? "" : yaml_list(column.missing));
    if (column.type == ColumnType::boolean) {
        add("true", yaml_list(column.true_values));
        add("false", yaml_list(column.false_values));
    }
    add("decimal_char", column.decimal_char == usual.decimal_char ? "" : yaml_scalar(column.decimal_char));
    add("group_char", column.group_char.empty() ? "" : yaml_scalar(column.group_char));
    return out + "}";
}

/// A comment stays on its line.
std::string comment_text(std::string_view text) {
    std::string out(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return out;
}

}  // namespace

std::string table_name(std::string_view path) {
    const std::size_t slash = path.find_last_of('/');
    std::string_view stem = path.substr(slash == std::string_view::npos ? 0 : slash + 1);
    stem = stem.substr(0, stem.find('.', 1));
    std::string name;
    for (const char c : stem) name += is_letter(c) || is_digit(c) ? c : '_';
    if (name.empty() || is_digit(name.front())) name.insert(0, 1, '_');
    return why_not_a_name(name) ? name + "_table" : name;
}

std::string write_rules(const Profile& profile, std::string_view name, std::string_view path) {
    std::string out = fmt::format(
        "# What stands in {} ({} row{}): what is so, not what must be so. Take out what\n"
        "# is chance, widen what may change, and add claims: what must hold between the columns.\n"
        "factlint: 1\n"
        "title: {}\n"
        "facts:\n"
        "  {}:\n"
        "    table: {}\n"
        "    columns:\n",
        comment_text(path), profile.rows, profile.rows == 1 ? "" : "s",
        yaml_scalar("Columns of " + std::string(path)), name, yaml_scalar(path));
    for (const ProfiledColumn& column : profile.columns) {
        out += "      " + yaml_scalar(column.column.name) + ": " + column_line(column.column);
        out += column.remark.empty() ? "\n" : "  # " + column.remark + "\n";
    }
    for (const std::string& left_out : profile.left_out) out += "      # left out: " + left_out + "\n";
    return out + "claims: []\n";
}

}  // namespace factlint
