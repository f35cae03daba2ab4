// A compiled schema: flat instructions. Made by compiler.cpp, run by the validator.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/json/decimal.h"
#include "schema/json/ecma_pattern.h"
#include "schema/json/equality.h"
#include "schema/json/files.h"
#include "schema/json/formats.h"
#include "schema/json/meta_schemas.h"

namespace factlint::schema {

using SchemaIndex = std::uint32_t;
inline constexpr SchemaIndex no_schema = UINT32_MAX;

/// What an instruction checks; `operand` is an index into the table named here, or the schema itself.
enum class Op : std::uint8_t {
    never,        ///< the schema false
    type,         ///< operand: bits of TypeBit
    constant,     ///< the value at `spot`
    enumeration,  ///< enumerations
    minimum,      ///< numbers, as the next three
    exclusive_minimum,
    maximum,
    exclusive_maximum,
    multiple_of,  ///< divisors
    min_length,   ///< counts, as the next
    max_length,
    pattern,    ///< patterns
    format,     ///< formats
    min_items,  ///< counts, as the next three
    max_items,
    min_members,
    max_members,
    unique_items,
    members,           ///< members: properties, patternProperties, additionalProperties, required
    dependent_names,   ///< dependent_names
    dependent_schema,  ///< dependent_schemas
    member_names,      ///< a schema
    items,             ///< items
    contains,          ///< contains
    all_of,            ///< branches, as the next two
    any_of,
    one_of,
    negation,           ///< a schema
    conditional,        ///< conditions
    reference,          ///< a schema
    dynamic_reference,  ///< dynamic_references
    unevaluated_items,  ///< a schema, as the next
    unevaluated_members,
};

enum TypeBit : std::uint32_t {
    null_bit = 1,
    boolean_bit = 2,
    integer_bit = 4,
    number_bit = 8,
    text_bit = 16,
    list_bit = 32,
    object_bit = 64
};

struct Instruction {
    Op op = Op::never;
    std::uint32_t operand = 0;
    Spot spot;  ///< of the keyword's value
};

struct CompiledSchema {
    std::uint32_t begin = 0;  ///< of its instructions
    std::uint32_t end = 0;
    ResourceIndex resource = 0;
    bool unevaluated = false;  ///< asks which items or members nothing else has looked at
    Spot spot;
};

struct Enumeration {
    std::vector<std::pair<std::size_t, TreeIndex>> by_hash;
};

/// Sorted by length, then text.
struct Member {
    std::string_view key;
    SchemaIndex schema = no_schema;
    std::uint32_t required = UINT32_MAX;  ///< its number among the required ones
};

/// One entry for each key, in the order that find_named() needs.
void sort_named(std::vector<Member>& named);
/// nullptr where there is none. O(log named).
const Member* find_named(const std::vector<Member>& named, std::string_view key);

struct Members {
    std::vector<Member> named;
    std::vector<std::pair<std::uint32_t, SchemaIndex>> patterns;  ///< with the index of the pattern
    SchemaIndex additional = no_schema;
    std::vector<std::string_view> required;
    Spot additional_spot;
    Spot required_spot;
};

struct DependentNames {
    std::string_view key;
    std::vector<std::string_view> names;
};

struct DependentSchema {
    std::string_view key;
    SchemaIndex schema = no_schema;
};

struct Items {
    std::vector<SchemaIndex> prefix;
    SchemaIndex rest = no_schema;
    Spot rest_spot;
};

struct Contains {
    SchemaIndex schema = no_schema;
    std::uint64_t least = 1;
    std::uint64_t most = UINT64_MAX;
    bool evaluates = true;  ///< for unevaluatedItems; not before 2020-12
    Spot least_spot;
    Spot most_spot;
};

struct Condition {
    SchemaIndex condition = no_schema;
    SchemaIndex consequence = no_schema;
    SchemaIndex alternative = no_schema;
};

struct DynamicReference {
    SchemaIndex initial = no_schema;
    std::uint32_t name = 0;
};

struct Program {
    std::vector<File> files;
    std::vector<CompiledSchema> schemas;  ///< [0] is the root
    std::vector<Instruction> code;
    std::vector<Enumeration> enumerations;
    std::vector<Decimal> numbers;
    std::vector<Divisor> divisors;
    std::vector<std::uint64_t> counts;
    std::vector<EcmaPattern> patterns;
    std::vector<const Format*> formats;
    std::vector<Members> members;
    std::vector<DependentNames> dependent_names;
    std::vector<DependentSchema> dependent_schemas;
    std::vector<Items> items;
    std::vector<Contains> contains;
    std::vector<std::vector<SchemaIndex>> branches;
    std::vector<Condition> conditions;
    std::vector<DynamicReference> dynamic_references;
    std::map<std::pair<std::uint32_t, ResourceIndex>, SchemaIndex> dynamic_anchors;  ///< by name and resource
    MetaSchemas meta_schemas;

    const TreeNode& node(Spot spot) const { return (*files[spot.file].tree)[spot.index]; }
    /// Whether it is the schema `false`.
    bool is_never(SchemaIndex schema) const {
        const CompiledSchema& it = schemas[schema];
        return it.end - it.begin == 1 && code[it.begin].op == Op::never;
    }
};

}  // namespace factlint::schema
