// Facts in expressions: three-valued results, exactness, fields, and the decisions that reports show.
#include <map>

#include <boost/test/unit_test.hpp>

#include "expr/expression.h"
#include "expr/functions.h"

namespace {

using namespace factlint;
using namespace factlint::expr;

Stated fact(Kind kind, std::int64_t value, std::string_view unit, std::uint32_t origin) {
    Stated made = bare(Number(value));
    made.kind = kind;
    if (!unit.empty()) made.unit = find_unit(unit).value();
    made.origin = origin;
    return made;
}

struct World {
    std::map<std::string, Value, std::less<>> values;
    Environment environment;
    Arena arena;

    void add(const std::string& name, Stated value) {
        environment.variables.emplace_back(name, fact_type({value.kind}));
        values[name] = {arena.stated(std::move(value))};
    }
    void add(const std::string& name, Type type, Value value) {
        environment.variables.emplace_back(name, std::move(type));
        values[name] = value;
    }
    Bindings bindings() {
        Bindings made;
        made.lookup = [this](std::string_view name) {
            const auto found = values.find(name);
            return found == values.end() ? Value{Unknown{name}} : found->second;
        };
        return made;
    }
    std::string run(std::string_view source) {
        const auto compiled = compile(source, environment);
        if (!compiled.expression) return "compile: " + compiled.diagnostics.at(0).message;
        return describe(evaluate(*compiled.expression, bindings(), arena));
    }
    std::vector<Decision> why(std::string_view source) {
        const auto compiled = compile(source, environment);
        BOOST_REQUIRE(compiled.expression != nullptr);
        kept.push_back(compile(source, environment));
        return decisions(*kept.back().expression, bindings(), arena);
    }
    std::vector<Compiled> kept;
};

void fill(World& world) {
    world.add("aid.before", fact(Kind::money, 300'000'000, "USD", 1));
    world.add("aid.after", fact(Kind::money, 440'000'000, "USD", 2));
    world.add("added", fact(Kind::money, 130'000'000, "USD", 3));
    world.add("euros", fact(Kind::money, 5, "EUR", 4));
    world.add("identified", fact(Kind::count, 740, "", 5));
    world.environment.variables.emplace_back("missing", fact_type({Kind::count}));
    Stated about = fact(Kind::count, 100, "", 6);
    about.admits = {Bound{90, false, false}, Bound{110, false, false}};
    world.add("crowd", about);
    Stated day = fact(Kind::date, 0, "", 7);
    day.dates = {*parse_date("2025-11-02"), *parse_date("2025-11-02")};
    world.add("visit", day);
    world.add("term", fact(Kind::duration, 600, "month", 8));
    const auto points = world.arena.values(3);
    for (std::int64_t i = 0; i < 3; ++i)
        points[static_cast<std::size_t>(i)] = {
            world.arena.stated(fact(Kind::ordinal, i + 1, "", 10 + static_cast<std::uint32_t>(i)))};
    world.add("points", list_of(fact_type({Kind::ordinal})), {List{points}});
}

struct Talks : World {
    Talks() { fill(*this); }
};

struct Expectation {
    std::string_view source;
    std::string_view result;
};

}  // namespace

BOOST_AUTO_TEST_CASE(facts_in_expressions) {
    constexpr Expectation table[] = {
        {"aid.before + added == aid.after", "false"},
        {"aid.before + added < aid.after", "true"},
        {"identified <= 994", "true"},
        {"points == [1, 2, 3]", "true"},
        {"points == [1, 2, 4]", "false"},
        {"crowd == 105", "open"},
        {"!(crowd == 105)", "open"},
        {"crowd == 105 && false", "false"},
        {"crowd == 105 || true", "true"},
        {"crowd == 105 || missing == 1", "missing (not found)"},
        {"crowd < 120", "true"},
        {"has(missing)", "false"},
        {"has(aid)", "true"},
        {"has(aid.before)", "true"},
        {"year(visit) == 2025", "true"},
        {"visit.month + 1 == 12", "true"},
        {"weekday(visit) == 7", "true"},
        {"visit.stated_weekday == 7", "visit.stated_weekday (not found)"},
        {"visit == date('2025-11-02')", "true"},
        {"sum(points) == 6", "true"},
        {"max(points) == 3 && min(points) == 1", "true"},
        {"median(points) == 2 && avg(points) == 2", "true"},
        {"points.distinct().size() == 3", "true"},
        {"sum([1, 2, 3])", "6"},
        {"max([1u, 2u]) == 2u && min(['b', 'a']) == 'a'", "true"},
        {"max([visit, date('2025-11-05')]) == date('2025-11-05')", "true"},
        {"median([visit])", "cannot compare the date 2025-11-02 and the date 2025-11-02: there is no such "
                            "operation on values of kind date"},
        {"years_between(date('1975-04-30'), visit)", "50 years"},
        {"years_between(date('1975-04-30'), visit) == term", "true"},
        {"years_between(date('1975-04-30'), visit) * aid.before", "15 billion USD"},
        {"decimal('1.1') * 10 == 11", "true"},
        {"change(aid.before, aid.after) > decimal('46')", "true"},
        {"agree([identified, 740])", "true"},
        {"within(identified, 10) == 745", "open"},
    };
    Talks world;
    for (const auto& [source, result] : table)
        BOOST_TEST(world.run(source) == result, source << ": " << world.run(source));
}

