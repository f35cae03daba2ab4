// The schemas that one schema is made of: which files, which `$id`s and anchors they declare, what references name.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "read/tree.h"
#include "schema/json/keywords.h"
#include "schema/json/meta_schemas.h"
#include "schema/json_schema.h"
#include "text/problem.h"

namespace factlint::schema {

/// A value in one of the files.
struct Spot {
    std::uint32_t file = 0;
    TreeIndex index = 0;
    friend auto operator<=>(const Spot&, const Spot&) = default;
};

struct File {
    const Tree* tree = nullptr;
    std::string uri;        ///< where it was found
    bool built_in = false;  ///< its places are nobody's
};

/// A schema with a URI of its own: a file, or a part of one with `$id`.
struct Resource {
    std::string uri;
    Spot root;
    Draft draft = Draft::draft2020_12;
    std::uint8_t vocabularies = 0xFF;  ///< of Vocabulary
    bool assert_formats = false;
};

using ResourceIndex = std::uint32_t;

/// Grows while references are followed.
class Files {
  public:
    Files(const Options& options, MetaSchemas& built_in, Findings& findings)
        : options_(options), meta_schemas_(built_in), findings_(findings) {}

    /// Adds a file and all `$id`s and anchors in it.
    ResourceIndex add(const Tree& tree, std::string uri, bool built_in = false);

    const std::vector<File>& files() const { return files_; }
    const std::vector<Resource>& resources() const { return resources_; }
    const TreeNode& node(Spot spot) const { return tree(spot.file)[spot.index]; }
    const Tree& tree(std::uint32_t file) const { return *files_[file].tree; }
    Place place(Spot spot) const { return tree(spot.file).place(spot.index); }

    /// The resource whose root `spot` is, or else `around`.
    ResourceIndex resource_at(Spot spot, ResourceIndex around) const;
    /// The innermost resource around `spot`. O(depth).
    ResourceIndex resource_around(Spot spot) const;

    /// What `reference` names as seen from `from`; files are read where they are needed. Where there is no such schema:
    /// the error in words.
    std::variant<Spot, std::string> find(ResourceIndex from, std::string_view reference);

    /// The `$dynamicAnchor` called `name` of a resource.
    std::optional<Spot> dynamic_anchor(ResourceIndex resource, std::string_view name) const;

  private:
    struct Named {
        ResourceIndex resource;
        std::string name;
        friend auto operator<=>(const Named&, const Named&) = default;
    };

    void scan(Spot spot, ResourceIndex resource);
    void scan_value(const KeywordRow& row, Spot spot, ResourceIndex resource);
    void scan_children(Spot parent, ResourceIndex resource);
    ResourceIndex enter(Spot spot, ResourceIndex around);
    void read_dialect(Resource& resource);
    void read_meta_schema(Resource& resource, TreeIndex declared);
    void read_vocabularies(const Tree& meta, Resource& resource, TreeIndex declared);
    const Tree* meta_schema(std::string_view uri);
    void add_anchor(Spot spot, Keyword keyword, ResourceIndex resource);
    std::optional<ResourceIndex> resource_of(ResourceIndex from, std::string_view reference);
    std::optional<ResourceIndex> load(const std::string& uri);
    void bad_schema(Spot spot, std::string message, std::string help = {});

    const Options& options_;
    MetaSchemas& meta_schemas_;
    Findings& findings_;
    std::vector<File> files_;
    std::vector<Resource> resources_;
    std::map<std::string, ResourceIndex> by_uri_;
    std::map<Spot, ResourceIndex> by_root_;
    std::map<Named, Spot> anchors_;
    std::map<Named, Spot> dynamic_anchors_;
};

}  // namespace factlint::schema
