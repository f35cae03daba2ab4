// Any bytes as JSON and as CSV: no crash, and what is found stands inside the file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "read/csv.h"
#include "read/json_tree.h"
#include "read/pointer.h"

using namespace factlint;

namespace {

void insist_on_place(const Result<Located>& result, const Sources& sources, SourceId id) {
    const Span span = result ? result->span : result.error().primary->span;
    if (span.begin > span.end || span.end > sources.text(id).size()) std::abort();
    if (result && result->number && result->text != sources.text(Place{id, span})) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Sources sources;
    const SourceId id = sources.add("fuzz", std::string(reinterpret_cast<const char*>(data), size));
    Findings findings;
    const Tree tree = read_json(sources, id, findings);
    for (const char* pointer : {"", "/0", "/a", "/a/0"})
        if (!tree.nodes.empty()) insist_on_place(at_pointer(sources, tree, pointer), sources, id);
    for (const Finding& finding : findings) insist_on_place(finding, sources, id);
    for (const char* row : {"#1", "a", ""}) insist_on_place(at_csv_cell(sources, id, row, "#1"), sources, id);
    return 0;
}
