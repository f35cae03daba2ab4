#include "read/dump.h"

#include <iterator>

#include <fmt/format.h>

#include "text/escape.h"

namespace factlint {
namespace {

constexpr std::string_view name_of(BlockKind kind) {
    switch (kind) {
        case BlockKind::paragraph: return "paragraph";
        case BlockKind::heading: return "heading";
        case BlockKind::list_item: return "list_item";
        case BlockKind::table_cell: return "table_cell";
        case BlockKind::quote: return "quote";
        case BlockKind::metadata: return "metadata";
    }
    return "";
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find_first_of("\n\t\"\\"), text.size());
        out += escape_for_terminal(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) break;
        const char c = text.front();
        out += {'\\', c == '\n' ? 'n' : c == '\t' ? 't' : c};
        text.remove_prefix(1);
    }
    return out + '"';
}

std::string shown(Span span) { return fmt::format("{}..{}", span.begin, span.end); }

std::string_view language_of(const Document& document, std::uint16_t language) {
    return language == 0 ? std::string_view{} : document.languages[language - 1];
}

std::string line_of(const Document& document, const Block& block) {
    std::string line{name_of(block.kind)};
    if (block.level > 0) line += fmt::format(" {}", block.level);
    if (block.kind == BlockKind::table_cell)
        line += fmt::format(" table={} row={} column={}", block.table, block.row, block.column);
    line += ' ' + shown(document.to_source(block.prose));
    if (const auto language = language_of(document, block.language); !language.empty())
        line += fmt::format(" {}", language);
    return line + ' ' + quoted(slice(document.prose, block.prose)) + '\n';
}

std::string line_of(const Document& document, const InlineLanguage& part) {
    return fmt::format("inline {} {} {}\n", shown(document.to_source(part.prose)),
                       language_of(document, part.language), quoted(slice(document.prose, part.prose)));
}

std::string line_of(const Document::Suppression& suppression) {
    return fmt::format("ignore {} {} {}\n", suppression.id, shown(suppression.place.span),
                       quoted(suppression.reason));
}

std::string line_of(const Finding& finding) {
    std::string line = "finding " + finding.id;
    if (finding.primary) line += ' ' + shown(finding.primary->span);
    return line + ' ' + finding.message + '\n';
}

}  // namespace

std::string dump(const Document& document, const Sources& sources) {
    std::string out = "document " + quoted(sources[document.source].path) + '\n';
    if (document.language != 0) out += fmt::format("language {}\n", language_of(document, document.language));
    if (!document.date.empty()) out += fmt::format("date {}\n", document.date);
    for (const Block& block : document.blocks) out += line_of(document, block);
    for (const InlineLanguage& part : document.inline_languages) out += line_of(document, part);
    for (const auto& suppression : document.suppressions) out += line_of(suppression);
    for (const Finding& finding : document.findings) out += line_of(finding);
    return out;
}

}  // namespace factlint
