// Data-first tests: cases are text files that read like examples; a test only says how to compute what is expected.
//
//     Prose about the file.
//
//     == the sum is taken across units ==
//     Prose about the case.
//     -- input lang=en --
//     160 operations
//     -- expect --
//     count 160 operations
//
// A case goes from its `== title ==` to the next. A section goes from its `-- name key=value … --` to the next
// header; the blank lines that separate it from that header are not part of it. `flag` alone means `flag=yes`.
// With the attribute `escaped`, `\n \r \t \\ \xHH \u{HEX}` are replaced in the section, for bytes that an editor would
// lose. A content line that would read as a header, or that begins with a backslash before one, is written with
// one backslash in front.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace factlint::test {

struct Section {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string text;  ///< lines joined with \n, unescaped, without a newline at the end
    int line = 0;      ///< of the header, from 1
    int lines = 0;     ///< of the content, the separating blank lines included

    /// The attribute's value, else `fallback`.
    std::string attribute(std::string_view key, std::string_view fallback = "") const;
};

struct Case {
    std::string path;  ///< relative to the repository where it lies in it
    std::string title;
    int line = 0;
    std::vector<Section> sections;  ///< in order; names may repeat

    const Section* section(std::string_view name) const;
    std::string text(std::string_view name) const;  ///< of the first section of that name; empty where none
    std::string attribute(std::string_view section, std::string_view key,
                          std::string_view fallback = "") const;
};

struct CaseFile {
    std::string path;
    std::vector<std::string> lines;
    std::vector<Case> cases;
    std::vector<std::string> errors;  ///< "path:line: what is wrong": a file with errors fails its test
};

/// Splits the text of a case file. Never throws; what cannot be read is in `errors`. O(n).
CaseFile parse_cases(std::string path, std::string_view text);

/// The text of `file` with the `expect` sections of the given cases (by index, ascending) replaced; everything else
/// stays byte for byte. A case without such a section gets one at its end.
std::string rewrite_expectations(const CaseFile& file,
                                 const std::vector<std::pair<std::size_t, std::string>>& expectations);

/// What the code under test gives for a case; compared with its section `expect`, final newlines aside.
using Actual = std::function<std::string(const Case&)>;

/// Runs every case of every *.txt below tests/cases/<module>, in order of path; gives the number of failures and
/// writes each as a diff with file and line to standard error. A folder without cases counts as one failure.
/// Where updating is asked for (`test_<module> --update` or FACTLINT_UPDATE=1), differing `expect` sections are
/// rewritten instead and 0 is returned; errors of a file still count.
int for_each_case(std::string_view module, const Actual& actual);
/// The same for any folder.
int for_each_case_in(const std::string& folder, bool update, const Actual& actual);

/// Line diff, `-` expected and `+` actual, unchanged lines with two spaces; empty where both are equal.
std::string diff(std::string_view expected, std::string_view actual);

/// Absolute path of a file of this repository.
std::string repository_path(std::string_view relative);
/// Whole file; nullopt where it cannot be read.
std::optional<std::string> read_file(const std::string& path);
/// Path of a file of `../shared`. Where it is absent: nullopt, and a line on standard error says the test is skipped.
std::optional<std::string> shared_path(std::string_view relative);

}  // namespace factlint::test
