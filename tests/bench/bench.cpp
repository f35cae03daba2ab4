// bench FACTLINT SCRATCH [MEGABYTES]: speed and memory beside what bounds them from below, beside a plain search for
// numbers and beside other recognisers, all in one run. Run from the root of the repository. Times are of the processor
// where not told otherwise, so that what else runs on the machine matters little; nothing is asserted.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <re2/re2.h>

#include "allocations.h"
#include "child.h"
#include "facts/extract.h"
#include "prose.h"
#include "read/reader.h"
#include "text/sources.h"

namespace factlint::bench {
namespace {

constexpr double megabyte = 1e6;
constexpr int repetitions = 3;
constexpr double slow_seconds = 4;  ///< is not repeated

struct Bench {
    std::string factlint;
    std::filesystem::path scratch;
    std::size_t bytes = 100'000'000;
    std::vector<Prose> prose;

    std::string write(const std::string& name, std::string_view text) const {
        const std::string path = (scratch / name).string();
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
};

double megabytes(std::size_t bytes) { return static_cast<double>(bytes) / megabyte; }

/// Processor seconds of the fastest of a few calls.
double fastest(const std::function<void()>& work) {
    double best = 0;
    for (int i = 0; i < repetitions; ++i) {
        const std::clock_t begin = std::clock();
        work();
        const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        if (i == 0 || seconds < best) best = seconds;
        if (seconds > slow_seconds) break;
    }
    return best;
}

// Start-up ----------------------------------------------------------------------------------------------------------

struct Command {
    std::string name;
    std::vector<std::string> arguments;
    std::string aim = {};
    std::vector<double> walls = {}, processors = {};
    std::size_t peak = 0;

