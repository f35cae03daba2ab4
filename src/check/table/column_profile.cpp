#include "check/table/column_profile.h"

#include <algorithm>
#include <bit>

#include "check/table/key_set.h"
#include "schema/compiled_column.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::size_t most_listed = 20;         // values of an enum that a person still reads
constexpr std::size_t longest_listed = 60;      // bytes
constexpr std::uint64_t least_for_unique = 10;  // rows: in fewer, values differ by chance
constexpr std::size_t longest_shape = 40;
constexpr std::size_t longest_number = 40;
constexpr std::size_t most_missing_words = 4;

/// What stands for no value in many tables. In a column of texts they are texts: NA is Namibia too.
constexpr std::string_view missing_words[] = {"NA",   "N/A", "n/a", "na",  "null", "NULL",
                                              "None", "-",   "NaN", "nan", "?"};

struct TypeRow {
    ColumnType type;
    std::string_view format;
    std::string_view decimal_char = ".";
    std::string_view group_char{};
    std::string_view true_word{};
    std::string_view false_word{};
};
constexpr TypeRow type_rows[] = {
    {ColumnType::boolean, "", ".", "", "true", "false"},
    {ColumnType::boolean, "", ".", "", "True", "False"},
    {ColumnType::boolean, "", ".", "", "TRUE", "FALSE"},
    {ColumnType::boolean, "", ".", "", "yes", "no"},
    {ColumnType::boolean, "", ".", "", "Yes", "No"},
    {ColumnType::boolean, "", ".", "", "Y", "N"},
    {ColumnType::integer, ""},
    {ColumnType::number, ""},
    {ColumnType::number, "", ".", ","},
    {ColumnType::number, "", ",", "."},
    {ColumnType::date, ""},
    {ColumnType::date, "%d/%m/%Y"},
    {ColumnType::date, "%m/%d/%Y"},
    {ColumnType::date, "%d.%m.%Y"},
    {ColumnType::date, "%Y/%m/%d"},
    {ColumnType::datetime, ""},
    {ColumnType::datetime, "%Y-%m-%d %H:%M:%S"},
    {ColumnType::datetime, "%Y-%m-%d %H:%M"},
    {ColumnType::time, ""},
    {ColumnType::time, "%H:%M"},
    {ColumnType::yearmonth, ""},
    {ColumnType::string, "uuid"},
    {ColumnType::string, "email"},
    {ColumnType::string, "uri"},
};
static_assert(std::size(type_rows) <= 32);

bool is_number(ColumnType type) { return type == ColumnType::integer || type == ColumnType::number; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// 007 and +81 are codes, not numbers; 1,2 is none of grouped digits.
bool is_written_as_number(const Column& column, std::string_view cell) {
    if (cell.starts_with('-')) cell.remove_prefix(1);
    if (cell.size() > 1 && cell[0] == '0' && is_digit(cell[1])) return false;
    if (cell.starts_with('+')) return false;
    if (column.group_char.empty()) return true;
    const std::size_t decimals = std::min(cell.find(column.decimal_char), cell.size());
    std::size_t at = cell.find(column.group_char);
    if (at == 0 || at > 3) return at == std::string_view::npos;
    for (; at < decimals; at += 4)
        if (cell[at] != column.group_char[0] || decimals - at < 4) return false;
    return at == decimals;
}

/// The value, whose text went with its cell.
CellValue with_text(CellValue value, std::string_view text) {
    value.text = text;
    return value;
}

/// Letters and digits as their class, everything else as it is.
char shape_of(char byte) {
    if (is_digit(byte)) return '9';
    if (byte >= 'A' && byte <= 'Z') return 'A';
    return byte >= 'a' && byte <= 'z' ? 'a' : byte;
}

/// "AAA-9999" → "[A-Z]{3}-[0-9]{4}".
std::string pattern_of(std::string_view shape) {
    std::string pattern;
    for (std::size_t at = 0; at < shape.size();) {
        const std::size_t end = std::min(shape.find_first_not_of(shape[at], at), shape.size());
        const std::string_view one = shape[at] == '9'   ? "[0-9]"
                                     : shape[at] == 'A' ? "[A-Z]"
                                     : shape[at] == 'a' ? "[a-z]"
                                                        : "";
        if (!one.empty()) {
            pattern += one;
            if (end - at > 1) pattern += "{" + std::to_string(end - at) + "}";
            at = end;
            continue;
        }
        if (std::string_view("\\.+*?()|[]{}^$").find(shape[at]) != std::string_view::npos) pattern += '\\';
        pattern += shape[at++];
    }
    return pattern;
}

}  // namespace

