#include "read/encoding.h"

#include <fmt/format.h>

#include "read/reader.h"
#include "text/utf8.h"

namespace factlint {
namespace {

bool looks_like_utf16(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

/// The run of invalid bytes that begins at `at`.
Span invalid_run(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && !decode(text, end).valid) ++end;
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
}

std::size_t count_invalid_runs(std::string_view text) {
    std::size_t runs = 0;
    while (const auto at = first_invalid_utf8(text)) {
        ++runs;
        text.remove_prefix(invalid_run(text, *at).end);
    }
    return runs;
}

/// `base`: offset of the text in its file.
Finding invalid_utf8(std::string_view text, Place place, std::uint64_t base) {
    Finding finding;
    finding.id = "invalid-utf8";
    finding.concern = Concern::input;
    finding.message =
        fmt::format("byte 0x{:02X} at offset {} is not UTF-8",
                    static_cast<unsigned char>(text[place.span.begin]), base + place.span.begin);
    if (const std::size_t further = count_invalid_runs(text.substr(place.span.end)))
        finding.message += fmt::format(", nor are {} further places", further);
    finding.primary = place;
    finding.label = "not UTF-8";
    finding.help = looks_like_utf16(text) ? "the file is UTF-16: save it as UTF-8" : "save the file as UTF-8";
    return finding;
}

}  // namespace

std::uint32_t byte_order_mark_size(std::string_view text) { return text.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

std::unique_ptr<Document> new_document(const Sources& sources, SourceId id) {
    auto document = std::make_unique<Document>();
    document->source = id;
    declare_language(*document, language_of_path(sources[id].path));
    const std::string_view text = sources.text(id);
    if (const auto at = first_invalid_utf8(text))
        document->findings.push_back(invalid_utf8(text, {id, invalid_run(text, *at)}, sources[id].base));
    return document;
}

void declare_language(Document& document, std::string_view tag) {
    if (tag.empty()) return;
    document.languages.emplace_back(tag);
    document.language = static_cast<std::uint16_t>(document.languages.size());
}

Finding limit_finding(Place place, std::string message) {
    Finding finding;
    finding.id = "limit";
    finding.concern = Concern::input;
    finding.message = std::move(message);
    finding.primary = place;
    return finding;
}

}  // namespace factlint
