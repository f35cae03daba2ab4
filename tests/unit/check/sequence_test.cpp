// Orders and steps of columns: batches of any size, in any number of parts, say the same.
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include <rapidcheck.h>

#include "check/table/sequence.h"

using namespace factlint;

namespace {

std::vector<std::uint64_t> offsets(const Tally& tally) {
    std::vector<std::uint64_t> found;
    for (const KeptRow& row : tally.rows()) found.push_back(row.base);
    return found;
}

/// Numbers as lines, with the offset of each.
struct Lines {
    std::string text;
    std::vector<std::pair<int, std::uint64_t>> numbers;

    explicit Lines(const std::vector<int>& values) {
        for (const int value : values) {
            if (value != 0) numbers.emplace_back(value, text.size());
            text += value == 0 ? "x\n" : std::to_string(value) + "\n";
        }
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(texts_are_compared_without_their_quotes) {
    Column column;
    column.type = ColumnType::string;
    column.order = ColumnOrder::ascending;
    std::vector<Finding> findings;
    const ColumnCheck check(column, findings);
    for (const std::size_t block : {4, 1000}) {
        Sequence sequence(column, 10);
        RowReader reader(bytes_of("\"a\"\nb\n\"c\"\n\"b \"\"x\"\"\"\nb\n"), {',', '"', false}, block);
        RowBatch batch;
        std::string text, scratch;
        while (reader.next(batch)) {
            sequence.begin_batch(batch);
            for (std::uint32_t row = 0; row < batch.row_count(); ++row) {
                CellValue value;
                check.check(cell_text(batch.raw(batch.cell(row, 0)), {'"'}, text), value, scratch);
                sequence.take(batch, row, 0, value);
            }
            sequence.end_batch();
        }
        sequence.finish();
        BOOST_TEST(sequence.disorder().count() == 2);
        BOOST_TEST(sequence.before(sequence.disorder().rows().front()) == "\"c\"");
    }
}

BOOST_AUTO_TEST_CASE(parts_do_not_show) {
    const bool holds = rc::check("order and step of numbers in parts", [] {
        std::vector<int> values;
        for (const int step : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 4)))
            values.push_back(step == 0 ? 0 : (values.empty() ? 1 : values.back()) + step - 2);
        const Lines lines(values);
        const auto block = *rc::gen::inRange<std::size_t>(1, 30);
        const auto parts = *rc::gen::inRange<std::size_t>(1, 4);

        std::vector<std::uint64_t> disorder, gaps;
        for (std::size_t i = 1; i < lines.numbers.size(); ++i) {
            const auto [before, unused] = lines.numbers[i - 1];
            const auto [value, offset] = lines.numbers[i];
            if (value < before)
                disorder.push_back(offset);
            else if (value - before != 1)
                gaps.push_back(offset);
        }

        Column column;
        column.type = ColumnType::integer;
        column.order = ColumnOrder::ascending;
        column.step = ColumnStep{1};
        std::vector<Finding> findings;
        const ColumnCheck check(column, findings);
        std::vector<Sequence> sequences(parts, Sequence(column, 1000));
        RowReader reader(bytes_of(lines.text), {',', '"', false}, block);
        RowBatch batch;
        std::string scratch;
        for (std::size_t turn = 0; reader.next(batch); ++turn) {
            Sequence& sequence = sequences[turn % parts];
            sequence.begin_batch(batch);
            for (std::uint32_t row = 0; row < batch.row_count(); ++row) {
                CellValue value;
                check.check(batch.raw(batch.cell(row, 0)), value, scratch);
                sequence.take(batch, row, 0, value);
            }
            sequence.end_batch();
        }
        for (std::size_t i = 1; i < parts; ++i) sequences[0].merge(std::move(sequences[i]));
        sequences[0].finish();
        RC_ASSERT(offsets(sequences[0].disorder()) == disorder);
        RC_ASSERT(offsets(sequences[0].gaps()) == gaps);
        RC_ASSERT(sequences[0].disorder().count() == disorder.size());
    });
    BOOST_TEST(holds);
}
