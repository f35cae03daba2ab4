#include <algorithm>

#include "support/cases.h"

namespace factlint::test {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (;;) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == text.npos) return lines;
        text.remove_prefix(end + 1);
    }
}

/// lengths[i][j]: longest common subsequence of a from i and b from j.
std::vector<std::vector<int>> common_lengths(const std::vector<std::string_view>& a,
                                             const std::vector<std::string_view>& b) {
    std::vector<std::vector<int>> lengths(a.size() + 1, std::vector<int>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            lengths[i][j] =
                a[i] == b[j] ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    return lengths;
}

void append_line(std::string& out, char mark, std::string_view line) {
    out += mark;
    out += ' ';
    out += line;
    out += '\n';
}

}  // namespace

std::string diff(std::string_view expected, std::string_view actual) {
    if (expected == actual) return {};
    const auto a = lines_of(expected), b = lines_of(actual);
    const auto lengths = common_lengths(a, b);
    std::string out;
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            append_line(out, ' ', a[i++]);
            ++j;
        } else if (j == b.size() || (i < a.size() && lengths[i + 1][j] >= lengths[i][j + 1])) {
            append_line(out, '-', a[i++]);
        } else {
            append_line(out, '+', b[j++]);
        }
    }
    return out;
}

}  // namespace factlint::test
