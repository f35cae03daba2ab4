// Any bytes as TOML.
#include "read/toml_tree.h"
#include "trees.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    factlint::test::insist_on_trees("fuzz.toml", data, size, factlint::read_toml);
    return 0;
}
