// Speed of extraction over generated prose, or over a file: bench_extract [MEGABYTES] [LANGUAGE FILE].
// Prints processor time, so that what else runs on the machine matters little.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "facts/extract.h"
#include "facts/language.h"

using namespace factlint;

namespace {

struct Sample {
    std::string_view language;
    std::vector<std::string_view> sentences;  ///< `@` is replaced by a running number
};

const std::vector<Sample> samples = {
    {"en",
     {"The committee said on Thursday that it would look again at the proposal before the end of the year. ",
      "About @ people, or 12.5 percent of those who live there, crossed the river in small boats. ",
      "Nobody in the village could remember a winter as long as this one, and the road stayed closed. ",
      "The bridge, opened on 14 March 1998, cost $@ million and is 2.4 km long. ",
      "She thanked the teachers, the drivers and everyone else who had helped to carry the books. "}},
    {"ja",
     {"委員会は木曜日、年末までに提案を改めて検討すると述べた。",
      "およそ@人、住民の12.5パーセントが小さな船で川を渡った。",
      "村では誰も、これほど長い冬を覚えていなかったし、道路は閉ざされたままだった。",
      "橋は1998年3月14日に開通し、費用は@億円、長さは2.4キロである。",
      "彼女は本を運ぶのを手伝ってくれた先生や運転手に感謝した。"}},
    {"vi",
     {"Ủy ban cho biết hôm thứ Năm sẽ xem xét lại đề xuất trước cuối năm nay. ",
      "Khoảng @ người, tức 12,5% dân số, đã vượt sông bằng những chiếc thuyền nhỏ. ",
      "Trong làng không ai nhớ nổi một mùa đông dài như vậy, và con đường vẫn bị đóng. ",
      "Cây cầu khánh thành ngày 14 tháng 3 năm 1998, trị giá @ triệu USD và dài 2,4 km. ",
      "Bà cảm ơn các thầy cô, những người lái xe và tất cả những ai đã giúp mang sách. "}},
};

std::string prose(const Sample& sample, std::size_t bytes) {
    std::string out;
    for (std::size_t i = 0; out.size() < bytes; ++i) {
        const std::string_view sentence = sample.sentences[i % sample.sentences.size()];
        const std::size_t mark = sentence.find('@');
        out += sentence.substr(0, mark);
        if (mark != sentence.npos)
            out += std::to_string(i % 900 + 100) + std::string(sentence.substr(mark + 1));
        if (i % 7 == 6) out += '\n';
    }
    return out;
}

void measure(std::string_view language, const std::string& text) {
    const std::clock_t begin = std::clock();
    Facts facts;
    extract_text(text, *find_language(language), facts);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    std::printf("extract %.*s  %7.1f MB/s  %5.2f us/fact  %zu facts in %.1f MB\n",
                static_cast<int>(language.size()), language.data(),
                static_cast<double>(text.size()) / 1e6 / seconds,
                seconds * 1e6 / static_cast<double>(facts.items.size() + 1), facts.items.size(),
                static_cast<double>(text.size()) / 1e6);
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t bytes = static_cast<std::size_t>(argc > 1 ? std::atoi(argv[1]) : 32) << 20U;
    if (argc < 4) {
        for (const Sample& sample : samples) measure(sample.language, prose(sample, bytes));
        return 0;
    }
    std::ifstream in(argv[3], std::ios::binary);
    const std::string once((std::istreambuf_iterator<char>(in)), {});
    std::string text;
    while (!once.empty() && text.size() < bytes) text += once;
    measure(argv[2], text);
}
