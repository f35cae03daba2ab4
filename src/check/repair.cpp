#include "check/repair.h"

#include <algorithm>
#include <array>
#include <optional>

#include "facts/describe.h"
#include "facts/extract.h"
#include "facts/fold.h"
#include "facts/language.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::array<std::string_view, 10> ascii_digits = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
constexpr std::array<std::string_view, 10> wide_digits = {"０", "１", "２", "３", "４",
                                                          "５", "６", "７", "８", "９"};
constexpr std::array<std::string_view, 10> kanji_digits = {"〇", "一", "二", "三", "四",
                                                           "五", "六", "七", "八", "九"};
constexpr std::array<const std::array<std::string_view, 10>*, 3> digit_rows = {&ascii_digits, &wide_digits,
                                                                               &kanji_digits};

struct Digit {
    std::size_t at;
    std::string_view text;
    const std::array<std::string_view, 10>* row;
};

std::vector<Digit> digits_of(std::string_view text) {
    std::vector<Digit> digits;
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const auto* row : digit_rows)
            for (const std::string_view digit : *row)
                if (text.substr(at).starts_with(digit)) digits.push_back({at, digit, row});
    return digits;
}

std::string replaced(std::string_view text, std::size_t at, std::size_t length, std::string_view by) {
    return std::string(text.substr(0, at)).append(by).append(text.substr(at + length));
}

/// Edits of one thing: the other values of a digit, or one edit of another kind.
using EditGroup = std::vector<std::string>;

/// Whether a number begins with the digit: no 0 stands there. Behind a point or a comma of the number one may.
bool is_leading(std::string_view text, const std::vector<Digit>& digits, std::size_t index) {
    if (index == 0) return true;
    const std::size_t behind = digits[index - 1].at + digits[index - 1].text.size();
    const std::string_view between = text.substr(behind, digits[index].at - behind);
    return !between.empty() && between != "." && between != "," && between != "'";
}

void add_digit_edits(std::string_view text, const std::vector<Digit>& digits, std::vector<EditGroup>& out) {
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const Digit& digit = digits[i];
        const bool leading = is_leading(text, digits, i);
        EditGroup& group = out.emplace_back();
        for (const std::string_view other : *digit.row)
            if (other != digit.text && !(leading && other == (*digit.row)[0]))
                group.push_back(replaced(text, digit.at, digit.text.size(), other));
    }
}

void add_transpositions(std::string_view text, const std::vector<Digit>& digits,
                        std::vector<EditGroup>& out) {
    for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
        const Digit &a = digits[i], &b = digits[i + 1];
        if (a.text == b.text || a.at + a.text.size() != b.at) continue;
        out.push_back(
            {replaced(text, a.at, a.text.size() + b.text.size(), std::string(b.text).append(a.text))});
    }
}

/// 31.50: a zero more or less at its end changes no value. 1,250 may be a group.
bool ends_in_decimals(std::string_view text, const std::vector<Digit>& digits) {
    std::size_t behind = 1;
    while (behind < digits.size()) {
        const Digit& before = digits[digits.size() - behind - 1];
        const std::size_t end = before.at + before.text.size();
        const std::string_view between = text.substr(end, digits[digits.size() - behind].at - end);
        if (between == "." || between == ",") return behind != 3;
        if (!between.empty()) return false;
        ++behind;
    }
    return false;
}

void add_powers_of_ten(std::string_view text, const std::vector<Digit>& digits, std::vector<EditGroup>& out) {
    if (digits.empty() || ends_in_decimals(text, digits)) return;
    const Digit& last = digits.back();
    out.push_back({replaced(text, last.at + last.text.size(), 0, (*last.row)[0])});
    if (last.text == (*last.row)[0] && digits.size() > 1)
        out.push_back({replaced(text, last.at, last.text.size(), "")});
}

void add_scale_words(std::string_view text, LanguageId language, std::vector<EditGroup>& out) {
    const auto scales = scale_words(language);
    const std::string_view* longest = nullptr;
    std::size_t found = std::string_view::npos;
    for (const std::string_view& word : scales) {
        const auto at = text.find(word);
        if (at == std::string_view::npos || (longest && word.size() <= longest->size())) continue;
        longest = &word;
        found = at;
    }
    if (!longest) return;
    for (const std::string_view word : scales)
        if (word != *longest) out.push_back({replaced(text, found, longest->size(), word)});
}

constexpr std::size_t days_of_week = 7;

bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_lower(char letter) { return letter >= 'a' && letter <= 'z'; }