const std::vector<ColumnCheck>& profile_types() {
    static const std::vector<ColumnCheck> types = [] {
        std::vector<ColumnCheck> all;
        std::vector<Finding> none;
        for (const TypeRow& row : type_rows) {
            Column column;
            column.type = row.type;
            column.format = row.format;
            column.decimal_char = row.decimal_char;
            column.group_char = row.group_char;
            if (!row.true_word.empty()) {
                column.true_values = {std::string(row.true_word)};
                column.false_values = {std::string(row.false_word)};
            }
            all.emplace_back(column, none);
        }
        return all;
    }();
    return types;
}

SeenHashes::Answer SeenHashes::add(std::uint64_t hash, std::size_t& budget) {
    if ((count_ + 1) * 2 > slots_.size() && !grow(budget)) return Answer::full;
    if (!insert(hash == 0 ? 1 : hash)) return Answer::seen;
    ++count_;
    return Answer::fresh;
}

void SeenHashes::clear(std::size_t& budget) {
    budget += slots_.size();
    slots_ = {};
    count_ = 0;
}

bool SeenHashes::grow(std::size_t& budget) {
    const std::size_t larger = std::max<std::size_t>(slots_.size() * 2, 64);
    // Both tables are there while one is copied into the other.
    if (larger > budget) return false;
    std::vector<std::uint64_t> old(larger);
    old.swap(slots_);
    for (const std::uint64_t hash : old)
        if (hash != 0) insert(hash);
    budget = budget + old.size() - larger;
    return true;
}

bool SeenHashes::insert(std::uint64_t hash) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (hash ^ hash >> 32) & mask;
    for (; slots_[at] != 0; at = (at + 1) & mask)
        if (slots_[at] == hash) return false;
    slots_[at] = hash;
    return true;
}

ColumnProfile::ColumnProfile(std::string name)
    : name_(std::move(name)),
      alive_(static_cast<std::uint32_t>((std::uint64_t{1} << std::size(type_rows)) - 1)),
      extremes_(std::size(type_rows)) {}

void ColumnProfile::add(std::string_view cell, std::size_t& budget) {
    ++cells_;
    if (cell.empty()) {
        ++empty_;
        return;
    }
    const bool is_word =
        std::find(std::begin(missing_words), std::end(missing_words), cell) != std::end(missing_words);
    if (is_word) {
        ++wordless_;
        const bool is_new =
            std::find(missing_words_.begin(), missing_words_.end(), cell) == missing_words_.end();
        if (is_new && missing_words_.size() == most_missing_words) alive_ = 0;
        if (is_new && missing_words_.size() < most_missing_words) missing_words_.emplace_back(cell);
    } else {
        try_types(cell);
    }
    count_value(cell);
    see(cell, budget);
    match_shape(cell);
}

void ColumnProfile::try_types(std::string_view cell) {
    for (std::uint32_t rest = alive_; rest != 0; rest &= rest - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(rest));
        const ColumnCheck& check = profile_types()[i];
        CellValue value;
        const bool is_of = check.check(cell, value, scratch_) == CellFault::none &&
                           (!is_number(check.column().type) || is_written_as_number(check.column(), cell));
        if (!is_of)
            alive_ &= ~(std::uint32_t{1} << i);
        else if (row_of(check.column().type).has_order)
            widen(extremes_[i], value, cell);
    }
}

void ColumnProfile::widen(Extremes& extremes, const CellValue& value, std::string_view cell) const {
    // A big number's text is canonical, and in scratch_: what compare() reads is kept, what is written is the cell.
    const auto order = [&](const Extreme& extreme) {
        return compare(value, with_text(extreme.value, extreme.text)).value_or(0);
    };
    const auto set = [&](std::optional<Extreme>& extreme) {
        extreme = Extreme{value, std::string(cell)};
        if (value.kind == CellValue::Kind::big_number) extreme->text = std::string(value.text);
    };
    if (!extremes.least || order(*extremes.least) < 0) set(extremes.least);
    if (!extremes.greatest || order(*extremes.greatest) > 0) set(extremes.greatest);
}

void ColumnProfile::count_value(std::string_view cell) {
    const std::size_t length = length_of(cell);
    least_length_ = std::min(least_length_, length);
    greatest_length_ = std::max(greatest_length_, length);
    if (many_values_) return;
    const auto known = values_.find(cell);
    if (known != values_.end()) {
        ++known->second;
    } else if (values_.size() < most_listed && cell.size() <= longest_listed && !first_invalid_utf8(cell)) {
        values_.emplace(std::string(cell), 1);
    } else {
        many_values_ = true;
        values_.clear();
    }
}

