#include "schema/json/keywords.h"

#include <algorithm>
#include <vector>

#include "schema/json/decimal.h"
#include "text/suggest.h"

namespace factlint::schema {
namespace {

constexpr std::uint8_t in_7 = 1, in_2019 = 2, in_2020 = 4;
constexpr std::uint8_t all = in_7 | in_2019 | in_2020, since_2019 = in_2019 | in_2020;

using K = Keyword;
using S = Shape;
using V = Vocabulary;

/// In the order of Keyword. `definitions` and `dependencies` still mean something in later drafts, as they advise.
constexpr KeywordRow rows[] = {
    {"$id", K::id, S::text, all, V::core},
    {"$schema", K::schema, S::text, all, V::core},
    {"$ref", K::ref, S::text, all, V::core},
    {"$anchor", K::anchor, S::text, since_2019, V::core},
    {"$dynamicRef", K::dynamic_ref, S::text, in_2020, V::core},
    {"$dynamicAnchor", K::dynamic_anchor, S::text, in_2020, V::core},
    {"$recursiveRef", K::recursive_ref, S::text, in_2019, V::core},
    {"$vocabulary", K::vocabulary, S::any, since_2019, V::core},
    {"$defs", K::defs, S::schema_map, since_2019, V::core},
    {"definitions", K::definitions, S::schema_map, all, V::core},
    {"type", K::type, S::types, all, V::validation},
    {"const", K::constant, S::any, all, V::validation},
    {"enum", K::enumeration, S::list, all, V::validation},
    {"multipleOf", K::multiple_of, S::above_zero, all, V::validation},
    {"maximum", K::maximum, S::number, all, V::validation},
    {"exclusiveMaximum", K::exclusive_maximum, S::number, all, V::validation},
    {"minimum", K::minimum, S::number, all, V::validation},
    {"exclusiveMinimum", K::exclusive_minimum, S::number, all, V::validation},
    {"maxLength", K::max_length, S::count, all, V::validation},
    {"minLength", K::min_length, S::count, all, V::validation},
    {"pattern", K::pattern, S::text, all, V::validation},
    {"format", K::format, S::text, all, V::annotation},
    {"maxItems", K::max_items, S::count, all, V::validation},
    {"minItems", K::min_items, S::count, all, V::validation},
    {"uniqueItems", K::unique_items, S::boolean, all, V::validation},
    {"maxContains", K::max_contains, S::count, since_2019, V::validation},
    {"minContains", K::min_contains, S::count, since_2019, V::validation},
    {"maxProperties", K::max_properties, S::count, all, V::validation},
    {"minProperties", K::min_properties, S::count, all, V::validation},
    {"required", K::required, S::texts, all, V::validation},
    {"dependentRequired", K::dependent_required, S::texts_map, since_2019, V::validation},
    {"properties", K::properties, S::schema_map, all, V::applicator},
    {"patternProperties", K::pattern_properties, S::pattern_map, all, V::applicator},
    {"additionalProperties", K::additional_properties, S::schema, all, V::applicator},
    {"propertyNames", K::property_names, S::schema, all, V::applicator},
    {"items", K::items, S::schema, all, V::applicator},
    {"prefixItems", K::prefix_items, S::schemas, in_2020, V::applicator},
    {"additionalItems", K::additional_items, S::schema, in_7 | in_2019, V::applicator},
    {"contains", K::contains, S::schema, all, V::applicator},
    {"allOf", K::all_of, S::schemas, all, V::applicator},
    {"anyOf", K::any_of, S::schemas, all, V::applicator},
    {"oneOf", K::one_of, S::schemas, all, V::applicator},
    {"not", K::negation, S::schema, all, V::applicator},
    {"if", K::condition, S::schema, all, V::applicator},
    {"then", K::consequence, S::schema, all, V::applicator},
    {"else", K::alternative, S::schema, all, V::applicator},
    {"dependentSchemas", K::dependent_schemas, S::schema_map, since_2019, V::applicator},
    {"dependencies", K::dependencies, S::dependencies, all, V::applicator},
    {"unevaluatedItems", K::unevaluated_items, S::schema, since_2019, V::unevaluated},
    {"unevaluatedProperties", K::unevaluated_properties, S::schema, since_2019, V::unevaluated},
    {"contentSchema", K::content_schema, S::schema, since_2019, V::annotation},
};
constexpr std::size_t row_count = std::size(rows);
static_assert(row_count == static_cast<std::size_t>(Keyword::count_));

/// What stands in schemas and checks nothing: annotations, and what other tools read.
constexpr std::string_view annotations[] = {"title",
                                            "description",
                                            "default",
                                            "examples",
                                            "example",
                                            "deprecated",
                                            "readOnly",
                                            "writeOnly",
                                            "contentEncoding",
                                            "contentMediaType",
                                            "$comment",
                                            "$recursiveAnchor",
                                            "id",
                                            "nullable",
                                            "discriminator",
                                            "externalDocs",
                                            "xml",
                                            "version",
                                            "name",
                                            "optional",
                                            "meta",
                                            "enumNames",
                                            "enumDescriptions",
                                            "markdownDescription",
                                            "tsType",
                                            "errorMessage",
                                            "defaultSnippets",
                                            "order",
                                            "patternErrorMessage"};

struct ByName {
    std::array<std::uint8_t, row_count> order{};

