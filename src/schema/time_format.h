// Formats of dates and times as C's and Python's strptime write them: "%d/%m/%Y %H:%M".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "value/date.h"

namespace factlint {

/// What a format states; the parts of a date and of a time that a column's type needs are among them.
struct TimeParts {
    bool year = false, month = false, day = false, hour = false;
};

class TimeFormat {
  public:
    /// Directives: %Y %y %m %d %e %j %b %B %h %a %A %H %I %M %S %f %p %z %Z %F %D %T %R %n %t %%, names in English. A
    /// format that holds others has an error() and reads nothing.
    explicit TimeFormat(std::string_view format);

    const std::string& error() const { return error_; }
    TimeParts parts() const { return parts_; }
    /// Reads all of `text`: a day of the calendar, with the weekday that it states, moved to UTC where an offset is
    /// written. Numbers may lack leading zeros, as with Python; %y means 1969 to 2068, as POSIX says. O(text).
    bool read(std::string_view text, Date& date, Time& time) const;
    /// `date` and `time` as the format writes them: for examples in messages.
    std::string write(const Date& date, const Time& time) const;

  private:
    struct Step {
        char directive;  ///< of strptime; '%' for the byte `literal`, ' ' for white space
        char literal;
    };
    struct State;
    void compile(std::string_view format, int depth);
    static bool take(const Step& step, std::string_view& text, State& state);
    static bool take_word(const Step& step, std::string_view& text, State& state);
    static bool finish(State& state, Date& date, Time& time);

    std::vector<Step> steps_;
    TimeParts parts_;
    std::string error_;
};

/// What `format: any` takes: ISO 8601 in its usual writings, 2024/3/31, 31.3.2024, 3/31/2024 (the month first; the day
/// first where that is no month), 31 March 2024, March 31, 2024, 2024年3月31日; times with and without seconds, fraction,
/// am and pm.
bool read_any_date(std::string_view text, Date& date);
bool read_any_time(std::string_view text, Time& time);
/// A date and a time with a space or T between; a date alone is its midnight.
bool read_any_datetime(std::string_view text, Date& date, Time& time);

}  // namespace factlint
