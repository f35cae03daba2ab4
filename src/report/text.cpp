// The report for people at a terminal.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/grouping.h"
#include "report/places.h"
#include "report/renderers.h"
#include "report/text_finding.h"
#include "report/words.h"
#include "text/listing.h"

namespace factlint {
namespace {

std::string arithmetic(const ClaimResult& claim) {
    if (claim.derivation.empty()) return claim.message;
    std::string text;
    for (const Step& step : claim.derivation) {
        if (!text.empty()) text += "; ";
        text += describe(step);
    }
    return text;
}

/// "ok  aid-adds-up  aid.before + added[0]: 300 million USD + 130 million USD = 430 million USD", ids padded to one width.
std::string held_claims(const Report& report, const Paint& paint) {
    std::size_t widest = 0;
    for (const ClaimResult& claim : report.claims)
        if (claim.verdict == Verdict::holds) widest = std::max(widest, claim.id.size());
    std::string out;
    for (const ClaimResult& claim : report.claims) {
        if (claim.verdict != Verdict::holds) continue;
        out += fmt::format("{}  {:<{}}  {}\n", paint(Ink::good, "ok"), one_line(claim.id), widest,
                           one_line(arithmetic(claim)));
    }
    return out;
}

/// "    facts/a.md, facts/b.md: first-claim, second-claim": documents that miss the same claims share a line.
std::string claims_by_document(const ReasonGroup& group) {
    std::string out;
    for (const SkippedClaims& skipped : by_documents(group)) {
        const std::string documents = listing(skipped.documents);
        const std::string claims = fmt::format("{}", fmt::join(skipped.claims, ", "));
        out += "    " + one_line(documents.empty() ? claims : documents + ": " + claims) + "\n";
    }
    return out;
}

std::string not_checked(const Report& report, const Paint& paint) {
    const auto groups = not_checked_by_reason(report);
    if (groups.empty()) return {};
    std::string out = paint(Ink::strong, "not checked:") + "\n";
    for (const ReasonGroup& group : groups)
        out += "  " + one_line(group.reason) + "\n" + claims_by_document(group);
    return out;
}

std::string number(std::uint64_t count) { return grouped(std::to_string(count)); }

/// "19 claims held, 2 broken, 5 not checked · 41 numbers read, 33 owned by a claim".
std::string claims_line(const Summary& summary, const Paint& paint) {
    const auto held = fmt::format("{} held", counted(summary.claims_held, "claim"));
    const auto broken = fmt::format("{} broken", number(summary.claims_broken));
    return fmt::format("{}, {}, {} not checked · {} read, {} owned by a claim",
                       paint(summary.claims_broken ? Ink::plain : Ink::good, held),
                       paint(summary.claims_broken ? Ink::error : Ink::plain, broken),
                       number(summary.claims_not_checked), counted(summary.numbers_read, "number"),
                       number(summary.numbers_owned));
}

/// "5 errors, 1 warning, 0 notes", where there are no claims to count.
std::string findings_line(const Summary& summary, const Paint& paint) {
    return fmt::format("{}, {}, {}",
                       paint(summary.errors ? Ink::error : Ink::good, counted(summary.errors, "error")),
                       counted(summary.warnings, "warning"), counted(summary.notes, "note"));
}

/// What was found, and then what was read: " · 1 document, 1 rule file · 2 data files, 1,200 rows".
std::string closing_line(const Summary& summary, const Paint& paint) {
    const std::uint32_t claims = summary.claims_held + summary.claims_broken + summary.claims_not_checked;
    const bool data_alone = summary.data_files && !summary.documents && claims == 0;
    std::string line = data_alone ? findings_line(summary, paint) : claims_line(summary, paint);
    if (!data_alone || summary.rule_files)
        line += fmt::format(" · {}, {}", counted(summary.documents, "document"),
                            counted(summary.rule_files, "rule file"));
    if (summary.data_files)
        line +=
            fmt::format(" · {}, {}", counted(summary.data_files, "data file"), counted(summary.rows, "row"));
    if (summary.suppressed) line += fmt::format(" · {} suppressed", counted(summary.suppressed, "finding"));
    return line + "\n";
}

}  // namespace

std::string render_text(const Report& report, const Sources& sources, const RenderOptions& options) {
    const Paint paint{options.colour};
    Places places(sources);
    std::string out;
    for (const Finding& finding : report.findings) out += text_of(finding, places, paint) + "\n";
    const std::string held = options.verbose ? held_claims(report, paint) : "";
    const std::string skipped = not_checked(report, paint);
    for (const std::string& part : {held, skipped})
        if (!part.empty()) out += part + "\n";
    return out + closing_line(report.summary, paint);
}

}  // namespace factlint
