// When two values of JSON are equal: `const`, `enum` and `uniqueItems`.
#pragma once

#include "read/tree.h"

namespace factlint::schema {

/// A value in a tree.
struct Value {
    const Tree* tree = nullptr;
    TreeIndex index = 0;

    const TreeNode& node() const { return (*tree)[index]; }
};

/// Numbers by their value (1.0 is 1), objects whatever the order of their members. O(n log n).
bool equal(const Value& a, const Value& b);

/// The same for equal values. O(n).
std::size_t hash_of(const Value& value);

}  // namespace factlint::schema
