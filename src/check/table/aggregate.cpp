#include "check/table/aggregate.h"

#include <algorithm>
#include <cstring>

#include "check/table/cell_stated.h"
#include "check/table/key_set.h"

namespace factlint {
namespace {

struct Name {
    std::string_view name;
    AggregateFunction function;
};
constexpr Name names[] = {{"size", AggregateFunction::rows},        {"count", AggregateFunction::count},
                          {"sum", AggregateFunction::sum},          {"min", AggregateFunction::min},
                          {"max", AggregateFunction::max},          {"avg", AggregateFunction::avg},
                          {"median", AggregateFunction::median},    {"quantile", AggregateFunction::quantile},
                          {"distinct", AggregateFunction::distinct}};

constexpr std::int64_t most_digits = 1'000'000'000'000'000'000;  // 10^18

/// Exact, though Number takes 64 bits at a time.
Number to_number(WideInteger value, int scale) {
    const bool negative = value < 0;
    if (negative) value = -value;
    const auto low = static_cast<std::int64_t>(value % most_digits);
    const auto middle = static_cast<std::int64_t>(value / most_digits % most_digits);
    const auto high = static_cast<std::int64_t>(value / most_digits / most_digits);
    const Number number = Number::decimal(low, -scale) + Number::decimal(middle, 18 - scale) +
                          Number::decimal(high, 36 - scale);
    return negative ? -number : number;
}

template <class Value> std::uint64_t hash_bytes(const Value& value, std::uint64_t seed) {
    std::array<char, sizeof value> bytes{};
    std::memcpy(bytes.data(), &value, bytes.size());
    return hash_text({bytes.data(), bytes.size()}, seed);
}

std::uint64_t hash_number(Decimal decimal) {
    for (; decimal.scale > 0 && decimal.mantissa % 10 == 0; --decimal.scale) decimal.mantissa /= 10;
    return hash_bytes(decimal.mantissa, static_cast<std::uint64_t>(decimal.scale));
}

std::uint64_t hash_number(const Number& number) {
    const std::string text = number.to_string();
    const auto small = parse_decimal(text);
    return small ? hash_number(*small) : hash_text(text);
}

/// Equal values have equal hashes: 1.50 and 1.5 are one number.
std::uint64_t hash_value(const CellValue& value) {
    using Is = CellValue::Kind;
    switch (value.kind) {
        case Is::number: return hash_number(value.decimal);
        case Is::big_number: return hash_number(Number::parse(value.text).value_or(Number()));
        case Is::boolean: return hash_text(value.truth ? "1" : "0");
        case Is::date: return hash_bytes(value.date, 0);
        case Is::time: return hash_bytes(value.time, 0);
        case Is::datetime: return hash_bytes(value.time, hash_bytes(value.date, 0));
        default: return hash_text(value.text);
    }
}

bool earlier(const Date& a, const Date& b) {
    const auto key = [](const Date& date) { return std::array<int, 3>{date.year, date.month, date.day}; };
    return key(a) < key(b);
}

}  // namespace

std::optional<AggregateFunction> aggregate_function(std::string_view name) {
    const auto found =
        std::find_if(std::begin(names), std::end(names), [&](const Name& row) { return row.name == name; });
    return found == std::end(names) ? std::nullopt : std::optional(found->function);
}

void Aggregate::take(const CellValue& value) {
    using Is = CellValue::Kind;
    if (value.kind == Is::wrong) ++wrong_;
    if (value.kind == Is::missing || value.kind == Is::wrong) return;
    ++count_;
    if (function_ == AggregateFunction::distinct) return hashes_.push_back(hash_value(value));
    if (value.kind == Is::number || value.kind == Is::big_number)
        take_number(value);
    else if (value.kind == Is::date || value.kind == Is::datetime)
        take_date(value.date);
    else
        other_kinds_ = true;
}

void Aggregate::take(std::span<const CellValue> values) {
    const bool adds = function_ == AggregateFunction::sum || function_ == AggregateFunction::avg;
    std::uint64_t added = 0;
    for (const CellValue& value : values) {
        if (!adds || value.kind != CellValue::Kind::number) {
            take(value);
            continue;
        }
        sums_[static_cast<std::size_t>(value.decimal.scale)] += value.decimal.mantissa;
        ++added;
    }
    count_ += added;
}

void Aggregate::take_number(const CellValue& value) {
    if (value.kind == CellValue::Kind::big_number) {
        const Number number = Number::parse(value.text).value_or(Number());
        big_sum_ = big_sum_ + number;
        if (!least_ || number < *least_) least_ = number;
        if (!most_ || *most_ < number) most_ = number;
        return;
    }
    const Decimal decimal = value.decimal;
    switch (function_) {
        case AggregateFunction::sum:
        case AggregateFunction::avg:
            sums_[static_cast<std::size_t>(decimal.scale)] += decimal.mantissa;
            break;
        case AggregateFunction::min:
            if (!low_ || compare(decimal, *low_) < 0) low_ = decimal;
            break;
        case AggregateFunction::max:
            if (!high_ || compare(decimal, *high_) > 0) high_ = decimal;
            break;
        case AggregateFunction::median:
        case AggregateFunction::quantile: all_.push_back(decimal); break;
        default: break;
    }
}

void Aggregate::take_date(const Date& date) {
    if (!first_ || earlier(date, *first_)) first_ = date;
    if (!last_ || earlier(*last_, date)) last_ = date;
}

void Aggregate::merge(Aggregate&& other) {
    count_ += other.count_;
    wrong_ += other.wrong_;
    hashes_.insert(hashes_.end(), other.hashes_.begin(), other.hashes_.end());
    for (std::size_t scale = 0; scale < sums_.size(); ++scale) sums_[scale] += other.sums_[scale];
    big_sum_ = big_sum_ + other.big_sum_;
    if (other.least_ && (!least_ || *other.least_ < *least_)) least_ = other.least_;
    if (other.most_ && (!most_ || *most_ < *other.most_)) most_ = other.most_;
    if (other.low_ && (!low_ || compare(*other.low_, *low_) < 0)) low_ = other.low_;
    if (other.high_ && (!high_ || compare(*other.high_, *high_) > 0)) high_ = other.high_;
    if (other.first_) take_date(*other.first_);
    if (other.last_) take_date(*other.last_);
    all_.insert(all_.end(), other.all_.begin(), other.all_.end());
    other_kinds_ = other_kinds_ || other.other_kinds_;
}

Number Aggregate::sum() const {
    Number total = big_sum_;
    for (std::size_t scale = 0; scale < sums_.size(); ++scale)
        if (sums_[scale] != 0) total = total + to_number(sums_[scale], static_cast<int>(scale));
    return total;
}

/// Between the two values around the rank share · (n - 1), in proportion: definition 7 of Hyndman and Fan (1996), that of
/// R, NumPy and SQL's PERCENTILE_CONT.
std::optional<Stated> Aggregate::quantile(const Column& column, const Number& share) {
    if (all_.empty() || least_) return std::nullopt;
    const auto less = [](Decimal a, Decimal b) { return compare(a, b) < 0; };
    const Number rank = share * Number(static_cast<std::int64_t>(all_.size() - 1));
    const Number whole = rank.floor();
    const auto low = all_.begin() + static_cast<std::ptrdiff_t>(whole.to_int64().value_or(0));
    std::nth_element(all_.begin(), low, all_.end(), less);
    const Number value = factlint::to_number(*low);
    if (rank == whole) return stated_number(value, column);
    const Number next = factlint::to_number(*std::min_element(low + 1, all_.end(), less));
    return stated_number(value + (next - value) * (rank - whole), column);
}

std::optional<Stated> Aggregate::result(const Column& column) {
    const auto extreme = [&](const std::optional<Decimal>& small, std::optional<Number> big, bool least) {
        if (small) {
            const Number number = factlint::to_number(*small);
            if (!big || (least ? number < *big : *big < number)) big = number;
        }
        return big ? std::optional(stated_number(*big, column)) : std::nullopt;
    };
    if (function_ == AggregateFunction::rows || function_ == AggregateFunction::count)
        return bare(Number(static_cast<std::int64_t>(count_)));
    if (function_ == AggregateFunction::distinct) {
        std::sort(hashes_.begin(), hashes_.end());
        hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
        return bare(Number(static_cast<std::int64_t>(hashes_.size())));
    }
    if (other_kinds_) return std::nullopt;
    switch (function_) {
        case AggregateFunction::sum:
            return first_ ? std::nullopt : std::optional(stated_number(sum(), column));
        case AggregateFunction::avg:
            if (first_ || count_ == 0) return std::nullopt;
            return stated_number(sum() / Number(static_cast<std::int64_t>(count_)), column);
        case AggregateFunction::min: return first_ ? stated_date(*first_) : extreme(low_, least_, true);
        case AggregateFunction::max: return last_ ? stated_date(*last_) : extreme(high_, most_, false);
        case AggregateFunction::median: return quantile(column, Number(1) / Number(2));
        case AggregateFunction::quantile: return quantile(column, share_);
        default: return std::nullopt;
    }
}

}  // namespace factlint
