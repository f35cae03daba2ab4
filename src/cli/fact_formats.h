// Formats of `factlint extract`: one row of a table each. SQLite, which is no stream of bytes, is fact_database.h.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/corpus.h"
#include "facts/describe.h"
#include "text/line_map.h"

namespace factlint {

/// One document and those of its facts that are wanted: indices into loaded.facts().items.
struct ExtractedDocument {
    const LoadedDocument& loaded;
    const Sources& sources;
    std::vector<std::size_t> wanted;

    std::string_view text() const { return sources.text(loaded.source()); }
    const std::string& path() const { return sources[loaded.source()].path; }
};

/// How text looks; other formats ask nothing.
struct TextLook {
    bool colour = false;
    std::uint32_t columns = 100;  ///< of the terminal
};

/// Takes the next piece of output; false where it cannot be written.
using Write = std::function<bool(std::string_view piece)>;

struct FactFormat {
    std::string_view name;
    std::string (*header)();  ///< what stands before all documents; may be nullptr
    /// Writes one document in pieces of bounded size; false as soon as one could not be written.
    bool (*write)(const ExtractedDocument& document, const TextLook& look, const Write& write);
    std::string (*closing)(std::uint64_t facts, std::uint64_t documents);  ///< … behind them; may be nullptr
};

std::span<const FactFormat> fact_formats();
const FactFormat* find_fact_format(std::string_view name);

/// A fact as a row of a table: what the columns are made from.
struct FactRow {
    const ExtractedDocument& document;
    std::size_t index;
    Span span;  ///< in the file
    LineColumn position;
    Interval interval;

    FactRow(const ExtractedDocument& document, std::size_t index, LineCursor& lines);
    const Facts& facts() const { return document.loaded.facts(); }
    const Fact& fact() const { return facts().items[index]; }
    std::string_view prose() const { return document.loaded.prose(); }
};

/// The columns of CSV and of the table `facts` of SQLite.
struct FactColumn {
    std::string_view name;
    std::string_view type;  ///< in SQL
    std::string (*text)(const FactRow& row);
};
std::span<const FactColumn> fact_columns();

bool write_fact_text(const ExtractedDocument& document, const TextLook& look, const Write& write);
std::string fact_text_closing(std::uint64_t facts, std::uint64_t documents);

}  // namespace factlint
