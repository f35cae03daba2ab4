#include "schema/time_format.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "schema/moment.h"

namespace factlint {
namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};
constexpr std::string_view spaces = " \t\n\r\f\v";
constexpr std::size_t short_name = 3;

constexpr bool is_space(char byte) { return spaces.find(byte) != std::string_view::npos; }
constexpr char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; }

bool takes(std::string_view& text, std::string_view name) {
    const auto alike = [](char a, char b) { return lower(a) == lower(b); };
    if (text.size() < name.size() || !std::equal(name.begin(), name.end(), text.begin(), alike)) return false;
    text.remove_prefix(name.size());
    return true;
}

/// The number, from 1, of the one of `names` that `text` starts with, in full or as its first three letters; 0 = none.
int take_name(std::string_view& text, std::span<const std::string_view> names) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (takes(text, names[i]) || takes(text, names[i].substr(0, short_name)))
            return static_cast<int>(i + 1);
    return 0;
}

/// A directive that is a number: how many digits it has at most, and its range.
struct Field {
    char directive;
    std::uint8_t digits;
    std::int16_t low, high;
};
constexpr Field fields[] = {{'Y', 4, 0, 9999}, {'y', 2, 0, 99},  {'m', 2, 1, 12}, {'d', 2, 1, 31},
                            {'e', 2, 1, 31},   {'j', 3, 1, 366}, {'H', 2, 0, 23}, {'I', 2, 1, 12},
                            {'M', 2, 0, 59},   {'S', 2, 0, 59}};

const Field* field_of(char directive) {
    for (const Field& field : fields)
        if (field.directive == directive) return &field;
    return nullptr;
}

/// Directives that stand for others.
constexpr std::pair<char, std::string_view> composites[] = {
    {'F', "%Y-%m-%d"}, {'D', "%m/%d/%y"}, {'T', "%H:%M:%S"}, {'R', "%H:%M"}, {'n', " "}, {'t', " "}};
constexpr std::string_view words = "bBhaApzZf";

/// Digits as long as they stay a number that the field can hold.
std::optional<int> take_number(std::string_view& text, const Field& field) {
    int value = 0;
    std::size_t size = 0;
    while (size < text.size() && size < field.digits && text[size] >= '0' && text[size] <= '9') {
        const int longer = value * 10 + (text[size] - '0');
        if (longer > field.high) break;
        value = longer;
        ++size;
    }
    if (size == 0 || value < field.low || (field.directive == 'Y' && size != 4)) return std::nullopt;
    text.remove_prefix(size);
    return value;
}

}  // namespace

struct TimeFormat::State {
    int year = no_year, month = 0, day = 0, day_of_year = 0, weekday = 0;
    int hour = -1, half = 0, minute = -1, second = -1;  ///< half: 0 = 24 hours or am, 12 = pm
    bool twelve = false;
    std::int32_t nanosecond = 0;
    std::optional<int> offset;

    void set(char directive, int value) {
        switch (directive) {
            case 'Y': year = value; break;
            case 'y': year = value + (value < 69 ? 2000 : 1900); break;
            case 'm': month = value; break;
            case 'd':
            case 'e': day = value; break;
            case 'j': day_of_year = value; break;
            case 'H': hour = value; break;
            case 'I': hour = value % 12, twelve = true; break;
            case 'M': minute = value; break;
            default: second = value;
        }
    }
};

TimeFormat::TimeFormat(std::string_view format) {
    compile(format, 0);
    const auto states = [&](std::string_view directives) {
        return std::any_of(steps_.begin(), steps_.end(), [&](const Step& step) {
            return step.directive != '%' && directives.find(step.directive) != std::string_view::npos;
        });
    };
    parts_.year = states("Yy");
    parts_.month = states("mbBhj");
    parts_.day = states("dej");
    parts_.hour = states("HI");
}

void TimeFormat::compile(std::string_view format, int depth) {
    for (std::size_t i = 0; i < format.size() && error_.empty(); ++i) {
        const char byte = format[i];
        if (is_space(byte)) {
            if (steps_.empty() || steps_.back().directive != ' ') steps_.push_back({' ', ' '});
        } else if (byte != '%') {
            steps_.push_back({'%', byte});
        } else if (i + 1 == format.size()) {
            error_ = "it ends with a single %";
        } else {
            const char directive = format[++i];
            const auto composite = std::find_if(std::begin(composites), std::end(composites),
                                                [&](const auto& row) { return row.first == directive; });
            if (composite != std::end(composites) && depth == 0)
                compile(composite->second, depth + 1);
            else if (directive == '%')
                steps_.push_back({'%', '%'});
            else if (field_of(directive) || words.find(directive) != std::string_view::npos)
                steps_.push_back({directive, 0});
            else
                error_ = fmt::format("%{} is not among the directives that are read", directive);
        }
    }
}

