// Rows of JSON Lines: what is read at a glance is what the reader of JSON reads.
#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

#include <rapidcheck.h>

#include "read/json_line_rows.h"
#include "read/json_tree.h"

using namespace factlint;

namespace {

using Rows = std::vector<std::vector<std::string>>;

const std::vector<TableColumn> columns = {{"a", {}}, {"b", {}}, {"cé", {}}};

/// The cells as they are written, and the number of lines at fault.
struct Reading {
    Rows rows;
    std::size_t faults = 0;
    friend bool operator==(const Reading&, const Reading&) = default;
};

Reading read(const std::string& text) {
    Reading reading;
    JsonLineRows rows(bytes_of(text), columns);
    RowBatch batch;
    while (rows.take(batch)) {
        rows.scan(batch);
        for (std::uint32_t row = 0; row < batch.row_count(); ++row) {
            auto& cells = reading.rows.emplace_back();
            for (std::uint32_t column = 0; column < batch.width(row); ++column)
                cells.emplace_back(batch.raw(batch.cell(row, column)));
        }
        reading.faults += batch.faults.size();
    }
    return reading;
}

/// The same by the reader of JSON, line by line.
Reading expected(const std::vector<std::string>& lines) {
    Reading reading;
    for (const std::string& line : lines) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        Tree tree;
        Findings findings;
        read_json(line, {0, static_cast<std::uint32_t>(line.size())}, tree, findings);
        const bool object = !tree.nodes.empty() && tree[0].kind == TreeKind::object;
        if (!object || !findings.empty()) ++reading.faults;
        if (!object) continue;
        auto& cells = reading.rows.emplace_back(columns.size());
        for (TreeIndex at = 1; at < tree[0].end; at = tree[at].end)
            for (std::size_t i = 0; i < columns.size(); ++i)
                if (columns[i].name == tree[at].key)
                    cells[i] = tree[at].kind == TreeKind::null ? "" : std::string(slice(line, tree[at].span));
    }
    return reading;
}

}  // namespace

BOOST_AUTO_TEST_CASE(rows_are_those_of_the_reader) {
    const bool holds = rc::check("rows of JSON Lines", [] {
        const auto piece = rc::gen::element<std::string>(
            "{", "}", "\"a\": 1", "\"b\":\"x\"", "\"cé\" : true", ",", ", ", ":", "1.5e3", "01", "null", " ",
            "\r", "\"b\": {\"a\": [1, 2]}", "\"a\": \"\\n\"", "\"other\": 2", "\"a\": false",
            "\"\\u0061\": 3", "tru", "\"b\": \"", "\xFF", "[", "]", "\"a\": null", "{\"a\": 1, \"b\": \"y\"}",
            "{}");
        std::vector<std::string> lines;
        for (const auto& pieces : *rc::gen::container<std::vector<std::vector<std::string>>>(
                 rc::gen::container<std::vector<std::string>>(piece))) {
            std::string& line = lines.emplace_back();
            const bool wrapped = *rc::gen::arbitrary<bool>();
            if (wrapped) line += "{";
            for (const std::string& each : pieces) {
                if (wrapped && line.size() > 1) line += ",";
                line += each;
            }
            if (wrapped) line += "}";
        }
        std::string text;
        for (const std::string& line : lines) text += line + "\n";
        RC_ASSERT(read(text) == expected(lines));
    });
    BOOST_TEST(holds);
}
