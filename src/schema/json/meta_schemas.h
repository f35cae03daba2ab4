// The meta-schemas that are compiled in (meta/*.json): a schema may refer to them, and nothing is fetched.
#pragma once

#include <cstddef>
#include <deque>
#include <string_view>

#include "read/tree.h"
#include "text/sources.h"

namespace factlint::schema {

/// One of meta/*.json.
struct MetaSchema {
    std::string_view uri;
    std::string_view text;
};

extern const MetaSchema meta_schemas[];
extern const std::size_t meta_schema_count;

/// Read when they are first asked for. Places in their trees belong to no Sources of the caller.
class MetaSchemas {
  public:
    /// The one that is named by `uri` (without fragment, http or https); nullptr where there is none. Stays valid.
    const Tree* find(std::string_view uri);

  private:
    struct Read {
        std::string_view uri;
        Tree tree;
    };
    Sources sources_;
    std::deque<Read> read_;
};

}  // namespace factlint::schema
