// Any bytes as YAML.
#include "read/yaml_tree.h"
#include "trees.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    factlint::test::insist_on_trees("fuzz.yaml", data, size, factlint::read_yaml);
    return 0;
}