/// Where the word stands in the text, not as a part of another: Do, but not in Dollar.
std::size_t find_word(std::string_view text, std::string_view word) {
    const auto same = [](char a, char b) { return lower(a) == lower(b); };
    const auto found = std::search(text.begin(), text.end(), word.begin(), word.end(), same);
    if (found == text.end()) return text.npos;
    const auto letter = [&](std::size_t at) { return at < text.size() && is_lower(lower(text[at])); };
    const auto at = static_cast<std::size_t>(found - text.begin());
    const bool inside = (at != 0 && letter(at - 1)) || letter(at + word.size());
    return inside ? text.npos : at;
}

/// The word with the capitals of `written`, word by word: thứ Sáu → thứ Bảy, Lunes → Martes.
std::string in_case_of(std::string_view written, std::string_view word) {
    std::string out(word);
    std::size_t at = 0, other = 0;
    while (at < written.size() && other < out.size()) {
        char& first = out[other];
        if (is_upper(written[at]) && is_lower(first)) first = static_cast<char>(first - 'a' + 'A');
        if (is_lower(written[at])) first = lower(first);
        at = written.find(' ', at);
        other = out.find(' ', other);
        if (at == written.npos || other == out.npos) break;
        ++at, ++other;
    }
    return out;
}

struct WeekdayPlace {
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
    std::size_t row = 0;  ///< of the rows, where it begins
    std::size_t day = 0;
};

/// The longest of the words that stands in the text, the first row that has it.
WeekdayPlace find_weekday(std::string_view text, std::span<const std::string_view> rows) {
    WeekdayPlace best;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].size() <= best.size) continue;
        if (const std::size_t at = find_word(text, rows[i]); at != text.npos)
            best = {at, rows[i].size(), i - i % days_of_week, i % days_of_week};
    }
    return best;
}

/// (金), with brackets of any width.
WeekdayPlace find_weekday_mark(std::string_view text, std::span<const std::string_view> rows) {
    for (const std::string_view bracket : {"(", "（"}) {
        const std::size_t open = text.find(bracket);
        if (open == text.npos) continue;
        WeekdayPlace place = find_weekday(text.substr(open + bracket.size()), rows);
        if (place.at == 0) return place.at += open + bracket.size(), place;
    }
    return {};
}

/// The other six weekdays, in the language and the style that one is written in.
void add_weekdays(std::string_view text, LanguageId language, std::vector<EditGroup>& out) {
    auto rows = weekday_marks(language);
    WeekdayPlace place = find_weekday_mark(text, rows);
    if (place.at == text.npos) place = find_weekday(text, rows = weekday_words(language));
    if (place.at == text.npos) return;
    const std::string_view written = text.substr(place.at, place.size);
    EditGroup& group = out.emplace_back();
    for (std::size_t day = 0; day < days_of_week; ++day)
        if (day != place.day)
            group.push_back(replaced(text, place.at, place.size, in_case_of(written, rows[place.row + day])));
}

/// The text around an operand, with the operand's place in it.
struct Context {
    std::string_view text;
    Span operand;
};

/// What of a long paragraph is read around an operand: to white space behind this many bytes, or a little farther.
constexpr std::uint32_t most_context = 512;
constexpr std::string_view white_space = " \n";

bool is_inside_character(std::string_view text, std::uint32_t at) {
    return at < text.size() && is_continuation(text[at]);
}

std::uint32_t begin_before(std::string_view prose, std::uint32_t at) {
    const std::uint32_t from = at - std::min(at, most_context);
    const auto found = prose.substr(from, at - from).find_last_of(white_space);
    if (found != std::string_view::npos) return from + static_cast<std::uint32_t>(found);
    while (is_inside_character(prose, at)) --at;
    return at;
}

std::uint32_t end_behind(std::string_view prose, std::uint32_t at) {
    const auto found = prose.substr(at, most_context).find_first_of(white_space);
    if (found != std::string_view::npos) return at + static_cast<std::uint32_t>(found);
    while (is_inside_character(prose, at)) ++at;
    return at;
}

Span around(std::string_view prose, Span paragraph, Span operand) {
    Span out = paragraph;
    if (operand.begin - paragraph.begin > most_context)
        out.begin = std::max(out.begin, begin_before(prose, operand.begin - most_context));
    if (paragraph.end - operand.end > most_context)
        out.end = std::min(out.end, end_behind(prose, operand.end + most_context));
    return out;
}

