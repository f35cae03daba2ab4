#include "schema/column_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "schema/constraints.h"
#include "schema/value_schema.h"
#include "text/suggest.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::size_t longest_shown = 60;  // code points
constexpr std::size_t most_values = 3;
constexpr std::size_t shortest_hinted = 3;  // what is shorter is near to everything
constexpr Date example_date{2024, 3, 31, 0, 0, 0, 0};
constexpr Time example_time{14, 5, 0, 0, 0};

/// The cell as messages show it: what could be overlooked stands in quotes, what is long is cut.
std::string shown(std::string_view text) {
    if (text.empty()) return "an empty cell";
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < longest_shown; ++count)
        end += decode(text, end).size;
    const std::string cut = std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
    const bool is_plain =
        text.front() != ' ' && text.back() != ' ' && text.find_first_of(",\"\t\r\n") == text.npos;
    return is_plain ? cut : '"' + cut + '"';
}

/// Types whose noun says less than an example.
struct Example {
    ColumnType type;
    std::string_view format;
    std::string_view words;
};
constexpr Example examples[] = {
    {ColumnType::date, "", "a date such as 2024-03-31"},
    {ColumnType::time, "", "a time such as 14:05:00"},
    {ColumnType::datetime, "", "a date and time such as 2024-03-31T14:05:00"},
    {ColumnType::year, "", "a year such as 2024"},
    {ColumnType::yearmonth, "", "a month such as 2024-03"},
    {ColumnType::duration, "", "a duration such as P1Y2M or PT2H30M"},
    {ColumnType::geopoint, "", "a longitude and latitude such as 90.50, 45.50"},
    {ColumnType::geopoint, "array", "a longitude and latitude such as [90.50, 45.50]"},
    {ColumnType::geopoint, "object", "a longitude and latitude such as {\"lon\": 90.50, \"lat\": 45.50}"},
    {ColumnType::geojson, "topojson", "a TopoJSON object"},
    {ColumnType::geojson, "", "a GeoJSON object"},
    {ColumnType::string, "email", "an e-mail address"},
    {ColumnType::string, "uri", "a URI such as https://example.org/"},
    {ColumnType::string, "uuid", "a UUID such as 123e4567-e89b-12d3-a456-426614174000"},
    {ColumnType::string, "binary", "Base64"},
};

std::string type_words(const CompiledColumn& compiled) {
    const Column& column = compiled.column;
    if (!compiled.formats.empty())
        return fmt::format("{} such as {}", row_of(column.type).noun,
                           compiled.formats.front().write(example_date, example_time));
    for (const Example& example : examples)
        if (example.type == column.type && example.format == column.format) return std::string(example.words);
    if (column.type == ColumnType::list)
        return fmt::format("a list whose items are each {}", type_words(*compiled.items));
    if (column.type != ColumnType::boolean) return std::string(row_of(column.type).noun);
    std::string words;
    const std::vector<std::string>& texts = compiled.booleans.texts();
    for (std::size_t i = 0; i < texts.size(); ++i)
        words += (i == 0 ? "" : i + 1 == texts.size() ? " or " : ", ") + texts[i];
    return words;
}

/// Whether `column`, without constraints, would take the cell.
bool would_read(const Column& column, std::string_view cell) {
    CompiledColumn other;
    other.column = column;
    CellValue value;
    std::string scratch;
    return !cell.empty() && row_of(column.type).check.one(other, cell, value, scratch) == CellFault::none;
}

/// What would make a cell one of its type, where that is easily said.
std::string type_hint(const CompiledColumn& compiled, std::string_view text) {
    Column column = compiled.column;
    const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    const std::string_view bare = text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
    CellValue value;
    std::string scratch;
    if (!bare.empty() && bare != text &&
        compiled.check.one(compiled, bare, value, scratch) != CellFault::wrong_type)
        return "; white space stands around it";
    if (column.type == ColumnType::date && column.format.empty() && text.size() == 10 &&
        text.find_first_not_of("0123456789-") == std::string_view::npos && text[4] == '-' && text[7] == '-')
        return "; there is no such day";
    if (column.type == ColumnType::integer) {
        column.type = ColumnType::number;
        if (would_read(column, text)) return "; it has decimals or an exponent";
    }
    column.group_char = ",";
    const bool is_number = column.type == ColumnType::number && column.decimal_char != ",";
    return is_number && would_read(column, text) ? "; a comma stands in it" : "";
}

