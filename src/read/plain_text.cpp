#include "read/plain_text.h"

#include "read/encoding.h"
#include "text/line_ends.h"

namespace factlint {
namespace {

constexpr std::string_view white_space = " \t\f\v\r\n";

bool is_blank(std::string_view line) { return line.find_first_not_of(white_space) == std::string_view::npos; }

}  // namespace

std::unique_ptr<Document> read_plain_text(const Sources& sources, SourceId id) {
    auto document = new_document(sources, id);
    const std::string_view text = sources.text(id);
    document->prose = text;
    bool in_paragraph = false;
    std::uint32_t begin = byte_order_mark_size(text);
    LineEnds ends(text, begin);
    while (begin < text.size()) {
        const auto size = static_cast<std::uint32_t>(text.size());
        const Span end = ends.next().value_or(Span{size, size});
        const Span line{begin, end.begin};
        const bool blank = is_blank(slice(text, line));
        if (!blank && in_paragraph) document->blocks.back().prose.end = line.end;
        if (!blank && !in_paragraph)
            document->blocks.push_back({.language = document->language, .prose = line});
        in_paragraph = !blank;
        begin = end.end;
    }
    return document;
}

}  // namespace factlint
