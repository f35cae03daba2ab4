// Runs the conformance cases of cel-spec in ../shared/cel through the same function as `factlint eval --stream`.
#include <charconv>
#include <cmath>
#include <iostream>
#include <map>

#include <boost/test/unit_test.hpp>
#include <simdjson.h>

#include "expr/json.h"
#include "expr/stream.h"
#include "support/cases.h"

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

double number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    BOOST_REQUIRE(error == std::errc() && end == text.data() + text.size());
    return value;
}

bool same_double(element a, element b) {
    const double x = number(a.get_string().value()), y = number(b.get_string().value());
    return (std::isnan(x) && std::isnan(y)) || (x == y && std::signbit(x) == std::signbit(y));
}

bool same(element expected, element actual);

bool same_list(array a, array b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (!same(a.at(i).value(), b.at(i).value())) return false;
    return true;
}

bool same_map(array a, array b) {
    if (a.size() != b.size()) return false;
    for (const element entry : a) {
        bool found = false;
        for (const element other : b)
            found = found || same_list(entry.get_array().value(), other.get_array().value());
        if (!found) return false;
    }
    return true;
}

/// {"int":"1"} and the like; maps in any order.
bool same(element expected, element actual) {
    const object a = expected.get_object().value(), b = actual.get_object().value();
    const auto x = *a.begin(), y = *b.begin();
    if (x.key != y.key) return false;
    if (x.key == "double") return same_double(x.value, y.value);
    if (x.key == "list") return same_list(x.value.get_array().value(), y.value.get_array().value());
    if (x.key == "map") return same_map(x.value.get_array().value(), y.value.get_array().value());
    return simdjson::minify(x.value) == simdjson::minify(y.value);
}

struct Score {
    int passed = 0;
    int total = 0;
    bool core = false;
};

bool passes(element test, const std::string& answer) {
    simdjson::dom::parser parser;
    const element result = parser.parse(answer);
    element expected;
    if (test["error"].get(expected) == simdjson::SUCCESS) return result["error"].error() == simdjson::SUCCESS;
    if (test["value"].get(expected) == simdjson::SUCCESS) {
        element actual;
        if (result["value"].get(actual) != simdjson::SUCCESS || !same(expected, actual)) return false;
    }
    if (test["type"].get(expected) == simdjson::SUCCESS) {
        element actual;
        if (result["type"].get(actual) != simdjson::SUCCESS) return false;
        return actual.get_string().value() == expected.get_string().value();
    }
    return true;
}

}  // namespace

BOOST_AUTO_TEST_CASE(cel_conformance) {
    const auto path = factlint::test::shared_path("cel/cases.json");
    if (!path) return;
    simdjson::dom::parser parser;
    std::map<std::string, Score> scores;
    for (const element test : parser.load(*path).get_array()) {
        const std::string id(test["id"].get_string().value());
        const std::string answer = factlint::expr::eval_stream_line(simdjson::minify(test));
        Score& score = scores[id.substr(0, id.find('/'))];
        score.core = test["core"].get_bool();
        ++score.total;
        const bool ok = passes(test, answer);
        score.passed += ok ? 1 : 0;
        if (!ok) std::cout << id << ": " << test["expr"].get_string().value() << "\n    " << answer << '\n';
    }
    Score core, extensions;
    for (const auto& [file, score] : scores) {
        std::cout << file << ": " << score.passed << '/' << score.total << (score.core ? " core" : "")
                  << '\n';
        Score& sum = score.core ? core : extensions;
        sum.passed += score.passed;
        sum.total += score.total;
    }
    std::cout << "core: " << core.passed << '/' << core.total << ", extensions: " << extensions.passed << '/'
              << extensions.total << '\n';
    BOOST_TEST(core.passed == core.total);
    BOOST_TEST(core.total > 0);
}
