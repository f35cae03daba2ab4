// Entries of the JSON report, as `json`, `jsonl` and the stream contract write them.
#pragma once

#include "check/report.h"
#include "report/json_writer.h"
#include "report/places.h"

namespace factlint {

/// Each appends the members of one object, without its braces: callers may put members of their own before them.
void write_members(JsonWriter& json, const ClaimResult& claim, Places& places);
void write_members(JsonWriter& json, const Finding& finding, Places& places);
void write_members(JsonWriter& json, const DocumentResult& document);
void write_members(JsonWriter& json, const DataResult& data);
void write_members(JsonWriter& json, const Summary& summary);

/// Appends the two members "claims" and "findings" with all their entries.
void write_results(JsonWriter& json, const Report& report, Places& places);

/// {"path","start","end","line","column","end_line","end_column"}: offsets in bytes of the file, columns in code points.
void write_place(JsonWriter& json, Place place, Places& places);

}  // namespace factlint
