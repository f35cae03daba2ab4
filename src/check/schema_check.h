// JSON, JSON Lines and YAML data against a JSON Schema: one finding for each cause.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "read/tree.h"
#include "schema/json_schema.h"
#include "text/finding.h"

namespace factlint {

/// Gathers what a schema has against any number of values: errors of one keyword of the schema are one finding, with how
/// many there are and the first `most` places.
class SchemaCheck {
  public:
    SchemaCheck(const schema::JsonSchema& schema, std::uint32_t most) : schema_(schema), most_(most) {}

    /// Whether the value is as the schema says.
    bool check(const Tree& tree);
    /// What was found in values behind these.
    void merge(SchemaCheck&& other);
    /// In the order of their first places. `more`: errors beyond those that were looked at one by one, which are counted.
    void report(std::vector<Finding>& findings);

  private:
    using Key = std::pair<std::string, Place>;
    struct Cause {
        Key key;
        Finding finding;
        std::uint64_t count = 0;
        std::vector<Related> others;  ///< places behind the first
    };
    Cause* known(const Key& key);
    void add_cause(Cause cause);
    void add_place(Cause& cause, Related place) const;

    const schema::JsonSchema& schema_;
    std::uint32_t most_;
    std::map<Key, std::size_t> known_;  ///< index into `causes_`
    std::vector<Cause> causes_;
    std::uint64_t not_grouped_ = 0;
};

}  // namespace factlint
