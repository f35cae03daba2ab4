#include "mutants.h"

#include <algorithm>
#include <array>

namespace factlint::test {
namespace {

using Words = std::vector<std::string_view>;

/// Words of one group are swapped for each other. Longer ones first, so that "US dollars" is not read as "dollars".
struct Group {
    std::string_view language;
    std::string_view kind;
    Words words;
};

const std::vector<Group>& groups() {
    static const std::vector<Group> table = {
        {"ja", "scale", {"億", "万", "兆"}},
        {"en", "scale", {"million", "billion", "thousand"}},
        {"vi", "scale", {"triệu", "tỷ", "nghìn"}},
        {"ja", "currency", {"米ドル", "ユーロ", "円"}},
        {"en", "currency", {"US dollars", "euros", "yen"}},
        {"vi", "currency", {"USD", "EUR", "đồng"}},
        {"ja", "unit", {"個", "件", "回", "人"}},
        {"ja", "unit", {"周年", "周回"}},
        {"ja", "unit", {"年", "月"}},
        {"ja", "unit", {"%", "‰"}},
        {"en", "unit", {"%", "‰"}},
        {"vi", "unit", {"%", "‰"}},
        {"en", "unit", {"years", "months"}},
        {"vi", "unit", {"năm", "tháng"}},
        {"en", "month", {"November", "October", "July", "December"}},
        {"en", "weekday", {"Friday", "Thursday", "Saturday"}},
        {"vi", "weekday", {"Thứ Sáu", "Thứ Năm", "Thứ Bảy"}},
        {"ja", "weekday", {"(金)", "(木)", "(土)"}},
        {"ja", "word", {"一", "二", "三", "四"}},
        {"en", "word", {"First", "Second", "Third", "Fourth"}},
        {"en", "word", {"first", "second", "third", "fourth"}},
        {"en", "word", {"two", "three", "four"}},
        {"vi", "word", {"hai", "ba", "bốn"}},
        {"vi", "word", {"Thứ nhất", "Thứ hai", "Thứ ba", "Thứ tư"}},
    };
    return table;
}

std::string replaced(std::string_view text, std::size_t at, std::size_t length, std::string_view by) {
    return std::string(text.substr(0, at)).append(by).append(text.substr(at + length));
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

void add_digits(std::string_view text, std::vector<Mutant>& out) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at])) continue;
        for (char digit = '0'; digit <= '9'; ++digit)
            if (digit != text[at]) out.push_back({"digit", replaced(text, at, 1, std::string(1, digit))});
    }
}

/// Behind and before every run of digits.
void add_powers_of_ten(std::string_view text, std::vector<Mutant>& out) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at]) || (at + 1 < text.size() && is_digit(text[at + 1]))) continue;
        out.push_back({"power of ten", replaced(text, at + 1, 0, "0")});
        if (text[at] == '0' && at > 0 && is_digit(text[at - 1]))
            out.push_back({"power of ten", replaced(text, at, 1, "")});
    }
}

void add_words(std::string_view text, std::string_view language, std::vector<Mutant>& out) {
    for (const Group& group : groups()) {
        if (group.language != language) continue;
        for (const std::string_view word : group.words) {
            for (auto at = text.find(word); at != std::string_view::npos;
                 at = text.find(word, at + word.size()))
                for (const std::string_view other : group.words)
                    if (other != word)
                        out.push_back({std::string(group.kind), replaced(text, at, word.size(), other)});
        }
    }
}

}  // namespace

std::vector<Mutant> mutants(std::string_view written, std::string_view language) {
    std::vector<Mutant> all;
    add_digits(written, all);
    add_powers_of_ten(written, all);
    add_words(written, language, all);
    std::vector<Mutant> distinct;
    for (Mutant& mutant : all) {
        const bool seen = mutant.text == written ||
                          std::any_of(distinct.begin(), distinct.end(),
                                      [&](const Mutant& other) { return other.text == mutant.text; });
        if (!seen) distinct.push_back(std::move(mutant));
    }
    return distinct;
}

}  // namespace factlint::test