void ColumnProfile::see(std::string_view cell, std::size_t& budget) {
    if (unique_ != Unique::yes) return;
    const SeenHashes::Answer answer = seen_.add(hash_text(cell), budget);
    if (answer == SeenHashes::Answer::fresh) return;
    unique_ = answer == SeenHashes::Answer::seen ? Unique::no : Unique::unknown;
    seen_.clear(budget);
}

void ColumnProfile::match_shape(std::string_view cell) {
    if (!has_shape_) {
        has_shape_ = true;
        const bool is_ascii =
            std::all_of(cell.begin(), cell.end(), [](char c) { return c > ' ' && c < 0x7F; });
        if (cell.size() > longest_shape || !is_ascii) return;
        shape_ = std::string(cell);
        std::transform(cell.begin(), cell.end(), shape_->begin(), shape_of);
    } else if (shape_) {
        const auto same = [](char of_cell, char of_shape) { return shape_of(of_cell) == of_shape; };
        if (cell.size() != shape_->size() || !std::equal(cell.begin(), cell.end(), shape_->begin(), same))
            shape_.reset();
    }
}

const ColumnCheck* ColumnProfile::type() const {
    if (alive_ == 0 || empty_ + wordless_ == cells_) return nullptr;
    return &profile_types()[static_cast<std::size_t>(std::countr_zero(alive_))];
}

ProfiledColumn ColumnProfile::result() const {
    ProfiledColumn out;
    Column& column = out.column;
    const ColumnCheck* const found = type();
    if (found != nullptr) column = found->column();
    column.name = name_;
    if (found == nullptr) column.type = empty_ == cells_ ? ColumnType::any : ColumnType::string;
    if (column.type != ColumnType::string && column.type != ColumnType::any)
        column.missing.insert(column.missing.end(), missing_words_.begin(), missing_words_.end());
    const std::uint64_t absent = empty_ + (column.type == ColumnType::string ? 0 : wordless_);
    column.required = absent == 0;
    const bool may_be_key = column.type != ColumnType::number && column.type != ColumnType::boolean;
    column.unique = unique_ == Unique::yes && absent == 0 && may_be_key && cells_ >= least_for_unique;
    if (column.type == ColumnType::string) add_text_constraints(column, cells_ - absent);
    add_limits(column);
    out.remark = remark();
    return out;
}

void ColumnProfile::add_text_constraints(Column& column, std::uint64_t present) const {
    if (!column.format.empty()) return;
    if (!many_values_ && values_.size() * 2 <= present) {
        for (const auto& [value, count] : values_) column.one_of.push_back(value);
        std::sort(column.one_of.begin(), column.one_of.end());
        return;
    }
    const bool has_digit = shape_ && shape_->find('9') != std::string::npos;
    if (has_digit && present >= least_for_unique)
        column.pattern = pattern_of(*shape_);
    else if (least_length_ == greatest_length_ && present >= least_for_unique)
        column.min_length = column.max_length = static_cast<std::uint32_t>(least_length_);
}

void ColumnProfile::add_limits(Column& column) const {
    const ColumnCheck* const found = type();
    if (found == nullptr) return;
    const Extremes& extremes = extremes_[static_cast<std::size_t>(found - profile_types().data())];
    if (!extremes.least || !extremes.greatest) return;
    const auto text = [&](const Extreme& extreme) {
        const auto number =
            is_number(column.type) ? number_of(with_text(extreme.value, extreme.text)) : std::nullopt;
        std::string plain = number ? number->to_string() : extreme.text;
        return plain.size() <= longest_number ? plain : extreme.text;  // not the zeros of 1e300
    };
    column.minimum = text(*extremes.least);
    column.maximum = text(*extremes.greatest);
}

std::string ColumnProfile::remark() const {
    if (empty_ == cells_) return "every cell is empty";
    const ColumnCheck* const found = type();
    if (found == nullptr)
        return unique_ == Unique::unknown ? "too many values to see whether all differ" : "";
    const std::uint32_t others = alive_ & (alive_ - 1);
    for (std::uint32_t rest = others; rest != 0; rest &= rest - 1) {
        const Column& other = profile_types()[static_cast<std::size_t>(std::countr_zero(rest))].column();
        if (other.type == ColumnType::date && found->column().type == ColumnType::date)
            return "or " + other.format + ": no day is after the 12th";
        const bool is_grouped = !found->column().group_char.empty() && other.decimal_char == ",";
        if (is_grouped) return "or decimal_char: ',': no cell tells";
    }
    return unique_ == Unique::unknown ? "too many values to see whether all differ" : "";
}

}  // namespace factlint
