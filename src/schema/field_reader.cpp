#include "schema/field_reader.h"

#include <charconv>

#include "schema/compiled_column.h"
#include "schema/value_schema.h"

namespace factlint {
namespace {

/// A field as it is written: what depends on its type is read when that is known.
struct Draft {
    Column column;
    std::optional<TreeIndex> constraints, categories;
};

std::optional<ColumnType> type_named(std::string_view name) {
    for (std::size_t i = 0; i <= static_cast<std::size_t>(ColumnType::list); ++i)
        if (row_of(static_cast<ColumnType>(i)).name == name) return static_cast<ColumnType>(i);
    return std::nullopt;
}

template <ColumnType Column::*member> void take_type(Descriptor& descriptor, TreeIndex index, Draft& draft) {
    const auto name = read_text(descriptor, index);
    if (!name) return;
    if (const auto type = type_named(*name)) {
        draft.column.*member = *type;
        return;
    }
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(ColumnType::list); ++i)
        names.push_back(row_of(static_cast<ColumnType>(i)).name);
    descriptor.report(index, "bad-value", "there is no type " + quoted(*name), suggestion(*name, names));
}

template <std::string Column::*member> void take_text(Descriptor& descriptor, TreeIndex index, Draft& draft) {
    if (auto text = read_text(descriptor, index)) draft.column.*member = std::move(*text);
}
template <std::vector<std::string> Column::*member>
void take_texts(Descriptor& descriptor, TreeIndex index, Draft& draft) {
    std::vector<std::string> texts;
    for (const TreeIndex text : read_texts(descriptor, index, false))
        texts.emplace_back(descriptor[text].text);
    draft.column.*member = std::move(texts);
}
void take_name(Descriptor& descriptor, TreeIndex index, Draft& draft) {
    auto name = read_text(descriptor, index);
    if (!name) return;
    draft.column.name = std::move(*name);
    draft.column.place = descriptor.tree.place(index);
}
void take_bare(Descriptor& descriptor, TreeIndex index, Draft& draft) {
    if (const auto bare = read_bool(descriptor, index)) draft.column.bare_number = *bare;
}
void take_missing(Descriptor& descriptor, TreeIndex index, Draft& draft) {
    draft.column.missing = read_missing_values(descriptor, index);
}
template <std::optional<TreeIndex> Draft::*member>
void take_node(Descriptor&, TreeIndex index, Draft& draft) {
    draft.*member = index;
}

constexpr DescriptorKey<Draft> field_keys[] = {
    {"name", take_name, true},
    {"type", take_type<&Column::type>},
    {"format", take_text<&Column::format>},
    {"constraints", take_node<&Draft::constraints>},
    {"missingValues", take_missing},
    {"trueValues", take_texts<&Column::true_values>},
    {"falseValues", take_texts<&Column::false_values>},
    {"decimalChar", take_text<&Column::decimal_char>},
    {"groupChar", take_text<&Column::group_char>},
    {"bareNumber", take_bare},
    {"delimiter", take_text<&Column::list_delimiter>},
    {"itemType", take_type<&Column::item_type>},
    {"categories", take_node<&Draft::categories>},
    {"categoriesOrdered", nullptr},
    {"title", nullptr},
    {"description", nullptr},
    {"example", nullptr},
    {"examples", nullptr},
    {"rdfType", nullptr},
};

// Constraints.

template <bool Column::*member> void take_flag(Descriptor& descriptor, TreeIndex index, Column& column) {
    if (const auto flag = read_bool(descriptor, index)) column.*member = *flag;
}
template <std::optional<std::string> Column::*member>
void take_limit(Descriptor& descriptor, TreeIndex index, Column& column) {
    if (auto text = read_scalar(descriptor, index)) column.*member = std::move(*text);
}
template <std::optional<std::uint32_t> Column::*member>
void take_length(Descriptor& descriptor, TreeIndex index, Column& column) {
    const std::string_view text = descriptor[index].text;
    std::uint32_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size();
    if (descriptor[index].kind == TreeKind::number && is_whole)
        column.*member = length;
    else
        expected(descriptor, index, "a whole number from 0");
}
void take_pattern(Descriptor& descriptor, TreeIndex index, Column& column) {
    if (auto text = read_text(descriptor, index)) column.pattern = std::move(*text);
}
void take_json_schema(Descriptor& descriptor, TreeIndex index, Column& column) {
    column.value_schema = ValueSchema::compile(descriptor.tree, index, descriptor.findings);
}

/// One value of `enum` or `categories` as a cell would write it.
void list_value(Descriptor& descriptor, TreeIndex index, Column& column) {
    const TreeNode& node = descriptor[index];
    if (node.kind == TreeKind::null) return;
    const bool is_truth = node.kind == TreeKind::boolean && column.type == ColumnType::boolean;
    if (is_truth) {
        const auto& words = node.text == "true" ? column.true_values : column.false_values;
        if (!words.empty()) column.one_of.push_back(words.front());
    } else if (auto text = read_scalar(descriptor, index)) {
        column.one_of.push_back(std::move(*text));
    }
}
void take_enum(Descriptor& descriptor, TreeIndex index, Column& column) {
    const TreeNode& node = descriptor[index];
    if (node.kind != TreeKind::list) return expected(descriptor, index, "a list of values");
    if (node.count == 0) descriptor.report(index, "bad-value", "no value is listed", "list one at least");
    for (TreeIndex item = index + 1; item < node.end; item = descriptor[item].end)
        list_value(descriptor, item, column);
}

constexpr DescriptorKey<Column> constraint_keys[] = {
    {"required", take_flag<&Column::required>},
    {"unique", take_flag<&Column::unique>},
    {"minimum", take_limit<&Column::minimum>},
    {"maximum", take_limit<&Column::maximum>},
    {"exclusiveMinimum", take_limit<&Column::exclusive_minimum>},
    {"exclusiveMaximum", take_limit<&Column::exclusive_maximum>},
    {"minLength", take_length<&Column::min_length>},
    {"maxLength", take_length<&Column::max_length>},
    {"pattern", take_pattern},
    {"enum", take_enum},
    {"jsonSchema", take_json_schema},
};

/// `categories`: values, or {value, label}. What both they and `enum` admit is left to `enum`.
void read_categories(Descriptor& descriptor, TreeIndex index, Column& column) {
    const TreeNode& node = descriptor[index];
    if (node.kind != TreeKind::list) return expected(descriptor, index, "a list of categories");
    if (!column.one_of.empty()) return;
    for (TreeIndex item = index + 1; item < node.end; item = descriptor[item].end) {
        if (descriptor[item].kind != TreeKind::object) {
            list_value(descriptor, item, column);
        } else if (const TreeNode* value = find_member(descriptor.tree, item, "value")) {
            list_value(descriptor, static_cast<TreeIndex>(value - descriptor.tree.nodes.data()), column);
        } else {
            expected(descriptor, item, "a category with the key `value`");
        }
    }
}

}  // namespace

