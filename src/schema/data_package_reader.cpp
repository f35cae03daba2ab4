#include <map>
#include <utility>

#include "schema/descriptor.h"
#include "schema/table_schema_reader.h"

namespace factlint {
namespace {

// Dialects.

template <char Dialect::*member> void take_char(Descriptor& descriptor, TreeIndex index, Dialect& dialect) {
    const auto text = read_text(descriptor, index);
    if (!text) return;
    if (text->size() == 1)
        dialect.*member = text->front();
    else if (text->empty() && member == &Dialect::quote)
        dialect.quote = 0;
    else
        descriptor.report(index, "bad-value", quoted(*text) + " is not one ASCII character",
                          "write a character such as ';'");
}
void take_header(Descriptor& descriptor, TreeIndex index, Dialect& dialect) {
    if (const auto header = read_bool(descriptor, index)) dialect.header = *header;
}
/// What the reader of rows does not do, where it is asked to.
template <int usual> void take_unsupported(Descriptor& descriptor, TreeIndex index, Dialect&) {
    constexpr std::string_view usuals[] = {"", "true", "false"};
    const TreeNode& node = descriptor[index];
    if (node.kind == TreeKind::null || (usual != 0 && node.text == usuals[usual])) return;
    descriptor.report(Place{descriptor.tree.source, node.key_span}, "unsupported-key",
                      quoted(node.key) + " is not heeded: rows are read without it");
    descriptor.findings.back().severity = Severity::warning;
}

constexpr DescriptorKey<Dialect> dialect_keys[] = {
    {"delimiter", take_char<&Dialect::delimiter>},
    {"quoteChar", take_char<&Dialect::quote>},
    {"header", take_header},
    {"doubleQuote", take_unsupported<1>},
    {"skipInitialSpace", take_unsupported<2>},
    {"escapeChar", take_unsupported<0>},
    {"nullSequence", take_unsupported<0>},
    {"commentChar", take_unsupported<0>},
    {"commentRows", take_unsupported<0>},
    {"headerRows", take_unsupported<0>},
    {"headerJoin", nullptr},
    {"lineTerminator", nullptr},
    {"caseSensitiveHeader", nullptr},
    {"csvddfVersion", nullptr},
    {"$schema", nullptr},
    {"name", nullptr},
    {"title", nullptr},
    {"description", nullptr},
};

// Resources.

struct Draft {
    Resource resource;
    std::optional<TreeIndex> dialect, schema;
    bool has_data = false;  ///< `path` or `data`, right or wrong
};

void take_name(Descriptor& descriptor, TreeIndex index, Draft& draft) {
    if (auto text = read_text(descriptor, index)) draft.resource.name = std::move(*text);
}
template <std::string Resource::*member>
void take_text(Descriptor& descriptor, TreeIndex index, Draft& draft) {
    if (auto text = read_text(descriptor, index)) draft.resource.*member = std::move(*text);
}
template <std::optional<TreeIndex> Draft::*member>
void take_node(Descriptor&, TreeIndex index, Draft& draft) {
    draft.*member = index;
}

/// Why a path cannot be followed; empty where it can.
std::string_view why_not_followed(std::string_view path) {
    if (path.empty()) return "is empty";
    if (path.find("://") != std::string_view::npos) return "is an address: nothing is fetched";
    if (path.front() == '/' || path.front() == '~' || path.find('\\') != std::string_view::npos ||
        (path.size() > 1 && path[1] == ':'))
        return "is not relative to the package";
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        if (path.substr(at, end - at) == "..") return "leads out of the package's folder";
        at = end + 1;
    }
    return {};
}

std::optional<std::string> read_path(Descriptor& descriptor, TreeIndex index) {
    const auto path = read_text(descriptor, index);
    if (!path) return std::nullopt;
    const std::string_view why = why_not_followed(*path);
    if (why.empty()) return path;
    descriptor.report(index, "bad-path", quoted(*path) + " " + std::string(why),
                      "write the path of a file in or below the package's folder");
    return std::nullopt;
}

void take_paths(Descriptor& descriptor, TreeIndex index, Draft& draft) {
    draft.has_data = true;
    for (const TreeIndex text : read_texts(descriptor, index, true))
        if (auto path = read_path(descriptor, text)) draft.resource.paths.push_back(std::move(*path));
}
void report_inline(Descriptor& descriptor, TreeIndex index, Draft& draft) {
    draft.has_data = true;
    descriptor.report(Place{descriptor.tree.source, descriptor[index].key_span}, "unsupported-key",
                      "`data` inside a package is not checked", "write it into a file and name its `path`");
    descriptor.findings.back().severity = Severity::warning;
}

constexpr DescriptorKey<Draft> resource_keys[] = {
    {"name", take_name, true},
    {"path", take_paths},
    {"data", report_inline},
    {"dialect", take_node<&Draft::dialect>},
    {"schema", take_node<&Draft::schema>},
    {"encoding", take_text<&Resource::encoding>},
    {"format", take_text<&Resource::format>},
    {"type", nullptr},
    {"mediatype", nullptr},
    {"bytes", nullptr},
    {"hash", nullptr},
    {"compression", nullptr},
    {"scheme", nullptr},
    {"title", nullptr},
    {"description", nullptr},
    {"homepage", nullptr},
    {"sources", nullptr},
    {"licenses", nullptr},
    {"profile", nullptr},
    {"$schema", nullptr},
};

/// A node, or the root of the file that it names.
struct Referred {
    const Tree* tree = nullptr;
    TreeIndex index = 0;
};
Referred refer(Descriptor& descriptor, TreeIndex index, const LoadTree& load) {
    if (descriptor[index].kind != TreeKind::text) return {&descriptor.tree, index};
    const auto path = read_path(descriptor, index);
    return {path ? load(*path, descriptor.tree.place(index)) : nullptr, 0};
}

struct PackageDraft {
    std::optional<TreeIndex> resources;
};
void take_resources(Descriptor&, TreeIndex index, PackageDraft& draft) { draft.resources = index; }

constexpr DescriptorKey<PackageDraft> package_keys[] = {
    {"resources", take_resources, true},
    {"name", nullptr},
    {"id", nullptr},
    {"title", nullptr},
    {"description", nullptr},
    {"version", nullptr},
    {"homepage", nullptr},
    {"licenses", nullptr},
    {"sources", nullptr},
    {"contributors", nullptr},
    {"keywords", nullptr},
    {"image", nullptr},
    {"created", nullptr},
    {"profile", nullptr},
    {"$schema", nullptr},
};

std::optional<Resource> read_resource(Descriptor& descriptor, TreeIndex index, const LoadTree& load) {
    Draft draft;
    read_members(descriptor, index, "a resource", resource_keys, draft);
    if (descriptor[index].kind != TreeKind::object) return std::nullopt;
    draft.resource.place = descriptor.tree.place(index);
    const std::uint32_t begin = descriptor[index].span.begin;
    if (!draft.has_data)
        descriptor.report(Place{descriptor.tree.source, {begin, begin + 1}}, "missing-key",
                          "a resource needs the key `path`", "name the file that has its rows");
    if (draft.dialect) {
        const Referred referred = refer(descriptor, *draft.dialect, load);
        if (referred.tree && !referred.tree->nodes.empty()) {
            Descriptor other{*referred.tree, descriptor.findings};
            read_members(other, referred.index, "a dialect", dialect_keys, draft.resource.dialect.emplace());
        }
    }
    if (draft.schema) {
        const Referred referred = refer(descriptor, *draft.schema, load);
        if (referred.tree)
            draft.resource.schema = read_table_schema(*referred.tree, referred.index, descriptor.findings);
    }
    return std::move(draft.resource);
}

/// Foreign keys name resources of the package, and fields of theirs.
class References {
  public:
    References(const DataPackage& package, Findings& findings)
        : package_(package), findings_(findings), resources_(resource_names(package)) {
        for (std::size_t i = 0; i < package.resources.size(); ++i) {
            const Resource& resource = package.resources[i];
            std::vector<std::string_view> names;
            if (resource.schema)
                for (const Column& column : resource.schema->columns) names.push_back(column.name);
            fields_.try_emplace(resource.name, std::move(names));
        }
    }

