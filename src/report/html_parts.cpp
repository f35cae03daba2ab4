#include "report/html_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/html_text.h"
#include "report/words.h"

namespace factlint {
namespace {

enum class Cover { none, other, primary };

Cover cover_at(const std::vector<Mark>& marks, std::uint32_t offset) {
    Cover cover = Cover::none;
    for (const Mark& mark : marks)
        if (mark.span.contains(offset)) cover = std::max(cover, mark.primary ? Cover::primary : Cover::other);
    return cover;
}

bool has_empty_mark(const std::vector<Mark>& marks, std::uint32_t offset) {
    return std::any_of(marks.begin(), marks.end(),
                       [offset](const Mark& mark) { return mark.span.empty() && mark.span.begin == offset; });
}

std::string marked(Cover cover, std::string_view text) {
    if (text.empty() || cover == Cover::none) return html(text);
    return fmt::format("<mark{}>{}</mark>", cover == Cover::primary ? " class=\"primary\"" : "", html(text));
}

/// The window cut at every end of a mark: marks may lie on each other, elements may not.
std::vector<std::uint32_t> cuts_of(const Row& row) {
    std::vector<std::uint32_t> cuts{row.window.begin, row.window.end};
    for (const Mark& mark : row.marks)
        for (const std::uint32_t at : {mark.span.begin, mark.span.end})
            if (row.window.contains(at)) cuts.push_back(at);
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    return cuts;
}

std::string quoted_text(const Row& row, std::string_view source) {
    constexpr std::string_view caret = "<mark class=\"primary\">‸</mark>";
    std::string out(row.cut_before ? "…" : "");
    const std::vector<std::uint32_t> cuts = cuts_of(row);
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        if (has_empty_mark(row.marks, cuts[i])) out += caret;
        if (i + 1 < cuts.size())
            out += marked(cover_at(row.marks, cuts[i]), slice(source, {cuts[i], cuts[i + 1]}));
    }
    return row.cut_after ? out + "…" : out;
}

std::string labels(const Row& row, std::string_view source) {
    std::string items;
    for (const Mark& mark : row.marks) {
        if (mark.label.empty()) continue;
        const Span shown{std::clamp(mark.span.begin, row.window.begin, row.window.end),
                         std::clamp(mark.span.end, row.window.begin, row.window.end)};
        items += fmt::format("<li{}><q>{}</q> {}</li>\n", mark.primary ? " class=\"primary\"" : "",
                             html(slice(source, shown)), html(mark.label));
    }
    return items.empty() ? "" : "\n<ul class=\"labels\">\n" + items + "</ul>";
}

std::string where_list(const std::vector<Place>& marked_places, const HtmlContext& context) {
    std::string out;
    for (const Place place : marked_places)
        out += (out.empty() ? "" : "<br>") + html_where(context.places.describe(place));
    return out;
}

std::string interval(const Step& step) {
    if (!step.low && !step.high) return {};
    return html(fmt::format("{} to {}", grouped(step.low.value_or("-∞")), grouped(step.high.value_or("∞"))));
}

}  // namespace

std::string html_where(std::string_view where) {
    return fmt::format("<span class=\"where\">{}</span>", html(where));
}

std::string html_figures(const std::vector<SourceExcerpt>& quoted, const HtmlContext& context) {
    std::string out;
    for (const SourceExcerpt& source : quoted) {
        const Source& text = context.places.sources()[source.source];
        const auto language = context.languages.find(text.path);
        const std::string lang =
            language == context.languages.end() ? "" : fmt::format(" lang=\"{}\"", html(language->second));
        out += fmt::format("<figure>\n<figcaption>{}</figcaption>\n<ol class=\"excerpt\"{}>\n",
                           html_where(context.places.describe({source.source, source.first})), lang);
        for (const Row& row : source.rows)
            out += fmt::format("<li value=\"{}\"><span class=\"quoted\" dir=\"auto\">{}</span>{}</li>\n",
                               text.lines_before + row.line, quoted_text(row, text.text),
                               labels(row, text.text));
        out += "</ol>\n</figure>\n";
    }
    return out;
}

std::string html_derivation(const std::vector<Step>& steps, const HtmlContext& context) {
    if (steps.empty()) return {};
    const bool intervals =
        std::any_of(steps.begin(), steps.end(), [](const Step& step) { return step.low || step.high; });
    std::string out = "<div class=\"wide\" tabindex=\"0\"><table "
                      "class=\"derivation\">\n<caption>Arithmetic</caption>\n<thead><tr>"
                      "<th scope=\"col\">Expression</th><th scope=\"col\">Value</th>";
    out += intervals ? "<th scope=\"col\">Admits</th>" : "";
    out += "<th scope=\"col\">Stands at</th></tr></thead>\n<tbody>\n";
    for (const Step& step : steps) {
        out += fmt::format("<tr><td>{}</td><td>{}</td>", html(step.expr), html(step.value));
        if (intervals) out += fmt::format("<td>{}</td>", interval(step));
        out += fmt::format("<td>{}</td></tr>\n", where_list(step.places, context));
    }
    return out + "</tbody>\n</table></div>\n";
}

}  // namespace factlint
