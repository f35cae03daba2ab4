#include <algorithm>
#include <utility>

#include "schema/constraints.h"
#include "schema/text_format.h"
#include "text/problem.h"
#include "text/suggest.h"

namespace factlint {
namespace {

/// A format of a type that is no pattern of strptime.
struct NamedFormat {
    ColumnType type;
    std::string_view name;
    IsOfFormat is_of_format;  ///< nullptr: read elsewhere
};
constexpr NamedFormat named_formats[] = {
    {ColumnType::string, "email", is_email},
    {ColumnType::string, "uri", is_uri},
    {ColumnType::string, "binary", is_base64},
    {ColumnType::string, "uuid", is_uuid},
    {ColumnType::geopoint, "", is_geopoint},
    {ColumnType::geopoint, "array", is_geopoint_array},
    {ColumnType::geopoint, "object", is_geopoint_object},
    {ColumnType::geojson, "", is_geojson},
    {ColumnType::geojson, "topojson", is_topojson},
    {ColumnType::date, "any", nullptr},
    {ColumnType::time, "any", nullptr},
    {ColumnType::datetime, "any", nullptr},
};

bool is_temporal(ColumnType type) {
    return type == ColumnType::date || type == ColumnType::time || type == ColumnType::datetime;
}

class Compiler {
  public:
    Compiler(CompiledColumn& compiled, Findings& findings) : compiled_(compiled), findings_(findings) {}

    void run() {
        Column& column = compiled_.column;
        if (column.format == "default") column.format.clear();
        compiled_.missing = TextSet(column.missing);
        compiled_.check = check_of(column);
        compile_words();
        compile_separators();
        compile_format();
        if (column.type == ColumnType::list) compile_items();
        compile_limits();
        compile_lengths();
        compile_list();
        compile_pattern();
        check_value_schema();
    }

  private:
    const ColumnTypeRow& row() const { return row_of(compiled_.column.type); }

    void report(const std::string& message, std::string help = {}) {
        Finding finding;
        finding.id = "bad-column";
        finding.concern = Concern::rule;
        finding.message = "column " + quoted(compiled_.column.name) + ": " + message;
        finding.help = std::move(help);
        finding.primary = compiled_.column.place;
        findings_.push_back(std::move(finding));
    }

    void compile_words() {
        const Column& column = compiled_.column;
        if (column.type != ColumnType::boolean) return;
        for (const std::string& word : column.true_values)
            if (std::find(column.false_values.begin(), column.false_values.end(), word) !=
                column.false_values.end())
                report(quoted(word) + " is among the true and the false values", "leave it in one of them");
        if (column.true_values.empty() && column.false_values.empty())
            report("there are no true and no false values", "name at least one");
        std::vector<std::string> words = column.true_values;
        words.insert(words.end(), column.false_values.begin(), column.false_values.end());
        compiled_.booleans = TextSet(std::move(words));
    }

    void compile_separators() {
        Column& column = compiled_.column;
        if (column.decimal_char.empty()) {
            report("the decimal character is empty", "write '.' or ','");
            column.decimal_char = ".";
        }
        if (column.group_char == column.decimal_char) {
            report("decimals and groups of digits are marked by the same " + quoted(column.group_char),
                   "choose another for one of them");
            column.group_char.clear();
        }
        if (column.list_delimiter.empty()) {
            report("the delimiter of the list is empty", "write ',' or ';'");
            column.list_delimiter = ",";
        }
    }

    void compile_format() {
        Column& column = compiled_.column;
        if (is_temporal(column.type) && column.format.starts_with("fmt:")) column.format.erase(0, 4);
        for (const NamedFormat& named : named_formats) {
            if (named.type != column.type || named.name != column.format) continue;
            compiled_.is_of_format = named.is_of_format;
            return;
        }
        if (column.format.empty()) return;
        if (is_temporal(column.type) && column.format.find('%') != std::string::npos)
            compile_pattern_of_time();
        else
            report_format();
    }

    void compile_pattern_of_time() {
        TimeFormat format(compiled_.column.format);
        const TimeParts parts = format.parts();
        const ColumnType type = compiled_.column.type;
        if (!format.error().empty())
            return leave_format(format.error(),
                                "the directives are those of strptime, such as %Y-%m-%d %H:%M:%S");
        if (type != ColumnType::time && !parts.year)
            return leave_format("it states no year", "write %Y where the year stands");
        if (type == ColumnType::datetime && (!parts.month || !parts.day))
            return leave_format("it states no day", "write %m and %d, or make the column a date");
        if (type != ColumnType::date && !parts.hour)
            return leave_format("it states no hour", "write %H where the hour stands");
        compiled_.formats.push_back(std::move(format));
    }

