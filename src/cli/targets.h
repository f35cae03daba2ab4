// Targets: what --format asks for, "NAME" or "NAME=FILE".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace factlint {

/// "html=out.html": a format and where it goes; an empty path is standard output.
struct Target {
    std::string format;
    std::string path;
};

std::vector<Target> targets_of(const std::vector<std::string>& formats);

/// "there is no kind 'dat' (did you mean 'date'?); there are: number count …".
std::string unknown_name(std::string_view what, std::string_view given,
                         std::span<const std::string_view> known);

}  // namespace factlint
