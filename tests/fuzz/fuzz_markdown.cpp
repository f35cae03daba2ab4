// Any bytes as Markdown: no crash, no endless work, and every promise of document.h is kept.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "read/dump.h"
#include "read/reader.h"
#include "unit/read/invariants.h"

using namespace factlint;

namespace {

void insist_on(const std::string& problem) {
    if (problem.empty()) return;
    std::fprintf(stderr, "%s\n", problem.c_str());
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Sources sources;
    const SourceId id = sources.add("fuzz.md", std::string(reinterpret_cast<const char*>(data), size));
    const auto document = reader_named("markdown")->read(sources, id);
    insist_on(test::broken_promise(*document, sources));
    for (const Block& block : document->blocks)
        insist_on(
            test::broken_sentences(document->prose, block.prose, sentences(document->prose, block.prose)));
    dump(*document, sources);
    return 0;
}
