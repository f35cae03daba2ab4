#include "rules/columns_reader.h"

#include <charconv>

#include "schema/cell.h"

namespace factlint {
namespace {

using yaml::Node;
using yaml::NodeKind;

/// A column as it is written; what goes together is looked at when all of it is known.
struct Draft {
    Column column;
    const Node *unit = nullptr, *scale = nullptr, *step = nullptr;
};

constexpr Choice<ColumnType> types[] = {
    {"any", ColumnType::any},           {"string", ColumnType::string},
    {"integer", ColumnType::integer},   {"decimal", ColumnType::number},
    {"boolean", ColumnType::boolean},   {"date", ColumnType::date},
    {"time", ColumnType::time},         {"datetime", ColumnType::datetime},
    {"year", ColumnType::year},         {"yearmonth", ColumnType::yearmonth},
    {"duration", ColumnType::duration}, {"geopoint", ColumnType::geopoint},
    {"geojson", ColumnType::geojson},   {"object", ColumnType::object},
    {"array", ColumnType::array},       {"list", ColumnType::list},
};

/// What others call it, and what it is called here.
struct Alias {
    std::string_view theirs;
    std::string_view ours;
};
constexpr Alias type_aliases[] = {
    {"number", "decimal"}, {"numeric", "decimal"}, {"float", "decimal"},      {"double", "decimal"},
    {"int", "integer"},    {"bigint", "integer"},  {"text", "string"},        {"str", "string"},
    {"varchar", "string"}, {"bool", "boolean"},    {"timestamp", "datetime"}, {"date-time", "datetime"},
    {"json", "object"},    {"money", "decimal"},   {"month", "yearmonth"},
};
constexpr Alias key_aliases[] = {
    {"minimum", "min"},
    {"maximum", "max"},
    {"exclusiveMinimum", "above"},
    {"exclusiveMaximum", "below"},
    {"exclusive_minimum", "above"},
    {"exclusive_maximum", "below"},
    {"minLength", "min_length"},
    {"maxLength", "max_length"},
    {"missingValues", "missing"},
    {"missing_values", "missing"},
    {"trueValues", "true"},
    {"true_values", "true"},
    {"falseValues", "false"},
    {"false_values", "false"},
    {"decimalChar", "decimal_char"},
    {"groupChar", "group_char"},
    {"bareNumber", "bare"},
    {"bare_number", "bare"},
    {"itemType", "items"},
    {"item_type", "items"},
    {"not_null", "required"},
    {"regex", "pattern"},
    {"values", "enum"},
    {"one_of", "enum"},
    {"accepted_values", "enum"},
};

const Alias* alias_of(std::string_view word, std::span<const Alias> aliases) {
    const auto found = std::find_if(aliases.begin(), aliases.end(),
                                    [&](const Alias& alias) { return alias.theirs == word; });
    return found == aliases.end() ? nullptr : &*found;
}

std::optional<ColumnType> read_type(Context& context, const Node& node) {
    const Alias* alias = node.kind == NodeKind::scalar ? alias_of(node.text, type_aliases) : nullptr;
    if (alias == nullptr) return read_choice(context, node, types);
    context.report(node, "bad-value", quoted(node.text) + " cannot stand here",
                   "write " + quoted(alias->ours));
    return std::nullopt;
}

template <ColumnType Column::*member> void take_type(Context& context, const Node& node, Draft& draft) {
    if (const auto type = read_type(context, node)) draft.column.*member = *type;
}
template <bool Column::*member> void take_bool(Context& context, const Node& node, Draft& draft) {
    if (const auto value = read_bool(context, node)) draft.column.*member = *value;
}
/// std::string or std::optional<std::string>.
template <auto member> void take_text(Context& context, const Node& node, Draft& draft) {
    if (const auto text = read_text(context, node)) draft.column.*member = std::string(*text);
}
template <std::vector<std::string> Column::*member>
void take_texts(Context& context, const Node& node, Draft& draft) {
    std::vector<std::string> texts;
    for (const Node* text : read_texts(context, node)) texts.push_back(text->text);
    draft.column.*member = std::move(texts);
}
template <std::optional<std::uint32_t> Column::*member>
void take_length(Context& context, const Node& node, Draft& draft) {
    const auto text = read_text(context, node);
    if (!text) return;
    std::uint32_t length = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), length);
    if (error == std::errc{} && end == text->data() + text->size())
        draft.column.*member = length;
    else
        context.report(node, "bad-value", quoted(*text) + " is no length", "write a whole number such as 3");
}
template <const Node* Draft::*member> void take_node(Context&, const Node& node, Draft& draft) {
    draft.*member = &node;
}
constexpr Choice<ColumnOrder> orders[] = {{"ascending", ColumnOrder::ascending},
                                          {"strictly ascending", ColumnOrder::strictly_ascending},
                                          {"descending", ColumnOrder::descending},
                                          {"strictly descending", ColumnOrder::strictly_descending}};

