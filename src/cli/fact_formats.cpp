#include "cli/fact_formats.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "facts/json.h"
#include "facts/language.h"

namespace factlint {
namespace {

constexpr std::size_t piece_size = 1u << 20;

/// Calls `append` for every wanted fact and hands the bytes on, a piece at a time.
template <class Append>
bool write_each(const ExtractedDocument& document, const Write& write, Append append) {
    const LineMap map(document.text());
    LineCursor lines(map);
    std::string out;
    for (const std::size_t index : document.wanted) {
        append(out, index, lines);
        if (out.size() < piece_size) continue;
        if (!write(out)) return false;
        out.clear();
    }
    return write(out);
}

bool write_jsonl(const ExtractedDocument& document, const TextLook&, const Write& write) {
    const LoadedDocument& loaded = document.loaded;
    return write_each(document, write, [&](std::string& out, std::size_t index, LineCursor& lines) {
        append_fact(out, loaded.facts(), index,
                    {document.path(), loaded.prose(), &loaded.document(), &lines});
        out += '\n';
    });
}

/// RFC 4180: quoted where it must be.
void append_csv_field(std::string& out, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char byte : text) out.append(byte == '"' ? 2 : 1, byte);
    out += '"';
}

bool write_csv(const ExtractedDocument& document, const TextLook&, const Write& write) {
    return write_each(document, write, [&](std::string& out, std::size_t index, LineCursor& lines) {
        const FactRow row(document, index, lines);
        for (const FactColumn& column : fact_columns()) {
            append_csv_field(out, column.text(row));
            out += ',';
        }
        out.replace(out.size() - 1, 1, "\r\n");
    });
}

std::string end_text(const std::optional<Bound>& bound) { return bound ? bound->value.to_string() : ""; }
std::string open_text(const std::optional<Bound>& bound) { return bound && bound->open ? "1" : ""; }

constexpr FactColumn columns[] = {
    {"path", "TEXT", [](const FactRow& row) { return row.document.path(); }},
    {"line", "INTEGER", [](const FactRow& row) { return std::to_string(row.position.line); }},
    {"column", "INTEGER", [](const FactRow& row) { return std::to_string(row.position.column); }},
    {"start", "INTEGER", [](const FactRow& row) { return std::to_string(row.span.begin); }},
    {"end", "INTEGER", [](const FactRow& row) { return std::to_string(row.span.end); }},
    {"kind", "TEXT", [](const FactRow& row) { return std::string(name(row.fact().kind)); }},
    {"value", "TEXT", [](const FactRow& row) { return value_text(row.facts(), row.index); }},
    {"unit", "TEXT", [](const FactRow& row) { return unit_text(row.facts(), row.index, row.prose()); }},
    {"low", "TEXT", [](const FactRow& row) { return end_text(row.interval.low); }},
    {"low_open", "INTEGER", [](const FactRow& row) { return open_text(row.interval.low); }},
    {"high", "TEXT", [](const FactRow& row) { return end_text(row.interval.high); }},
    {"high_open", "INTEGER", [](const FactRow& row) { return open_text(row.interval.high); }},
    {"approx", "TEXT", [](const FactRow& row) { return std::string(name(row.fact().approx)); }},
    {"lang", "TEXT", [](const FactRow& row) { return std::string(tag(row.fact().language)); }},
    {"text", "TEXT", [](const FactRow& row) { return std::string(slice(row.prose(), row.fact().span)); }},
};

std::string csv_header() {
    std::string header;
    for (const FactColumn& column : columns) header.append(header.empty() ? "" : ",").append(column.name);
    return header + "\r\n";
}

constexpr FactFormat formats[] = {
    {"text", nullptr, write_fact_text, fact_text_closing},
    {"jsonl", nullptr, write_jsonl, nullptr},
    {"csv", csv_header, write_csv, nullptr},
};

Interval interval_at(const LoadedDocument& document, std::size_t index) {
    StatedParts store;
    return interval_of(to_stated(document.facts(), index, document.prose(), store));
}

}  // namespace

FactRow::FactRow(const ExtractedDocument& extracted, std::size_t fact_index, LineCursor& lines)
    : document(extracted), index(fact_index), span(document.loaded.place(fact().span).span),
      position(lines.at(span.begin)), interval(interval_at(document.loaded, index)) {}

std::span<const FactColumn> fact_columns() { return columns; }

std::span<const FactFormat> fact_formats() { return formats; }

const FactFormat* find_fact_format(std::string_view name) {
    const auto found = std::find_if(std::begin(formats), std::end(formats),
                                    [name](const FactFormat& format) { return format.name == name; });
    return found == std::end(formats) ? nullptr : found;
}

}  // namespace factlint
