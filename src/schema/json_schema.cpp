#include "schema/json_schema.h"

#include <algorithm>

#include "schema/json/compiler.h"
#include "schema/json/validator.h"

namespace factlint::schema {

JsonSchema::JsonSchema(std::unique_ptr<const Program> program) : program_(std::move(program)) {}
JsonSchema::JsonSchema(JsonSchema&&) noexcept = default;
JsonSchema& JsonSchema::operator=(JsonSchema&&) noexcept = default;
JsonSchema::~JsonSchema() = default;

std::optional<JsonSchema> compile(const Tree& tree, const Options& options, Findings& findings) {
    if (tree.nodes.empty()) return std::nullopt;
    auto program = std::make_unique<Program>();
    const std::size_t before = findings.size();
    Compiler(options, *program, findings).run(tree);
    const auto first = findings.begin() + static_cast<std::ptrdiff_t>(before);
    std::stable_sort(first, findings.end(),
                     [](const Finding& a, const Finding& b) { return a.primary < b.primary; });
    const bool wrong = std::any_of(
        first, findings.end(), [](const Finding& finding) { return finding.severity == Severity::error; });
    if (wrong) return std::nullopt;
    return JsonSchema(std::move(program));
}

bool accepts(const JsonSchema& schema, const Tree& tree, TreeIndex index) {
    return Validator(schema.program(), tree).accepts(index);
}

Validation validate(const JsonSchema& schema, const Tree& tree, TreeIndex index, std::size_t limit) {
    Validator validator(schema.program(), tree);
    if (validator.accepts(index)) return {};
    return validator.explain(index, limit);
}

Finding finding_of(const SchemaError& error, const Tree& tree, std::string id) {
    Finding finding;
    finding.id = std::move(id);
    finding.message = error.message;
    finding.primary = Place{tree.source, error.span};
    finding.help = error.help;
    finding.related = error.related;
    if (error.schema_place)
        finding.related.push_back({*error.schema_place, quoted(error.keyword) + " asks for it"});
    return finding;
}

}  // namespace factlint::schema
