// Macros: calls that bind names or look at the form of an argument (langdef.md "Macros"; cel-go ext).
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "expr/tree.h"

namespace factlint::expr {

/// `e.name(variables…, [filter,] body)`.
struct MacroRow {
    std::string_view name;
    Macro macro;
    std::uint8_t variables;  ///< names it binds
    bool filter;             ///< with a condition between names and body
    std::string_view doc;
};

inline constexpr std::array macro_table{
    MacroRow{"all", Macro::all, 1, false, "whether the condition holds for every element"},
    MacroRow{"all", Macro::all, 2, false, "the same, with index or key first"},
    MacroRow{"exists", Macro::exists, 1, false, "whether the condition holds for an element"},
    MacroRow{"exists", Macro::exists, 2, false, "the same, with index or key first"},
    MacroRow{"exists_one", Macro::exists_one, 1, false,
             "whether the condition holds for exactly one element"},
    MacroRow{"exists_one", Macro::exists_one, 2, false, "the same, with index or key first"},
    MacroRow{"existsOne", Macro::exists_one, 1, false, "exists_one"},
    MacroRow{"existsOne", Macro::exists_one, 2, false, "exists_one"},
    MacroRow{"filter", Macro::filter, 1, false, "the elements for which the condition holds"},
    MacroRow{"map", Macro::map, 1, false, "the list of what the expression gives for each element"},
    MacroRow{"map", Macro::map, 1, true, "the same, of the elements for which the condition holds"},
    MacroRow{"transformList", Macro::transform_list, 2, false, "a list from indexes or keys and values"},
    MacroRow{"transformList", Macro::transform_list, 2, true, "the same, where the condition holds"},
    MacroRow{"transformMap", Macro::transform_map, 2, false, "a map with the same keys and new values"},
    MacroRow{"transformMap", Macro::transform_map, 2, true, "the same, where the condition holds"},
    MacroRow{"transformMapEntry", Macro::transform_entry, 2, false, "a map of the entries of the maps given"},
    MacroRow{"transformMapEntry", Macro::transform_entry, 2, true, "the same, where the condition holds"},
    MacroRow{"sortBy", Macro::sort_by, 1, false, "the elements in order of the keys given"},
    MacroRow{"optMap", Macro::opt_map, 1, false,
             "the optional of what the expression gives, if there is a value"},
    MacroRow{"optFlatMap", Macro::opt_flat_map, 1, false,
             "the optional that the expression gives, if there is a value"},
};

constexpr const MacroRow* find_macro(std::string_view name, std::size_t arguments) {
    for (const auto& row : macro_table)
        if (row.name == name && row.variables + 1u + (row.filter ? 1u : 0u) == arguments) return &row;
    return nullptr;
}

}  // namespace factlint::expr