    /// The column is read as text: what its format means is not known.
    void leave_format(const std::string& why, std::string help) {
        report("the format " + quoted(compiled_.column.format) + " cannot be used: " + why, std::move(help));
        compiled_.check = row_of(ColumnType::any).check;
        left_ = true;
    }

    void report_format() {
        std::vector<std::string_view> names;
        for (const NamedFormat& named : named_formats)
            if (named.type == compiled_.column.type && !named.name.empty()) names.push_back(named.name);
        const std::string type = quoted(row().name);
        std::string help = is_temporal(compiled_.column.type)
                               ? "write `any` or a pattern of strptime such as %d/%m/%Y"
                           : names.empty() ? "leave the format out"
                                           : suggestion(compiled_.column.format, names);
        report("there is no format " + quoted(compiled_.column.format) + " of the type " + type,
               std::move(help));
    }

    void compile_items() {
        auto items = std::make_unique<CompiledColumn>();
        items->column.name = compiled_.column.name;
        items->column.place = compiled_.column.place;
        items->column.type = compiled_.column.item_type;
        items->column.missing.clear();
        if (compiled_.column.item_type == ColumnType::list) {
            report("the items of a list cannot be lists", "choose a type such as string or integer");
            items->column.type = ColumnType::string;
        }
        compile_column(*items, findings_);
        compiled_.items = std::move(items);
    }

    // Limits.

    void compile_limits() {
        const Column& column = compiled_.column;
        const std::optional<std::string>* limits[] = {&column.minimum, &column.exclusive_minimum,
                                                      &column.maximum, &column.exclusive_maximum};
        if (left_) return;
        bool refused = false;
        for (std::size_t i = 0; i < std::size(limits); ++i) {
            if (!*limits[i]) continue;
            if (row().has_order)
                add_limit(**limits[i], i < 2, i % 2 == 1);
            else
                refused = true;
        }
        if (refused)
            report("values of the type " + quoted(row().name) + " have no minimum or maximum",
                   "leave it out, or choose another type");
        else if (is_empty())
            report("no value is both at least the minimum and at most the maximum", "correct one of them");
    }

    bool is_empty() const {
        const NumberLimits& numbers = compiled_.numbers;
        if (compiled_.column.type == ColumnType::integer && numbers.low[0] > numbers.high[0]) return true;
        for (const NumberLimits::End& low : numbers.minima)
            for (const NumberLimits::End& high : numbers.maxima)
                if (low.value > high.value || (low.value == high.value && (low.open || high.open)))
                    return true;
        return compiled_.moments.low > compiled_.moments.high;
    }

    void add_limit(const std::string& text, bool is_minimum, bool open) {
        CellValue value;
        std::string scratch;
        const ColumnType type = compiled_.column.type;
        const auto duration = type == ColumnType::duration ? read_duration(text) : std::nullopt;
        if (duration) {
            auto& ends = is_minimum ? compiled_.durations.minima : compiled_.durations.maxima;
            return ends.push_back({*duration, open});
        }
        if (!read_stated(text, value, scratch)) return report_value(is_minimum ? "minimum" : "maximum", text);
        if (const auto number = number_of(value)) return add_number_limit({*number, open}, is_minimum);
        if (value.kind == CellValue::Kind::text)
            return report_value(is_minimum ? "minimum" : "maximum", text);
        MomentLimits& limits = compiled_.moments;
        CellMoment moment = moment_of(value);
        limits.given = true;
        const bool by_date = value.kind == CellValue::Kind::date;
        const int step = !open ? 0 : is_minimum ? 1 : -1;
        moment.date += by_date ? step : 0;
        moment.time += by_date ? 0 : step;
        if (is_minimum)
            limits.low = std::max(limits.low, moment);
        else
            limits.high = std::min(limits.high, moment);
    }

    void add_number_limit(const NumberLimits::End& end, bool is_minimum) {
        NumberLimits& limits = compiled_.numbers;
        for (std::size_t scale = 0; scale < NumberLimits::scales; ++scale) {
            const Number scaled = end.value * Number::power_of_ten(static_cast<int>(scale));
            const Number below = scaled.floor();
            const bool whole = scaled.is_integer();
            if (is_minimum) {
                const Number least = whole && !end.open ? below : below + Number(1);
                limits.low[scale] = std::max(limits.low[scale], clamped(least));
            } else {
                const Number most = whole && end.open ? below - Number(1) : below;
                limits.high[scale] = std::min(limits.high[scale], clamped(most));
            }
        }
        (is_minimum ? limits.minima : limits.maxima).push_back(end);
    }

