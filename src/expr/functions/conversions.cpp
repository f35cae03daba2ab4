// Conversions between types, and type() (langdef.md, "List of standard definitions").
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "expr/describe.h"
#include "expr/equality.h"
#include "expr/evaluator.h"
#include "expr/functions/groups.h"
#include "expr/moment.h"
#include "text/utf8.h"

namespace factlint::expr {
namespace {

Value same(Call& call) { return call.arguments[0]; }

template <class T> std::optional<T> parse_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

template <class T> Value from_text(Call& call) {
    const auto value = parse_number<T>(call.text(0));
    return value ? Value{*value} : call.fail("the text is not such a number, or too large");
}

Value double_from_text(Call& call) {
    std::string_view text = call.text(0);
    const auto value = parse_number<double>(text);
    return value ? Value{*value} : call.fail("the text is not a number");
}

Value int_from_uint(Call& call) {
    const auto value = call.get<std::uint64_t>(0);
    if (value > std::numeric_limits<std::int64_t>::max())
        return call.fail("the number does not fit in an int");
    return {static_cast<std::int64_t>(value)};
}

/// Both ends are refused: the largest int has no double of its own.
Value int_from_double(Call& call) {
    const double value = call.get<double>(0);
    if (!(value > -9223372036854775808.0 && value < 9223372036854775808.0))
        return call.fail("the number does not fit in an int");
    return {static_cast<std::int64_t>(value)};
}

Value int_from_timestamp(Call& call) { return {call.get<Timestamp>(0).seconds}; }

Value uint_from_int(Call& call) {
    if (call.integer(0) < 0) return call.fail("a negative number is no uint");
    return {static_cast<std::uint64_t>(call.integer(0))};
}

Value uint_from_double(Call& call) {
    const double value = call.get<double>(0);
    if (!(value > -1 && value < 18446744073709551616.0) || std::signbit(value) != (value < 0) || value < 0)
        return call.fail("the number does not fit in a uint");
    return {static_cast<std::uint64_t>(value)};
}

Value double_from_int(Call& call) { return {static_cast<double>(call.integer(0))}; }
Value double_from_uint(Call& call) { return {static_cast<double>(call.get<std::uint64_t>(0))}; }

Value bool_from_text(Call& call) {
    constexpr std::array<std::string_view, 5> yes{"1", "t", "true", "TRUE", "True"};
    constexpr std::array<std::string_view, 5> no{"0", "f", "false", "FALSE", "False"};
    for (std::size_t i = 0; i < yes.size(); ++i) {
        if (call.text(0) == yes[i]) return {true};
        if (call.text(0) == no[i]) return {false};
    }
    return call.fail("the text is not a truth value");
}

Value text_from(Call& call) { return call.make_text(plain_text(call.arguments[0])); }

Value text_from_bytes(Call& call) {
    const auto data = call.get<Bytes>(0).data;
    if (first_invalid_utf8(data)) return call.fail("the bytes are not valid UTF-8");
    return {data};
}

Value bytes_from_text(Call& call) { return {Bytes{call.text(0)}}; }

Value timestamp_from_text(Call& call) {
    const auto time = parse_timestamp(call.text(0));
    return time ? Value{*time} : call.fail("the text is not a timestamp of RFC 3339");
}

Value timestamp_from_int(Call& call) {
    const Timestamp time{call.integer(0), 0};
    return in_range(time) ? Value{time} : call.fail("the timestamp is out of range");
}

Value duration_from_text(Call& call) {
    const auto span = parse_duration(call.text(0));
    return span ? Value{*span} : call.fail("the text is not a duration such as 1h30m");
}

Value duration_from_int(Call& call) {
    const auto span = make_duration(call.integer(0), 0);
    return span ? Value{*span} : call.fail("the duration is out of range");
}

Value type(Call& call) { return {TypeValue{type_name(call.arguments[0])}}; }

constexpr Function rows[] = {
    {"bool", "(bool) -> bool", same, "itself"},
    {"bool", "(string) -> bool", bool_from_text, "from 1, t, true, TRUE, True or 0, f, false, FALSE, False"},
    {"bytes", "(bytes) -> bytes", same, "itself"},
    {"bytes", "(string) -> bytes", bytes_from_text, "the bytes of its UTF-8"},
    {"double", "(double) -> double", same, "itself"},
    {"double", "(int) -> double", double_from_int, "the nearest double"},
    {"double", "(uint) -> double", double_from_uint, "the nearest double"},
    {"double", "(string) -> double", double_from_text, "the number that the text says"},
    {"int", "(int) -> int", same, "itself"},
    {"int", "(uint) -> int", int_from_uint, "the same number, or an error"},
    {"int", "(double) -> int", int_from_double, "without its fraction, or an error"},
    {"int", "(string) -> int", from_text<std::int64_t>, "the number that the text says"},
    {"int", "(timestamp) -> int", int_from_timestamp, "seconds since 1970"},
    {"uint", "(uint) -> uint", same, "itself"},
    {"uint", "(int) -> uint", uint_from_int, "the same number, or an error"},
    {"uint", "(double) -> uint", uint_from_double, "without its fraction, or an error"},
    {"uint", "(string) -> uint", from_text<std::uint64_t>, "the number that the text says"},
    {"string", "(string) -> string", same, "itself"},
    {"string", "(bool) -> string", text_from, "true or false"},
    {"string", "(int) -> string", text_from, "its digits"},
    {"string", "(uint) -> string", text_from, "its digits"},
    {"string", "(double) -> string", text_from, "the shortest text that reads back as it"},
    {"string", "(bytes) -> string", text_from_bytes, "the text that the UTF-8 says"},
    {"string", "(timestamp) -> string", text_from, "RFC 3339 in UTC"},
    {"string", "(duration) -> string", text_from, "seconds, such as 1.5s"},
    {"timestamp", "(timestamp) -> timestamp", same, "itself"},
    {"timestamp", "(string) -> timestamp", timestamp_from_text, "from RFC 3339"},
    {"timestamp", "(int) -> timestamp", timestamp_from_int, "from seconds since 1970"},
    {"duration", "(duration) -> duration", same, "itself"},
    {"duration", "(string) -> duration", duration_from_text, "from a text such as 1h30m"},
    {"duration", "(int) -> duration", duration_from_int, "from seconds"},
    {"dyn", "(A) -> dyn", same, "itself, with its type left open"},
    {"type", "(A) -> type(A)", type, "the type of a value"},
};

}  // namespace

std::span<const Function> conversion_functions() { return rows; }

}  // namespace factlint::expr
