// What must hold of the document that a reader makes of any bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "read/dump.h"
#include "read/reader.h"
#include "unit/read/invariants.h"

namespace factlint::test {

inline void insist_on(const std::string& problem) {
    if (problem.empty()) return;
    std::fprintf(stderr, "%s\n", problem.c_str());
    std::abort();
}

/// Every promise of document.h and of sentences().
inline void insist_on_document(std::string_view reader, const std::uint8_t* data, std::size_t size) {
    Sources sources;
    const SourceId id = sources.add("fuzz", std::string(reinterpret_cast<const char*>(data), size));
    const auto document = reader_named(reader)->read(sources, id);
    insist_on(broken_promise(*document, sources));
    for (const Block& block : document->blocks)
        insist_on(broken_sentences(document->prose, block.prose, sentences(document->prose, block.prose)));
    dump(*document, sources);
}

}  // namespace factlint::test
