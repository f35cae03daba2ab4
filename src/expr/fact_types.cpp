// What operators of facts give, found by trying them on one value of each kind and unit: what stated.h refuses for every
// value of two kinds is refused when the rule is read.
#include <algorithm>
#include <array>

#include "expr/checker.h"

namespace factlint::expr {

using Tag = Type::Tag;

namespace {

struct Sample {
    Kind kind;
    std::string_view unit;  ///< where none is known
};
constexpr std::array samples{Sample{Kind::percent, "percent"}, Sample{Kind::money, "USD"},
                             Sample{Kind::measure, "kilometer"}, Sample{Kind::duration, "day"},
                             Sample{Kind::age, "year"}};

Stated sample(Kind kind, UnitId known, std::span<const Stated> parts) {
    Stated made = bare(2);
    made.kind = kind;
    made.unit = known;
    made.parts = parts;
    made.text = "2";
    made.dates = {*parse_date("2025-01-01"), *parse_date("2025-01-02")};
    for (const auto& row : samples)
        if (row.kind == kind && known == UnitId::none) made.unit = find_unit(row.unit).value_or(UnitId::none);
    return made;
}

/// One value of each kind and unit that the type allows; an int is a number. Where no unit is known it may be that of the
/// other side: {:money} goes with any currency.
std::vector<Stated> samples_of(const Type& type, const Type& other, std::span<const Stated> parts) {
    if (type.tag == Tag::integer) return {sample(Kind::number, UnitId::none, parts)};
    std::vector<Stated> made;
    for (const Kind kind : type.kinds) {
        for (const UnitId unit : type.units) made.push_back(sample(kind, unit, parts));
        if (!type.units.empty()) continue;
        const Stated usual = sample(kind, UnitId::none, parts);
        made.push_back(usual);
        for (const UnitId id : other.units)
            if (unit(id).unit_class == unit(usual.unit).unit_class) made.push_back(sample(kind, id, parts));
    }
    return made;
}

struct Attempt {
    std::optional<Stated> value;  ///< for a comparison any value
    std::string problem;
};

Attempt attempt(std::string_view name, const Stated& a, const Stated& b) {
    struct Arithmetic {
        std::string_view name;
        Outcome<Stated> (*operation)(const Stated&, const Stated&);
    };
    static constexpr std::array arithmetic{Arithmetic{"+", add}, Arithmetic{"-", subtract},
                                           Arithmetic{"*", multiply}, Arithmetic{"/", divide}};
    for (const auto& known : arithmetic) {
        if (known.name != name) continue;
        auto outcome = known.operation(a, b);
        if (auto* value = std::get_if<Stated>(&outcome)) return {std::move(*value), {}};
        return {std::nullopt, std::get<Mismatch>(outcome).message};
    }
    const Relation relation = name == "==" || name == "!=" ? Relation::equal : Relation::less;
    auto outcome = factlint::compare(relation, a, b);
    if (const auto* mismatch = std::get_if<Mismatch>(&outcome)) return {std::nullopt, mismatch->message};
    return {a, {}};
}

bool is_comparison(std::string_view name) {
    static constexpr std::array<std::string_view, 6> names{"==", "!=", "<", "<=", ">", ">="};
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_operator(std::string_view name) {
    return is_comparison(name) ||
           (name.size() == 1 && std::string_view("+-*/").find(name[0]) != std::string_view::npos);
}

template <class T> void add_once(std::vector<T>& list, const T& item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

std::string problem_text(std::string_view name, const Type& left, const Type& right,
                         const std::string& problem) {
    const bool dimensions = !left.units.empty() && !right.units.empty();
    const std::size_t why = problem.find(": ");  // before it stand the samples, which nobody wrote
    if (dimensions && why != std::string::npos) return "'" + std::string(name) + "'" + problem.substr(why);
    return "'" + std::string(name) + "' does not take " + to_string(left) + " and " + to_string(right);
}

}  // namespace

FactResult fact_operation(std::string_view name, const Type& left, const Type& right) {
    FactResult result;
    if (!is_operator(name)) return result;
    const std::array<Stated, 2> ends{bare(1), bare(2)};
    const auto as = samples_of(left, right, ends), bs = samples_of(right, left, ends);
    result.type = is_comparison(name) ? simple(Tag::boolean) : fact_type({});
    if (as.empty() || bs.empty()) return result;
    std::string problem;
    bool possible = false, unitless = false;
    for (const auto& a : as)
        for (const auto& b : bs) {
            const Attempt tried = attempt(name, a, b);
            if (!tried.value) problem = tried.problem;
            if (!tried.value || is_comparison(name)) {
                possible = possible || tried.value.has_value();
                continue;
            }
            possible = true;
            add_once(result.type.kinds, tried.value->kind);
            if (tried.value->unit == UnitId::none)
                unitless = true;
            else
                add_once(result.type.units, tried.value->unit);
        }
    if (unitless || left.units.empty() || right.units.empty()) result.type.units.clear();
    if (!possible) result.problem = problem_text(name, left, right, problem);
    return result;
}

bool comparable_with_facts(const Type& a, const Type& b) {
    const auto is_list = [](const Type& type) { return type.tag == Tag::list; };
    if (is_list(a) && is_list(b)) return comparable_with_facts(a.parameters[0], b.parameters[0]);
    const auto number = [](const Type& type) { return type.tag == Tag::fact || type.tag == Tag::integer; };
    const auto maybe_text = [](const Type& type) {
        return type.tag == Tag::fact && (type.kinds.empty() || std::find(type.kinds.begin(), type.kinds.end(),
                                                                         Kind::text) != type.kinds.end());
    };
    if ((a.tag == Tag::string && maybe_text(b)) || (b.tag == Tag::string && maybe_text(a))) return true;
    return number(a) && number(b) && (a.tag == Tag::fact || b.tag == Tag::fact);
}

}  // namespace factlint::expr
