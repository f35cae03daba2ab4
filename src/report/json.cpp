#include "report/json.h"

#include "report/renderers.h"
#include "report/words.h"

namespace factlint {
namespace {

constexpr std::string_view schema_name = "factlint.report/1";

void write_optional(JsonWriter& json, std::string_view key, std::string_view text) {
    if (!text.empty()) json.key(key).value(text);
}

void write_places(JsonWriter& json, const std::vector<Place>& marked, Places& places) {
    json.key("places").open('[');
    for (const Place place : marked) write_place(json, place, places);
    json.close();
}

void write_derivation(JsonWriter& json, const std::vector<Step>& steps, Places& places) {
    json.key("derivation").open('[');
    for (const Step& step : steps) {
        json.open('{').key("expr").value(step.expr).key("value").value(step.value);
        if (step.low) json.key("low").value(*step.low);
        if (step.high) json.key("high").value(*step.high);
        write_optional(json, "unit", step.unit);
        write_places(json, step.places, places);
        json.close();
    }
    json.close();
}

void write_fixes(JsonWriter& json, const std::vector<Fix>& fixes, Places& places) {
    json.key("fixes").open('[');
    for (const Fix& fix : fixes) {
        json.open('{').key("message").value(fix.message).key("edits").open('[');
        for (const Edit& edit : fix.edits) {
            json.open('{').key("place");
            write_place(json, edit.place, places);
            json.key("replacement").value(edit.replacement).close();
        }
        json.close().close();
    }
    json.close();
}

void write_documents(JsonWriter& json, const ClaimResult& claim) {
    if (!claim.across && claim.documents.size() == 1) {
        json.key("document").value(claim.documents.front());
        return;
    }
    json.key("documents").open('[');
    for (const std::string& document : claim.documents) json.value(document);
    json.close();
}

}  // namespace

void write_place(JsonWriter& json, Place place, Places& places) {
    const Source& source = places.sources()[place.source];
    const Point start = places.point(place.source, place.span.begin);
    const Point end = places.point(place.source, place.span.end);
    json.open('{').key("path").value(source.path);
    json.key("start").value(source.base + place.span.begin).key("end").value(source.base + place.span.end);
    json.key("line").value(std::uint64_t{start.line}).key("column").value(std::uint64_t{start.column});
    json.key("end_line").value(std::uint64_t{end.line}).key("end_column").value(std::uint64_t{end.column});
    json.close();
}

void write_members(JsonWriter& json, const ClaimResult& claim, Places& places) {
    json.key("id").value(claim.id).key("rule").value(claim.rule);
    write_documents(json, claim);
    json.key("verdict").value(word(claim.verdict));
    write_optional(json, "reason", claim.reason);
    json.key("severity").value(word(claim.severity)).key("message").value(claim.message);
    write_optional(json, "why", claim.why);
    write_derivation(json, claim.derivation, places);
    json.key("evaluated").value(std::uint64_t{claim.evaluated});
    json.key("broken").value(std::uint64_t{claim.broken});
    write_places(json, claim.places, places);
}

void write_members(JsonWriter& json, const Finding& finding, Places& places) {
    json.key("id").value(finding.id).key("severity").value(word(finding.severity));
    json.key("concern").value(word(finding.concern)).key("message").value(finding.message);
    write_optional(json, "path", finding.path);
    json.key("primary");
    if (finding.primary)
        write_place(json, *finding.primary, places);
    else
        json.null();
    write_optional(json, "label", finding.label);
    json.key("related").open('[');
    for (const Related& related : finding.related) {
        json.open('{').key("message").value(related.message).key("place");
        write_place(json, related.place, places);
        json.close();
    }
    json.close();
    write_derivation(json, finding.derivation, places);
    write_optional(json, "help", finding.help);
    write_fixes(json, finding.fixes, places);
    json.key("fingerprint").value(fingerprint(finding, places.sources()));
}

void write_members(JsonWriter& json, const DocumentResult& document) {
    json.key("path").value(document.path).key("language").value(document.language);
    json.key("bytes").value(document.bytes);
    json.key("numbers_read").value(std::uint64_t{document.numbers_read});
    json.key("numbers_owned").value(std::uint64_t{document.numbers_owned});
}

void write_members(JsonWriter& json, const DataResult& data) {
    json.key("path").value(data.path).key("format").value(data.format).key("bytes").value(data.bytes);
    json.key("rows").value(data.rows).key("columns").value(data.columns);
}

void write_members(JsonWriter& json, const Summary& summary) {
    struct Count {
        std::string_view key;
        std::uint32_t Summary::*count;
    };
    constexpr Count counts[] = {
        {"documents", &Summary::documents},
        {"data_files", &Summary::data_files},
        {"rule_files", &Summary::rule_files},
        {"claims_held", &Summary::claims_held},
        {"claims_broken", &Summary::claims_broken},
        {"claims_not_checked", &Summary::claims_not_checked},
        {"errors", &Summary::errors},
        {"warnings", &Summary::warnings},
        {"notes", &Summary::notes},
        {"suppressed", &Summary::suppressed},
        {"numbers_read", &Summary::numbers_read},
        {"numbers_owned", &Summary::numbers_owned},
    };
    for (const auto& [key, count] : counts) json.key(key).value(std::uint64_t{summary.*count});
    json.key("rows").value(summary.rows);
}

void write_results(JsonWriter& json, const Report& report, Places& places) {
    json.key("claims").open('[');
    for (const ClaimResult& claim : report.claims) {
        json.open('{');
        write_members(json, claim, places);
        json.close();
    }
    json.close().key("findings").open('[');
    for (const Finding& finding : report.findings) {
        json.open('{');
        write_members(json, finding, places);
        json.close();
    }
    json.close();
}

std::string render_json(const Report& report, const Sources& sources, const RenderOptions& options) {
    Places places(sources);
    JsonWriter json(JsonWriter::Layout::pretty);
    json.open('{').key("schema").value(schema_name).key("version").value(options.version);
    json.key("summary").open('{');
    write_members(json, report.summary);
    json.close();
    write_results(json, report, places);
    json.key("documents").open('[');
    for (const DocumentResult& document : report.documents) {
        json.open('{');
        write_members(json, document);
        json.close();
    }
    json.close().key("data").open('[');
    for (const DataResult& data : report.data) {
        json.open('{');
        write_members(json, data);
        json.close();
    }
    json.close().close();
    return json.take() + "\n";
}

}  // namespace factlint
