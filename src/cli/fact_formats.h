// Formats of `factlint extract`: one row of a table each. SQLite, which is no stream of bytes, is fact_database.h.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/describe.h"
#include "read/document.h"
#include "report/places.h"
#include "text/line_map.h"

namespace factlint {

/// Some facts of one document, in order: a document of many is written batch by batch, so that they are never all held.
struct FactBatch {
    const Document& document;
    LanguageId language;  ///< of most of the document
    Places& places;
    LineCursor& lines;
    Facts facts;
    std::vector<std::size_t> wanted;  ///< indices into facts.items
    bool first = true, last = false;  ///< of the document
    std::uint64_t bytes = 0;          ///< of the document, known with the last

    const Source& source() const { return places.sources()[document.source]; }
    std::string_view text() const { return places.sources().text(document.source); }
    const std::string& path() const { return source().path; }
    std::string_view prose() const { return document.prose; }
    Place place(Span span) const { return {document.source, document.to_source(span)}; }
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
    /// Writes a batch in pieces of bounded size; false as soon as one could not be written.
    bool (*write)(const FactBatch& batch, const TextLook& look, const Write& write);
    std::string (*closing)(std::uint64_t facts, std::uint64_t documents);  ///< … behind them; may be nullptr
};

std::span<const FactFormat> fact_formats();
const FactFormat* find_fact_format(std::string_view name);

/// A fact as a row of a table: what the columns are made from.
struct FactRow {
    const FactBatch& batch;
    std::size_t index;
    std::uint64_t begin, end;  ///< in the file
    LineColumn position;
    Interval interval;

    FactRow(const FactBatch& batch, std::size_t index);
    const Facts& facts() const { return batch.facts; }
    const Fact& fact() const { return facts().items[index]; }
    std::string_view prose() const { return batch.prose(); }
};

/// The columns of CSV and of the table `facts` of SQLite.
struct FactColumn {
    std::string_view name;
    std::string_view type;  ///< in SQL
    std::string (*text)(const FactRow& row);
};
std::span<const FactColumn> fact_columns();

bool write_fact_text(const FactBatch& batch, const TextLook& look, const Write& write);
std::string fact_text_closing(std::uint64_t facts, std::uint64_t documents);

}  // namespace factlint
