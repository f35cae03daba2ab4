// Types of the expression language: CEL's own, and those of facts.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "value/kind.h"
#include "value/unit.h"

namespace factlint::expr {

struct Type {
    enum class Tag {
        dyn,
        null,
        boolean,
        integer,
        uint,
        floating,
        string,
        bytes,
        list,
        map,
        type,
        timestamp,
        duration,
        optional,
        fact,    ///< a stated value; `kinds` lists what it may be (empty: any)
        object,  ///< named fields, each with its type: several named holes, a row of a table
        parameter,
        error,
        abstract,
    };
    Tag tag = Tag::dyn;
    std::string name;                                  ///< of an abstract type or a type parameter
    std::vector<Kind> kinds;                           ///< tag fact
    std::vector<Type> parameters;                      ///< list: 1, map: 2, optional and type: 1
    std::vector<std::pair<std::string, Type>> fields;  ///< tag object, in order of declaration
    std::vector<UnitId> units;  ///< tag fact: the units it may have (empty: any); for checks across units
    friend bool operator==(const Type&, const Type&) = default;
};

Type simple(Type::Tag tag);
Type fact_type(std::vector<Kind> kinds);
Type list_of(Type element);
Type map_of(Type key, Type value);
Type optional_of(Type value);
Type type_of(Type value);
/// "int", "list(string)", "map(string, dyn)", "money", "fact": for messages.
std::string to_string(const Type&);
/// Reads what to_string writes for CEL's types, "fact(date|datetime)", and names of one capital letter as parameters;
/// a name that is none of these is an abstract type where `abstract` allows it. nullopt where it is not a type or is
/// nested deeper than 32. O(n).
std::optional<Type> parse_type(std::string_view text, bool abstract = false);

}  // namespace factlint::expr
