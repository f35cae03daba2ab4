#include "expr/describe.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "expr/expression.h"
#include "expr/moment.h"

namespace factlint::expr {
namespace {

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

constexpr std::uint64_t most_described = 10'000;

/// How the parts of a value are written: plain as string() does, or for people with quotes.
struct Style {
    std::string (*text)(std::string_view);
    std::string (*part)(const Value&);
};

std::string items_text(std::span<const Value> items, const Style& style) {
    std::string out = "[";
    for (std::size_t i = 0; i < items.size(); ++i) out += (i ? ", " : "") + style.part(items[i]);
    return out + "]";
}

std::string entries_text(std::span<const Entry> entries, const Style& style, bool sorted) {
    std::vector<std::string> parts;
    for (const auto& entry : entries) parts.push_back(style.part(entry.key) + ": " + style.part(entry.value));
    if (sorted) std::sort(parts.begin(), parts.end());
    std::string out = "{";
    for (std::size_t i = 0; i < parts.size(); ++i) out += (i ? ", " : "") + parts[i];
    return out + "}";
}

struct Writer {
    const Style& style;

    std::string operator()(Null) const { return "null"; }
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(std::uint64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return double_text(value); }
    std::string operator()(std::string_view text) const { return style.text(text); }
    std::string operator()(Bytes bytes) const { return std::string(bytes.data); }
    std::string operator()(List list) const { return items_text(list.items, style); }
    std::string operator()(Map map) const { return entries_text(map.entries, style, true); }
    std::string operator()(Object object) const { return entries_text(object.fields, style, false); }
    std::string operator()(TypeValue type) const { return std::string(type.name); }
    std::string operator()(Timestamp time) const { return to_text(time); }
    std::string operator()(Duration span) const { return to_text(span); }
    std::string operator()(Optional optional) const {
        return optional.value ? style.part(*optional.value) : "none";
    }
    std::string operator()(const Stated* fact) const { return factlint::describe(*fact); }
    std::string operator()(Unknown unknown) const {
        return unknown.name.empty() ? "open" : std::string(unknown.name) + " (not found)";
    }
    std::string operator()(Error error) const { return std::string(error.message); }
};

}  // namespace

std::string double_text(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return {buffer, end};
}

std::string plain_text(const Value& value) {
    static constexpr Style plain{[](std::string_view text) { return std::string(text); }, plain_text};
    return std::visit(Writer{plain}, value.data);
}

std::string describe(const Value& value) {
    static constexpr Style people{quoted, describe};
    if (expanded_size(value, most_described) < most_described) return std::visit(Writer{people}, value.data);
    if (const auto* list = std::get_if<List>(&value.data))
        return "a list of " + std::to_string(list->items.size());
    return "a value too large to be shown";
}

}  // namespace factlint::expr