Context context_of(const Operand& operand) {
    const std::string_view prose = operand.document->prose();
    Span read = operand.prose;
    for (const Block& block : operand.document->document().blocks)
        if (block.prose.contains(operand.prose)) read = around(prose, block.prose, operand.prose);
    return {slice(prose, read), {operand.prose.begin - read.begin, operand.prose.end - read.begin}};
}

/// The fact (or part of one) that stands exactly where the edited writing does.
std::optional<std::size_t> fact_at(const Facts& facts, Span where) {
    for (std::size_t i = 0; i < facts.items.size(); ++i)
        if (facts.items[i].span == where && !facts.items[i].has(Fact::impossible)) return i;
    return std::nullopt;
}

/// Nobody who writes of our time meant 2325.
bool is_plausible(const Fact& fact) {
    return fact.kind != Kind::date || fact.date().year == no_year || is_plausible_year(fact.date().year);
}

bool mends(const Operand& operand, std::uint32_t origin, std::string_view edited,
           const StillBroken& still_broken) {
    const Context context = context_of(operand);
    const std::string text = replaced(context.text, context.operand.begin, context.operand.size(), edited);
    Facts facts;
    extract_text(text, operand.language, facts);
    const auto index = fact_at(
        facts, {context.operand.begin, context.operand.begin + static_cast<std::uint32_t>(edited.size())});
    if (!index || !is_plausible(facts.items[*index])) return false;
    StatedParts parts;
    Stated value = stated_in(*operand.document, to_stated(facts, *index, text, parts), parts);
    value.origin = origin;
    return !still_broken({origin, &value});
}

std::vector<EditGroup> edit_groups(std::string_view text, LanguageId language) {
    std::vector<EditGroup> groups;
    const std::vector<Digit> digits = digits_of(text);
    add_weekdays(text, language, groups);
    add_digit_edits(text, digits, groups);
    add_transpositions(text, digits, groups);
    add_powers_of_ten(text, digits, groups);
    add_scale_words(text, language, groups);
    return groups;
}

/// How often a claim may still be tried, and how many fixes there may be.
struct Budget {
    std::size_t tries;
    std::size_t fixes;
};

/// The edits of one operand that mend the claim. Where several values of one digit do, as within a tolerance or below a
/// bound, the digit is not what was meant: they count only where nothing else mends, and then the first.
std::vector<std::string> mending_edits(std::string_view written, LanguageId language, Budget& budget,
                                       const std::function<bool(const std::string&)>& mends) {
    std::vector<std::string> decisive;
    std::string first;
    for (const EditGroup& group : edit_groups(written, language)) {
        std::vector<std::string> found;
        for (const std::string& edited : group) {
            if (budget.tries == 0 || found.size() > 1) break;
            --budget.tries;
            if (mends(edited)) found.push_back(edited);
        }
        if (!found.empty() && first.empty()) first = found.front();
        if (found.size() == 1) decisive.push_back(found.front());
        if (decisive.size() >= budget.fixes) break;
    }
    if (decisive.empty() && !first.empty()) decisive.push_back(first);
    return decisive;
}

}  // namespace

std::vector<std::string> single_edits(std::string_view text, LanguageId language) {
    std::vector<std::string> edits;
    for (const EditGroup& group : edit_groups(text, language))
        edits.insert(edits.end(), group.begin(), group.end());
    return edits;
}

std::vector<Fix> repairs(const std::vector<std::uint32_t>& origins, const Operands& operands,
                         const StillBroken& still_broken, std::size_t limit) {
    constexpr std::size_t longest_fact = 64;       // a longer writing is no slip of one key
    constexpr std::size_t most_steps = 2'000'000;  // a try evaluates the claim, which reads every operand
    Budget budget{most_steps / std::max<std::size_t>(origins.size(), 1), limit};
    std::vector<Fix> fixes;
    for (const std::uint32_t origin : origins) {
        const Operand& operand = operands.items[origin];
        if (!operand.document || operand.prose.empty() || operand.prose.size() > longest_fact) continue;
        const std::string_view written = slice(operand.document->prose(), operand.prose);
        if (operand.place.span.size() != operand.prose.size())
            continue;  // an entity or markup inside: not one edit
        const auto mends_claim = [&](const std::string& edited) {
            return mends(operand, origin, edited, still_broken);
        };
        for (const std::string& edited : mending_edits(written, operand.language, budget, mends_claim))
            if (fixes.size() < limit)
                fixes.push_back({std::string(written) + " → " + edited, {{operand.place, edited}}});
        budget.fixes = limit - fixes.size();
        if (budget.fixes == 0 || budget.tries == 0) break;
    }
    return fixes;
}

}  // namespace factlint
