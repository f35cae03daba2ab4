#include "check/document_date.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <tuple>
#include <vector>

#include "facts/fold.h"

namespace factlint {
namespace {

bool has_year(const Date& date) { return date.year != no_year; }

Date in_year(Date date, int year) {
    date.year = static_cast<std::int16_t>(year);
    return date;
}

/// The middle of the days that a date with a year admits. Precondition: valid(date).
Day middle(const Date& date) {
    const auto admitted = days(date);
    return admitted->first + (admitted->last - admitted->first) / 2;
}

bool weekday_fits(const Date& date) {
    return valid(date) && date.day != 0 && date.weekday == weekday(middle(date));
}

std::optional<DocumentDate> from_front_matter(const Document& document) {
    const auto date = document.date.empty() ? std::nullopt : parse_date(document.date);
    if (!date || !has_year(*date) || !valid(*date)) return std::nullopt;
    return DocumentDate{*date, "the front matter"};
}

// A dateline is told by what stands around its date in the line: bytes, since a place may have any name.
constexpr std::size_t longest_place = 40;
constexpr std::size_t longest_rest = 30;
constexpr std::array<std::string_view, 5> dashes = {"—", "–", "―", "-", "－"};
constexpr std::array<std::string_view, 6> openers = {"(", "[", "（", "【", "［", "〔"};
constexpr std::array<std::string_view, 6> closers = {")", "]", "）", "】", "］", "〕"};
constexpr std::array<std::string_view, 9> joiners = {",", "、", "，", "・", ":", "：", "=", "＝", "/"};
constexpr std::array<std::string_view, 5> sentence_ends = {". ", "。", "! ", "? ", "．"};

template <std::size_t size>
bool contains_one(std::string_view text, const std::array<std::string_view, size>& all) {
    return std::any_of(all.begin(), all.end(),
                       [&](std::string_view one) { return text.find(one) != std::string_view::npos; });
}

template <std::size_t size>
bool take_one(std::string_view& text, const std::array<std::string_view, size>& all) {
    for (const std::string_view one : all)
        if (text.starts_with(one)) return text.remove_prefix(one.size()), true;
    return false;
}

std::string_view without_spaces(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

/// "", "HANOI, ", "Hà Nội, ngày ", "【ハノイ＝": what may stand before a date that is no part of a sentence.
bool is_place(std::string_view before) {
    if (before.size() > longest_place || contains_one(before, sentence_ends)) return false;
    return before.empty() || contains_one(before, joiners) || contains_one(before, openers);
}

/// "Published ": one word before a date that stands alone.
bool is_one_word(std::string_view before) {
    return before.size() <= longest_place && before.find(' ') + 1 == before.size();
}

/// "", "10:00 GMT+7", "(Sunday)": what may follow a date on its line where nothing is said about it.
bool is_rest_of_line(std::string_view line) {
    if (line.size() > longest_rest || contains_one(line, sentence_ends) || line.ends_with('.')) return false;
    const char first = line.empty() ? '|' : line.front();
    return (first > ' ' && !is_ascii_letter(first)) || take_one(line, openers) || take_one(line, dashes);
}

bool is_dateline(std::string_view before, std::string_view behind) {
    std::string_view line = without_spaces(behind.substr(0, behind.find('\n')));
    if ((is_place(before) || is_one_word(before)) && is_rest_of_line(line)) return true;
    if (!is_place(before)) return false;
    if (contains_one(before, openers)) {
        if (!take_one(line, closers)) return false;
        if (take_one(before, openers)) return true;
        line = without_spaces(line);
    }
    return take_one(line, dashes);
}

std::optional<DocumentDate> from_dateline(const Document& document, const Facts& facts) {
    constexpr std::size_t most_blocks = 4;
    std::size_t read = 0, at = 0;
    const auto& items = facts.items;
    for (const Block& block : document.blocks) {
        if (block.kind != BlockKind::paragraph) continue;
        if (++read > most_blocks) break;
        while (at < items.size() && items[at].span.begin < block.prose.begin) ++at;
        while (at < items.size() && items[at].kind == Kind::datetime) ++at;  // its day is the part behind it
        if (at == items.size() || items[at].span.end > block.prose.end) continue;
        const Fact& fact = items[at];
        const bool day = fact.kind == Kind::date && !fact.has(Fact::impossible) && fact.date().day != 0;
        if (!day || !has_year(fact.date())) continue;
        if (is_dateline(slice(document.prose, {block.prose.begin, fact.span.begin}),
                        slice(document.prose, {fact.span.end, block.prose.end})))
            return DocumentDate{fact.date(), "the dateline"};
    }
    return std::nullopt;
}

/// What dates say about the year: weekdays beside days without one, each day once, and the years that are written.
struct Evidence {
    std::vector<Date> pairs;
    std::set<int> years;
};

Evidence evidence_of(const Facts& facts) {
    Evidence evidence;
    std::set<std::tuple<int, int, int>> seen;
    for (const Fact& fact : facts.items) {
        if (fact.kind != Kind::date || fact.has(Fact::impossible)) continue;
        const Date date = fact.date();
        if (has_year(date) && date.years <= 1) evidence.years.insert(date.year);
        const bool pair = !has_year(date) && date.month != 0 && date.day != 0 && date.weekday != 0;
        if (pair && seen.insert({date.month, date.day, date.weekday}).second) evidence.pairs.push_back(date);
    }
    return evidence;
}

std::optional<DocumentDate> from_weekdays(const Facts& facts) {
    const Evidence evidence = evidence_of(facts);
    if (evidence.pairs.size() < 2) return std::nullopt;
    std::set<int> plausible;
    for (const int year : evidence.years) plausible.insert({year - 1, year, year + 1});
    std::vector<Date> best;
    bool alone = false;
    for (const int year : plausible) {
        std::vector<Date> fitting;
        for (const Date& pair : evidence.pairs)
            if (const Date dated = in_year(pair, year); weekday_fits(dated)) fitting.push_back(dated);
        if (fitting.size() < best.size()) continue;
        alone = fitting.size() > best.size();
        if (alone) best = std::move(fitting);
    }
    const std::size_t others = evidence.pairs.size() - best.size();
    if (!alone || best.size() < 2 || others * 2 > best.size()) return std::nullopt;
    const auto half = best.begin() + static_cast<std::ptrdiff_t>(best.size() / 2);
    std::nth_element(best.begin(), half, best.end(),
                     [](const Date& a, const Date& b) { return middle(a) < middle(b); });
    return DocumentDate{*half, "the weekdays of the document"};
}

bool is_dated(Kind kind) { return is_temporal(kind) && kind != Kind::time; }

}  // namespace

std::optional<DocumentDate> document_date(const Document& document, const Facts& facts) {
    if (auto found = from_front_matter(document)) return found;
    if (auto found = from_dateline(document, facts)) return found;
    return from_weekdays(facts);
}

Date with_year(Date date, const DocumentDate& document) {
    const int year = document.date.year;
    if (has_year(date) || date.month == 0) return date;
    const Date own = in_year(date, year);
    if (!valid(own)) return date;
    if (document.date.month == 0) return own;
    const Day written = middle(document.date);
    const Date other = in_year(date, middle(own) < written ? year + 1 : year - 1);
    const bool own_is_nearest =
        !valid(other) || std::abs(middle(own) - written) <= std::abs(middle(other) - written);
    if (own_is_nearest) return own;
    if (date.weekday == 0) return date;
    return weekday_fits(other) && !weekday_fits(own) ? other : own;
}

Stated with_year(Stated value, const DocumentDate& document, StatedParts& parts) {
    if (!is_dated(value.kind)) return value;
    const DateRange dated{with_year(value.dates.start, document), with_year(value.dates.end, document)};
    const auto admitted = days(dated);
    if (value.kind != Kind::time_range && (!admitted || admitted->last < admitted->first)) return value;
    value.dates = dated;
    std::vector<Stated> changed;
    for (const Stated& part : value.parts) changed.push_back(with_year(part, document, parts));
    if (!changed.empty()) value.parts = parts.emplace_back(std::move(changed));
    return value;
}

}  // namespace factlint
