#include "report/excerpts.h"

#include <algorithm>

namespace factlint {
namespace {

struct SourceMarks {
    SourceId source{};
    std::vector<Mark> marks;
};

/// A report never trusts a place beyond the text: it is shown at the end instead.
Span inside(Span span, std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::uint32_t begin = std::min(span.begin, size);
    return {begin, std::clamp(span.end, begin, size)};
}

void add(std::vector<SourceMarks>& groups, SourceId source, Mark mark) {
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const SourceMarks& known) { return known.source == source; });
    if (group == groups.end()) group = groups.insert(groups.end(), {source, {}});
    group->marks.push_back(std::move(mark));
}

std::vector<SourceExcerpt> quote(std::vector<SourceMarks> groups, Places& places, std::uint32_t width) {
    std::vector<SourceExcerpt> result;
    for (SourceMarks& group : groups) {
        const std::string_view text = places.sources().text(group.source);
        for (Mark& mark : group.marks) {
            mark.span = inside(mark.span, text);
            if (mark.label == slice(text, mark.span))
                mark.label.clear();  // it would say what is seen above it
        }
        const Span first = group.marks.front().span;
        result.push_back({group.source, first, excerpt(places, group.source, group.marks, width)});
    }
    return result;
}

}  // namespace

std::vector<SourceExcerpt> excerpts(const Finding& finding, Places& places, std::uint32_t width) {
    std::vector<SourceMarks> groups;
    if (finding.primary) add(groups, finding.primary->source, {finding.primary->span, true, finding.label});
    for (std::size_t i = 0; i < std::min(finding.related.size(), most_quoted); ++i) {
        const Related& related = finding.related[i];
        add(groups, related.place.source, {related.place.span, false, related.message});
    }
    return quote(std::move(groups), places, width);
}

std::vector<SourceExcerpt> excerpts(const std::vector<Place>& marked, Places& places, std::uint32_t width) {
    std::vector<SourceMarks> groups;
    for (std::size_t i = 0; i < std::min(marked.size(), most_quoted); ++i)
        add(groups, marked[i].source, {marked[i].span, false, {}});
    return quote(std::move(groups), places, width);
}

}  // namespace factlint