void take_order(Context& context, const Node& node, Draft& draft) {
    if (const auto order = read_choice(context, node, orders)) draft.column.order = *order;
}

/// An empty list would forbid every cell.
void take_enum(Context& context, const Node& node, Draft& draft) {
    take_texts<&Column::one_of>(context, node, draft);
    if (draft.column.one_of.empty() && node.kind == NodeKind::sequence && node.items.empty())
        context.report(node, "bad-value", "no value is listed", "list the values, or leave `enum` out");
}

constexpr Key<Draft> keys[] = {
    {"type", take_type<&Column::type>},
    {"format", take_text<&Column::format>},
    {"required", take_bool<&Column::required>},
    {"unique", take_bool<&Column::unique>},
    {"min", take_text<&Column::minimum>},
    {"max", take_text<&Column::maximum>},
    {"above", take_text<&Column::exclusive_minimum>},
    {"below", take_text<&Column::exclusive_maximum>},
    {"enum", take_enum},
    {"pattern", take_text<&Column::pattern>},
    {"min_length", take_length<&Column::min_length>},
    {"max_length", take_length<&Column::max_length>},
    {"unit", take_node<&Draft::unit>},
    {"scale", take_node<&Draft::scale>},
    {"order", take_order},
    {"step", take_node<&Draft::step>},
    {"references", take_text<&Column::references>},
    {"missing", take_texts<&Column::missing>},
    {"true", take_texts<&Column::true_values>},
    {"false", take_texts<&Column::false_values>},
    {"decimal_char", take_text<&Column::decimal_char>},
    {"group_char", take_text<&Column::group_char>},
    {"bare", take_bool<&Column::bare_number>},
    {"items", take_type<&Column::item_type>},
    {"delimiter", take_text<&Column::list_delimiter>},
};

/// The mapping without the keys that have another name here, each of which is a finding.
Node without_aliases(Context& context, const Node& node) {
    Node rest = node;
    rest.items.clear();
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
        const Node& key = *node.items[i];
        const Alias* alias = key.kind == NodeKind::scalar ? alias_of(key.text, key_aliases) : nullptr;
        if (alias)
            context.report(key, "unknown-key", quoted(key.text) + " is not a key of a column",
                           "write " + quoted(alias->ours));
        else
            rest.items.insert(rest.items.end(), {node.items[i], node.items[i + 1]});
    }
    return rest;
}

bool is_number(ColumnType type) { return type == ColumnType::number || type == ColumnType::integer; }

void read_unit(Context& context, const Node& node, Column& column) {
    const auto text = read_text(context, node);
    if (!text) return;
    const auto found = *text == "%" ? UnitId::percent : find_unit(*text);
    if (found) {
        column.unit = *found;
        return;
    }
    std::vector<std::string_view> names;
    for (const Unit& row : all_units()) names.push_back(row.id);
    context.report(node, "unknown-unit", "there is no unit " + quoted(*text), suggestion(*text, names));
}

void read_column_scale(Context& context, const Node& node, Column& column) {
    const auto text = read_text(context, node);
    if (!text) return;
    const auto scale = read_scale(*text, context.language);
    if (!scale)
        return context.report(node, "bad-value", quoted(*text) + " states no number to multiply by",
                              "write a number or what a table's head says: 1000, million USD, 百万円");
    const bool differs =
        scale->unit != UnitId::none && column.unit != UnitId::none && scale->unit != column.unit;
    if (differs)
        context.report(node, "bad-value",
                       quoted(*text) + " is in " + std::string(unit(scale->unit).id) + ", the column in " +
                           std::string(unit(column.unit).id),
                       "leave out `unit`, or write the scale as a number");
    column.scale = scale->factor;
    if (column.unit == UnitId::none) column.unit = scale->unit;
}

/// Units and scales are of numbers: a column that says no type is one of decimals then.
void read_measure(Context& context, const Draft& draft, Column& column) {
    const Node* first = draft.unit ? draft.unit : draft.scale;
    if (first == nullptr) return;
    if (column.type == ColumnType::any) column.type = ColumnType::number;
    if (!is_number(column.type))
        return context.report(*first, "useless-key", "only numbers have a unit and a scale",
                              "write `type: decimal` or leave it out");
    if (draft.unit) read_unit(context, *draft.unit, column);
    if (draft.scale) read_column_scale(context, *draft.scale, column);
}

struct StepUnit {
    std::string_view name;
    std::int64_t size;  ///< in seconds, or in months
    bool months = false;
};
constexpr StepUnit step_units[] = {{"second", 1},    {"minute", 60},     {"hour", 3600},    {"day", 86400},
                                   {"week", 604800}, {"month", 1, true}, {"year", 12, true}};

