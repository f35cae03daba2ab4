// Output: where bytes go, and whether they may be coloured.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/finding.h"

namespace factlint {

/// Writes all of `bytes` to standard output. False where it cannot (a closed pipe, a full disk); the reason is said on
/// standard error once.
bool write_output(std::string_view bytes);

/// A file that is written piece by piece.
class OutputFile {
  public:
    /// Makes the file and its folders, or empties it.
    explicit OutputFile(std::string path);
    ~OutputFile();
    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&&) = delete;

    /// Writes all of `bytes`. False where it cannot, or could not before; the reason is said on standard error once.
    bool write(std::string_view bytes);

  private:
    std::string path_;
    int descriptor_;
    int error_;  ///< errno of the first failure
};
/// A whole file at once, likewise.
bool write_file(const std::string& path, std::string_view bytes);
void write_error(std::string_view text);
/// "factlint: MESSAGE" as one line of standard error.
void write_problem(std::string_view message);
void write_problems(const std::vector<Finding>& findings);

/// How wide text on standard output may be: that of the terminal, at most 100, which it is where there is none.
std::uint32_t output_columns();

/// The flag, then FORCE_COLOR, then NO_COLOR, then whether standard output is a terminal.
bool use_colour(std::string_view flag);

}  // namespace factlint
