#include <algorithm>
#include <array>

#include "check/corpus.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/project.h"
#include "cli/stdin.h"
#include "facts/describe.h"
#include "facts/json.h"
#include "facts/stream.h"
#include "text/escape.h"
#include "text/line_map.h"

namespace factlint {
namespace {

/// What a row is written from.
struct Row {
    const LoadedDocument& document;
    const Sources& sources;
    LineCursor& lines;
    std::size_t index;

    const Fact& fact() const { return document.facts().items[index]; }
    std::string value() const { return value_text(document.facts(), index); }
    std::string unit() const { return unit_text(document.facts(), index, document.prose()); }
    std::string_view written() const { return slice(document.prose(), fact().span); }
    const std::string& path() const { return sources[document.source()].path; }
    LineColumn position() const { return lines.at(document.place(fact().span).span.begin); }
};

/// "a.md:21:34  money      130000000 USD      1億3,000万米ドル"
void append_text(std::string& out, const Row& row) {
    const LineColumn at = row.position();
    const std::string where = row.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
    const auto padded = [](std::string text, std::size_t width) {
        return text.append(text.size() < width ? width - text.size() : 1, ' ');
    };
    const std::string unit = row.unit();
    out += padded(escape_for_terminal(where), where.size() + 2) +
           padded(std::string(name(row.fact().kind)), 11) +
           padded(row.value() + (unit.empty() ? "" : " " + escape_for_terminal(unit)), 24) +
           escape_for_terminal(row.written()) + "\n";
}

void append_json(std::string& out, const Row& row) {
    append_fact(out, row.document.facts(), row.index,
                {row.path(), row.document.prose(), &row.document.document(), &row.lines});
    out += '\n';
}

/// RFC 4180: quoted where it must be.
std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char byte : text) quoted.append(byte == '"' ? 2 : 1, byte);
    return quoted + "\"";
}

void append_csv(std::string& out, const Row& row) {
    const LineColumn at = row.position();
    const Span span = row.document.place(row.fact().span).span;
    const std::array<std::string, 9> fields = {row.path(),
                                               std::to_string(at.line),
                                               std::to_string(at.column),
                                               std::to_string(span.begin),
                                               std::to_string(span.end),
                                               std::string(name(row.fact().kind)),
                                               row.value(),
                                               row.unit(),
                                               std::string(row.written())};
    for (std::size_t i = 0; i < fields.size(); ++i) out += (i == 0 ? "" : ",") + csv_field(fields[i]);
    out += "\r\n";
}

struct FactFormat {
    std::string_view name;
    std::string_view header;
    void (*append)(std::string& out, const Row& row);
};
constexpr std::array<FactFormat, 3> formats = {
    {{"text", "", append_text},
     {"jsonl", "", append_json},
     {"csv", "path,line,column,start,end,kind,value,unit,text\r\n", append_csv}}};

const FactFormat* format_of(const Options& options) {
    const std::string_view wanted =
        options.formats.empty() ? "text" : std::string_view(options.formats.front());
    for (const FactFormat& format : formats)
        if (format.name == wanted) return &format;
    write_problem("extract writes text, jsonl or csv, not '" + std::string(wanted) + "'");
    return nullptr;
}

bool wanted(const Fact& fact, const Options& options) {
    return options.kinds.empty() ||
           std::find(options.kinds.begin(), options.kinds.end(), name(fact.kind)) != options.kinds.end();
}

bool known_kinds(const Options& options) {
    for (const std::string& kind : options.kinds)
        if (!kind_named(kind)) return write_problem("there is no kind '" + kind + "'"), false;
    return true;
}

bool extract_one(const LoadedDocument& document, const Sources& sources, const FactFormat& format,
                 const Options& options) {
    constexpr std::size_t flush_at = 1u << 20;
    const LineMap line_map(sources.text(document.source()));
    LineCursor lines(line_map);
    std::string out;
    const auto& items = document.facts().items;
    for (std::size_t i = 0; i < items.size(); i += 1u + items[i].parts) {
        if (wanted(items[i], options)) format.append(out, {document, sources, lines, i});
        if (out.size() < flush_at) continue;
        if (!write_output(out)) return false;
        out.clear();
    }
    return write_output(out);
}

int extract_stream(const Options& options) {
    StreamTotals totals;
    bool written = true;
    for_each_line([&](std::string_view line, std::uint64_t number, bool too_long) {
        written = write_output(extract_stream_line(line, number, too_long, options.language, totals));
        return written;
    });
    written = written && write_output(stream_summary(totals, "", FACTLINT_VERSION));
    return written ? exit_clean : exit_unchecked;
}

}  // namespace

int run_extract(const Options& options) {
    if (options.stream) return extract_stream(options);
    const FactFormat* format = format_of(options);
    if (!format || !known_kinds(options)) return exit_unchecked;
    Project project;  // extraction needs no rules and no configuration
    std::vector<Finding> findings;
    bool written = write_output(format->header);
    const bool from_stdin = options.arguments.empty() || options.arguments == std::vector<std::string>{"-"};
    if (from_stdin) {
        Sources sources;
        const SourceId source =
            sources.add(options.stdin_filename.empty() ? "-" : options.stdin_filename, read_stdin());
        const LoadedDocument document(sources, source, options.language, options.all);
        written = written && extract_one(document, sources, *format, options);
    } else {
        for (const std::string& path :
             named_documents(project, from_command_line(options.arguments), findings)) {
            Sources sources;  // one file at a time: memory stays that of the largest
            const auto source = sources.load(path, path);
            if (!source) {
                findings.push_back(source.error());
                continue;
            }
            const LoadedDocument document(sources, *source, options.language, options.all);
            findings.insert(findings.end(), document.document().findings.begin(),
                            document.document().findings.end());
            written = written && extract_one(document, sources, *format, options);
        }
    }
    for (const Finding& finding : findings) write_problem(finding.message);
    return written && findings.empty() ? exit_clean : exit_unchecked;
}

}  // namespace factlint