/// "at least 0", "2024-01-01 or later", for the limit that `text` breaks; of two, the one that excludes.
std::string limit_words(const Column& column, bool is_minimum, bool is_temporal) {
    const auto& open = is_minimum ? column.exclusive_minimum : column.exclusive_maximum;
    const auto& closed = is_minimum ? column.minimum : column.maximum;
    std::string words;
    const auto add = [&](std::string_view format, const std::string& value) {
        words += (words.empty() ? "" : " and ") + fmt::format(fmt::runtime(format), value);
    };
    if (closed && is_temporal) add(is_minimum ? "of {} or later" : "of {} or earlier", *closed);
    if (closed && !is_temporal) add(is_minimum ? "of at least {}" : "of at most {}", *closed);
    if (open && is_temporal) add(is_minimum ? "after {}" : "before {}", *open);
    if (open && !is_temporal) add(is_minimum ? "greater than {}" : "less than {}", *open);
    return words;
}

std::string describe_limit(const CompiledColumn& compiled, bool is_minimum, std::string_view text) {
    const ColumnType type = compiled.column.type;
    const bool is_temporal =
        type != ColumnType::number && type != ColumnType::integer && type != ColumnType::duration;
    return fmt::format("expected {} {}, found {}", row_of(type).noun,
                       limit_words(compiled.column, is_minimum, is_temporal), shown(text));
}

std::string describe_length(const CompiledColumn& compiled, bool too_short, std::string_view text) {
    const ColumnType type = compiled.column.type;
    const bool has_parts =
        type == ColumnType::list || type == ColumnType::array || type == ColumnType::object;
    const std::size_t length = has_parts ? part_count(compiled, text) : length_of(text);
    const std::uint32_t limit = too_short ? compiled.length.low : compiled.length.high;
    const std::string_view unit = !has_parts ? "character" : type == ColumnType::object ? "member" : "item";
    return fmt::format("expected at {} {} {}{}, found {} in {}", too_short ? "least" : "most", limit, unit,
                       limit == 1 ? "" : "s", length, shown(text));
}

std::string folded(std::string_view text) {
    std::string lower(text);
    for (char& byte : lower)
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
    return lower;
}

/// The listed value that differs least, capitals aside.
std::string hint(const std::vector<std::string>& listed, std::string_view text) {
    std::vector<std::string> lower;
    std::transform(listed.begin(), listed.end(), std::back_inserter(lower), folded);
    const std::vector<std::string_view> views(lower.begin(), lower.end());
    const std::string word = folded(text);
    const auto near = nearest(word, views);
    if (!near || listed.size() == 1 || (word.size() < shortest_hinted && *near != word)) return {};
    const auto at = std::find(views.begin(), views.end(), *near) - views.begin();
    return fmt::format("; did you mean {}?", listed[static_cast<std::size_t>(at)]);
}

std::string describe_listed(const CompiledColumn& compiled, std::string_view text) {
    const std::vector<std::string>& listed = compiled.column.one_of;
    std::string words = "expected " + std::string(listed.size() == 1 ? "" : "one of ");
    const std::size_t named =
        listed.size() == most_values + 1 ? listed.size() : std::min(listed.size(), most_values);
    for (std::size_t i = 0; i < named; ++i) words += (i == 0 ? "" : ", ") + listed[i];
    if (named < listed.size()) words += fmt::format(" ({} more)", listed.size() - named);
    const bool is_text =
        compiled.column.type == ColumnType::string || compiled.column.type == ColumnType::any;
    return words + ", found " + shown(text) + (is_text ? hint(listed, text) : "");
}

}  // namespace

std::string describe_fault(const CompiledColumn& compiled, CellFault fault, std::string_view text) {
    switch (fault) {
        case CellFault::none: return {};
        case CellFault::missing:
            return "expected a value, found " + shown(text) + (text.empty() ? "" : ", which stands for none");
        case CellFault::wrong_type:
            return "expected " + type_words(compiled) + ", found " + shown(text) + type_hint(compiled, text);
        case CellFault::below_minimum: return describe_limit(compiled, true, text);
        case CellFault::above_maximum: return describe_limit(compiled, false, text);
        case CellFault::too_short: return describe_length(compiled, true, text);
        case CellFault::too_long: return describe_length(compiled, false, text);
        case CellFault::no_match:
            return fmt::format("expected text that matches {} as a whole, found {}", *compiled.column.pattern,
                               shown(text));
        case CellFault::not_listed: return describe_listed(compiled, text);
        case CellFault::no_instance: return compiled.column.value_schema->objection(text);
    }
    return {};
}

}  // namespace factlint
