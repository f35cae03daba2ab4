// ColumnProfile: what the cells of one column have in common, cell by cell.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/table/profile.h"
#include "schema/cell.h"

namespace factlint {

/// The types that a column may turn out to have, the narrowest first; a text is every cell.
const std::vector<ColumnCheck>& profile_types();

/// Hashes seen, up to a number that all columns share.
class SeenHashes {
  public:
    enum class Answer : std::uint8_t { fresh, seen, full };
    /// `budget`: slots of 8 bytes left for all; what this set takes is subtracted. O(1) on average.
    Answer add(std::uint64_t hash, std::size_t& budget);
    void clear(std::size_t& budget);

  private:
    bool grow(std::size_t& budget);
    bool insert(std::uint64_t hash);

    std::vector<std::uint64_t> slots_;  ///< 0 = free
    std::size_t count_ = 0;
};

class ColumnProfile {
  public:
    explicit ColumnProfile(std::string name);

    /// `budget`: of SeenHashes.
    void add(std::string_view cell, std::size_t& budget);
    /// Valid once all cells were given.
    ProfiledColumn result() const;

  private:
    /// A value and how its cell wrote it.
    struct Extreme {
        CellValue value;
        std::string text;
    };
    struct Extremes {
        std::optional<Extreme> least, greatest;
    };
    enum class Unique : std::uint8_t { yes, no, unknown };
    struct SameText {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct EqualText {
        using is_transparent = void;
        bool operator()(std::string_view a, std::string_view b) const { return a == b; }
    };

    void try_types(std::string_view cell);
    void widen(Extremes& extremes, const CellValue& value, std::string_view cell) const;
    void count_value(std::string_view cell);
    void see(std::string_view cell, std::size_t& budget);
    void match_shape(std::string_view cell);
    const ColumnCheck* type() const;
    bool is_text() const { return type() == nullptr; }
    void add_text_constraints(Column& column, std::uint64_t present) const;
    void add_limits(Column& column) const;
    std::string remark() const;

    std::string name_;
    std::uint64_t cells_ = 0, empty_ = 0, wordless_ = 0;  ///< wordless: NA, null and their like
    std::uint32_t alive_;                     ///< bit i: all cells so far are of profile_types()[i]
    std::vector<Extremes> extremes_;          ///< of the types that have an order
    std::vector<std::string> missing_words_;  ///< as they were first met
    std::unordered_map<std::string, std::uint64_t, SameText, EqualText> values_;
    bool many_values_ = false;
    Unique unique_ = Unique::yes;
    SeenHashes seen_;
    std::optional<std::string>
        shape_;  ///< the first cell, as classes of characters; nullopt where others differ
    bool has_shape_ = false;
    std::size_t least_length_ = SIZE_MAX, greatest_length_ = 0;
    std::string scratch_;
};

}  // namespace factlint
