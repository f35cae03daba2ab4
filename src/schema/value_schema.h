// ValueSchema: the JSON Schema of a column's cells, which hold JSON (`jsonSchema` of Table Schema).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/tree.h"
#include "schema/json_schema.h"

namespace factlint {

class ValueSchema {
  public:
    /// The schema at `index` of a descriptor; null, with findings of schema::compile(), where it is none. It refers to
    /// no other file.
    static std::shared_ptr<const ValueSchema> compile(const Tree& descriptor, TreeIndex index,
                                                      Findings& findings);
    /// Precondition: the text is JSON. Thread-safe. O(schema × text).
    bool accepts(std::string_view text) const;
    /// What it has against a text: "/size: expected a number ≥ 0, found -1".
    std::string objection(std::string_view text) const;

  private:
    Tree tree_;
    std::optional<schema::JsonSchema> schema_;
};

}  // namespace factlint
