// Prose to measure with: the articles of the repository and, where it is there, the corpus beside it, repeated.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace factlint::bench {

struct Prose {
    std::string language;                 ///< BCP 47
    std::vector<std::string> paragraphs;  ///< each ends with a blank line
};

/// en, ja and vi. `corpus` holds <language>.txt and may be missing.
std::vector<Prose> read_prose(const std::filesystem::path& articles, const std::filesystem::path& corpus);

/// About `bytes` bytes, as many in each of the languages; every repetition has other figures.
std::string repeated(const std::vector<Prose>& languages, std::size_t bytes);

/// About `bytes` bytes of numbers of one to seven digits, ten in a line.
std::string digits_alone(std::size_t bytes);

}  // namespace factlint::bench
