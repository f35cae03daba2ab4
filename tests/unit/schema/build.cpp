#include "build.h"

#include <functional>
#include <map>
#include <stdexcept>

#include "schema/compiled_column.h"

namespace factlint::test {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

ColumnType type_of(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(ColumnType::list); ++i)
        if (row_of(static_cast<ColumnType>(i)).name == name) return static_cast<ColumnType>(i);
    throw std::invalid_argument("type " + std::string(name));
}

using Set = std::function<void(Column&, const std::string&)>;
const std::map<std::string, Set, std::less<>>& keys() {
    static const std::map<std::string, Set, std::less<>> all = {
        {"format", [](Column& c, const std::string& v) { c.format = v; }},
        {"required", [](Column& c, const std::string& v) { c.required = v == "true"; }},
        {"minimum", [](Column& c, const std::string& v) { c.minimum = v; }},
        {"maximum", [](Column& c, const std::string& v) { c.maximum = v; }},
        {"exclusive_minimum", [](Column& c, const std::string& v) { c.exclusive_minimum = v; }},
        {"exclusive_maximum", [](Column& c, const std::string& v) { c.exclusive_maximum = v; }},
        {"min_length", [](Column& c, const std::string& v) { c.min_length = std::stoul(v); }},
        {"max_length", [](Column& c, const std::string& v) { c.max_length = std::stoul(v); }},
        {"pattern", [](Column& c, const std::string& v) { c.pattern = v; }},
        {"enum", [](Column& c, const std::string& v) { c.one_of = split(v, ';'); }},
        {"missing", [](Column& c, const std::string& v) { c.missing = split(v, ';'); }},
        {"true", [](Column& c, const std::string& v) { c.true_values = split(v, ';'); }},
        {"false", [](Column& c, const std::string& v) { c.false_values = split(v, ';'); }},
        {"decimal_char", [](Column& c, const std::string& v) { c.decimal_char = v; }},
        {"group_char", [](Column& c, const std::string& v) { c.group_char = v; }},
        {"bare_number", [](Column& c, const std::string& v) { c.bare_number = v == "true"; }},
        {"special_numbers", [](Column& c, const std::string& v) { c.special_numbers = v == "true"; }},
        {"delimiter", [](Column& c, const std::string& v) { c.list_delimiter = v; }},
        {"item_type", [](Column& c, const std::string& v) { c.item_type = type_of(v); }},
    };
    return all;
}

}  // namespace

Column column_of(std::string_view spec) {
    const std::vector<std::string> parts = split(spec, '|');
    Column column;
    column.name = "c";
    column.type = type_of(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::size_t equals = parts[i].find('=');
        const auto key = keys().find(std::string_view(parts[i]).substr(0, equals));
        if (key == keys().end()) throw std::invalid_argument("key " + parts[i]);
        key->second(column, parts[i].substr(equals + 1));
    }
    return column;
}

std::string spec_of(const Column& column) {
    const Column usual;
    std::string out(row_of(column.type).name);
    const auto add = [&](std::string_view name, const std::string& text, const std::string& as_usual = "") {
        if (text != as_usual) out += "|" + std::string(name) + "=" + text;
    };
    const auto joined = [](const std::vector<std::string>& texts) {
        std::string all;
        for (const std::string& text : texts) all += (&text == &texts.front() ? "" : ";") + text;
        return all;
    };
    add("format", column.format);
    add("required", column.required ? "true" : "");
    add("unique", column.unique ? "true" : "");
    add("minimum", column.minimum.value_or(""));
    add("maximum", column.maximum.value_or(""));
    add("exclusive_minimum", column.exclusive_minimum.value_or(""));
    add("exclusive_maximum", column.exclusive_maximum.value_or(""));
    add("min_length", column.min_length ? std::to_string(*column.min_length) : "");
    add("max_length", column.max_length ? std::to_string(*column.max_length) : "");
    add("pattern", column.pattern.value_or(""));
    add("enum", joined(column.one_of));
    add("missing", column.missing.empty() ? "none" : joined(column.missing));
    add("true", joined(column.true_values), joined(usual.true_values));
    add("false", joined(column.false_values), joined(usual.false_values));
    add("decimal_char", column.decimal_char, ".");
    add("group_char", column.group_char);
    add("bare_number", column.bare_number ? "" : "false");
    add("special_numbers", column.special_numbers ? "true" : "");
    add("delimiter", column.list_delimiter, ",");
    add("item_type", std::string(row_of(column.item_type).name), "string");
    return out;
}

std::string outcome(const ColumnCheck& check, std::string_view cell) {
    CellValue value;
    std::string scratch;
    const CellFault fault = check.check(cell, value, scratch);
    if (fault != CellFault::none) return std::string(finding_id(fault));
    using Kind = CellValue::Kind;
    switch (value.kind) {
        case Kind::missing: return "missing";
        case Kind::wrong: return "wrong";
        case Kind::text: return "text " + std::string(value.text);
        case Kind::number: return "number " + to_number(value.decimal).to_string();
        case Kind::big_number: return "big " + Number::parse(value.text).value().to_string();
        case Kind::boolean: return value.truth ? "true" : "false";
        case Kind::date: return "date " + to_edtf(value.date);
        case Kind::time: return "time " + to_iso(value.time);
        case Kind::datetime: return "datetime " + to_edtf(value.date) + to_iso(value.time);
    }
    return "";
}

std::string messages(const std::vector<Finding>& findings) {
    std::string out;
    for (const Finding& finding : findings)
        out +=
            finding.id + ": " + finding.message + (finding.help.empty() ? "" : " / " + finding.help) + "\n";
    return out;
}

}  // namespace factlint::test
