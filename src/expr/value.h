// Value: what an expression evaluates to. Trivially copyable; text, lists, maps and stated values live in an Arena (or
// in whatever outlives the evaluation).
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "expr/type.h"
#include "text/span.h"
#include "value/stated.h"

namespace factlint::expr {

struct Value;
struct Entry;  ///< key and value of a map or a field of an object, see below

struct Null {
    friend bool operator==(Null, Null) { return true; }
};
struct Bytes {
    std::string_view data;
};
struct Timestamp {
    std::int64_t seconds = 0;  ///< since 1970-01-01T00:00:00Z
    std::int32_t nanos = 0;
};
struct Duration {
    std::int64_t seconds = 0;
    std::int32_t nanos = 0;
};
struct List {
    std::span<const Value> items;
};
struct Map {
    std::span<const Entry> entries;  ///< in order of insertion
};
/// Fields by name; a fact tree's inner node, one match of several holes, a row.
struct Object {
    std::span<const Entry> fields;
};
struct Optional {
    const Value* value = nullptr;  ///< null = none
};
struct TypeValue {
    std::string_view name;
};
/// A failed evaluation. `message` is one sentence; `span` the part of the expression that failed.
/// `concern`: rule = the author must mend the expression; document = the documents' values do not go together
/// (USD + EUR): the claim is broken.
struct Error {
    std::string_view message;
    Span span;
    enum class Cause : std::uint8_t { evaluation, rule, document, limit } cause = Cause::evaluation;
};
/// CEL's unknown: a fact that was not found (its name), or an open comparison (empty name). && || all exists absorb it.
struct Unknown {
    std::string_view name;
};

struct Value {
    std::variant<Null, bool, std::int64_t, std::uint64_t, double, std::string_view, Bytes, List, Map, Object,
                 TypeValue, Timestamp, Duration, Optional, const Stated*, Unknown, Error>
        data;
};

struct Entry {
    Value key;
    Value value;
};

/// How many values `value` consists of, those that stand in it several times counted as often; at most `most`. Lists
/// that share their elements can stand for more than fits into any memory. O(most).
std::uint64_t expanded_size(const Value& value, std::uint64_t most);

/// Owns what values point at; cleared as a whole. Not thread-safe; one per evaluation or claim.
class Arena {
  public:
    std::string_view text(std::string_view copied);
    std::span<Value> values(std::size_t count);
    std::span<Entry> entries(std::size_t count);
    const Stated* stated(Stated value);
    std::span<Stated> parts(std::size_t count);
    std::size_t bytes() const { return used_; }

  private:
    std::pmr::monotonic_buffer_resource memory_;
    std::deque<Stated> stated_;
    std::deque<std::vector<Stated>> parts_;
    std::size_t used_ = 0;
};

}  // namespace factlint::expr