    /// No mantissa of 18 digits reaches the ends of 64 bits.
    static std::int64_t clamped(const Number& number) {
        using Range = std::numeric_limits<std::int64_t>;
        return number.to_int64().value_or(number.sign() < 0 ? Range::min() : Range::max());
    }

    /// A value that the column states of itself: as its cells are written, or as the type writes it by default.
    bool read_stated(const std::string& text, CellValue& value, std::string& scratch) const {
        CompiledColumn plain;
        plain.column.type = compiled_.column.type;
        plain.column.missing.clear();
        const auto read_default = row().check.one;
        const bool is_number =
            plain.column.type == ColumnType::number || plain.column.type == ColumnType::integer;
        if (is_number && read_default(plain, text, value, scratch) == CellFault::none) return true;
        if (compiled_.check.one(reading_alone(), text, value, scratch) == CellFault::none) return true;
        return !is_number && !compiled_.formats.empty() &&
               read_default(plain, text, value, scratch) == CellFault::none;
    }

    /// The column without what its values must satisfy.
    CompiledColumn reading_alone() const {
        CompiledColumn bare;
        bare.column = compiled_.column;
        bare.booleans = compiled_.booleans;
        bare.formats = compiled_.formats;
        bare.is_of_format = compiled_.is_of_format;
        return bare;
    }

    void report_value(std::string_view what, const std::string& text) {
        report("the " + std::string(what) + " " + quoted(text) + " is not " + std::string(row().noun),
               "write it as the cells of the column are written");
    }

    // The other constraints.

    void compile_lengths() {
        const Column& column = compiled_.column;
        if (!column.min_length && !column.max_length) return;
        if (!row().has_length)
            return report("values of the type " + quoted(row().name) + " have no length",
                          "leave it out, or choose another type");
        compiled_.length.low = column.min_length.value_or(compiled_.length.low);
        compiled_.length.high = column.max_length.value_or(compiled_.length.high);
        if (compiled_.length.low > compiled_.length.high)
            report("the least length is more than the greatest", "correct one of them");
    }

    void compile_list() {
        if (left_) return;
        ListedValues& listed = compiled_.listed;
        const std::size_t before = findings_.size();
        std::vector<std::string> texts;
        for (const std::string& text : compiled_.column.one_of) list(text, texts);
        listed.given = !compiled_.column.one_of.empty() && findings_.size() == before;
        std::sort(listed.decimals.begin(), listed.decimals.end(),
                  [](Decimal a, Decimal b) { return compare(a, b) < 0; });
        std::sort(listed.numbers.begin(), listed.numbers.end());
        std::sort(listed.moments.begin(), listed.moments.end());
        listed.texts = TextSet(std::move(texts));
    }

    void list(const std::string& text, std::vector<std::string>& texts) {
        CellValue value;
        std::string scratch;
        ListedValues& listed = compiled_.listed;
        if (compiled_.missing.contains(text)) return;
        if (compiled_.column.type == ColumnType::duration) {
            if (const auto duration = read_duration(text)) return listed.durations.push_back(*duration);
            return report_value("listed value", text);
        }
        if (compiled_.column.type == ColumnType::list) return texts.push_back(text);
        if (!read_stated(text, value, scratch)) return report_value("listed value", text);
        using Kind = CellValue::Kind;
        if (value.kind == Kind::boolean) {
            listed.truths[value.truth ? 1 : 0] = true;
        } else if (value.kind == Kind::number || value.kind == Kind::big_number) {
            const Number number = *number_of(value);
            if (const auto decimal = parse_decimal(number.to_string())) listed.decimals.push_back(*decimal);
            listed.numbers.push_back(number);
        } else if (value.kind == Kind::text) {
            texts.push_back(text);
        } else {
            listed.moments.push_back(moment_of(value));
        }
    }

    void compile_pattern() {
        if (!compiled_.column.pattern) return;
        FullMatch pattern(*compiled_.column.pattern);
        if (pattern.error().empty())
            compiled_.pattern = std::move(pattern);
        else
            report("the pattern " + quoted(*compiled_.column.pattern) + " cannot be read: " + pattern.error(),
                   "patterns are RE2's and match the whole cell");
    }

    void check_value_schema() {
        Column& column = compiled_.column;
        if (!column.value_schema || column.type == ColumnType::object || column.type == ColumnType::array)
            return;
        report("values of the type " + quoted(row().name) + " have no JSON Schema",
               "leave it out, or choose the type `object` or `array`");
        column.value_schema = nullptr;
    }

    CompiledColumn& compiled_;
    Findings& findings_;
    bool left_ = false;  ///< the format makes no sense: neither do the values that would be written in it
};

}  // namespace

void compile_column(CompiledColumn& compiled, std::vector<Finding>& findings) {
    Compiler(compiled, findings).run();
}

}  // namespace factlint
