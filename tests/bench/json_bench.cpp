// bench_json [MEGABYTES]: how fast JSON and JSON Lines are read into trees and checked against a schema, beside simdjson
// on the same bytes. Processor time; nothing is asserted.
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iostream>
#include <random>
#include <string>

#include <fmt/format.h>
#include <simdjson.h>

#include "read/json_lines.h"
#include "read/json_tree.h"
#include "schema/json_schema.h"

namespace factlint::bench {
namespace {

constexpr const char* order_schema = R"({
  "type": "object",
  "required": ["id", "date", "currency", "amount", "status"],
  "additionalProperties": false,
  "properties": {
    "id": {"type": "integer", "minimum": 1},
    "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "currency": {"enum": ["USD", "EUR", "JPY"]},
    "amount": {"type": "number", "minimum": 0, "multipleOf": 0.01},
    "status": {"enum": ["open", "paid", "void"]},
    "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": true},
    "note": {"type": "string", "maxLength": 40}
  }
})";

/// Orders, one a line.
std::string orders(std::size_t bytes) {
    constexpr const char* currencies[] = {"USD", "EUR", "JPY"};
    constexpr const char* states[] = {"open", "paid", "void"};
    constexpr const char* notes[] = {"", "as agreed by telephone", "東京からの注文",
                                     R"(first line\nsecond line)"};
    std::mt19937 random(7);
    std::string text;
    for (int id = 1; text.size() < bytes; ++id)
        text += fmt::format(
            R"({{"id": {}, "date": "2026-{:02}-{:02}", "currency": "{}", "amount": {}.{:02}, "status": "{}", )"
            R"("tags": ["a", "b"], "note": "{}"}})"
            "\n",
            id, random() % 12 + 1, random() % 28 + 1, currencies[random() % 3], random() % 100'000,
            random() % 100, states[random() % 3], notes[random() % 4]);
    return text;
}

std::string as_list(std::string lines) {
    for (std::size_t at = 0; (at = lines.find('\n', at)) != std::string::npos; ++at)
        if (at + 1 < lines.size()) lines[at] = ',';
    return "[" + lines + "]";
}

/// The best of three, in MB a second.
void measure(const char* what, std::size_t bytes, const std::function<std::size_t()>& work) {
    double best = 0;
    std::size_t result = 0;
    for (int i = 0; i < 3; ++i) {
        const std::clock_t begin = std::clock();
        result = work();
        const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
        if (i == 0 || seconds < best) best = seconds;
    }
    std::cout << fmt::format("{:44} {:6.0f} MB/s  ({})\n", what, static_cast<double>(bytes) / 1e6 / best,
                             result);
}

void run(std::size_t bytes) {
    Sources sources;
    Findings findings;
    const SourceId lines = sources.add("orders.jsonl", orders(bytes));
    const SourceId list = sources.add("orders.json", as_list(std::string(sources.text(lines))));
    const Tree schema_tree = read_json(sources, sources.add("order.schema.json", order_schema), findings);
    const auto schema = schema::compile(schema_tree, {}, findings);
    measure("JSON Lines, read", bytes, [&] {
        std::size_t nodes = 0;
        for (JsonLines reader(sources, lines); reader.next(findings);) nodes += reader.tree().nodes.size();
        return nodes;
    });
    measure("JSON Lines, read and checked", bytes, [&] {
        std::size_t valid = 0;
        for (JsonLines reader(sources, lines); reader.next(findings);)
            valid += schema::accepts(*schema, reader.tree()) ? 1 : 0;
        return valid;
    });
    measure("JSON of one value, read", bytes,
            [&] { return read_json(sources, list, findings).nodes.size(); });
    measure("simdjson, dom of the same value", bytes, [&] {
        simdjson::dom::parser parser;
        simdjson::dom::element element;
        return parser.parse(sources.text(list).data(), sources.text(list).size()).get(element) ==
                       simdjson::SUCCESS
                   ? element.get_array().value().size()
                   : 0;
    });
}

}  // namespace
}  // namespace factlint::bench

int main(int argc, char** argv) {
    constexpr std::size_t megabyte = 1'000'000;
    factlint::bench::run((argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100) * megabyte);
}
