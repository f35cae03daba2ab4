#include <fmt/format.h>

#include "check/check.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/stdin.h"
#include "facts/stream.h"
#include "read/reader.h"
#include "report/json.h"
#include "text/escape.h"

namespace factlint {
namespace {

/// {"id":…,"claims":[…],"findings":[…]}
std::string answer(const Rules& rules, Sources& sources, const StreamDocument& line, StreamTotals& totals) {
    const std::size_t kept = sources.size();
    Corpus corpus(sources);
    const std::string name = line.format == "text" ? "stream.txt" : "stream." + line.format;
    const LoadedDocument& document =
        corpus.add(sources.add(name, line.text), line.language, reader_named(line.format));
    const Report report = check_documents(rules, corpus, {&document}, ".", false);
    totals.facts += document.facts().items.size();
    Places places(sources);
    JsonWriter json;
    json.open('{').key("id").raw(line.id);
    write_results(json, report, places);
    json.close();
    sources.forget_from(kept);  // memory stays flat
    return json.take() + "\n";
}

}  // namespace

std::string digest(const Sources& sources) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (std::size_t i = 0; i < sources.size(); ++i)
        for (const char byte : sources.text(static_cast<SourceId>(i)))
            hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return fmt::format("{:016x}", hash);
}

int check_stream(const Rules& rules, Sources& sources) {
    for (const Finding& finding : rules.findings)
        if (finding.severity == Severity::error) {
            write_problem(finding.message);
            return exit_broken_rule;
        }
    StreamTotals totals;
    const std::string config = digest(sources);
    Progress progress(0, true);
    bool written = true;
    for_each_line([&](std::string_view text, std::uint64_t number, bool too_long) {
        const auto line = parse_stream_line(text, too_long);
        ++totals.documents;
        totals.errors += line ? 0 : 1;
        written = write_output(line ? answer(rules, sources, *line, totals)
                                    : stream_error(text, number, line.error().message));
        progress.document(text.size() + 1);
        return written;
    });
    written = written && write_output(stream_summary(totals, config, FACTLINT_VERSION));
    return written ? exit_clean : exit_unchecked;
}

}  // namespace factlint
