#include "cli/documents.h"

#include <algorithm>
#include <filesystem>

#include "check/data_files.h"
#include "check/files.h"

namespace factlint {
namespace {

Finding no_repository() {
    Finding finding;
    finding.id = "no-repository";
    finding.concern = Concern::input;
    finding.message = "--tracked needs the git program and a repository";
    finding.help = "leave --tracked out to read what is on disk";
    return finding;
}

}  // namespace

std::vector<Glob> from_command_line(const std::vector<std::string>& paths) {
    std::vector<Glob> globs;
    for (const std::string& path : paths) globs.push_back({path});
    return globs;
}

std::vector<std::string> named_documents(const Project& project, const std::vector<Glob>& globs,
                                         std::vector<Finding>& findings) {
    std::vector<std::string> paths;
    for (const Glob& glob : globs) {
        std::string relative = glob.place ? glob.text : from_working_folder(project, glob.text);
        std::error_code ignored;
        if (std::filesystem::is_directory(std::filesystem::path(project.root) / relative, ignored))
            relative = relative == "." ? "**" : relative + (relative.ends_with('/') ? "**" : "/**");
        const auto matched = expand_glob(project.root, relative, project.exclude);
        paths.insert(paths.end(), matched.begin(), matched.end());
        if (matched.empty())
            findings.push_back(matches_nothing(
                glob.text, glob.place, "mend the path, or leave it out to check what the rule files name"));
    }
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
}

CheckRequest request_for(const Project& project, const Options& options, std::vector<Finding>& findings) {
    std::vector<Glob> globs = from_command_line(options.documents);
    for (Glob& glob : from_command_line(options.arguments)) globs.push_back(std::move(glob));
    if (globs.empty()) globs = project.documents;
    CheckRequest request;
    request.root = project.root;
    request.exclude = project.exclude;
    request.ignored = project.ignored;
    request.override_documents = !globs.empty();
    for (std::string& path : named_documents(project, globs, findings))
        (data_format_for(path) ? request.data : request.documents).push_back(std::move(path));
    if (options.documents.empty() && options.arguments.empty())
        for (std::string& path : named_documents(project, project.data, findings))
            if (data_format_for(path)) request.data.push_back(std::move(path));
    request.only_tracked = options.tracked;
    if (!options.tracked) return request;
    if (auto tracked = tracked_files(project.root)) {
        request.only = std::move(*tracked);
        std::erase_if(request.data, [&](const std::string& path) {
            return !std::binary_search(request.only.begin(), request.only.end(), path);
        });
    } else
        findings.push_back(no_repository());
    return request;
}

}  // namespace factlint
