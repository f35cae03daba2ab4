// What must hold of the trees that a reader makes of any bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

#include "unit/read/tree_invariants.h"
#include "unit/read/tree_reading.h"

namespace factlint::test {

/// No crash, no endless work, every promise of tree.h is kept, and every place is inside the file.
template <class Read>
void insist_on_trees(std::string path, const std::uint8_t* data, std::size_t size, Read read) {
    const TreeReading reading(std::move(path), std::string(reinterpret_cast<const char*>(data), size), read);
    std::string problem = broken_trees(reading.trees, reading.sources);
    for (const Finding& finding : reading.findings)
        if (!finding.primary || finding.primary->span.end > size) problem = "a finding has no place";
    shown(reading);
    if (problem.empty()) return;
    std::fprintf(stderr, "%s\n", problem.c_str());
    std::abort();
}

}  // namespace factlint::test