BOOST_AUTO_TEST_CASE(mistakes_of_a_rule) {
    constexpr Expectation table[] = {
        {"aid.before + visit == added", "compile: '+' does not take money and date"},
        {"identified == 1.5", "compile: a double is not exact and cannot stand beside a fact"},
        {"aid.befor == added", "compile: there is no name 'aid.befor'"},
        {"identified.numerator == 1", "compile: count has no field 'numerator'"},
        {"smu(points) == 6", "compile: there is no function 'smu'"},
        {"identified = 3", "compile: unexpected character"},
        {"identified +", "compile: unexpected the end of the expression"},
    };
    Talks world;
    for (const auto& [source, result] : table)
        BOOST_TEST(world.run(source) == result, source << ": " << world.run(source));
}

BOOST_AUTO_TEST_CASE(open_comparisons_cannot_choose) {
    Talks world;
    for (const std::string_view source : {"crowd == 105 ? 1 : 2", "points.filter(p, crowd == 105)",
                                          "crowd in [105]", "points.exists_one(p, crowd == 105)"})
        BOOST_TEST(world.run(source).find("agree") != std::string::npos, source << ": " << world.run(source));
}

BOOST_AUTO_TEST_CASE(units_of_a_document_break_a_claim) {
    Talks world;
    const auto compiled = compile("euros < added", world.environment);
    BOOST_REQUIRE(compiled.expression != nullptr);
    const Value value = evaluate(*compiled.expression, world.bindings(), world.arena);
    const auto* error = std::get_if<Error>(&value.data);
    BOOST_REQUIRE(error != nullptr);
    BOOST_TEST((error->cause == Error::Cause::document));
}

BOOST_AUTO_TEST_CASE(decisions_write_the_arithmetic_out) {
    Talks world;
    const auto why = world.why("aid.before + added == aid.after");
    BOOST_REQUIRE(why.size() == 1u);
    BOOST_TEST(why[0].left.source == "aid.before + added");
    BOOST_TEST(why[0].left.arithmetic == "300 million USD + 130 million USD");
    BOOST_TEST(why[0].left.described == "430 million USD");
    BOOST_TEST(why[0].right.described == "440 million USD");
    BOOST_TEST((why[0].left.origins == std::vector<std::uint32_t>{1, 3}));
    BOOST_TEST((why[0].right.origins == std::vector<std::uint32_t>{2}));
    BOOST_TEST(why[0].left.computed);
    BOOST_TEST(!why[0].right.computed);
}

BOOST_AUTO_TEST_CASE(decisions_are_those_that_decide) {
    Talks world;
    BOOST_TEST(world.why("identified == 740 && identified == 1 && added == aid.after").size() == 2u);
    BOOST_TEST(world.why("identified == 1 || identified == 2").size() == 2u);
    const auto failing = world.why("points.all(p, p > 5)");
    BOOST_REQUIRE(failing.size() == 3u);
    BOOST_TEST((failing[1].left.origins == std::vector<std::uint32_t>{11}));
    BOOST_TEST(world.why("[1,2,3,4,5,6,7,8,9,10].all(x, x > 50)").size() == 3u);
    const auto sum = world.why("1+2+3+4+5+6+7+8+9+10 == 0");
    BOOST_TEST(sum[0].left.arithmetic == "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + … and 2 more");
}

BOOST_AUTO_TEST_CASE(limits_are_said) {
    const Environment plain;
    BOOST_TEST(!compile(std::string(10'000, '(') + "1" + std::string(10'000, ')'), plain).expression);
    BOOST_TEST(!compile(std::string(1'000'000, '1'), plain).expression);
    std::string deep = "1";
    for (int i = 0; i < 1000; ++i) deep += "+1";
    BOOST_TEST(compile(deep, plain).diagnostics.at(0).message.find("250 deep") != std::string::npos);
    std::string macros = "[1,2,3,4,5,6,7,8,9,10]";
    for (int i = 0; i < 10; ++i)
        macros = "[1,2,3,4,5,6,7,8,9,10].map(x" + std::to_string(i) + ", " + macros + ")";
    const auto compiled = compile(macros, plain);
    BOOST_REQUIRE(compiled.expression != nullptr);
    Arena arena;
    const Value value = evaluate(*compiled.expression, {}, arena);
    BOOST_REQUIRE(std::holds_alternative<Error>(value.data));
    BOOST_TEST((std::get<Error>(value.data).cause == Error::Cause::limit));
}

BOOST_AUTO_TEST_CASE(every_signature_is_readable) {
    for (const auto& group : function_groups())
        for (const auto& row : group.rows) {
            const Overload overload = read_signature(row, group.facts);
            BOOST_TEST((overload.result.tag != Type::Tag::abstract), row.name << ' ' << row.signature);
            for (const auto& parameter : overload.parameters)
                BOOST_TEST((parameter.tag != Type::Tag::abstract), row.name);
            BOOST_TEST(!row.doc.empty());
        }
}
