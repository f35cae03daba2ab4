// The JSON report in lines: what a pipe can read while it grows, and see cut where the summary is missing.
#include "report/json.h"
#include "report/renderers.h"

namespace factlint {
namespace {

template <class Entry, class... Context>
std::string line(std::string_view type, const Entry& entry, Context&... context) {
    JsonWriter json;
    json.open('{').key("type").value(type);
    write_members(json, entry, context...);
    return json.close().take() + "\n";
}

}  // namespace

std::string render_jsonl(const Report& report, const Sources& sources, const RenderOptions&) {
    Places places(sources);
    std::string out;
    for (const ClaimResult& claim : report.claims) out += line("claim", claim, places);
    for (const Finding& finding : report.findings) out += line("finding", finding, places);
    for (const DocumentResult& document : report.documents) out += line("document", document);
    for (const DataResult& data : report.data) out += line("data", data);
    return out + line("summary", report.summary);
}

}  // namespace factlint
