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
template <class Append> bool write_each(const FactBatch& batch, const Write& write, Append append) {
    std::string out;
    for (const std::size_t index : batch.wanted) {
        append(out, index);
        if (out.size() < piece_size) continue;
        if (!write(out)) return false;
        out.clear();
    }
    return write(out);
}

bool write_jsonl(const FactBatch& batch, const TextLook&, const Write& write) {
    return write_each(batch, write, [&](std::string& out, std::size_t index) {
        append_fact(out, batch.facts, index,
                    {batch.path(), batch.prose(), &batch.document, &batch.lines, batch.source().base,
                     batch.source().lines_before});
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

bool write_csv(const FactBatch& batch, const TextLook&, const Write& write) {
    return write_each(batch, write, [&](std::string& out, std::size_t index) {
        const FactRow row(batch, index);
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
    {"path", "TEXT", [](const FactRow& row) { return row.batch.path(); }},
    {"line", "INTEGER", [](const FactRow& row) { return std::to_string(row.position.line); }},
    {"column", "INTEGER", [](const FactRow& row) { return std::to_string(row.position.column); }},
    {"start", "INTEGER", [](const FactRow& row) { return std::to_string(row.begin); }},
    {"end", "INTEGER", [](const FactRow& row) { return std::to_string(row.end); }},
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

Interval interval_at(const FactBatch& batch, std::size_t index) {
    StatedParts store;
    return interval_of(to_stated(batch.facts, index, batch.prose(), store));
}

}  // namespace

FactRow::FactRow(const FactBatch& of, std::size_t fact_index)
    : batch(of), index(fact_index), interval(interval_at(batch, index)) {
    const Span span = batch.place(fact().span).span;
    begin = batch.source().base + span.begin;
    end = batch.source().base + span.end;
    position = batch.lines.at(span.begin);
    position.line += batch.source().lines_before;
}

std::span<const FactColumn> fact_columns() { return columns; }

std::span<const FactFormat> fact_formats() { return formats; }

const FactFormat* find_fact_format(std::string_view name) {
    const auto found = std::find_if(std::begin(formats), std::end(formats),
                                    [name](const FactFormat& format) { return format.name == name; });
    return found == std::end(formats) ? nullptr : found;
}

}  // namespace factlint
