#include "facts/stream.h"

#include <simdjson.h>

#include "facts/extract.h"
#include "facts/json.h"
#include "read/reader.h"
#include "text/json_string.h"
#include "text/sources.h"

namespace factlint {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

Finding unreadable(std::string message) {
    Finding finding;
    finding.id = "bad-line";
    finding.concern = Concern::input;
    finding.message = std::move(message);
    return finding;
}

/// A member that must be a text; false where it is something else. Absent is fine.
bool read_text(const object& members, std::string_view key, std::string& out) {
    element value;
    if (members[key].get(value) != simdjson::SUCCESS) return true;
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) return false;
    out = text;
    return true;
}

Result<StreamDocument> read_members(const object& members) {
    StreamDocument document;
    element id, text;
    if (members["id"].get(id) == simdjson::SUCCESS) document.id = simdjson::minify(id);
    if (members["text"].get(text) != simdjson::SUCCESS) return unreadable("the line has no \"text\"");
    if (!read_text(members, "text", document.text)) return unreadable("\"text\" is no string");
    if (!read_text(members, "lang", document.language)) return unreadable("\"lang\" is no string");
    if (!read_text(members, "format", document.format)) return unreadable("\"format\" is no string");
    if (document.format.empty()) document.format = "text";
    if (!reader_named(document.format)) return unreadable("there is no format \"" + document.format + "\"");
    return document;
}

/// The id of a line that is JSON but cannot be used.
std::string id_of(std::string_view line) {
    simdjson::dom::parser parser;
    element id;
    if (parser.parse(line.data(), line.size())["id"].get(id) != simdjson::SUCCESS) return "null";
    return simdjson::minify(id);
}

}  // namespace

Result<StreamDocument> parse_stream_line(std::string_view line, bool too_long) {
    if (too_long) return unreadable("the line is longer than 64 MiB");
    simdjson::dom::parser parser;
    element root;
    if (const auto error = parser.parse(line.data(), line.size()).get(root); error != simdjson::SUCCESS)
        return unreadable(std::string("not JSON: ") + simdjson::error_message(error));
    object members;
    if (root.get(members) != simdjson::SUCCESS) return unreadable("the line is no JSON object");
    return read_members(members);
}

std::string stream_error(std::string_view line, std::uint64_t number, std::string_view message) {
    std::string out = "{\"id\":" + id_of(line) + ",\"line\":" + std::to_string(number) + ",\"error\":";
    append_json_string(out, message);
    return out + "}\n";
}

std::string extract_stream_line(std::string_view line, std::uint64_t number, bool too_long,
                                std::string_view language, StreamTotals& totals) {
    ++totals.documents;
    const auto read = parse_stream_line(line, too_long);
    if (!read) {
        ++totals.errors;
        return stream_error(line, number, read.error().message);
    }
    Sources sources;
    const SourceId source = sources.add("", read->text);
    const auto document = reader_named(read->format)->read(sources, source);
    const Facts facts = extract(
        *document, {.language = read->language.empty() ? language : read->language, .identifiers = false});
    totals.facts += facts.items.size();
    const LineMap line_map(sources.text(source));
    LineCursor lines(line_map);
    std::string out = "{\"id\":" + read->id + ",\"facts\":";
    append_facts(out, facts, {"", document->prose, document.get(), &lines});
    return out + "}\n";
}

std::string stream_summary(const StreamTotals& totals, std::string_view config, std::string_view version) {
    std::string out = "{\"summary\":{\"documents\":" + std::to_string(totals.documents) +
                      ",\"facts\":" + std::to_string(totals.facts) +
                      ",\"errors\":" + std::to_string(totals.errors) + ",\"config\":";
    append_json_string(out, config);
    out += ",\"version\":";
    append_json_string(out, version);
    return out + "}}\n";
}

}  // namespace factlint
