// Golden reports: tests/golden/report/<sample>.<extension>, byte for byte. `test_report --update` writes them.
#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>

#include "report/render.h"
#include "sample_reports.h"
#include "support/cases.h"

namespace factlint::test {
namespace {

struct Golden {
    std::string_view extension;
    std::string_view format;
    RenderOptions options;
};

constexpr Golden goldens[] = {
    {"txt", "text", {false, false, "1.2.3"}},    {"verbose.txt", "text", {false, true, "1.2.3"}},
    {"ansi", "text", {true, true, "1.2.3"}},     {"json", "json", {false, false, "1.2.3"}},
    {"jsonl", "jsonl", {false, false, "1.2.3"}}, {"html", "html", {false, false, "1.2.3"}},
};

bool updating() {
    const char* asked = std::getenv("FACTLINT_UPDATE");
    return asked != nullptr && std::string_view(asked) == "1";
}

void compare(const std::string& name, const std::string& actual) {
    const std::string path = repository_path("tests/golden/report/" + name);
    if (updating()) std::ofstream(path, std::ios::binary) << actual;
    const std::string expected = read_file(path).value_or("");
    BOOST_CHECK_MESSAGE(expected == actual, name << " differs:\n" << diff(expected, actual));
}

}  // namespace

BOOST_AUTO_TEST_CASE(golden_reports) {
    for (const SampleMaker& maker : sample_makers) {
        SampleReport sample{maker.name, {}, {}};
        maker.make(sample);
        for (const Golden& golden : goldens) {
            const ReportFormat* format = find_report_format(golden.format);
            BOOST_REQUIRE(format != nullptr);
            compare(std::string(maker.name) + "." + std::string(golden.extension),
                    format->render(sample.report, sample.sources, golden.options));
        }
    }
}

BOOST_AUTO_TEST_CASE(every_format_has_a_golden_file) {
    for (const ReportFormat& format : report_formats()) {
        const auto covers = [&](const Golden& golden) { return golden.format == format.name; };
        BOOST_CHECK_MESSAGE(std::any_of(std::begin(goldens), std::end(goldens), covers), format.name);
    }
    BOOST_CHECK(find_report_format("xml") == nullptr);
}

}  // namespace factlint::test
