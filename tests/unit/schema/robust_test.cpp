#include <boost/test/unit_test.hpp>

#include <memory>
#include <rapidcheck.h>
#include <vector>

#include "../value/property.h"
#include "build.h"

using namespace factlint;

namespace {

constexpr std::string_view specs[] = {
    "any|enum=a;b",
    "string|format=email",
    "string|format=uri|min_length=2",
    "string|format=binary",
    "string|format=uuid",
    "number|minimum=0|enum=1;2.5",
    "number|decimal_char=,|group_char=.|bare_number=false|special_numbers=true",
    "integer|maximum=10|group_char=,",
    "boolean",
    "date|minimum=2024-01-01",
    "date|format=any",
    "date|format=%A, %d %B %y %j",
    "time|maximum=12:00:00",
    "time|format=%I:%M:%S.%f %p %z",
    "datetime",
    "datetime|format=any",
    "year|minimum=-0005",
    "yearmonth",
    "duration|minimum=P1M|exclusive_maximum=P1Y",
    "geopoint",
    "geopoint|format=array",
    "geopoint|format=object",
    "geojson",
    "geojson|format=topojson",
    "object|min_length=1",
    "array|max_length=3",
    "list|item_type=number|delimiter=;|min_length=2",
    "list|item_type=datetime",
};

/// Bytes among which those that mean something are frequent.
std::string draw_cell() {
    const auto any = rc::gen::arbitrary<char>();
    const auto telling = rc::gen::element('0', '1', '2', '9', '-', '+', '.', ',', ':', '/', ' ', 'T', 'P',
                                          'D', 'M', 'Z', 'e', '{', '}', '[', ']', '"', '\\', '@', '%', ';');
    return *rc::gen::container<std::string>(rc::gen::weightedOneOf<char>({{5, telling}, {1, any}}));
}

}  // namespace

BOOST_AUTO_TEST_CASE(any_bytes_in_any_column) {
    for (const std::string_view spec : specs) {
        std::vector<Finding> findings;
        const ColumnCheck check(test::column_of(spec), findings);
        BOOST_TEST(findings.empty(), spec);
        property("cells of " + std::string(spec), [&] {
            const std::string cell = draw_cell();
            CellValue value;
            std::string scratch;
            const CellFault fault = check.check(cell, value, scratch);
            RC_ASSERT((fault == CellFault::none) == check.describe(fault, cell).empty());
            RC_ASSERT((value.kind == CellValue::Kind::wrong) == (fault == CellFault::wrong_type));
            if (value.kind == CellValue::Kind::big_number) RC_ASSERT(Number::parse(value.text).has_value());
        });
    }
}

BOOST_AUTO_TEST_CASE(a_block_is_checked_as_its_cells) {
    for (const std::string_view spec : specs) {
        std::vector<Finding> findings;
        const ColumnCheck check(test::column_of(spec), findings);
        property("blocks of " + std::string(spec), [&] {
            const auto size = *rc::gen::inRange<std::size_t>(0, CellBlock::capacity + 1);
            std::vector<std::string> texts(size);
            auto block = std::make_unique<CellBlock>();
            for (std::string& text : texts) block->texts[block->size++] = text = draw_cell();
            check.check(*block);
            bool faulty = false;
            for (std::size_t i = 0; i < size; ++i) {
                CellValue value;
                std::string scratch;
                const CellFault fault = check.check(texts[i], value, scratch);
                faulty = faulty || fault != CellFault::none;
                RC_ASSERT(block->faults[i] == fault);
                RC_ASSERT(block->values[i].kind == value.kind);
                if (value.kind == CellValue::Kind::number)
                    RC_ASSERT(compare(block->values[i].decimal, value.decimal) == 0);
                if (value.kind == CellValue::Kind::big_number || value.kind == CellValue::Kind::text)
                    RC_ASSERT(block->values[i].text == value.text);
            }
            RC_ASSERT(block->faulty == faulty);
        });
    }
}
