// Parts of the HTML report that findings and claims have in common.
#pragma once

#include <map>
#include <string>

#include "report/excerpts.h"
#include "report/places.h"
#include "text/finding.h"

namespace factlint {

/// What the parts need to know about the whole report.
struct HtmlContext {
    Places& places;
    std::map<std::string_view, std::string_view> languages;  ///< document path → BCP 47 tag
};

/// A <figure> for each source: its path, and its lines as an <ol> whose items bear the line numbers.
std::string html_figures(const std::vector<SourceExcerpt>& quoted, const HtmlContext& context);
/// A <table> of the steps; empty where there are none.
std::string html_derivation(const std::vector<Step>& steps, const HtmlContext& context);
/// "<span class=where>path:21:34</span>".
std::string html_where(std::string_view where);

}  // namespace factlint