    void check() {
        for (const Resource& resource : package_.resources)
            if (resource.schema)
                for (const ForeignKey& key : resource.schema->foreign_keys) check(key);
    }

  private:
    static std::vector<std::string_view> resource_names(const DataPackage& package) {
        std::vector<std::string_view> names;
        for (const Resource& resource : package.resources)
            if (!resource.name.empty()) names.push_back(resource.name);
        return names;
    }

    void report(const ForeignKey& key, std::string message, std::string help) {
        findings_.push_back(
            problem("unknown-name", key.place.value_or(Place{}), std::move(message), std::move(help)));
    }

    void check(const ForeignKey& key) {
        if (key.resource.empty()) return;
        const auto target = fields_.find(key.resource);
        if (target == fields_.end())
            return report(key, "the package has no resource " + quoted(key.resource),
                          resources_.hint(key.resource));
        for (const std::string& field : key.reference_fields)
            if (!target->second.has(field))
                report(key, quoted(key.resource) + " has no field " + quoted(field),
                       target->second.hint(field));
    }

    const DataPackage& package_;
    Findings& findings_;
    KnownNames resources_;
    std::map<std::string_view, KnownNames> fields_;
};

}  // namespace

bool is_data_package(const Tree& tree) {
    return !tree.nodes.empty() && tree[0].kind == TreeKind::object && find_member(tree, 0, "resources");
}

DataPackage read_data_package(const Tree& tree, const LoadTree& load, std::vector<Finding>& findings) {
    DataPackage package;
    if (tree.nodes.empty()) return package;
    Descriptor descriptor{tree, findings};
    PackageDraft draft;
    read_members(descriptor, 0, "a data package", package_keys, draft);
    if (!draft.resources) return package;
    const TreeNode& resources = descriptor[*draft.resources];
    if (resources.kind != TreeKind::list) {
        expected(descriptor, *draft.resources, "a list of resources");
        return package;
    }
    if (resources.count == 0)
        descriptor.report(*draft.resources, "bad-value", "the package has no resources",
                          "describe one at least");
    for (TreeIndex item = *draft.resources + 1; item < resources.end; item = descriptor[item].end)
        if (auto resource = read_resource(descriptor, item, load))
            package.resources.push_back(std::move(*resource));
    References(package, findings).check();
    return package;
}

}  // namespace factlint
