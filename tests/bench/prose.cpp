#include "prose.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string_view>

namespace factlint::bench {
namespace {

/// The same numbers on every machine (the constants of Knuth's MMIX).
class Generator {
  public:
    std::uint32_t below(std::uint32_t bound) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint32_t>(state_ >> 33U) % bound;
    }

  private:
    std::uint64_t state_ = 1;
};

bool is_digit(char byte) { return '0' <= byte && byte <= '9'; }

void append_paragraphs(const std::filesystem::path& path, std::vector<std::string>& paragraphs) {
    std::ifstream in(path);
    std::string paragraph;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty()) paragraph += line + "\n";
        if (!line.empty() || paragraph.empty()) continue;
        paragraphs.push_back(paragraph + "\n");
        paragraph.clear();
    }
    if (!paragraph.empty()) paragraphs.push_back(paragraph + "\n");
}

/// Other last digits: lengths, first digits and separators stay, so that a year stays a year.
void append_varied(std::string& out, std::string_view paragraph, Generator& random) {
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
        const bool last = is_digit(paragraph[i]) && i > 0 && is_digit(paragraph[i - 1]) &&
                          (i + 1 == paragraph.size() || !is_digit(paragraph[i + 1]));
        out += last ? static_cast<char>('0' + random.below(10)) : paragraph[i];
    }
}

}  // namespace

std::vector<Prose> read_prose(const std::filesystem::path& articles, const std::filesystem::path& corpus) {
    std::vector<Prose> languages;
    for (const char* language : {"en", "ja", "vi"}) {
        Prose& prose = languages.emplace_back(Prose{language, {}});
        append_paragraphs(articles / ("article." + prose.language + ".md"), prose.paragraphs);
        append_paragraphs(corpus / (prose.language + ".txt"), prose.paragraphs);
    }
    return languages;
}

std::string repeated(const std::vector<Prose>& languages, std::size_t bytes) {
    struct Progress {
        std::size_t written = 0;
        std::size_t next = 0;
    };
    std::vector<Progress> progress(languages.size());
    std::string text;
    text.reserve(bytes);
    Generator random;
    while (text.size() < bytes) {
        const auto least =
            std::min_element(progress.begin(), progress.end(),
                             [](const Progress& a, const Progress& b) { return a.written < b.written; });
        const auto& paragraphs = languages[static_cast<std::size_t>(least - progress.begin())].paragraphs;
        const std::string& paragraph = paragraphs[least->next++ % paragraphs.size()];
        if (text.size() + paragraph.size() > bytes) break;
        append_varied(text, paragraph, random);
        least->written += paragraph.size();
    }
    return text;
}

std::string digits_alone(std::size_t bytes) {
    constexpr std::uint32_t powers[] = {10, 100, 1000, 10000, 100000, 1000000, 10000000};
    std::string text;
    text.reserve(bytes);
    Generator random;
    for (std::size_t i = 1; text.size() + std::size("9999999") < bytes; ++i)
        text += std::to_string(random.below(powers[random.below(std::size(powers))])) +
                (i % 10 == 0 ? '\n' : ' ');
    return text;
}

}  // namespace factlint::bench