    ByName() {
        for (std::size_t i = 0; i < row_count; ++i) order[i] = static_cast<std::uint8_t>(i);
        std::sort(order.begin(), order.end(), [](auto a, auto b) { return rows[a].name < rows[b].name; });
    }
};

bool is_schema(TreeKind kind) { return kind == TreeKind::object || kind == TreeKind::boolean; }
bool is_texts(const Tree& tree, TreeIndex list) {
    if (tree[list].kind != TreeKind::list) return false;
    for (TreeIndex at = list + 1; at < tree[list].end; at = tree[at].end)
        if (tree[at].kind != TreeKind::text) return false;
    return true;
}
bool is_schemas(const Tree& tree, TreeIndex list) {
    return tree[list].kind == TreeKind::list && tree[list].count > 0;
}

template <class Predicate> bool is_map_of(const Tree& tree, TreeIndex map, Predicate holds) {
    if (tree[map].kind != TreeKind::object) return false;
    for (TreeIndex at = map + 1; at < tree[map].end; at = tree[at].end)
        if (!holds(at)) return false;
    return true;
}

}  // namespace

const KeywordRow* find_keyword(std::string_view name) {
    static const ByName by_name;
    const auto found =
        std::lower_bound(by_name.order.begin(), by_name.order.end(), name,
                         [](std::uint8_t row, std::string_view key) { return rows[row].name < key; });
    return found != by_name.order.end() && rows[*found].name == name ? &rows[*found] : nullptr;
}

const KeywordRow& row_of(Keyword keyword) { return rows[static_cast<std::size_t>(keyword)]; }

std::string_view near_keyword(std::string_view name) {
    constexpr std::size_t shortest = 4, longest = 40;
    const bool is_known =
        std::find(std::begin(annotations), std::end(annotations), name) != std::end(annotations);
    if (is_known || name.size() < shortest || name.size() > longest || name.starts_with("x-")) return {};
    std::vector<std::string_view> names(std::begin(annotations), std::end(annotations));
    for (const KeywordRow& row : rows) names.push_back(row.name);
    return nearest(name, names).value_or(std::string_view{});
}

Shape shape_in(const KeywordRow& row, Draft draft) {
    return row.keyword == Keyword::items && draft != Draft::draft2020_12 ? Shape::schema_or_schemas
                                                                         : row.shape;
}

std::string_view words_for(Shape shape) {
    switch (shape) {
        case Shape::any: return "a value";
        case Shape::text: return "a text";
        case Shape::boolean: return "true or false";
        case Shape::number: return "a number";
        case Shape::above_zero: return "a number above 0 of at most 19 digits";
        case Shape::count: return "a whole number, 0 or more";
        case Shape::texts: return "a list of texts";
        case Shape::list: return "a list of values";
        case Shape::types: return "the name of a type or a list of them";
        case Shape::schema: return "a schema: an object, true or false";
        case Shape::schemas: return "a list of at least one schema";
        case Shape::schema_or_schemas: return "a schema or a list of them";
        case Shape::schema_map: return "an object of names and their schemas";
        case Shape::pattern_map: return "an object of patterns and their schemas";
        case Shape::texts_map: return "an object of names and their lists of names";
        case Shape::dependencies: return "an object of names and their schemas or lists of names";
    }
    return {};
}

bool has_shape(const Tree& tree, TreeIndex index, Shape shape) {
    const TreeNode& node = tree[index];
    const auto is_number = [&] { return node.kind == TreeKind::number; };
    switch (shape) {
        case Shape::any: return true;
        case Shape::text: return node.kind == TreeKind::text;
        case Shape::boolean: return node.kind == TreeKind::boolean;
        case Shape::number: return is_number();
        case Shape::above_zero: return is_number() && Divisor::of(Decimal::of(node.text)).has_value();
        case Shape::count: return is_number() && Decimal::of(node.text).to_count().has_value();
        case Shape::texts: return is_texts(tree, index);
        case Shape::list: return node.kind == TreeKind::list;
        case Shape::types: return node.kind == TreeKind::text || is_texts(tree, index);
        case Shape::schema: return is_schema(node.kind);
        case Shape::schemas: return is_schemas(tree, index);
        case Shape::schema_or_schemas: return is_schema(node.kind) || node.kind == TreeKind::list;
        case Shape::schema_map:
        case Shape::pattern_map: return node.kind == TreeKind::object;
        case Shape::texts_map:
            return is_map_of(tree, index, [&](TreeIndex at) { return is_texts(tree, at); });
        case Shape::dependencies:
            return is_map_of(tree, index,
                             [&](TreeIndex at) { return is_schema(tree[at].kind) || is_texts(tree, at); });
    }
    return false;
}

}  // namespace factlint::schema
