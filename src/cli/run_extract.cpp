#include <algorithm>

#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/exit_code.h"
#include "cli/fact_database.h"
#include "cli/fact_formats.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/project.h"
#include "cli/stdin.h"
#include "cli/targets.h"
#include "facts/extract.h"
#include "facts/language.h"
#include "facts/stream.h"
#include "read/reader.h"

namespace factlint {
namespace {

constexpr std::string_view database_format = "sqlite";

/// Facts read at a time: memory stays bounded in a document with millions of them.
constexpr std::size_t batch_size = 4096;

/// One --format, opened: a stream of bytes to a file or to standard output, or a database.
struct Sink {
    const FactFormat* format = nullptr;
    TextLook look;
    std::optional<OutputFile> file;
    std::optional<FactDatabase> database;

    bool write(std::string_view bytes) { return file ? file->write(bytes) : write_output(bytes); }
    bool begin() { return !format || !format->header || write(format->header()); }
    bool add(const FactBatch& batch) {
        if (format)
            return format->write(batch, look, [this](std::string_view piece) { return write(piece); });
        return database->add(batch) || complain();
    }
    bool close(std::uint64_t facts, std::uint64_t documents) {
        if (format) return !format->closing || write(format->closing(facts, documents));
        return database->commit() || complain();
    }
    bool complain() const { return write_problem(database->error()), false; }
};

std::optional<Sink> open_database(const std::string& path) {
    Sink sink;
    std::string error = "sqlite needs a file: --format sqlite=facts.db";
    if (!path.empty()) sink.database = FactDatabase::open(path, error);
    if (!sink.database) return write_problem(error), std::nullopt;
    return sink;
}

std::optional<Sink> open_sink(const Target& target, const Options& options) {
    if (target.format == database_format) return open_database(target.path);
    Sink sink;
    sink.format = find_fact_format(target.format);
    if (!sink.format) {
        std::vector<std::string_view> known{database_format};
        for (const FactFormat& format : fact_formats()) known.insert(known.end() - 1, format.name);
        return write_problem(unknown_name("format of facts", target.format, known)), std::nullopt;
    }
    if (target.path.empty())
        sink.look = {use_colour(options.colour), output_columns()};
    else
        sink.file.emplace(target.path);
    return sink;
}

/// One extraction: what is wanted, and where it goes.
class Extraction {
  public:
    explicit Extraction(const Options& options) : options_(options) {}

    /// False, with a message, where a flag cannot be followed.
    bool open() { return open_language() && open_kinds() && open_sinks(); }
    bool writes_to_output() const {
        return std::any_of(sinks_.begin(), sinks_.end(),
                           [](const Sink& sink) { return sink.format && !sink.file; });
    }
    void add(const Sources& sources, SourceId source) {
        const auto document = reader_for(sources[source].path).read(sources, source);
        const std::vector<Finding>& found = document->findings;
        report_.findings.insert(report_.findings.end(), found.begin(), found.end());
        const Languages languages = languages_of(*document, options_.language);
        FactReader reader(*document, languages, identifiers_);
        Places places(sources);
        LineCursor lines(places.lines(source));
        FactBatch batch{*document, languages.document, places, lines, {}, {}};
        ++documents_;
        while (!batch.last && written_) {
            cut(batch.facts, {});
            batch.last = !reader.read(batch.facts, batch_size);
            batch.wanted = wanted(batch.facts);
            for (Sink& sink : sinks_) written_ = sink.add(batch) && written_;
            batch.before += batch.wanted.size();
            batch.first = false;
        }
        facts_ += batch.before;
    }
    std::vector<Finding>& findings() { return report_.findings; }
    bool written() const { return written_; }
    int close() {
        for (Sink& sink : sinks_) written_ = written_ && sink.close(facts_, documents_);
        write_problems(report_.findings);
        return written_ ? exit_code(report_, "error") : exit_unchecked;
    }

  private:
    bool open_language() const {
        if (options_.language.empty() || find_language(options_.language)) return true;
        std::vector<std::string_view> tags;
        for (std::size_t i = 0; i < language_count(); ++i) tags.push_back(tag(static_cast<LanguageId>(i)));
        return write_problem(unknown_name("language", options_.language, tags)), false;
    }
    bool open_kinds() {
        const auto known = std::span(kind_names).first(static_cast<std::size_t>(Kind::text));
        for (const std::string& text : options_.kinds) {
            if (std::find(known.begin(), known.end(), text) == known.end())
                return write_problem(unknown_name("kind", text, known)), false;
            kinds_.push_back(*kind_named(text));
        }
        identifiers_ =
            options_.all || std::find(kinds_.begin(), kinds_.end(), Kind::identifier) != kinds_.end();
        return true;
    }
    bool open_sinks() {
        std::vector<Target> targets = targets_of(options_.formats);
        if (targets.empty()) targets.push_back({"text", ""});
        for (const Target& target : targets) {
            auto sink = open_sink(target, options_);
            if (!sink) return false;
            sinks_.push_back(std::move(*sink));
            written_ = sinks_.back().begin() && written_;
        }
        return true;
    }
    std::vector<std::size_t> wanted(const Facts& facts) const {
        std::vector<std::size_t> indices;
        for (std::size_t i = 0; i < facts.items.size(); i += 1u + facts.items[i].parts)
            if (kinds_.empty() ||
                std::find(kinds_.begin(), kinds_.end(), facts.items[i].kind) != kinds_.end())
                indices.push_back(i);
        return indices;
    }

    const Options& options_;
    std::vector<Kind> kinds_;
    bool identifiers_ = false;
    std::vector<Sink> sinks_;
    Report report_;
    std::uint64_t facts_ = 0, documents_ = 0;
    bool written_ = true;
};

void extract_files(Extraction& extraction, const Options& options) {
    Project project;  // extraction needs no rules
    project.exclude = options.exclude;
    const auto paths = named_documents(project, from_command_line(options.arguments), extraction.findings());
    Progress progress(paths.size(), extraction.writes_to_output());
    for (const std::string& path : paths) {
        progress.next(path);
        Sources sources;  // one file at a time: memory stays that of the largest
        const auto source = sources.load(path, path);
        if (source)
            extraction.add(sources, *source);
        else
            extraction.findings().push_back(source.error());
        if (!extraction.written()) return;
    }
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
    Extraction extraction(options);
    if (!extraction.open()) return exit_unchecked;
    if (options.arguments.empty() || options.arguments == std::vector<std::string>{"-"}) {
        Sources sources;
        const std::string& name = options.stdin_filename;
        extraction.add(sources, sources.add(name.empty() ? "-" : name, read_stdin()));
    } else {
        extract_files(extraction, options);
    }
    return extraction.close();
}

}  // namespace factlint
