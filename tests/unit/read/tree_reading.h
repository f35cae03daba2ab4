// What a reader of trees makes of a text. Used by the tests of JSON, YAML and TOML and by the fuzzers.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "read/tree_dump.h"

namespace factlint::test {

/// `read`: of (Sources, SourceId, Findings), gives a tree or several.
struct TreeReading {
    Sources sources;
    Findings findings;
    std::vector<Tree> trees;

    template <class Read> TreeReading(std::string path, std::string text, Read read) {
        const SourceId id = sources.add(std::move(path), std::move(text));
        take(read(sources, id, findings));
    }
    /// Of a reader that gives one.
    const Tree& tree() const { return trees.front(); }

  private:
    void take(Tree tree) { trees.push_back(std::move(tree)); }
    void take(std::vector<Tree> all) { trees = std::move(all); }
};

inline std::string shown(const TreeReading& reading) {
    std::string out;
    for (const Tree& tree : reading.trees) out += dump(tree);
    return out + dump(reading.findings);
}

inline std::string repeated(std::string_view unit, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += unit;
    return text;
}

}  // namespace factlint::test
