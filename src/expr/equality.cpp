#include "expr/equality.h"

#include <algorithm>
#include <tuple>

namespace factlint::expr {
namespace {

constexpr double two_to_63 = 9223372036854775808.0;

/// Beyond the range of the integer the double decides, inside it the integer is rounded to a double (cel-go compares so).
std::partial_ordering order_int_double(std::int64_t a, double b) {
    if (b > two_to_63) return std::partial_ordering::less;
    if (b < -two_to_63) return std::partial_ordering::greater;
    return static_cast<double>(a) <=> b;
}

std::partial_ordering order_uint_double(std::uint64_t a, double b) {
    if (b > 2 * two_to_63) return std::partial_ordering::less;
    if (b < 0) return std::partial_ordering::greater;
    return static_cast<double>(a) <=> b;
}

std::partial_ordering order_int_uint(std::int64_t a, std::uint64_t b) {
    return a < 0 ? std::partial_ordering::less : std::partial_ordering(static_cast<std::uint64_t>(a) <=> b);
}

std::partial_ordering reversed(std::partial_ordering order) { return 0 <=> order; }

template <class T> const T* as(const Value& value) { return std::get_if<T>(&value.data); }

Comparison all_equal(std::span<const Value> a, std::span<const Value> b) {
    Comparison result{Truth::yes, {}};
    if (a.size() != b.size()) return {Truth::no, {}};
    for (std::size_t i = 0; i < a.size(); ++i) {
        Comparison element = equal(a[i], b[i]);
        if (!element.problem.empty()) {
            if (result.problem.empty()) result = std::move(element);
        } else if (element.truth == Truth::no) {
            return element;
        } else if (element.truth == Truth::open && result.problem.empty()) {
            result.truth = Truth::open;
        }
    }
    return result;
}

/// An order of keys in which those that are equal across numeric types are equal.
bool key_before(const Entry* a, const Entry* b) {
    const auto rank = [](const Value& key) { return as<bool>(key) ? 0 : as<std::string_view>(key) ? 2 : 1; };
    if (rank(a->key) != rank(b->key)) return rank(a->key) < rank(b->key);
    return order(a->key, b->key) == std::partial_ordering::less;
}

std::vector<const Entry*> by_key(std::span<const Entry> entries) {
    std::vector<const Entry*> sorted;
    for (const auto& entry : entries) sorted.push_back(&entry);
    std::sort(sorted.begin(), sorted.end(), key_before);
    return sorted;
}

Comparison entries_equal(std::span<const Entry> a, std::span<const Entry> b) {
    Comparison result{Truth::yes, {}};
    if (a.size() != b.size()) return {Truth::no, {}};
    const auto sorted = by_key(b);
    for (const auto& entry : a) {
        const auto other = std::lower_bound(sorted.begin(), sorted.end(), &entry, key_before);
        if (other == sorted.end() || key_before(&entry, *other)) return {Truth::no, {}};
        Comparison element = equal(entry.value, (*other)->value);
        if (!element.problem.empty() || element.truth == Truth::no) return element;
        if (element.truth == Truth::open) result.truth = Truth::open;
    }
    return result;
}

std::optional<std::span<const Entry>> entries_of(const Value& value) {
    if (const auto* map = as<Map>(value)) return map->entries;
    if (const auto* object = as<Object>(value)) return object->fields;
    return std::nullopt;
}

Comparison truth_of(bool equal) { return {equal ? Truth::yes : Truth::no, {}}; }

bool is_number(const Value& value) {
    return as<std::int64_t>(value) || as<std::uint64_t>(value) || as<double>(value);
}

Comparison equal_with_fact(const Value& a, const Value& b) {
    const Value& other = stated_in(a) ? b : a;
    const Stated& fact = stated_in(a) ? *stated_in(a) : *stated_in(b);
    if (const auto* text = as<std::string_view>(other); text && fact.kind == Kind::text) {
        Stated written;
        written.kind = Kind::text;
        written.text = *text;
        return truth_of(same_written(fact, written));
    }
    if (as_stated(other) || as<double>(other)) return compare(Relation::equal, a, b);
    return {Truth::no, {}};
}

Comparison equal_optionals(Optional a, Optional b) {
    if (!a.value || !b.value) return truth_of(!a.value && !b.value);
    return equal(*a.value, *b.value);
}

}  // namespace

std::optional<std::partial_ordering> order_numbers(const Value& a, const Value& b) {
    const auto *ia = as<std::int64_t>(a), *ib = as<std::int64_t>(b);
    const auto *ua = as<std::uint64_t>(a), *ub = as<std::uint64_t>(b);
    const auto *da = as<double>(a), *db = as<double>(b);
    if (ia && ib) return *ia <=> *ib;
    if (ua && ub) return *ua <=> *ub;
    if (da && db) return *da <=> *db;
    if (ia && ub) return order_int_uint(*ia, *ub);
    if (ua && ib) return reversed(order_int_uint(*ib, *ua));
    if (ia && db) return order_int_double(*ia, *db);
    if (da && ib) return reversed(order_int_double(*ib, *da));
    if (ua && db) return order_uint_double(*ua, *db);
    if (da && ub) return reversed(order_uint_double(*ub, *da));
    return std::nullopt;
}

std::optional<std::partial_ordering> order(const Value& a, const Value& b) {
    if (const auto numbers = order_numbers(a, b)) return numbers;
    if (a.data.index() != b.data.index()) return std::nullopt;
    if (const auto* left = as<bool>(a)) return *left <=> *as<bool>(b);
    if (const auto* left = as<std::string_view>(a)) return *left <=> *as<std::string_view>(b);
    if (const auto* left = as<Bytes>(a)) return left->data <=> as<Bytes>(b)->data;
    const auto parts = [](const auto& time) { return std::tuple(time.seconds, time.nanos); };
    if (const auto* left = as<Timestamp>(a)) return parts(*left) <=> parts(*as<Timestamp>(b));
    if (const auto* left = as<Duration>(a)) return parts(*left) <=> parts(*as<Duration>(b));
    return std::nullopt;
}

Comparison equal(const Value& a, const Value& b) {
    if (stated_in(a) || stated_in(b)) return equal_with_fact(a, b);
    if (is_number(a) && is_number(b))
        return truth_of(order_numbers(a, b) == std::partial_ordering::equivalent);
    const auto left = entries_of(a), right = entries_of(b);
    if (left && right) return entries_equal(*left, *right);
    if (a.data.index() != b.data.index()) return {Truth::no, {}};
    if (const auto* list = as<List>(a)) return all_equal(list->items, as<List>(b)->items);
    if (const auto* optional = as<Optional>(a)) return equal_optionals(*optional, *as<Optional>(b));
    if (const auto* type = as<TypeValue>(a)) return truth_of(type->name == as<TypeValue>(b)->name);
    if (as<Null>(a)) return {Truth::yes, {}};
    return truth_of(order(a, b) == std::partial_ordering::equivalent);
}

Comparison compare(Relation relation, const Value& a, const Value& b) {
    if (as<double>(a) || as<double>(b))
        return {Truth::no, "a double is not exact and cannot stand beside a fact: write decimal('1.1')",
                Error::Cause::rule};
    const auto left = as_stated(a), right = as_stated(b);
    if (!left || !right)
        return {Truth::no, "a fact is compared with what is no fact and no integer", Error::Cause::rule};
    auto outcome = factlint::compare(relation, *left, *right);
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome))
        return {Truth::no, mismatch->message, blame(*left, *right)};
    return {std::get<Truth>(outcome), {}};
}

