// Places against LineMap, whose columns are counted anew each time.
#include <boost/test/unit_test.hpp>

#include "report/places.h"

namespace factlint::test {
namespace {

constexpr std::string_view texts[] = {
    "",
    "one line",
    "a\nb\n",
    "\xEF\xBB\xBF"
    "市は12\r\n分館\r7\n",
    "e\u0301 \xff\xfe 👨‍👩‍👧\n\n\tx",
    "\xE3\x81",
};

}  // namespace

BOOST_AUTO_TEST_CASE(points_are_those_of_the_line_map) {
    for (const std::string_view text : texts) {
        Sources sources;
        const SourceId source = sources.add("text", std::string(text));
        const LineMap map(sources.text(source));
        const auto size = static_cast<std::uint32_t>(text.size());
        // Backwards, forwards and in leaps: columns that are remembered must not depend on who asked before.
        for (const std::uint32_t step : {1U, 3U, size + 1}) {
            Places places(sources);
            for (std::uint32_t i = 0; i <= size; ++i) {
                const std::uint32_t offset = step == size + 1 ? size - i : i * step % (size + 1);
                const Position expected = map.position(offset);
                const Point actual = places.point(source, offset);
                BOOST_CHECK_EQUAL(actual.line, expected.line);
                BOOST_CHECK_EQUAL(actual.column, expected.column);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_place_in_words) {
    Sources sources;
    const SourceId source = sources.add("docs/a.md", "市は\n全12館");
    Places places(sources);
    BOOST_CHECK_EQUAL(places.describe({source, {10, 12}}), "docs/a.md:2:2");
    BOOST_CHECK_EQUAL(places.describe({source, {99, 99}}), "docs/a.md:2:5");
}

}  // namespace factlint::test
