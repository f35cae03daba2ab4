#include "schema/constraints.h"

#include <algorithm>

#include "schema/json_text.h"
#include "schema/value_schema.h"
#include "text/utf8.h"

namespace factlint {
namespace {

CellFault listed_if(bool is) { return is ? CellFault::none : CellFault::not_listed; }

/// NaN is within no limits; an infinity is beyond one of them.
CellFault check_special(const NumberLimits& limits, std::string_view text) {
    const bool is_nan = text.find_first_of("aA") != std::string_view::npos;
    const bool is_negative = text.starts_with('-');
    if (!limits.minima.empty() && (is_nan || is_negative)) return CellFault::below_minimum;
    if (!limits.maxima.empty() && (is_nan || !is_negative)) return CellFault::above_maximum;
    return CellFault::none;
}

}  // namespace

CellFault check_length(const LengthLimits& limits, std::size_t length) {
    if (length < limits.low) return CellFault::too_short;
    return length > limits.high ? CellFault::too_long : CellFault::none;
}

std::size_t length_of(std::string_view text) {
    return text.size() - static_cast<std::size_t>(std::count_if(
                             text.begin(), text.end(), [](char byte) { return is_continuation(byte); }));
}

std::size_t part_count(const CompiledColumn& compiled, std::string_view text) {
    if (compiled.column.type != ColumnType::list) {
        const auto json = read_json_text(text);
        return json ? json->parts.size() : 0;
    }
    const std::string_view delimiter = compiled.column.list_delimiter;
    std::size_t count = 1;
    for (std::size_t at = text.find(delimiter); at != std::string_view::npos;
         at = text.find(delimiter, at + delimiter.size()))
        ++count;
    return count;
}

std::optional<Number> number_of(const CellValue& value) {
    if (value.kind == CellValue::Kind::number) return to_number(value.decimal);
    if (value.kind == CellValue::Kind::big_number) return Number::parse(value.text);
    return std::nullopt;
}

std::optional<int> compare(const CellValue& a, const CellValue& b) {
    using Is = CellValue::Kind;
    const auto order = [](const auto& x, const auto& y) { return x < y ? -1 : y < x ? 1 : 0; };
    if (a.kind == Is::number && b.kind == Is::number) return compare(a.decimal, b.decimal);
    if (const auto x = number_of(a), y = number_of(b); x && y) return order(*x, *y);
    if (a.kind != b.kind) return std::nullopt;
    switch (a.kind) {
        case Is::text: return order(a.text, b.text);
        case Is::date:
        case Is::time:
        case Is::datetime: return order(moment_of(a), moment_of(b));
        default: return std::nullopt;
    }
}

bool is_listed(const ListedValues& listed, Decimal decimal) {
    const auto less = [](Decimal a, Decimal b) { return compare(a, b) < 0; };
    return std::binary_search(listed.decimals.begin(), listed.decimals.end(), decimal, less);
}

CellFault check_other_number(const CompiledColumn& compiled, const CellValue& value) {
    const auto number = number_of(value);
    if (!number) {
        const CellFault fault = check_special(compiled.numbers, value.text);
        return fault != CellFault::none || !compiled.listed.given ? fault : CellFault::not_listed;
    }
    for (const NumberLimits::End& end : compiled.numbers.minima)
        if (end.open ? *number <= end.value : *number < end.value) return CellFault::below_minimum;
    for (const NumberLimits::End& end : compiled.numbers.maxima)
        if (end.open ? *number >= end.value : *number > end.value) return CellFault::above_maximum;
    const std::vector<Number>& numbers = compiled.listed.numbers;
    return listed_if(!compiled.listed.given || std::binary_search(numbers.begin(), numbers.end(), *number));
}

CellMoment moment_of(const CellValue& value) {
    CellMoment moment;
    if (value.kind != CellValue::Kind::time) moment.date = date_key(value.date);
    if (value.kind != CellValue::Kind::date) moment.time = time_key(value.time);
    return moment;
}

CellFault check_moment(const CompiledColumn& compiled, std::string_view, const CellValue& value) {
    if (!compiled.moments.given && !compiled.listed.given) return CellFault::none;
    const CellMoment moment = moment_of(value);
    if (moment < compiled.moments.low) return CellFault::below_minimum;
    if (moment > compiled.moments.high) return CellFault::above_maximum;
    const std::vector<CellMoment>& moments = compiled.listed.moments;
    return listed_if(!compiled.listed.given || std::binary_search(moments.begin(), moments.end(), moment));
}

CellFault check_duration(const CompiledColumn& compiled, std::string_view text, const CellValue&) {
    const DurationLimits& limits = compiled.durations;
    if (limits.minima.empty() && limits.maxima.empty() && !compiled.listed.given) return CellFault::none;
    const auto duration = read_duration(text);
    if (!duration) return CellFault::wrong_type;
    for (const DurationLimits::End& end : limits.minima)
        if (is_shorter(*duration, end.value) || (end.open && *duration == end.value))
            return CellFault::below_minimum;
    for (const DurationLimits::End& end : limits.maxima)
        if (is_shorter(end.value, *duration) || (end.open && *duration == end.value))
            return CellFault::above_maximum;
    const std::vector<CellDuration>& listed = compiled.listed.durations;
    return listed_if(!compiled.listed.given ||
                     std::find(listed.begin(), listed.end(), *duration) != listed.end());
}

CellFault check_boolean(const CompiledColumn& compiled, std::string_view, const CellValue& value) {
    return listed_if(!compiled.listed.given || compiled.listed.truths[value.truth ? 1 : 0]);
}

CellFault check_parts(const CompiledColumn& compiled, std::string_view text, const CellValue&) {
    if (compiled.length.given()) {
        const CellFault fault = check_length(compiled.length, part_count(compiled, text));
        if (fault != CellFault::none) return fault;
    }
    const ValueSchema* const schema = compiled.column.value_schema.get();
    if (schema != nullptr && !schema->accepts(text)) return CellFault::no_instance;
    return listed_if(!compiled.listed.given || compiled.listed.texts.contains(text));
}

}  // namespace factlint