bool TimeFormat::take_word(const Step& step, std::string_view& text, State& state) {
    switch (step.directive) {
        case 'b':
        case 'B':
        case 'h': return (state.month = take_name(text, months)) != 0;
        case 'a':
        case 'A': return (state.weekday = take_name(text, weekdays)) != 0;
        case 'p': state.half = takes(text, "pm") ? 12 : 0; return state.half == 12 || takes(text, "am");
        case 'z': return (state.offset = take_offset(text)).has_value();
        case 'Z': state.offset = 0; return takes(text, "UTC") || takes(text, "GMT") || takes(text, "Z");
        default: break;
    }
    // %f: the digits behind the point, which is a literal of the format.
    const std::string with_point = "." + std::string(text.substr(0, 10));
    std::string_view rest = with_point;
    const auto fraction = take_fraction(rest);
    if (!fraction) return false;
    state.nanosecond = *fraction;
    text.remove_prefix(with_point.size() - rest.size() - 1);
    return true;
}

bool TimeFormat::take(const Step& step, std::string_view& text, State& state) {
    if (step.directive == '%') {
        if (!text.starts_with(step.literal)) return false;
        text.remove_prefix(1);
        return true;
    }
    if (step.directive == ' ') {
        if (text.empty() || !is_space(text.front())) return false;
        text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
        return true;
    }
    const Field* field = field_of(step.directive);
    if (field == nullptr) return take_word(step, text, state);
    const auto number = take_number(text, *field);
    if (number) state.set(step.directive, *number);
    return number.has_value();
}

bool TimeFormat::finish(State& state, Date& date, Time& time) {
    date = {};
    date.year = static_cast<std::int16_t>(state.year);
    if (state.day_of_year != 0) {
        if (state.year == no_year) return false;
        date = civil_from_days(days_from_civil(state.year, 1, 1) + state.day_of_year - 1);
        if (date.year != state.year) return false;
    } else {
        date.month = static_cast<std::uint8_t>(state.month);
        date.day = static_cast<std::uint8_t>(state.day);
        if (state.day != 0 && state.month != 0 && state.year != no_year && !is_day(date)) return false;
    }
    const bool whole = date.year != no_year && date.month != 0 && date.day != 0;
    if (state.weekday != 0 && whole &&
        weekday(days_from_civil(date.year, date.month, date.day)) != state.weekday)
        return false;
    time = {};
    if (state.hour >= 0) time.hour = static_cast<std::uint8_t>(state.hour + (state.twelve ? state.half : 0));
    if (state.minute >= 0) time.minute = static_cast<std::uint8_t>(state.minute);
    if (state.second >= 0) time.second = static_cast<std::uint8_t>(state.second);
    time.nanosecond = state.nanosecond;
    return !whole || state.offset.value_or(0) == 0 || move_to_utc(date, time, *state.offset);
}

bool TimeFormat::read(std::string_view text, Date& date, Time& time) const {
    if (!error_.empty()) return false;
    State state;
    for (const Step& step : steps_)
        if (!take(step, text, state)) return false;
    return text.empty() && finish(state, date, time);
}

std::string TimeFormat::write(const Date& date, const Time& time) const {
    std::string out;
    const Day day = days_from_civil(date.year, date.month, date.day);
    const int hour = time.hour % 12 == 0 ? 12 : time.hour % 12;
    for (const Step& step : steps_) {
        switch (step.directive) {
            case 'Y': out += fmt::format("{:04}", date.year); break;
            case 'y': out += fmt::format("{:02}", date.year % 100); break;
            case 'm': out += fmt::format("{:02}", date.month); break;
            case 'd':
            case 'e': out += fmt::format("{:02}", date.day); break;
            case 'j': out += fmt::format("{:03}", day - days_from_civil(date.year, 1, 1) + 1); break;
            case 'b':
            case 'h': out += months[date.month - 1u].substr(0, short_name); break;
            case 'B': out += months[date.month - 1u]; break;
            case 'a':
                out += weekdays[static_cast<std::size_t>(weekday(day)) - 1].substr(0, short_name);
                break;
            case 'A': out += weekdays[static_cast<std::size_t>(weekday(day)) - 1]; break;
            case 'H': out += fmt::format("{:02}", time.hour); break;
            case 'I': out += fmt::format("{:02}", hour); break;
            case 'M': out += fmt::format("{:02}", time.minute); break;
            case 'S': out += fmt::format("{:02}", time.second); break;
            case 'f': out += "000"; break;
            case 'p': out += time.hour < 12 ? "AM" : "PM"; break;
            case 'z': out += "+0000"; break;
            case 'Z': out += "UTC"; break;
            default: out += step.literal;
        }
    }
    return out;
}

}  // namespace factlint