std::vector<std::string> read_missing_values(Descriptor& descriptor, TreeIndex index) {
    std::vector<std::string> values;
    const TreeNode& node = descriptor[index];
    if (node.kind != TreeKind::list) {
        expected(descriptor, index, "a list of texts");
        return {""};
    }
    for (TreeIndex item = index + 1; item < node.end; item = descriptor[item].end) {
        const TreeNode* value = &descriptor[item];
        if (value->kind == TreeKind::object) value = find_member(descriptor.tree, item, "value");
        if (value != nullptr && value->kind == TreeKind::text)
            values.emplace_back(value->text);
        else
            expected(descriptor, item, "text, or {\"value\": …, \"label\": …}");
    }
    return values;
}

std::optional<Column> read_field(Descriptor& descriptor, TreeIndex index,
                                 const std::vector<std::string>& missing) {
    Draft draft;
    draft.column.missing = missing;
    read_members(descriptor, index, "a field", field_keys, draft);
    if (descriptor[index].kind != TreeKind::object || !draft.column.place) return std::nullopt;
    Column& column = draft.column;
    column.special_numbers = column.type == ColumnType::number;
    if (draft.constraints)
        read_members(descriptor, *draft.constraints, "constraints", constraint_keys, column);
    if (draft.categories) read_categories(descriptor, *draft.categories, column);
    return std::move(column);
}

}  // namespace factlint
