// The renderers of the table in render.cpp, one file each.
#pragma once

#include <string>

#include "report/render.h"

namespace factlint {

std::string render_text(const Report& report, const Sources& sources, const RenderOptions& options);
std::string render_json(const Report& report, const Sources& sources, const RenderOptions& options);
std::string render_jsonl(const Report& report, const Sources& sources, const RenderOptions& options);
std::string render_html(const Report& report, const Sources& sources, const RenderOptions& options);

}  // namespace factlint
