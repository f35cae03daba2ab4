// Types of the expression language: CEL's own, and those of facts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "value/kind.h"

namespace factlint::expr {

struct Type {
    enum class Tag {
        dyn, null, boolean, integer, uint, floating, string, bytes, list, map, type, timestamp, duration, optional,
        fact,    ///< a stated value; `kinds` lists what it may be (empty: any)
        object,  ///< named fields, each with its type: several named holes, a row of a table
        parameter, error, abstract,
    };
    Tag tag = Tag::dyn;
    std::string name;                ///< of an abstract type or a type parameter
    std::vector<Kind> kinds;         ///< tag fact
    std::vector<Type> parameters;    ///< list: 1, map: 2, optional and type: 1
    std::vector<std::pair<std::string, Type>> fields;  ///< tag object, in order of declaration
    friend bool operator==(const Type&, const Type&) = default;
};

Type fact_type(std::vector<Kind> kinds);
Type list_of(Type element);
/// "int", "list(string)", "map(string, dyn)", "money", "fact": for messages.
std::string to_string(const Type&);

}  // namespace factlint::expr