    void run() {
        const auto run = bench::run(arguments);
        walls.push_back(run ? run->wall * 1e3 : 0);
        processors.push_back(run ? run->processor * 1e3 : 0);
        if (run) peak = std::max(peak, run->peak);
    }
};

double median(std::vector<double>& times) {
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void print_commands(std::vector<Command>& commands) {
    fmt::print("{:<36}{:>12}{:>12}{:>14}{:>12}{:>12}\n", "", "median ms", "min ms", "processor ms",
               "of wc -l", "peak MB");
    double floor = 0;
    for (Command& row : commands) {
        const double middle = median(row.walls);
        if (row.name == "wc -l") floor = middle;
        fmt::print("{:<36}{:>12.2f}{:>12.2f}{:>14.2f}{:>12}{:>12.1f}{}\n", row.name, middle,
                   row.walls.front(), median(row.processors),
                   floor > 0 ? fmt::format("{:.1f}x", middle / floor) : "", megabytes(row.peak), row.aim);
    }
}

void start_up(const Bench& bench) {
    const std::string article = "facts/defence-talks/article.ja.md";
    const std::string sentence =
        bench.write("sentence.en.txt", "The tram line costs $1.5m and opens on 3 May 2024.\n");
    std::vector<Command> commands = {
        {"true", {"true"}},
        {"wc -l", {"wc", "-l", article}},
        {"factlint --version", {bench.factlint, "--version"}},
        {"factlint extract, a sentence", {bench.factlint, "extract", sentence}, "   (aim: 5 ms, 12 MB)"},
        {"factlint check, an article",
         {bench.factlint, "check", article, "--rules", "rules/examples/defence-talks.yaml"}},
    };
    for (int i = 0; i < 100; ++i)
        for (Command& command : commands) command.run();
    fmt::print("\nStart-up: whole process, 100 runs in turn\n");
    print_commands(commands);
}

// Memory ------------------------------------------------------------------------------------------------------------

Facts facts_of(const Sources& sources, SourceId source) {
    return extract(*reader_for(sources[source].path).read(sources, source));
}

std::size_t count_facts(const std::string& path) {
    Sources sources;
    const auto source = sources.load(path, path);
    return source ? facts_of(sources, *source).items.size() : 0;
}

std::size_t peak_of(const Bench& bench, const std::string& path) {
    const auto run = bench::run({bench.factlint, "extract", path, "--format", "jsonl"});
    return run ? run->peak : 0;
}

/// The smallest first: the largest size that this process ever had counts as its children's.
void memory(const Bench& bench) {
    const std::size_t floor = peak_of(bench, bench.write("empty.txt", ""));
    const std::string prose = bench.write("prose.txt", repeated(bench.prose, bench.bytes / 2));
    const std::string digits = bench.write("digits.txt", digits_alone(bench.bytes / 5));
    const std::size_t prose_peak = peak_of(bench, prose);
    const std::size_t digits_peak = peak_of(bench, digits);
    const std::size_t prose_size = std::filesystem::file_size(prose);
    const std::size_t digits_size = std::filesystem::file_size(digits);
    const std::size_t facts = count_facts(digits);
    fmt::print("\nPeak memory of factlint extract --format jsonl\n");
    fmt::print("{:<36}{:>12}{:>12}\n", "", "file MB", "peak MB");
    fmt::print("{:<36}{:>12.1f}{:>12.1f}\n", "an empty file", 0.0, megabytes(floor));
    fmt::print("{:<36}{:>12.1f}{:>12.1f}   {:.2f} x the file (aim: 2)\n", "prose", megabytes(prose_size),
               megabytes(prose_peak), static_cast<double>(prose_peak) / static_cast<double>(prose_size));
    const auto beside = static_cast<double>(digits_peak) - static_cast<double>(digits_size + floor);
    fmt::print("{:<36}{:>12.1f}{:>12.1f}   {:.1f} bytes a fact beside the file and the program (aim: 32), {} "
               "facts\n",
               "digits alone", megabytes(digits_size), megabytes(digits_peak),
               beside / static_cast<double>(facts), facts);
}

// Throughput --------------------------------------------------------------------------------------------------------

const re2::RE2& number_pattern() {
    static const re2::RE2 numbers("[0-9]+(?:[.,][0-9]+)*|[〇一二三四五六七八九十百千万億兆]+");
    return numbers;
}

std::size_t count_matches(const re2::RE2& pattern, std::string_view text) {
    re2::StringPiece rest(text.data(), text.size());
    std::size_t matches = 0;
    while (re2::RE2::FindAndConsume(&rest, pattern)) ++matches;
    return matches;
}

void print_speed(std::string_view name, double size, double seconds, double peer) {
    fmt::print("  {:<34}{:>12.1f}{:>12.0f}{:>12}   ", name, size / seconds, seconds * 1e3,
               peer > 0 ? fmt::format("{:.2f}x", peer / seconds) : "");
}

/// Names the file, so that the languages are declared as they are in a folder of translations.
void throughput_of(std::string_view name, const std::string& file, std::string text) {
    const double size = megabytes(text.size());
    Sources sources;
    const SourceId source = sources.add(file, std::move(text));
    const std::string_view bytes = sources.text(source);
    std::size_t lines = 0;
    std::size_t matches = 0;
    std::unique_ptr<Document> document;
    Facts facts;
    const double floor =
        fastest([&] { lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')); });
    const double peer = fastest([&] { matches = count_matches(number_pattern(), bytes); });
    const double reading = fastest([&] { document = reader_for(file).read(sources, source); });
    std::size_t before = 0;
    const double extraction = fastest([&] {
        facts = {};
        before = allocations();
        facts = extract(*document);
    });
    const std::size_t allocated = allocations() - before;
    fmt::print("{}, {:.0f} MB\n", name, size);
    print_speed("counting lines, as wc -l (the floor)", size, floor, 0);
    fmt::print("{} lines\n", lines);
    print_speed("one RE2 search for numbers", size, peer, peer);
    fmt::print("{} matches\n", matches);
    print_speed("reading", size, reading, peer);
    fmt::print("{} blocks\n", document->blocks.size());
    print_speed("extraction", size, extraction, peer);
    const auto count = static_cast<double>(std::max<std::size_t>(facts.items.size(), 1));
    fmt::print("{} facts, {:.0f} us and {:.3f} allocations per 1,000\n", facts.items.size(),
               extraction * 1e9 / count, static_cast<double>(allocated) * 1e3 / count);
}

void throughput(const Bench& bench) {
    fmt::print("\nExtraction, one core, fastest of {}\n", repetitions);
    fmt::print("{:<36}{:>12}{:>12}{:>12}\n", "", "MB/s", "ms", "of RE2");
    throughput_of("mixed en, ja, vi", "prose.txt", repeated(bench.prose, bench.bytes));
    for (const Prose& prose : bench.prose)
        throughput_of(prose.language, "prose." + prose.language + ".txt", repeated({prose}, bench.bytes / 3));
}

// Threads -----------------------------------------------------------------------------------------------------------

/// Wall time, so what else runs on the machine counts.
void threads(const Bench& bench) {
    const std::string prose = bench.write("threads.txt", repeated(bench.prose, bench.bytes / 2));
    std::vector<double> walls;
    for (const char* count : {"1", "2"}) {
        double best = 0;
        for (int i = 0; i < repetitions; ++i) {
            const auto run =
                bench::run({bench.factlint, "extract", prose, "--format", "jsonl", "--threads", count});
            if (run && (best == 0 || run->wall < best)) best = run->wall;
        }
        walls.push_back(best);
    }
    fmt::print("\nThreads: factlint extract --format jsonl, {:.0f} MB, fastest of {}, {} processors here\n",
               megabytes(bench.bytes / 2), repetitions, std::thread::hardware_concurrency());
    fmt::print("{:<36}{:>12.0f} ms\n{:<36}{:>12.0f} ms   {:.2f} times as fast (aim: 1.9)\n", "one",
               walls[0] * 1e3, "two", walls[1] * 1e3, walls[1] > 0 ? walls[0] / walls[1] : 0);
}

// Peers -------------------------------------------------------------------------------------------------------------

/// What a command writes to standard output; empty where it cannot be started.
std::string output_of(const std::string& command) {
    std::string text;
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) return text;
    char buffer[4096];
    for (std::size_t read = 0; (read = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        text.append(buffer, read);
    pclose(pipe);
    return text;
}

void print_peer(const std::string& name, double size, double seconds, double extraction,
                std::string_view found) {
    fmt::print("{:<44}{:>12.2f}{:>12.2f}{:>14}   {}\n", name, size / seconds, size,
               fmt::format("{:.2f}x", extraction * seconds / size), found);
}

/// Other recognisers on the same English prose; each is slow and reads what it can in a few seconds.
void peers(const Bench& bench) {
    const auto english = std::find_if(bench.prose.begin(), bench.prose.end(),
                                      [](const Prose& prose) { return prose.language == "en"; });
    const std::string text = repeated({*english}, 1'000'000);
    const std::string path = bench.write("peers.en.txt", text);
    Sources sources;
    const SourceId source = sources.add("peers.en.txt", text);
    const std::string_view bytes = sources.text(source);
    const double size = megabytes(text.size());
    std::size_t lines = 0;
    std::size_t matches = 0;
    std::size_t facts = 0;
    const double floor =
        fastest([&] { lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')); });
    const double search = fastest([&] { matches = count_matches(number_pattern(), bytes); });
    const double extraction = size / fastest([&] { facts = facts_of(sources, source).items.size(); });
    fmt::print("\nRecognisers of the npm registry on the same English prose, one core, warm\n");
    fmt::print("{:<44}{:>12}{:>12}{:>14}\n", "", "MB/s", "MB read", "factlint is");
    print_peer("counting lines, as wc -l (the floor)", size, floor, extraction,
               fmt::format("{} lines", lines));
    print_peer("one RE2 search for numbers", size, search, extraction, fmt::format("{} matches", matches));
    print_peer("factlint, reading and extraction", size, size / extraction, extraction,
               fmt::format("{} facts", facts));
    std::fflush(stdout);
    std::istringstream rows(output_of("python3 tests/bench/peers/speed.py '" + path + "'"));
    bool any = false;
    for (std::string row; std::getline(rows, row);) {
        std::istringstream fields(row);
        std::string name;
        std::string version;
        double read = 0;
        double seconds = 0;
        std::size_t found = 0;
        any = true;
        if (fields >> name >> version >> read >> seconds >> found)
            print_peer(name + " " + version, read / megabyte, seconds, extraction,
                       fmt::format("{} found", found));
        else
            fmt::print("not measured: {}\n", row);
    }
    if (!any) fmt::print("not measured: python3 is not installed\n");
}

// Hostile input -----------------------------------------------------------------------------------------------------

std::string copies(std::string_view unit, std::size_t bytes) {
    std::string text;
    text.reserve(bytes);
    while (text.size() + unit.size() <= bytes) text += unit;
    return text;
}

double seconds_to_extract(const std::string& text) {
    Sources sources;
    const SourceId source = sources.add("hostile.txt", text);
    return fastest([&] { facts_of(sources, source); });
}

constexpr unsigned hostile_seconds = 6;

/// Of the whole program; negative where it was stopped.
double seconds_to_run(const Bench& bench, const std::string& text) {
    const auto run = bench::run(
        {bench.factlint, "extract", bench.write("hostile.txt", text), "--format", "jsonl"}, hostile_seconds);
    return run ? run->processor : -1;
}

void print_pair(double once, double twice) {
    if (once < 0 || twice < 0)
        fmt::print("{:>12}{:>12}{:>8}", once < 0 ? "stopped" : fmt::format("{:.1f}", once * 1e3), "stopped",
                   "");
    else
        fmt::print("{:>12.1f}{:>12.1f}{:>8.2f}", once * 1e3, twice * 1e3, twice / once);
}

void hostile(const Bench& bench) {
    fmt::print(
        "\nThe same thing over and over, 1 MB and 2 MB in one line: the ratio of the times is near 2\n");
    fmt::print("{:<20}{:>12}{:>12}{:>8}{:>12}{:>12}{:>8}\n", "", "extract ms", "ms", "ratio", "program ms",
               "ms", "ratio");
    constexpr std::size_t once = 1'000'000;
    for (const std::string_view unit : {"7", "一", "twenty-", "(", "-", "7 a ", "1/", "a"}) {
        fmt::print("{:<20}", fmt::format("'{}'", unit));
        const std::string small = copies(unit, once);
        const std::string large = copies(unit, 2 * once);
        print_pair(seconds_to_extract(small), seconds_to_extract(large));
        const double program = seconds_to_run(bench, small);
        print_pair(program, program < 0 ? -1 : seconds_to_run(bench, large));
        fmt::print("\n");
        std::fflush(stdout);
    }
}

}  // namespace
}  // namespace factlint::bench

int main(int argc, char** argv) {
    using namespace factlint::bench;
    if (argc < 3) {
        fmt::print(stderr, "bench FACTLINT SCRATCH [MEGABYTES]\n");
        return 2;
    }
    Bench bench{argv[1], argv[2]};
    if (argc > 3) bench.bytes = static_cast<std::size_t>(std::max(1, std::atoi(argv[3]))) * 1'000'000;
    const std::filesystem::path corpus = "../shared/corpus/wikipedia";
    bench.prose = read_prose("facts/defence-talks", corpus);
    std::filesystem::create_directories(bench.scratch);
    fmt::print("Prose: facts/defence-talks{}, repeated with other figures.\n",
               std::filesystem::exists(corpus) ? " and " + corpus.string()
                                               : "; " + corpus.string() + " is not there");
    for (const auto& part : {start_up, memory, throughput, threads, peers, hostile}) {
        part(bench);
        std::fflush(stdout);
    }
    std::filesystem::remove_all(bench.scratch);
}
