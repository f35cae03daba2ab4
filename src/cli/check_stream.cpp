#include "check/check.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/stdin.h"
#include "facts/stream.h"
#include "report/json.h"
#include "report/render.h"

namespace factlint {
namespace {

struct Totals {
    std::uint64_t documents = 0, facts = 0, errors = 0;
};

/// {"id":…,"claims":[…],"findings":[…]}
std::string answer(const Rules& rules, const StreamDocument& line, Totals& totals) {
    Sources sources;
    const SourceId source = sources.add(line.format == "markdown" ? "stream.md" : "stream.txt", line.text);
    Corpus corpus(sources);
    const LoadedDocument& document = corpus.add(source, line.language);
    const Report report = check_documents(rules, corpus, {&document}, ".", false);
    totals.facts += document.facts().items.size();
    Places places(sources);
    JsonWriter json;
    json.open('{').key("id").raw(line.id).key("claims").open('[');
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
    json.close().close();
    return json.take() + "\n";
}

}  // namespace

int check_stream(const Rules& rules, const Options&) {
    for (const Finding& finding : rules.findings)
        if (finding.severity == Severity::error) {
            write_error("factlint: " + finding.message + "\n");
            return exit_broken_rule;
        }
    Totals totals;
    bool written = true;
    for_each_line([&](std::string_view text, std::uint64_t number, bool too_long) {
        const auto line = parse_stream_line(text, number, too_long);
        ++totals.documents;
        if (!line) ++totals.errors;
        written = write_output(line ? answer(rules, *line, totals) : stream_error(text, number, too_long));
        return written;
    });
    written = written && write_output(stream_summary({totals.documents, totals.facts, totals.errors, config_digest(rules), FACTLINT_VERSION}));
    return written ? exit_clean : exit_unchecked;
}

}  // namespace factlint
