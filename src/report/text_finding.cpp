#include "report/text_finding.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/excerpts.h"
#include "report/snippet.h"
#include "report/words.h"

namespace factlint {
namespace {

constexpr std::uint32_t quoted_columns = 100;

std::string headline(const Finding& finding, const Paint& paint) {
    const auto kind = fmt::format("{}[{}]", word(finding.severity), one_line(finding.id));
    return paint(ink(finding.severity), kind) + paint(Ink::strong, ": " + one_line(finding.message)) + "\n";
}

std::uint32_t gutter_of(const std::vector<SourceExcerpt>& quoted, const Sources& sources) {
    std::uint32_t last = 1;
    for (const SourceExcerpt& source : quoted)
        last = std::max(last, sources[source.source].lines_before + source.rows.back().line);
    return static_cast<std::uint32_t>(std::to_string(last).size());
}

/// Lines below the snippets: "   = first\n     second\n".
class Remarks {
  public:
    Remarks(std::uint32_t gutter, const Paint& paint) : indent_(gutter + 1, ' '), paint_(paint) {}

    void add(Ink ink, std::string_view title, std::string_view text) {
        std::string lead = indent_ + paint_(Ink::note, "=") + " " + paint_(ink, title);
        const std::string next = indent_ + std::string(2 + title.size(), ' ');
        for (;;) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            out_ += lead + one_line(text.substr(0, end)) + "\n";
            if (end == text.size()) return;
            text.remove_prefix(end + 1);
            lead = next;
        }
    }
    std::string take() { return std::move(out_); }

  private:
    std::string indent_;
    Paint paint_;
    std::string out_;
};

/// "440 → 430 (a.md:21:34)": the fix in its own words, else its changes, and where it edits.
std::string way_out(const Fix& fix, Places& places) {
    const std::string text = fix.message.empty() ? changes(fix, places.sources()) : fix.message;
    std::string where;
    for (const Edit& edit : fix.edits) where += (where.empty() ? "" : ", ") + places.describe(edit.place);
    return where.empty() ? text : fmt::format("{} ({})", text, where);
}

std::string remarks(const Finding& finding, Places& places, std::uint32_t gutter, const Paint& paint) {
    Remarks out(gutter, paint);
    if (const std::size_t more = left_out(finding.related.size()))
        out.add(Ink::plain, "", fmt::format("and {}", counted(more, "more place")));
    for (const Step& step : finding.derivation) out.add(Ink::plain, "", one_line(describe(step)));
    if (!finding.help.empty()) out.add(Ink::help, "help: ", finding.help);
    std::string ways;
    for (const Fix& fix : finding.fixes)
        ways += (ways.empty() ? "" : "\nor ") + one_line(way_out(fix, places));
    if (!ways.empty()) out.add(Ink::help, "help: ", (finding.fixes.size() > 1 ? "either " : "") + ways);
    return out.take();
}

}  // namespace

std::string text_of(const Finding& finding, Places& places, const Paint& paint) {
    std::string out = headline(finding, paint);
    const auto quoted = excerpts(finding, places, quoted_columns);
    const std::uint32_t gutter = gutter_of(quoted, places.sources());
    const std::string indent(gutter, ' ');
    const std::string empty_line = paint(Ink::note, indent + " |") + "\n";
    std::string_view arrow = "-->";
    for (const SourceExcerpt& source : quoted) {
        if (&source != &quoted.front()) out += empty_line;
        const std::string where = one_line(places.describe({source.source, source.first}));
        const std::uint32_t before = places.sources()[source.source].lines_before;
        out += indent + paint(Ink::note, arrow) + " " + where + "\n";
        out += snippet(source.rows, places.sources().text(source.source),
                       {paint, ink(finding.severity), gutter, UINT32_MAX, before});
        arrow = ":::";
    }
    if (quoted.empty() && !finding.path.empty())
        out += indent + paint(Ink::note, arrow) + " " + one_line(finding.path) + "\n";
    const std::string below = remarks(finding, places, gutter, paint);
    if (!below.empty() && !quoted.empty()) out += empty_line;
    return out + below;
}

}  // namespace factlint
