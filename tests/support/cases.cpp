#include "support/cases.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace factlint::test {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> case_paths(const std::string& folder) {
    std::vector<std::string> paths;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; it != end; it.increment(error))
        if (it->path().extension() == ".txt") paths.push_back(it->path().string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string shown_path(const std::string& path) {
    const std::string root = repository_path("");
    return path.starts_with(root) ? path.substr(root.size()) : path;
}

std::string_view without_final_newlines(std::string_view text) {
    while (text.ends_with('\n')) text.remove_suffix(1);
    return text;
}

void report_failure(const Case& item, const std::string& actual) {
    const auto* expect = item.section("expect");
    std::cerr << item.path << ':' << (expect ? expect->line : item.line) << ": case '" << item.title << "' "
              << (expect ? "differs (- expected, + actual)" : "has no section 'expect'; actual") << ":\n"
              << diff(item.text("expect"), without_final_newlines(actual)) << '\n';
}

int run_file(const std::string& path, bool update, const Actual& actual) {
    const auto text = read_file(path);
    if (!text) {
        std::cerr << path << ": cannot be read\n";
        return 1;
    }
    const auto file = parse_cases(shown_path(path), *text);
    for (const auto& error : file.errors) std::cerr << error << '\n';
    std::vector<std::pair<std::size_t, std::string>> changed;
    for (std::size_t i = 0; i < file.cases.size(); ++i) {
        auto result = actual(file.cases[i]);
        const auto* expect = file.cases[i].section("expect");
        if (expect && without_final_newlines(result) == without_final_newlines(expect->text)) continue;
        if (!update) report_failure(file.cases[i], result);
        changed.emplace_back(i, std::move(result));
    }
    const int errors = static_cast<int>(file.errors.size());
    if (!update) return errors + static_cast<int>(changed.size());
    if (!changed.empty() && errors == 0) {
        std::ofstream(path, std::ios::binary) << rewrite_expectations(file, changed);
        std::cerr << file.path << ": " << changed.size() << " expectation(s) rewritten\n";
    }
    return errors;
}

}  // namespace

int for_each_case_in(const std::string& folder, bool update, const Actual& actual) {
    const auto paths = case_paths(folder);
    if (paths.empty()) {
        std::cerr << folder << ": no case files (*.txt)\n";
        return 1;
    }
    int failures = 0;
    for (const auto& path : paths) failures += run_file(path, update, actual);
    return failures;
}

int for_each_case(std::string_view module, const Actual& actual) {
    const char* update = std::getenv("FACTLINT_UPDATE");
    const bool asked = update != nullptr && std::string_view(update) == "1";
    return for_each_case_in(repository_path("tests/cases/") + std::string(module), asked, actual);
}

std::string repository_path(std::string_view relative) {
    return std::string(FACTLINT_SOURCE_DIR) + "/" + std::string(relative);
}

std::optional<std::string> read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

std::optional<std::string> shared_path(std::string_view relative) {
    auto path = repository_path("../shared/") + std::string(relative);
    if (fs::exists(path)) return path;
    std::cerr << "skipped: ../shared/" << relative << " is absent\n";
    return std::nullopt;
}

}  // namespace factlint::test
