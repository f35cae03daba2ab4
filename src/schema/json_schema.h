// JSON Schema, drafts 2020-12 and 7: compiled once, then any number of trees are checked, each fault with its place.
//
//     Findings findings;
//     const auto schema = schema::compile(schema_tree, {}, findings);      // wrong schemas: findings in the schema file
//     if (schema) for (const auto& error : schema::validate(*schema, tree).errors) …   // "required property "id" is missing"
//
// Trees may come from JSON, YAML or TOML. No network: other schemas are handed over by the caller.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/tree.h"
#include "text/problem.h"

namespace factlint::schema {

/// Which keywords there are and what they mean. Draft 6 is read as draft 7, which only adds to it; 2019-09 without
/// `$recursiveRef`.
enum class Draft : std::uint8_t { draft7 = 1, draft2019_09 = 2, draft2020_12 = 4 };

/// The schema that a URI without fragment names, nullptr where there is none. It is asked with what `$ref` or `$schema`
/// say, as seen from the schema they stand in (`$id`, or else Options::uri), and where that gives nothing as seen from
/// the file they stand in. Trees have to outlive the compiled schema.
using Resolver = std::function<const Tree*(std::string_view uri)>;

struct Options {
    std::string uri;  ///< of the schema where it has no `$id`: its path, such as "schemas/order.json"
    Draft draft = Draft::draft2020_12;  ///< of schemas without `$schema`
    bool assert_formats = false;        ///< `format` is checked, not only told
    Resolver resolve = {};
};

struct Program;

/// A compiled schema. Refers to the trees it was made of and to the sources they view. Checking is thread-safe.
class JsonSchema {
  public:
    explicit JsonSchema(std::unique_ptr<const Program> program);
    JsonSchema(JsonSchema&&) noexcept;
    JsonSchema& operator=(JsonSchema&&) noexcept;
    ~JsonSchema();
    const Program& program() const { return *program_; }

  private:
    std::unique_ptr<const Program> program_;
};

/// Compiles `tree` (its root) and what it refers to. Errors (concern rule) are findings `bad-schema` with their place in
/// the schema: a value of the wrong shape, a reference to nothing, references that never end, a pattern that RE2 cannot
/// run, an unknown `$schema`; then there is no schema. Warnings: `unknown-keyword` for what looks like a slip of a
/// keyword, `unknown-format` where formats are checked. O(size of the schemas).
std::optional<JsonSchema> compile(const Tree& tree, const Options& options, Findings& findings);

/// What is wrong with one value, or one key.
struct SchemaError {
    TreeIndex instance = 0;    ///< of the tree that was checked; pointer_of() gives its JSON pointer
    Span span;                 ///< what to underline: the value, the key that must not be there, or a bracket
    std::string_view keyword;  ///< "minimum"; "false" for a schema that allows nothing; "limit"
    std::string message;       ///< "expected a number ≥ 0, found -5"
    std::string expected;      ///< "a number ≥ 0"; empty where the message is not of that form
    std::string help;          ///< what to do; may be empty
    std::optional<Place> schema_place;  ///< of the keyword; none in meta-schemas that are built in
    std::vector<Related> related;  ///< other places of the tree that matter: the item that this one repeats
};

struct Validation {
    std::vector<SchemaError> errors;  ///< those met first, in the order of the file
    std::size_t count = 0;            ///< all of them
    bool valid() const { return count == 0; }
};

/// Checks the value at `index`. Of `anyOf` and `oneOf` the errors of the branch that comes closest are given. Nesting of
/// schemas deeper than 2500 and checks without end are errors `limit`. O(schema × tree) where no branches nest.
Validation validate(const JsonSchema& schema, const Tree& tree, TreeIndex index = 0, std::size_t limit = 100);

/// Whether validate() would find nothing; faster.
bool accepts(const JsonSchema& schema, const Tree& tree, TreeIndex index = 0);

/// `error` as a finding with the id `id` (concern content): its place and the schema's as related.
Finding finding_of(const SchemaError& error, const Tree& tree, std::string id);

}  // namespace factlint::schema
