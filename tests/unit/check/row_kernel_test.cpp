// Kernels never say anything else than the expression.
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include <rapidcheck.h>

#include "check/table/row_claims.h"
#include "check/table/row_kernel.h"

using namespace factlint;

namespace {

std::unique_ptr<expr::Expression> compiled(const std::string& text) {
    expr::Environment names;
    names.variables.emplace_back("row", expr::Type{});
    auto result = expr::compile(text, names);
    BOOST_REQUIRE_MESSAGE(result.expression, text);
    return std::move(result.expression);
}

/// What the expression itself says of a row.
Answer slow_answer(const RowClaim& claim, const RowBatch& batch) {
    RowValue value(claim);
    const expr::Object& object = value.set(batch, 0, {'"'});
    expr::Arena arena;
    const expr::Bindings bindings{[&](std::string_view) { return expr::Value{object}; }, nullptr};
    const expr::Value result = expr::evaluate(*claim.assertion, bindings, arena);
    const bool* truth = std::get_if<bool>(&result.data);
    return !truth ? Answer::ask : *truth ? Answer::yes : Answer::no;
}

/// Whether the kernel answers for the line; it says what the expression says then.
bool agree(const RowClaim& claim, const std::string& line) {
    RowReader reader(bytes_of(line), {});
    RowBatch batch;
    if (!reader.next(batch)) return false;
    auto kernel = RowKernel::compile(*claim.assertion, claim.fields);
    RC_ASSERT(kernel.has_value());
    const Answer quick = kernel->answer(batch, 0, {'"'});
    if (quick == Answer::ask) return false;
    RC_ASSERT(quick == slow_answer(claim, batch));
    return true;
}

const char* const expressions[] = {
    "row.a > 0",
    "row.a >= row.b",
    "row.a + row.b == row.c",
    "row.a * row.b - row.c != 1",
    "row.a in [1, 2, 3] || row.b == 'x'",
    "row.s in ['x', 'y'] && !(row.s == 'y')",
    "row.s != 'x' && row.a < 10",
    "row.a < 5 && row.b < 5 || row.c == 0",
    "has(row.a) && row.a != 2",
    "!has(row.s) || row.s == 'x'",
    "row.a < decimal('1.5')",
    "row.o.p > 0 && row.o.p != 2",
    "has(row.o.p) && row.o.p == row.`o.p`",
};

/// Over columns of amounts, percentages, scaled numbers and days.
const char* const measured_expressions[] = {
    "row.a > 0",
    "row.a.number > 1",
    "row.a == row.b",
    "row.a + row.b >= row.a",
    "row.a * 2 > row.b",
    "row.a * row.c > row.b",
    "row.c > row.a",
    "row.c == row.d",
    "row.c * 1 != 10",
    "row.a > row.d",
    "row.d <= 1000",
    "row.d.number * 2 == 2000",
    "row.c in [1, 2]",
    "row.e >= date('2024-02-01')",
    "row.e == row.f || row.f > row.e",
    "row.e != date('2024-02-01') && has(row.f)",
};

}  // namespace

BOOST_AUTO_TEST_CASE(kernels_agree_with_the_expression) {
    std::vector<std::unique_ptr<expr::Expression>> all;
    for (const char* text : expressions) all.push_back(compiled(text));
    std::vector<Finding> findings;
    Column number;
    number.type = ColumnType::number;
    const ColumnCheck check(number, findings);
    int answered = 0;
    const bool holds = rc::check("kernels agree with the expression", [&] {
        const auto cell = rc::gen::element<std::string>(
            "0", "1", "2", "-3", "1.0", "1.50", "0.5", "10", "", "x", "y", "\"x\"", "\"2\"", "1e2",
            "999999999999999999", "1234567890123456789012", "0.000000000000000001", "+1", "01", " 1");
        const std::string line = *cell + "," + *cell + "," + *cell + "," + *cell + "\n";
        const auto& expression = all[*rc::gen::inRange<std::size_t>(0, all.size())];
        const bool declared = *rc::gen::arbitrary<bool>();
        RowClaim claim;
        claim.assertion = expression.get();
        const std::string names[] = {"a", "b", "c", "s"};
        for (std::uint32_t i = 0; i < 4; ++i)
            claim.fields.push_back({names[i], i, declared && i < 3 ? &check : nullptr});
        claim.fields.push_back({"o.p", 1, declared ? &check : nullptr});
        answered += agree(claim, line) ? 1 : 0;
    });
    BOOST_TEST(holds);
    BOOST_TEST(answered > 0);
}

BOOST_AUTO_TEST_CASE(kernels_of_units_and_days_agree_with_the_expression) {
    std::vector<std::unique_ptr<expr::Expression>> all;
    for (const char* text : measured_expressions) all.push_back(compiled(text));
    const auto column = [](ColumnType type, UnitId unit, const Number& scale) {
        Column made;
        made.type = type;
        made.unit = unit;
        made.scale = scale;
        return made;
    };
    std::vector<Finding> findings;
    const ColumnCheck usd(column(ColumnType::number, find_unit("USD").value(), 1), findings);
    const ColumnCheck percent(column(ColumnType::number, UnitId::percent, 1), findings);
    const ColumnCheck scaled(column(ColumnType::integer, UnitId::none, 1000), findings);
    const ColumnCheck day(column(ColumnType::date, UnitId::none, 1), findings);
    int answered = 0;
    const bool holds = rc::check("kernels of units and days agree with the expression", [&] {
        const auto number = rc::gen::element<std::string>("0", "1", "2", "-3", "1.50", "10", "", "x", "1000",
                                                          "999999999999999999", "1234567890123456789012");
        const auto date = rc::gen::element<std::string>("2024-02-01", "2024-01-31", "2025-12-31", "", "x");
        const std::string line =
            *number + "," + *number + "," + *number + "," + *number + "," + *date + "," + *date + "\n";
        const auto& expression = all[*rc::gen::inRange<std::size_t>(0, all.size())];
        RowClaim claim;
        claim.assertion = expression.get();
        claim.fields = {{"a", 0, &usd},    {"b", 1, &usd}, {"c", 2, &percent},
                        {"d", 3, &scaled}, {"e", 4, &day}, {"f", 5, &day}};
        answered += agree(claim, line) ? 1 : 0;
    });
    BOOST_TEST(holds);
    BOOST_TEST(answered > 20);
}

BOOST_AUTO_TEST_CASE(kernels_know_their_limits) {
    const std::vector<RowField> fields = {{"a", 0, nullptr}};
    BOOST_TEST(!RowKernel::compile(*compiled("row.a / 2 > 1"), fields));
    BOOST_TEST(!RowKernel::compile(*compiled("row.a.matches('x')"), fields));
    BOOST_TEST(!RowKernel::compile(*compiled("row.a.unit == 'x'"), fields));
    const std::vector<RowField> nested = {{"o", 0, nullptr}, {"o.p", 1, nullptr}};
    BOOST_TEST(RowKernel::compile(*compiled("row.o.p < 'x'"), nested).has_value());
    BOOST_TEST(!RowKernel::compile(*compiled("row.o < 'x' || row.o.p < 'x'"), nested));
}
