// Parts of JSON Schema that stand alone: numbers as they are written, URIs, patterns, and limits.
#include <boost/test/unit_test.hpp>
#include <rapidcheck.h>

#include <string>

#include "../value/property.h"
#include "read/json_tree.h"
#include "schema/json/decimal.h"
#include "schema/json/ecma_pattern.h"
#include "schema/json/uri.h"
#include "schema/json_schema.h"
#include "value/number.h"

using namespace factlint;

namespace {

/// A number of JSON, often near to others.
std::string some_literal() {
    const auto digits = [](int most) {
        return *rc::gen::container<std::string>(static_cast<std::size_t>(*rc::gen::inRange(1, most)),
                                                rc::gen::element('0', '0', '1', '2', '5', '9'));
    };
    std::string literal = *rc::gen::element(std::string(), std::string("-"));
    std::string whole = digits(8);
    whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
    literal += whole.empty() ? "0" : whole;
    if (*rc::gen::inRange(0, 2) == 1) literal += "." + digits(8);
    if (*rc::gen::inRange(0, 3) == 1)
        literal += *rc::gen::element(std::string("e"), std::string("E+"), std::string("e-")) +
                   std::to_string(*rc::gen::inRange(0, 30));
    return literal;
}

/// What outlives the schema.
struct Outcome {
    std::size_t count = 0;
    std::string keyword;  ///< of the first error
    bool valid() const { return count == 0; }
};

/// Whether a schema accepts a value, through all of the reader, compiler and validator.
Outcome check(const std::string& schema_text, const std::string& value_text) {
    Sources sources;
    Findings findings;
    const Tree schema_tree = read_json(sources, sources.add("s.json", schema_text), findings);
    const Tree value = read_json(sources, sources.add("v.json", value_text), findings);
    const auto compiled = schema::compile(schema_tree, {}, findings);
    BOOST_REQUIRE(compiled && findings.empty());
    const schema::Validation validation = schema::validate(*compiled, value);
    BOOST_TEST(schema::accepts(*compiled, value) == validation.valid());
    return {validation.count, validation.valid() ? "" : std::string(validation.errors.front().keyword)};
}

std::string nested(std::size_t depth, const std::string& inner) {
    return std::string(depth, '[') + inner + std::string(depth, ']');
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_schema_parts)

BOOST_AUTO_TEST_CASE(numbers_compare_as_rationals_do) {
    property("order, multiples and whole numbers are those of Number", [] {
        const std::string a = some_literal(), b = some_literal();
        const Number x = *Number::parse(a), y = *Number::parse(b);
        const auto left = schema::Decimal::of(a), right = schema::Decimal::of(b);
        RC_ASSERT((left <=> right) == (x <=> y));
        RC_ASSERT(left.is_integer() == x.is_integer());
        if (left == right) RC_ASSERT(left.hash() == right.hash());
        const auto divisor = schema::Divisor::of(right);
        RC_ASSERT(divisor.has_value() == (y.sign() > 0));
        if (divisor) RC_ASSERT(divisor->divides(left) == (x / y).is_integer());
    });
}

BOOST_AUTO_TEST_CASE(numbers_beyond_all_doubles) {
    const auto of = [](std::string_view literal) { return schema::Decimal::of(literal); };
    BOOST_TEST((of("1e400") == of("10.0e399")));
    BOOST_TEST((of("1e-400") > of("0")));
    BOOST_TEST((of("-0.0e5") == of("0")));
    BOOST_TEST((of("1e99999999999") > of("9e99999999998")));
    BOOST_TEST(of("1e99999999999").is_integer());
    BOOST_TEST(of("18446744073709551615").to_count().value() == UINT64_MAX);
    BOOST_TEST(!of("-1").to_count().has_value());
    BOOST_TEST(!of("1.5").to_count().has_value());
    BOOST_TEST(schema::Divisor::of(of("0.0001"))->divides(of("0.0075")));
    BOOST_TEST(schema::Divisor::of(of("3"))->divides(of("3e99999999999")));
    BOOST_TEST(!schema::Divisor::of(of("3"))->divides(of("1e99999999999")));
}

/// RFC 3986, 5.4.
BOOST_AUTO_TEST_CASE(references_are_resolved) {
    struct Row {
        std::string_view reference, expected;
    };
    constexpr Row rows[] = {
        {"g:h", "g:h"},
        {"g", "http://a/b/c/g"},
        {"./g", "http://a/b/c/g"},
        {"g/", "http://a/b/c/g/"},
        {"/g", "http://a/g"},
        {"//g", "http://g"},
        {"?y", "http://a/b/c/d;p?y"},
        {"g?y", "http://a/b/c/g?y"},
        {"#s", "http://a/b/c/d;p?q#s"},
        {"g#s", "http://a/b/c/g#s"},
        {"", "http://a/b/c/d;p?q"},
        {".", "http://a/b/c/"},
        {"..", "http://a/b/"},
        {"../g", "http://a/b/g"},
        {"../..", "http://a/"},
        {"../../g", "http://a/g"},
        {"../../../g", "http://a/g"},
        {"/./g", "http://a/g"},
        {"/../g", "http://a/g"},
        {"./g/.", "http://a/b/c/g/"},
        {"g/../h", "http://a/b/c/h"},
    };
    for (const Row& row : rows)
        BOOST_TEST(schema::resolve_uri("http://a/b/c/d;p?q", row.reference) == row.expected, row.reference);
    BOOST_TEST(schema::resolve_uri("schemas/b.json", "a.json#/x") == "schemas/a.json#/x");
    BOOST_TEST(schema::resolve_uri("schemas/b.json", "../a.json") == "a.json");
    BOOST_TEST(schema::resolve_uri("b.json", "../../a.json") == "../../a.json");
    BOOST_TEST(schema::resolve_uri("", "a.json") == "a.json");
    BOOST_TEST(schema::resolve_uri("urn:uuid:1", "#a") == "urn:uuid:1#a");
    BOOST_TEST(schema::percent_decoded("a%25b%C3%A9%2") == "a%bé%2");
}

BOOST_AUTO_TEST_CASE(patterns_are_those_of_ecma_262) {
    struct Row {
        std::string_view pattern, text;
        bool found;
    };
    constexpr Row rows[] = {
        {"^a.c$", "abc", true},
        {"^a.c$", "a\nc", false},
        {"^a.c$", "a\u2028c", false},
        {"^a$", "a\n", false},
        {"\\s", "\u3000", true},
        {"\\S", "\u3000", false},
        {"[\\s]", "\uFEFF", true},
        {"[^\\S]", "a", false},
        {"\\d", "\u0663", false},
        {"\\w", "é", false},
        {"^[^]$", "\n", true},
        {"[]", "a", false},
        {"[[]", "[", true},
        {"[a-]", "-", true},
        {"[\\w-x]", "-", true},
        {"\\u00e9", "é", true},
        {"\\ud83d\\ude00", "😀", true},
        {"^\\u{1F600}$", "😀", true},
        {"^.$", "😀", true},
        {"\\cA", "\x01", true},
        {"\\x41", "A", true},
        {"^a{2}$", "aa", true},
        {"a{", "a{", true},
        {"\\p{Letter}", "字", true},
        {"\\P{L}", "字", false},
        {"\\p{Script=Greek}", "α", true},
        {"\\/\\-\\.", "/-.", true},
        {"(?<y>a)(?:b)(c)", "abc", true},
        {"[\\b]", "\b", true},
        {"a\\b", "a b", true},
    };
    for (const Row& row : rows) {
        const schema::EcmaPattern pattern(row.pattern);
        BOOST_TEST(pattern.error() == "", row.pattern);
        BOOST_TEST(pattern.found_in(row.text) == row.found, row.pattern << " in " << row.text);
    }
    for (const std::string_view beyond :
         {"(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(a)\\1", "\\k<a>", "a{1001}"})
        BOOST_TEST(schema::EcmaPattern(beyond).is_beyond_re2(), beyond);
    for (const std::string_view wrong :
         {"(", "[", "\\", "\\u12", "\\ud83d", "\\q", "(?i)a", "[z-a]", "\\p{Nonsense}", "*"}) {
        BOOST_TEST(!schema::EcmaPattern(wrong).error().empty(), wrong);
        BOOST_TEST(!schema::EcmaPattern(wrong).is_beyond_re2(), wrong);
    }
}

BOOST_AUTO_TEST_CASE(references_that_nest_without_end_are_an_error) {
    const auto validation = check(R"({"$dynamicAnchor": "a", "allOf": [{"$dynamicRef": "#a"}]})", "[1]");
    BOOST_TEST(validation.count == 1U);
    BOOST_TEST(validation.keyword == "limit");
}

BOOST_AUTO_TEST_CASE(a_limit_is_an_error_inside_of_not_too) {
    const auto validation = check(R"({"not": {"$dynamicAnchor": "a", "$dynamicRef": "#a"}})", "1");
    BOOST_TEST(validation.keyword == "limit");
}

BOOST_AUTO_TEST_CASE(branches_of_a_deep_tree_take_linear_time) {
    const std::string schema =
        R"({"anyOf": [{"type": "array", "items": {"$ref": "#"}}, {"items": {"$ref": "#"}, "minItems": 1, "type": "array"}, {"const": 1}]})";
    BOOST_TEST(check(schema, nested(500, "1")).valid());
    const auto validation = check(schema, nested(500, "2"));
    BOOST_TEST(validation.count == 1U);
    BOOST_TEST(validation.keyword != "limit");
}

BOOST_AUTO_TEST_CASE(items_that_differ_are_not_compared_each_with_each) {
    std::string list = "[0";
    for (int i = 1; i < 100'000; ++i) list += ", " + std::to_string(i);
    BOOST_TEST(check(R"({"uniqueItems": true})", list + "]").valid());
    BOOST_TEST(check(R"({"uniqueItems": true})", list + ", 7.0]").count == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
