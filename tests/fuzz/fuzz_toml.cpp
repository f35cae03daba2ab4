// Any bytes as TOML: no crash, no endless work, every promise of tree.h is kept, and every place is inside the file.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "read/toml_tree.h"
#include "read/tree_dump.h"
#include "unit/read/tree_invariants.h"

using namespace factlint;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Sources sources;
    const SourceId id = sources.add("fuzz.toml", std::string(reinterpret_cast<const char*>(data), size));
    Findings findings;
    std::vector<Tree> trees;
    trees.push_back(read_toml(sources, id, findings));
    std::string problem = test::broken_trees(trees, sources);
    for (const Finding& finding : findings)
        if (!finding.primary || finding.primary->span.end > size) problem = "a finding has no place";
    for (const Tree& tree : trees) dump(tree);
    if (problem.empty()) return 0;
    std::fprintf(stderr, "%s\n", problem.c_str());
    std::abort();
}
