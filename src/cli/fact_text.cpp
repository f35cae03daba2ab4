// Facts for people: each line that has some, the facts underlined, their readings below.
#include <algorithm>

#include <fmt/format.h>

#include "cli/fact_formats.h"
#include "facts/language.h"
#include "report/snippet.h"
#include "report/words.h"

namespace factlint {
namespace {

/// Facts quoted at a time: memory stays bounded in a document with millions of them.
constexpr std::size_t batch_size = 4096;

/// A composite is underlined with its ends or terms standing out in it; the others alike.
void add_marks(const ExtractedDocument& document, std::size_t index, std::vector<Mark>& marks) {
    const LoadedDocument& loaded = document.loaded;
    const Fact& fact = loaded.facts().items[index];
    marks.push_back(
        {loaded.place(fact.span).span, fact.parts == 0, reading(loaded.facts(), index, loaded.prose())});
    for (std::size_t part = index + 1; part <= index + fact.parts; ++part)
        marks.push_back({loaded.place(loaded.facts().items[part].span).span, true, {}});
}

std::string headline(const ExtractedDocument& document, const Paint& paint) {
    return paint(Ink::strong, one_line(document.path())) +
           fmt::format("  ({}, {})\n", tag(document.loaded.language()),
                       counted(document.wanted.size(), "fact"));
}

}  // namespace

bool write_fact_text(const ExtractedDocument& document, const TextLook& look, const Write& write) {
    const Paint paint{look.colour};
    Places places(document.sources);
    const SourceId source = document.loaded.source();
    const auto gutter = static_cast<std::uint32_t>(std::to_string(places.lines(source).line_count()).size());
    const std::uint32_t width = look.columns - std::min(look.columns / 2, gutter + 3);
    if (!write(headline(document, paint))) return false;
    for (std::size_t at = 0; at < document.wanted.size(); at += batch_size) {
        std::vector<Mark> marks;
        for (std::size_t i = at; i < std::min(at + batch_size, document.wanted.size()); ++i)
            add_marks(document, document.wanted[i], marks);
        const auto rows = excerpt(places, source, marks, width);
        if (!write(snippet(rows, document.text(), {paint, Ink::good, gutter, width}))) return false;
    }
    return write("\n");
}

std::string fact_text_closing(std::uint64_t facts, std::uint64_t documents) {
    return counted(facts, "fact") + " in " + counted(documents, "document") + "\n";
}

}  // namespace factlint
