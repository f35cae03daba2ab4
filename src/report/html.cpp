// The report as one page. Structure is here, looks are in reports/html/.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/grouping.h"
#include "report/html_parts.h"
#include "report/html_text.h"
#include "report/page.h"
#include "report/renderers.h"
#include "report/words.h"
#include "text/listing.h"

namespace factlint {
namespace {

constexpr std::uint32_t quoted_columns = 160;

constexpr std::string_view verdict_titles[] = {"holds", "broken", "not checked"};
constexpr std::string_view title(Verdict verdict) {
    return verdict_titles[static_cast<std::size_t>(verdict)];
}

struct Headline {
    std::string_view state;  ///< class: "holds", "attention", "broken"
    std::string text;
};

Headline headline(const Summary& summary) {
    const std::uint32_t claims = summary.claims_held + summary.claims_broken + summary.claims_not_checked;
    const auto hold = counted(summary.claims_held, "claim") + (summary.claims_held == 1 ? " holds" : " hold");
    if (summary.claims_broken)
        return {"broken", fmt::format("{} of {} {} broken", summary.claims_broken, counted(claims, "claim"),
                                      summary.claims_broken == 1 ? "is" : "are")};
    if (summary.errors)
        return {"broken", "No claim is broken, but there " +
                              std::string(summary.errors == 1 ? "is " : "are ") +
                              counted(summary.errors, "error")};
    if (claims == 0) return {"attention", "No claim was checked"};
    if (summary.claims_not_checked)
        return {"attention", fmt::format("{}, {} could not be checked", hold, summary.claims_not_checked)};
    return {"holds", hold};
}

std::string more_places(std::size_t places) {
    const std::size_t more = left_out(places);
    return more == 0 ? "" : fmt::format("<p>and {}</p>\n", counted(more, "more place"));
}

std::string counts(const Summary& summary) {
    struct Count {
        std::string_view title, attributes;
        std::uint64_t value;
        bool only_where_any = false;
    };
    const Count all[] = {
        {"held", " class=\"good\"", summary.claims_held},
        {"broken", summary.claims_broken ? " class=\"error\"" : "", summary.claims_broken},
        {"not checked", "", summary.claims_not_checked},
        {"numbers read", "", summary.numbers_read},
        {"owned by a claim", "", summary.numbers_owned},
        {summary.documents == 1 ? "document" : "documents", "", summary.documents},
        {summary.rule_files == 1 ? "rule file" : "rule files", "", summary.rule_files},
        {"suppressed", "", summary.suppressed},
        {summary.data_files == 1 ? "data file" : "data files", "", summary.data_files, true},
        {summary.rows == 1 ? "row" : "rows", "", summary.rows, true},
    };
    std::string out = "<dl class=\"counts\">\n";
    for (const Count& count : all)
        if (count.value != 0 || !count.only_where_any)
            out += fmt::format("<div><dt>{}</dt><dd{}>{}</dd></div>\n", count.title, count.attributes,
                               grouped(std::to_string(count.value)));
    return out + "</dl>\n";
}

std::string ways_out(const Finding& finding, const HtmlContext& context) {
    if (finding.fixes.empty()) return {};
    std::string out = finding.fixes.size() == 1 ? "<p class=\"help\">A way out:</p>\n"
                                                : "<p class=\"help\">Either of these would settle it:</p>\n";
    out += "<ul class=\"ways\">\n";
    for (const Fix& fix : finding.fixes) {
        const Sources& sources = context.places.sources();
        const bool says_more = fix.message != changes(fix, sources);
        out += "<li>" + (says_more ? html(fix.message) : "");
        for (const Edit& edit : fix.edits)
            out += fmt::format(" <del>{}</del> → <ins>{}</ins> {}", html(sources.text(edit.place)),
                               html(edit.replacement), html_where(context.places.describe(edit.place)));
        out += "</li>\n";
    }
    return out + "</ul>\n";
}

std::string copied_text(const Finding& finding, const HtmlContext& context) {
    const std::string where = finding.primary ? context.places.describe(*finding.primary) : finding.path;
    return fmt::format("{}{}{}[{}]: {}", where, where.empty() ? "" : ": ", word(finding.severity), finding.id,
                       finding.message);
}

std::string article(const Finding& finding, const HtmlContext& context) {
    const std::string_view severity = word(finding.severity);
    std::string out =
        fmt::format("<article data-kind=\"{0}\" data-kind-name=\"{0}s\" data-copy=\"{1}\">\n"
                    "<h3><span class=\"meta\"><span class=\"badge {0}\">{0}</span> <span "
                    "class=\"id\">{2}</span></span> {3}</h3>\n",
                    severity, html(copied_text(finding, context)), html(finding.id), html(finding.message));
    if (!finding.primary && !finding.path.empty()) out += "<p>" + html_where(finding.path) + "</p>\n";
    out += html_figures(excerpts(finding, context.places, quoted_columns), context);
    out += more_places(finding.related.size());
    out += html_derivation(finding.derivation, context);
    if (!finding.help.empty()) out += fmt::format("<p class=\"help\">{}</p>\n", html_lines(finding.help));
    return out + ways_out(finding, context) + "</article>\n";
}

std::string documents_of(const ClaimResult& claim) {
    return html_where(claim.documents.size() == 1 ? claim.documents.front()
                                                  : counted(claim.documents.size(), "document"));
}

std::string claim_details(const ClaimResult& claim, const HtmlContext& context) {
    std::string out = fmt::format(
        "<details data-kind=\"{0}\" data-kind-name=\"{1}\">\n<summary><span class=\"badge {0}\">{1}"
        "</span> {2} <span class=\"id\">{3}</span> · {4}</summary>\n",
        word(claim.verdict), title(claim.verdict), html(claim.message), html(claim.id), documents_of(claim));
    if (!claim.why.empty()) out += fmt::format("<p>{}</p>\n", html_lines(claim.why));
    out += html_derivation(claim.derivation, context);
    out += html_figures(excerpts(claim.places, context.places, quoted_columns), context);
    out += more_places(claim.places.size());
    out += fmt::format("<p>Severity {}, evaluated {}, broken {}. Rule {}, documents: {}</p>\n",
                       word(claim.severity), counted(claim.evaluated, "time"), counted(claim.broken, "time"),
                       html_where(context.places.describe(claim.rule_place)),
                       html_where(listing(claim.documents)));
    return out + "</details>\n";
}

std::string group(std::string_view heading, std::string_view level, const std::string& content) {
    if (content.empty()) return {};
    return fmt::format("<div data-group>\n<{0}>{1}</{0}>\n{2}</div>\n", level, html(heading), content);
}

std::string claims_with(Verdict verdict, const Report& report, const HtmlContext& context) {
    std::string out;
    for (const ClaimResult& claim : report.claims)
        if (claim.verdict == verdict) out += claim_details(claim, context);
    return out;
}

std::string not_checked(const Report& report, const HtmlContext& context) {
    std::string out;
    for (const ReasonGroup& reason : not_checked_by_reason(report)) {
        std::string claims;
        for (const ClaimResult* claim : reason.claims) claims += claim_details(*claim, context);
        out += group(reason.reason, "h4", claims);
    }
    return out;
}

std::string claims_section(const Report& report, const HtmlContext& context) {
    return group("Broken", "h3", claims_with(Verdict::broken, report, context)) +
           group("Not checked", "h3", not_checked(report, context)) +
           group("Held", "h3", claims_with(Verdict::holds, report, context));
}

std::string findings_section(const Report& report, const HtmlContext& context, bool with_place) {
    std::string out;
    for (const Finding& finding : report.findings)
        if (finding.primary.has_value() == with_place) out += article(finding, context);
    return out;
}

std::string documents_section(const Report& report) {
    if (report.documents.empty()) return {};
    std::string out = "<div class=\"wide\" tabindex=\"0\"><table class=\"documents\">\n<thead><tr><th "
                      "scope=\"col\">Document</th>"
                      "<th scope=\"col\">Language</th><th scope=\"col\" class=\"number\">Bytes</th>"
                      "<th scope=\"col\" class=\"number\">Numbers read</th>"
                      "<th scope=\"col\" class=\"number\">Owned by a claim</th></tr></thead>\n<tbody>\n";
    for (const DocumentResult& document : report.documents)
        out += fmt::format(
            "<tr><td>{}</td><td>{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td>"
            "<td class=\"number\">{}</td></tr>\n",
            html_where(document.path), html(document.language), grouped(std::to_string(document.bytes)),
            grouped(std::to_string(document.numbers_read)), grouped(std::to_string(document.numbers_owned)));
    return out + "</tbody>\n</table></div>\n";
}

std::string data_section(const Report& report) {
    if (report.data.empty()) return {};
    std::string out =
        "<div class=\"wide\" tabindex=\"0\"><table class=\"documents\">\n<thead><tr><th "
        "scope=\"col\">File</th><th scope=\"col\">Format</th>"
        "<th scope=\"col\" class=\"number\">Bytes</th><th scope=\"col\" class=\"number\">Rows</th>"
        "<th scope=\"col\" class=\"number\">Columns</th></tr></thead>\n<tbody>\n";
    for (const DataResult& data : report.data)
        out +=
            fmt::format("<tr><td>{}</td><td>{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td>"
                        "<td class=\"number\">{}</td></tr>\n",
                        html_where(data.path), html(data.format), grouped(std::to_string(data.bytes)),
                        grouped(std::to_string(data.rows)), grouped(std::to_string(data.columns)));
    return out + "</tbody>\n</table></div>\n";
}

struct Section {
    std::string_view id, title;
    std::string content;
    std::string_view if_empty;  ///< said instead of nothing; where it is empty too, the section is left out
};

bool is_left_out(const Section& section) { return section.content.empty() && section.if_empty.empty(); }

std::string contents(std::span<const Section> sections) {
    std::string out = "<ul>\n";
    for (const Section& section : sections)
        if (!is_left_out(section))
            out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", section.id, section.title);
    return out + "</ul>\n";
}

std::string body(std::span<const Section> sections) {
    std::string out;
    for (const Section& section : sections) {
        if (is_left_out(section)) continue;
        const std::string otherwise = fmt::format("<p>{}</p>\n", section.if_empty);
        out += fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n{2}</section>\n",
                           section.id, section.title, section.content.empty() ? otherwise : section.content);
    }
    return out;
}

}  // namespace

std::string render_html(const Report& report, const Sources& sources, const RenderOptions& options) {
    Places places(sources);
    HtmlContext context{places, {}};
    for (const DocumentResult& document : report.documents)
        context.languages.emplace(document.path, document.language);
    const Section sections[] = {
        {"findings", "Findings", findings_section(report, context, true), "There is none."},
        {"run", "Findings without a place", findings_section(report, context, false), ""},
        {"claims", "Claims", claims_section(report, context),
         "The rules make no claim about these documents."},
        {"documents", "Documents", documents_section(report),
         report.data.empty() ? "No document was read." : ""},
        {"data", "Data", data_section(report), ""},
    };
    const Headline verdict = headline(report.summary);
    const std::pair<std::string_view, std::string> slots[] = {
        {"title", html(verdict.text) + " – factlint"},
        {"version", html(options.version)},
        {"style", std::string(page.style)},
        {"script", std::string(page.script)},
        {"state", std::string(verdict.state)},
        {"headline", html(verdict.text)},
        {"counts", counts(report.summary)},
        {"contents", contents(sections)},
        {"sections", body(sections)},
    };
    return fill(page.html, slots);
}

}  // namespace factlint
