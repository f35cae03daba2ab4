// How a row, a column or a table is named: by its text, or "#3" for the third.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/finding.h"

namespace factlint {

inline constexpr std::string_view how_columns_are_named =
    "a column is named as in the first row, or #3 is the third";
inline constexpr std::string_view how_rows_are_named =
    "a row is named by its first cell, or #3 is the third below the first row";

/// "#3" → 3, from 1; nothing where it is a name.
std::optional<std::size_t> selected_number(std::string_view selector);

/// What a selector takes of the rows, columns or tables that it is offered: it must take exactly one. Those of one name
/// or number count once each.
class Selection {
  public:
    /// `what`: "row", "column", "table"; both views must outlive it.
    Selection(std::string_view what, std::string_view selector);

    /// The next candidate, with its place; whether it is taken. Numbers count from 0 here.
    bool offer(std::size_t candidate, std::string_view name, Place place);

    bool one() const { return taken_ == 1; }
    /// Of the one that was taken.
    std::size_t index() const { return index_; }

    /// `data-not-found`: none was taken, with the nearest name, or several, with the places of the first two. `how` says
    /// how candidates are named; `nowhere` is the place where there is none.
    Finding problem(std::string_view how, Place nowhere) const;

  private:
    std::string help(std::string_view how) const;

    std::string_view what_, selector_;
    std::optional<std::size_t> number_;
    std::size_t taken_ = 0, index_ = 0, offered_ = 0;
    Place first_, second_;
    std::vector<std::string> names_;  ///< for suggestions, as many as are kept
};

}  // namespace factlint
