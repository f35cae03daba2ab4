#include <algorithm>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/project.h"
#include "facts/language.h"
#include "facts/scores.h"

namespace factlint {
namespace {

/// Cases read right, of how many.
struct Tally {
    std::uint32_t passed = 0, total = 0;

    void add(std::uint32_t more_passed, std::uint32_t more_total) {
        passed += more_passed;
        total += more_total;
    }
    /// "778/823  94.5 %", rounded down; empty where there are no cases.
    std::string text() const {
        if (total == 0) return {};
        const std::uint32_t tenths = passed * 1000 / total;
        return fmt::format("{:>5}/{:<5}{:>4}.{} %", passed, total, tenths / 10, tenths % 10);
    }
};

struct Tallies {
    Tally all, not_arguable;

    void add(const Score& score) {
        all.add(score.passed, score.total);
        not_arguable.add(score.passed_not_arguable, score.total - score.arguable);
    }
};

/// The scores of a language and its variants: en, en-gb.
std::vector<Score> scores_of(LanguageId language) {
    std::vector<Score> scores;
    for (const Score& score : all_scores())
        if (find_language(score.language) == language) scores.push_back(score);
    return scores;
}

/// "all kinds", "all but age, ratio", or the kinds there are.
std::string coverage(LanguageId language) {
    std::string present, missing;
    std::size_t count = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Kind::identifier); ++i) {
        const bool covered = covers(language, static_cast<Kind>(i));
        count += covered ? 1 : 0;
        (covered ? present : missing).append(", ").append(kind_names[i]);
    }
    if (missing.empty()) return "all kinds";
    if (present.empty()) return "nothing in its own words";
    const bool most = count * 2 > static_cast<std::size_t>(Kind::identifier);
    return most ? "all but " + missing.substr(2) : present.substr(2);
}

std::string row(std::string_view tag, std::string_view name, const Tallies& tallies, std::string_view reads) {
    std::string text = fmt::format("{:<8}{:<17}{:<22}{:<22}{}", tag, name, tallies.all.text(),
                                   tallies.not_arguable.text(), reads);
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
}

std::string describe(LanguageId language, bool verbose) {
    Tallies sum;
    std::string models;
    for (const Score& score : scores_of(language)) {
        Tallies one;
        one.add(score);
        sum.add(score);
        models += row(score.language == tag(language) ? "" : score.language, score.model, one, "");
    }
    return row(tag(language), english_name(language), sum, coverage(language)) + (verbose ? models : "");
}

}  // namespace

int run_languages(const Options& options) {
    Sources sources;
    if (!open_languages(options, sources)) return exit_broken_rule;
    std::string text =
        fmt::format("{:<25}{:<22}{:<22}reads\n", "language", "  cases read right", "  without arguable");
    for (std::size_t i = 0; i < language_count(); ++i)
        text += describe(static_cast<LanguageId>(i), options.verbose);
    return write_output(text) ? exit_clean : exit_unchecked;
}

}  // namespace factlint
