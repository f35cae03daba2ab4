// Columns of objects: their members and, where they are asked for, the members of objects inside them.
//
// {"id": 1, "address": {"city": "Rome"}} has the columns id, address (the text of the object) and address.city.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "read/table.h"
#include "read/tree.h"
#include "text/span.h"

namespace factlint {

/// A column of a table and where its name stands.
struct TableColumn {
    std::string name;
    Place place;
};

/// What a path begins with, the longest first: "a.b.c", "a.b", "a".
std::vector<std::string> beginnings(std::string_view path);

/// The member that a path names: the one whose key it is or, where there is none, of an object inside, whose key the path
/// begins with. "a.b" is {"a.b": 1}, else {"a": {"b": 1}}. 0 where there is none. O(members on the way).
TreeIndex member_at(const Tree& tree, TreeIndex object, std::string_view path);

/// Gathers the columns of objects.
class ObjectColumns {
  public:
    /// `asked`: keys and paths that are wanted.
    explicit ObjectColumns(std::vector<std::string> asked) : open_(std::move(asked)) {}

    /// Every key is a column, in the order in which they are met, and every path that is asked for and leads to a value.
    /// `by`: what places are moved by; beyond 4 GiB they are empty. O(members × names that are asked for and not found yet).
    void take(const Tree& tree, TreeIndex object, std::uint64_t by = 0);
    void add(std::string_view name, Place place);

    /// Whether each name that is asked for is a column, or goes on behind a value that is no object.
    bool is_settled() const { return open_.empty(); }
    std::vector<TableColumn> columns;
    /// Paths of members of objects inside, as far as the first objects have them: for people.
    std::set<std::string, std::less<>> inside;

  private:
    bool settle(const Tree& tree, TreeIndex object, const std::string& path, std::uint64_t by);
    void note_inside(const Tree& tree, TreeIndex object, const std::string& prefix);

    std::vector<std::string> open_;
    std::set<std::string, std::less<>> known_;
    std::size_t taken_ = 0;
};

/// Lays the members of objects into cells: members mostly come in the order of the columns.
class ObjectCells {
  public:
    /// The columns must outlive it.
    explicit ObjectCells(const std::vector<TableColumn>& columns);

    /// The column of a member, tried first behind that of the call before; npos where there is none. O(1), else O(columns).
    std::size_t column_of(std::string_view key);
    void begin_row() { next_ = 0; }
    /// Columns whose names have points: a member of an object inside is in them where no key is the whole name.
    const std::vector<std::size_t>& paths() const { return paths_; }

  private:
    const std::vector<TableColumn>& columns_;
    std::vector<std::size_t> paths_;
    std::size_t next_ = 0;
};

/// A cell of a row from the value of a JSON member: its bytes; of null none.
RowCell cell_of(const TreeNode& node);

}  // namespace factlint
