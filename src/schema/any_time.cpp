#include <algorithm>

#include "schema/moment.h"
#include "schema/time_format.h"

namespace factlint {
namespace {

/// The writings of `format: any`, the first that reads a cell is taken.
const std::vector<TimeFormat>& date_formats() {
    static const std::vector<TimeFormat> formats = [] {
        std::vector<TimeFormat> all;
        for (const char* format :
             {"%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%Y", "%m-%d-%Y", "%d-%m-%Y",
              "%d %b %Y", "%d-%b-%Y", "%b %d, %Y", "%b %d %Y", "%a, %d %b %Y", "%a, %b %d, %Y", "%a %d %b %Y",
              "%d. %b %Y", "%Y年%m月%d日"})
            all.emplace_back(format);
        return all;
    }();
    return formats;
}

const std::vector<TimeFormat>& time_formats() {
    static const std::vector<TimeFormat> formats = [] {
        std::vector<TimeFormat> all;
        for (const char* format :
             {"%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%H:%M%z", "%H:%M:%S%z", "%H:%M:%S.%f%z", "%H:%M %Z",
              "%H:%M:%S %Z", "%H:%M:%S %z", "%I:%M %p", "%I:%M%p", "%I:%M:%S %p", "%I %p", "%I%p"})
            all.emplace_back(format);
        return all;
    }();
    return formats;
}

bool read_first(const std::vector<TimeFormat>& formats, std::string_view text, Date& date, Time& time) {
    return std::any_of(formats.begin(), formats.end(),
                       [&](const TimeFormat& format) { return format.read(text, date, time); });
}

/// The offset of a time's end and what is before it; a time that ends without one keeps its text.
std::optional<int> offset_at_end(std::string_view text) {
    const std::size_t sign = text.find_last_of("+-Z");
    if (sign == std::string_view::npos) return std::nullopt;
    std::string_view rest = text.substr(sign);
    const auto offset = take_offset(rest);
    return rest.empty() ? offset : std::nullopt;
}

}  // namespace

bool read_any_date(std::string_view text, Date& date) {
    Time time;
    const bool is_basic = text.size() == 8 && text.find_first_not_of("0123456789") == std::string_view::npos;
    static const TimeFormat basic("%Y%m%d");
    return is_basic ? basic.read(text, date, time) : read_first(date_formats(), text, date, time);
}

bool read_any_time(std::string_view text, Time& time) {
    Date date;
    return read_first(time_formats(), text, date, time);
}

bool read_any_datetime(std::string_view text, Date& date, Time& time) {
    for (std::size_t at = text.find_first_of(" T"); at != std::string_view::npos;
         at = text.find_first_of(" T", at + 1)) {
        if (!read_any_date(text.substr(0, at), date) || !read_any_time(text.substr(at + 1), time)) continue;
        return move_to_utc(date, time, offset_at_end(text.substr(at + 1)).value_or(0));
    }
    time = {0, 0, 0, 0, 0};
    return read_any_date(text, date);
}

}  // namespace factlint
