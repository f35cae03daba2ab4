// Properties: what a language writes is read back as exactly that, and nothing else is found beside it.
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include "facts/extract.h"
#include "facts/language_data.h"
#include "unit/facts/fact_line.h"
#include "unit/facts/invariants.h"
#include "unit/facts/writings.h"

namespace factlint {
namespace {

using test::Natural;
using test::Values;
using test::Writing;
using test::WritingGroup;
using test::Writings;

/// Any size is as likely as any other, and zeros are frequent: they are what words leave out.
Natural any_large(const test::NaturalRange& range) {
    const auto size_of = [](Natural value) { return static_cast<int>(test::to_string(value).size()); };
    const int size = *rc::gen::inRange(size_of(range.low), size_of(range.high) + 1);
    Natural value = static_cast<Natural>(*rc::gen::inRange(1, 10));
    for (const int digit :
         *rc::gen::container<std::vector<int>>(static_cast<std::size_t>(size - 1), rc::gen::inRange(-6, 10)))
        value = value * 10 + static_cast<Natural>(std::max(digit, 0));
    return std::clamp(value, range.low, range.high);
}

Natural any_natural(const test::NaturalRange& range) {
    const Natural count = range.high - range.low + 1;
    if (count > 100'000) return any_large(range);
    return range.low + static_cast<Natural>(*rc::gen::inRange(0, static_cast<int>(count)));
}

void make_day_exist(Values& values) {
    const auto day = values.find("d");
    const auto month = values.find("m");
    if (day == values.end() || month == values.end()) return;
    const int year = values.count("y") != 0 ? static_cast<int>(values["y"]) : 2000;
    const auto days = static_cast<Natural>(days_in_month(year, static_cast<int>(month->second)));
    day->second = std::min(day->second, days);
    values["w"] = static_cast<Natural>(
        weekday(days_from_civil(year, static_cast<int>(month->second), static_cast<int>(day->second))));
}

Values any_values(const WritingGroup& group) {
    Values values;
    for (auto [name, range] : group.variables) {
        const bool second = name.size() == 2;
        if (second)
            range.low = values[name.substr(0, 1)] + 1;
        else if (group.variables.count(name + '2') != 0)
            --range.high;
        values[name] = any_natural(range);
    }
    make_day_exist(values);
    return values;
}

/// What one group of writings is filled with.
struct Draw {
    Values values;
    std::string carrier;
};
// NOLINTNEXTLINE(readability-identifier-naming): called by rapidcheck
void showValue(const Draw&, std::ostream& out) { out << "(as written)"; }

rc::Gen<Draw> any_draw(const Writings& writings, const WritingGroup& group) {
    return rc::gen::exec([&writings, &group] {
        return Draw{any_values(group), *rc::gen::elementOf(writings.carriers())};
    });
}

/// "3e8+25e4" → "300025e4" as facts show it.
std::string sum_of(std::string_view terms) {
    Number sum;
    while (!terms.empty()) {
        const auto end = std::min(terms.find('+'), terms.size());
        sum = sum + Number::parse(terms.substr(0, end)).value();
        terms.remove_prefix(std::min(end + 1, terms.size()));
    }
    return sum.to_string();
}

/// A writing in its sentence, and the one fact in it.
struct Written {
    std::string text;
    Span span;
    std::string line;
    bool needs_context = false;  ///< words outside the span decide
};

Written write(const Writings& writings, const WritingGroup& group, const Writing& writing, const Draw& draw) {
    static const std::vector<std::string> numeric = {"number", "count",   "percent",
                                                     "money",  "measure", "ordinal"};
    const bool is_numeric = std::find(numeric.begin(), numeric.end(), group.kind) != numeric.end();
    std::string inner = writings.fill(writing.text, draw.values);
    const std::string value = writings.fill(writing.value, draw.values);
    Written out;
    auto begin = inner.find('['), end = inner.find(']');
    out.needs_context = begin != inner.npos;
    if (out.needs_context) {
        inner.erase(end, 1);
        inner.erase(begin, 1);
        --end;
    } else {
        begin = 0;
        end = inner.size();
    }
    const auto slot = draw.carrier.find("{}");
    out.text = draw.carrier.substr(0, slot) + inner + draw.carrier.substr(slot + 2);
    out.span = {static_cast<std::uint32_t>(slot + begin), static_cast<std::uint32_t>(slot + end)};
    out.line = group.kind + ' ' + (is_numeric ? sum_of(value) : value);
    if (!writing.unit.empty()) out.line += ' ' + writing.unit;
    if (!group.flags.empty()) out.line += ' ' + group.flags;
    if (group.flags == "weekday") out.line += ' ' + test::to_string(draw.values.at("w"));
    out.line += " | " + inner.substr(begin, end - begin);
    return out;
}

/// The facts of a text, without their parts. That a sign is shared by several currencies is left out: it is no matter
/// of what was written.
std::string read_lines(std::string_view text, LanguageId language) {
    Facts facts;
    extract_text(text, language, facts);
    std::string out;
    for (std::size_t i = 0; i < facts.items.size(); i += 1U + facts.items[i].parts) {
        facts.items[i].flags &= static_cast<std::uint8_t>(~Fact::ambiguous);
        out += (out.empty() ? "" : "; ") + test::fact_line(facts, i, text);
    }
    return out;
}

/// What is wrong with the reading, a line; empty where it is right. The span alone must read the same, unless the
/// writing says that words outside it decide.
std::string misread(const Written& written, LanguageId language) {
    const std::string read = read_lines(written.text, language);
    if (read != written.line)
        return "  " + written.text + "\n    wrote " + written.line + "\n    read  " + read + '\n';
    if (written.needs_context) return {};
    const std::string_view alone = slice(written.text, written.span);
    const std::string again = read_lines(alone, language);
    return again == written.line ? "" : "  " + std::string(alone) + " alone\n    read  " + again + '\n';
}

/// What a hundred draws of every group of writings show; `count` of them were read.
bool reads_back(const LanguageData& language, std::size_t& count) {
    const Writings writings(language.tag);
    return rc::check(std::string(language.tag), [&] {
        std::string faults;
        for (const WritingGroup& group : writings.groups()) {
            const Draw draw = *any_draw(writings, group);
            for (const Writing& writing : group.writings)
                faults += misread(write(writings, group, writing, draw), language.id);
            count += group.writings.size();
        }
        if (!faults.empty()) RC_FAIL("\n" + faults);
    });
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read) {
    for (const LanguageData& language : all_languages()) {
        std::size_t count = 0;
        BOOST_TEST(reads_back(language, count), language.tag);
        BOOST_TEST_MESSAGE(language.tag << ": " << count << " writings read");
    }
}

/// One byte of a writing less, more or another, or the text cut there.
std::string damaged(std::string text) {
    const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(text.size())));
    const auto byte = *rc::gen::arbitrary<char>();
    switch (*rc::gen::inRange(0, 4)) {
        case 0: text.resize(at); break;
        case 1: text[at] = byte; break;
        case 2: text.insert(at, 1, byte); break;
        default: text.erase(at, 1);
    }
    return text;
}

bool keeps_promises_when_damaged(const LanguageData& language) {
    const Writings writings(language.tag);
    return rc::check(std::string(language.tag), [&] {
        const WritingGroup& group =
            writings.groups()[*rc::gen::inRange<std::size_t>(0, writings.groups().size())];
        const Draw draw = *any_draw(writings, group);
        for (const Writing& writing : group.writings) {
            const std::string text = damaged(write(writings, group, writing, draw).text);
            Facts facts;
            extract_text(text, language.id, facts);
            RC_ASSERT(test::broken_promise(facts, text) == "");
        }
    });
}

BOOST_AUTO_TEST_CASE(a_damaged_writing_keeps_the_promises) {
    for (const LanguageData& language : all_languages())
        BOOST_TEST(keeps_promises_when_damaged(language), language.tag);
}

}  // namespace
}  // namespace factlint