/// "7", of dates days, of years years; "1 month", "15 minutes".
std::optional<ColumnStep> step_of(std::string_view text, ColumnType type) {
    const auto space = std::min(text.find(' '), text.size());
    const auto count = Number::parse(text.substr(0, space));
    std::string_view unit = text.substr(std::min(space + 1, text.size()));
    const bool temporal = type == ColumnType::date || type == ColumnType::datetime ||
                          type == ColumnType::time || type == ColumnType::year ||
                          type == ColumnType::yearmonth;
    if (!count || *count == Number(0) || unit.empty() == (space < text.size())) return std::nullopt;
    if (!temporal) return unit.empty() ? std::optional(ColumnStep{*count}) : std::nullopt;
    if (unit.empty())
        unit = type == ColumnType::date        ? "day"
               : type == ColumnType::year      ? "year"
               : type == ColumnType::yearmonth ? "month"
                                               : "";
    for (const StepUnit& each : step_units)
        if (unit == each.name || (unit.ends_with('s') && unit.substr(0, unit.size() - 1) == each.name))
            return ColumnStep{*count * Number(each.size), each.months};
    return std::nullopt;
}

void read_step(Context& context, const Draft& draft, Column& column) {
    const auto text = draft.step ? read_text(context, *draft.step) : std::nullopt;
    if (!text) return;
    column.step = step_of(*text, column.type);
    if (!column.step)
        context.report(*draft.step, "bad-value", quoted(*text) + " is no step from one row to the next",
                       "write a number, or of a column of dates or times `1 day`, `3 months`, `15 minutes`");
}

std::optional<Column> read_column(Context& context, const Node& key, const Node& value) {
    const std::size_t before = context.findings.size();
    Draft draft;
    draft.column.name = key.text;
    draft.column.place = context.place(key);
    if (value.kind == NodeKind::null)
        context.report(key, "missing-value", "the column " + quoted(key.text) + " has no value",
                       "write its type, or `{}` where it has only to be there");
    else if (value.kind == NodeKind::scalar)
        take_type<&Column::type>(context, value, draft);
    else if (value.kind == NodeKind::mapping)
        read_mapping(context, without_aliases(context, value), "a column", keys, draft);
    else
        expected(context, value, "the type of a column or a mapping");
    read_measure(context, draft, draft.column);
    read_step(context, draft, draft.column);
    if (context.findings.size() != before) return std::nullopt;
    const ColumnCheck check(draft.column, context.findings);
    return std::move(draft.column);
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (&text == &texts.front() ? "" : ",") + text;
    return all;
}

}  // namespace

std::vector<Column> read_columns(Context& context, const Node& node) {
    std::vector<Column> columns;
    if (node.kind != NodeKind::mapping) {
        expected(context, node, "a mapping of columns");
        return columns;
    }
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
        const Node& key = *node.items[i];
        if (key.kind != NodeKind::scalar)
            expected(context, key, "the name of a column");
        else if (auto column = read_column(context, key, *node.items[i + 1]))
            columns.push_back(std::move(*column));
    }
    return columns;
}

std::string dump(const Column& column) {
    std::string out;
    for (const auto& type : types)
        if (type.value == column.type) out = type.name;
    const auto flag = [&](std::string_view name, bool is) { out += is ? " " + std::string(name) : ""; };
    const auto value = [&](std::string_view name, const std::string& text, const std::string& usual = {}) {
        if (text != usual) out += " " + std::string(name) + "=" + text;
    };
    const Column usual;
    flag("required", column.required);
    flag("unique", column.unique);
    value("format", column.format);
    value("min", column.minimum.value_or(""));
    value("max", column.maximum.value_or(""));
    value("above", column.exclusive_minimum.value_or(""));
    value("below", column.exclusive_maximum.value_or(""));
    value("enum", joined(column.one_of));
    value("pattern", column.pattern.value_or(""));
    value("min_length", column.min_length ? std::to_string(*column.min_length) : "");
    value("max_length", column.max_length ? std::to_string(*column.max_length) : "");
    value("missing", joined(column.missing), joined(usual.missing));
    value("true", joined(column.true_values), joined(usual.true_values));
    value("false", joined(column.false_values), joined(usual.false_values));
    value("decimal_char", column.decimal_char, usual.decimal_char);
    value("group_char", column.group_char);
    flag("bare=false", !column.bare_number);
    for (const auto& type : types)
        if (type.value == column.item_type && column.item_type != usual.item_type)
            value("items", std::string(type.name));
    value("delimiter", column.list_delimiter, usual.list_delimiter);
    value("unit", column.unit == UnitId::none ? "" : std::string(unit(column.unit).id));
    value("scale", column.scale.to_string(), "1");
    for (const auto& order : orders)
        if (order.value == column.order) value("order", std::string(order.name));
    if (column.step) value("step", column.step->size.to_string() + (column.step->months ? " months" : ""));
    value("references", column.references);
    return out;
}

}  // namespace factlint
