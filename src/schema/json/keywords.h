// The keywords of JSON Schema: what each may hold, and in which drafts and vocabularies it means something.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "read/tree.h"
#include "schema/json_schema.h"

namespace factlint::schema {

/// What the value of a keyword has to be; the words are in keywords.cpp.
enum class Shape : std::uint8_t {
    any,
    text,
    boolean,
    number,
    above_zero,
    count,
    texts,
    list,
    types,
    schema,
    schemas,
    schema_or_schemas,
    schema_map,
    pattern_map,
    texts_map,
    dependencies,
};

/// Vocabularies that change what is checked (2020-12, chapter 8): a meta-schema may leave some out.
enum class Vocabulary : std::uint8_t {
    core = 0,
    applicator = 1,
    unevaluated = 2,
    validation = 4,
    annotation = 8
};

enum class Keyword : std::uint8_t {
    id,
    schema,
    ref,
    anchor,
    dynamic_ref,
    dynamic_anchor,
    recursive_ref,
    vocabulary,
    defs,
    definitions,
    type,
    constant,
    enumeration,
    multiple_of,
    maximum,
    exclusive_maximum,
    minimum,
    exclusive_minimum,
    max_length,
    min_length,
    pattern,
    format,
    max_items,
    min_items,
    unique_items,
    max_contains,
    min_contains,
    max_properties,
    min_properties,
    required,
    dependent_required,
    properties,
    pattern_properties,
    additional_properties,
    property_names,
    items,
    prefix_items,
    additional_items,
    contains,
    all_of,
    any_of,
    one_of,
    negation,
    condition,
    consequence,
    alternative,
    dependent_schemas,
    dependencies,
    unevaluated_items,
    unevaluated_properties,
    content_schema,
    count_,  ///< how many there are
};

struct KeywordRow {
    std::string_view name;
    Keyword keyword;
    Shape shape;
    std::uint8_t drafts;
    Vocabulary vocabulary;
};

/// Of the keyword `name`; nullptr where it is none. O(log keywords).
const KeywordRow* find_keyword(std::string_view name);
const KeywordRow& row_of(Keyword keyword);
/// A keyword near `name` that it may be a slip of; empty for names that are known to mean nothing here.
std::string_view near_keyword(std::string_view name);

/// The shape of a keyword in a draft: `items` of draft 7 may be a list.
Shape shape_in(const KeywordRow& row, Draft draft);
/// "a number", "a schema or a list of schemas".
std::string_view words_for(Shape shape);
/// Whether the value at `index` has the shape; schemas and texts below it are not looked into further than their kind.
bool has_shape(const Tree& tree, TreeIndex index, Shape shape);

/// The keywords that one schema gives, by their number; 0 where it does not give them.
class KeywordSet {
  public:
    TreeIndex operator[](Keyword keyword) const { return at_[static_cast<std::size_t>(keyword)]; }
    void set(Keyword keyword, TreeIndex index) { at_[static_cast<std::size_t>(keyword)] = index; }

  private:
    std::array<TreeIndex, static_cast<std::size_t>(Keyword::count_)> at_{};
};

}  // namespace factlint::schema
