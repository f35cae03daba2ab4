// Facts for people: each line that has some, the facts underlined, their readings below.
#include <algorithm>

#include <fmt/format.h>

#include "cli/fact_formats.h"
#include "facts/language.h"
#include "report/snippet.h"
#include "report/words.h"

namespace factlint {
namespace {

/// A composite is underlined with its ends or terms standing out in it; the others alike.
void add_marks(const FactBatch& batch, std::size_t index, std::vector<Mark>& marks) {
    const Fact& fact = batch.facts.items[index];
    marks.push_back(
        {batch.place(fact.span).span, fact.parts == 0, reading(batch.facts, index, batch.prose())});
    for (std::size_t part = index + 1; part <= index + fact.parts; ++part)
        marks.push_back({batch.place(batch.facts.items[part].span).span, true, {}});
}

/// Of a document of more than one batch it is not known yet how many facts it has.
std::string headline(const FactBatch& batch, const Paint& paint) {
    const std::string facts = batch.last ? ", " + counted(batch.wanted.size(), "fact") : "";
    return paint(Ink::strong, one_line(batch.path())) + fmt::format("  ({}{})\n", tag(batch.language), facts);
}

}  // namespace

bool write_fact_text(const FactBatch& batch, const TextLook& look, const Write& write) {
    const Paint paint{look.colour};
    const SourceId source = batch.document.source;
    const std::uint32_t before = batch.source().lines_before;
    const std::size_t lines = before + batch.places.lines(source).line_count();
    const auto gutter = static_cast<std::uint32_t>(std::to_string(lines).size());
    const std::uint32_t width = look.columns - std::min(look.columns / 2, gutter + 3);
    if (batch.first && !write(headline(batch, paint))) return false;
    std::vector<Mark> marks;
    for (const std::size_t index : batch.wanted) add_marks(batch, index, marks);
    if (!marks.empty()) {
        const auto rows = excerpt(batch.places, source, marks, width);
        if (!write(snippet(rows, batch.text(), {paint, Ink::good, gutter, width, before}))) return false;
    }
    return !batch.last || write("\n");
}

std::string fact_text_closing(std::uint64_t facts, std::uint64_t documents) {
    return counted(facts, "fact") + " in " + counted(documents, "document") + "\n";
}

}  // namespace factlint
