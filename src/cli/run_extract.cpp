#include <algorithm>
#include <filesystem>
#include <thread>
#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/counts.h"
#include "cli/documents.h"
#include "cli/exit_code.h"
#include "cli/fact_database.h"
#include "cli/fact_formats.h"
#include "cli/input_pieces.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/project.h"
#include "cli/stdin.h"
#include "cli/targets.h"
#include "facts/extract.h"
#include "facts/language.h"
#include "facts/stream.h"
#include "read/reader.h"
#include "text/parallel.h"

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
    bool open() { return open_language() && open_threads() && open_kinds() && open_sinks(); }
    bool writes_to_output() const {
        return std::any_of(sinks_.begin(), sinks_.end(),
                           [](const Sink& sink) { return sink.format && !sink.file; });
    }
    /// Reads all pieces, on several threads where there is more than one and memory allows.
    void run(InputPieces& pieces, Progress& progress) {
        direct_ = threads_ == 1 || needs_direct(pieces);
        work_in_order(
            direct_ ? 1 : threads_, [&] { return pieces.next(); },
            [&](const std::vector<InputPiece>& work) { return extract(work); },
            [&](Extracted made) { return take(std::move(made), progress); });
        findings().insert(findings().end(), pieces.findings().begin(), pieces.findings().end());
    }
    std::vector<Finding>& findings() { return report_.findings; }
    int close() {
        for (Sink& sink : sinks_) written_ = written_ && sink.close(facts_, documents_);
        write_problems(report_.findings);
        return written_ ? exit_code(report_, "error") : exit_unchecked;
    }

  private:
    /// A document that ends in a piece of work, or so many bytes of one.
    struct Done {
        std::string path;
        std::uint64_t bytes;
        bool whole;
    };
    /// What came of one piece of work.
    struct Extracted {
        std::vector<std::string> output;  ///< for each sink; empty where it was written at once
        std::vector<Finding> findings;
        std::vector<Done> done;
        std::uint64_t facts = 0;
    };

    /// Whether each fact must be written as soon as it is read: a database has one writer, and a large document that
    /// cannot be read in blocks would be held together with all that is said of it.
    bool needs_direct(const InputPieces& pieces) const {
        return pieces.has_large() || std::any_of(sinks_.begin(), sinks_.end(),
                                                 [](const Sink& sink) { return sink.database.has_value(); });
    }

    Extracted extract(const std::vector<InputPiece>& work) {
        Extracted made;
        made.output.resize(sinks_.size());
        for (const InputPiece& piece : work) {
            Sources sources;
            const auto source = piece.block ? sources.add(piece.path, piece.block->text, piece.block->base,
                                                          piece.block->lines_before)
                                            : sources.load(piece.path, piece.path);
            if (source)
                extract(piece, sources, *source, made);
            else
                made.findings.push_back(source.error());
        }
        return made;
    }

    void extract(const InputPiece& piece, const Sources& sources, SourceId source, Extracted& made) {
        const auto document = reader_for(piece.path).read(sources, source);
        for (Finding finding : document->findings) {  // their places end with the sources
            finding.message = piece.path + ": " + finding.message;
            made.findings.push_back(std::move(finding));
        }
        const Languages languages = languages_of(*document, options_.language, piece.language);
        FactReader reader(*document, languages, identifiers_);
        Places places(sources);
        LineCursor lines(places.lines(source));
        FactBatch batch{*document, languages.document, places, lines, {}, {}};
        batch.first = !piece.block || piece.block->first;
        batch.bytes = sources[source].base + sources.text(source).size();
        for (bool more = true; more && (!direct_ || written_); batch.first = false) {
            cut(batch.facts, {});
            more = reader.read(batch.facts, batch_size);
            batch.last = !more && (!piece.block || piece.block->last);
            batch.wanted = wanted(batch.facts);
            for (std::size_t i = 0; i < sinks_.size(); ++i) write(batch, i, made.output[i]);
            made.facts += batch.wanted.size();
        }
        made.done.push_back({piece.path, batch.bytes, batch.last});
    }

    void write(const FactBatch& batch, std::size_t index, std::string& output) {
        Sink& sink = sinks_[index];
        if (direct_) {
            written_ = sink.add(batch) && written_;
            return;
        }
        sink.format->write(batch, sink.look, [&](std::string_view piece) {
            output += piece;
            return true;
        });
    }

    bool take(Extracted made, Progress& progress) {
        for (std::size_t i = 0; i < sinks_.size(); ++i)
            if (!made.output[i].empty()) written_ = sinks_[i].write(made.output[i]) && written_;
        report_.findings.insert(report_.findings.end(), made.findings.begin(), made.findings.end());
        facts_ += made.facts;
        for (const Done& done : made.done) {
            documents_ += done.whole ? 1 : 0;
            done.whole ? progress.next(done.path) : progress.within(done.path, done.bytes);
        }
        return written_;
    }

    bool open_threads() {
        const auto threads = read_threads(options_.threads);
        threads_ = threads.value_or(1);
        return threads.has_value();
    }
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
    std::size_t threads_ = 1;
    bool direct_ = false;  ///< each fact is written as soon as it is read
    std::uint64_t facts_ = 0, documents_ = 0;
    bool written_ = true;
};

/// What this run writes is not read, nor the journal that SQLite keeps beside its database.
bool is_written(const std::string& path, const std::vector<Target>& targets) {
    const auto same = [&](const std::string& other) {
        return std::filesystem::path(path).lexically_normal() ==
               std::filesystem::path(other).lexically_normal();
    };
    return std::any_of(targets.begin(), targets.end(), [&](const Target& target) {
        return !target.path.empty() && (same(target.path) || same(target.path + "-journal"));
    });
}

/// Standard input, or the files that the arguments name.
std::vector<std::string> paths_of(const Options& options, std::vector<Finding>& findings) {
    if (options.arguments.empty() || options.arguments == std::vector<std::string>{"-"}) return {"-"};
    Project project;  // extraction needs no rules
    project.exclude = options.exclude;
    std::vector<std::string> paths = named_documents(project, from_command_line(options.arguments), findings);
    const std::vector<Target> targets = targets_of(options.formats);
    std::erase_if(paths, [&](const std::string& path) { return is_written(path, targets); });
    return paths;
}

int extract_stream(const Options& options, const std::string& config) {
    StreamTotals totals;
    Progress progress(0, true);
    bool written = true;
    for_each_line([&](std::string_view line, std::uint64_t number, bool too_long) {
        written = write_output(extract_stream_line(line, number, too_long, options.language, totals));
        progress.document(line.size() + 1);
        return written;
    });
    written = written && write_output(stream_summary(totals, config, FACTLINT_VERSION));
    return written ? exit_clean : exit_unchecked;
}

/// What one block took is kept for the next: giving it back to the system each time costs a seventh of the work.
void keep_memory() {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 64 << 20);
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

}  // namespace

int run_extract(const Options& options) {
    Sources configuration;
    const auto project = open_languages(options, configuration);
    if (!project) return exit_broken_rule;
    if (options.stream)
        return extract_stream(options, project->languages.empty() ? "" : digest(configuration));
    Extraction extraction(options);
    if (!extraction.open()) return exit_unchecked;
    const std::vector<std::string> paths = paths_of(options, extraction.findings());
    keep_memory();
    InputPieces pieces(paths, options.stdin_filename);
    Progress progress(paths.size(), extraction.writes_to_output());
    extraction.run(pieces, progress);
    return extraction.close();
}

}  // namespace factlint