std::optional<Stated> as_stated(const Value& value) {
    if (const auto* stated = stated_in(value)) return *stated;
    const auto integer = [](Number number) {
        Stated made = bare(std::move(number));
        made.stated_in_rule = true;
        return made;
    };
    if (const auto* number = as<std::int64_t>(value)) return integer(Number(*number));
    if (const auto* number = as<std::uint64_t>(value))
        return integer(*Number::parse(std::to_string(*number)));
    return std::nullopt;
}

bool is_key(const Value& value) {
    return as<bool>(value) || as<std::int64_t>(value) || as<std::uint64_t>(value) ||
           as<std::string_view>(value);
}

const Value* find_key(std::span<const Entry> entries, const Value& key) {
    for (const auto& entry : entries)
        if (order(entry.key, key) == std::partial_ordering::equivalent) return &entry.value;
    return nullptr;
}

const Value* repeated_key(std::span<const Entry> entries) {
    const auto keys = by_key(entries);
    const auto found =
        std::adjacent_find(keys.begin(), keys.end(), [](auto* a, auto* b) { return !key_before(a, b); });
    return found == keys.end() ? nullptr : &(*(found + 1))->key;
}

Error::Cause blame(const Stated& a, const Stated& b) {
    return a.stated_in_rule && b.stated_in_rule ? Error::Cause::rule : Error::Cause::document;
}

}  // namespace factlint::expr
