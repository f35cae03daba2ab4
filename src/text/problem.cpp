#include "text/problem.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/line_map.h"
#include "text/suggest.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::size_t longest_quotation = 60;
constexpr std::size_t most_names_listed = 20;

}  // namespace

Finding problem(std::string id, Place place, std::string message, std::string help) {
    Finding finding;
    finding.id = std::move(id);
    finding.concern = Concern::rule;
    finding.message = std::move(message);
    finding.primary = place;
    finding.help = std::move(help);
    return finding;
}

std::string suggestion(std::string_view word, std::span<const std::string_view> allowed) {
    if (const auto hint = nearest(word, allowed)) return "did you mean " + quoted(*hint) + "?";
    if (allowed.empty()) return {};
    std::string list = "expected one of ";
    for (std::size_t i = 0; i < std::min(allowed.size(), most_names_listed); ++i)
        list += (i == 0 ? "" : ", ") + quoted(allowed[i]);
    return allowed.size() > most_names_listed ? list + ", …" : list;
}

std::string quoted(std::string_view word) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < word.size() && count < longest_quotation; ++count)
        end += decode(word, end).size;
    return "`" + std::string(word.substr(0, end)) + (end < word.size() ? "…`" : "`");
}

std::string problem_lines(const Findings& findings, const Sources& sources) {
    std::string lines;
    for (const Finding& finding : findings) {
        if (finding.primary) {
            const SourceId source = finding.primary->source;
            const Position at = LineMap(sources.text(source)).position(finding.primary->span.begin);
            lines += fmt::format("{}:{}:{}: ", sources[source].path, at.line, at.column);
        }
        lines += finding.message + (finding.help.empty() ? "" : " (" + finding.help + ")") + "\n";
    }
    return lines;
}

}  // namespace factlint
