#include "schema/json/files.h"

#include <algorithm>
#include <charconv>

#include "schema/json/uri.h"
#include "text/suggest.h"

namespace factlint::schema {
namespace {

constexpr int longest_chain_of_meta_schemas = 8;

struct Dialect {
    std::string_view uri;  ///< without scheme and fragment
    Draft draft;
};

constexpr Dialect dialects[] = {
    {"//json-schema.org/draft/2020-12/schema", Draft::draft2020_12},
    {"//json-schema.org/draft/2019-09/schema", Draft::draft2019_09},
    {"//json-schema.org/draft-07/schema", Draft::draft7},
    {"//json-schema.org/draft-06/schema", Draft::draft7},
};

constexpr std::string_view unread_dialects[] = {"//json-schema.org/draft-04/schema",
                                                "//json-schema.org/draft-03/schema",
                                                "//json-schema.org/hyper-schema"};

std::string_view bare(std::string_view uri) {
    for (const std::string_view scheme : {"https:", "http:"})
        if (uri.starts_with(scheme)) uri.remove_prefix(scheme.size());
    return split_fragment(uri).first;
}

const Dialect* find_dialect(std::string_view uri) {
    const auto* const found = std::find_if(std::begin(dialects), std::end(dialects),
                                           [&](const Dialect& d) { return d.uri == bare(uri); });
    return found == std::end(dialects) ? nullptr : found;
}

struct VocabularyName {
    std::string_view name;
    std::uint8_t bits;
};

constexpr std::uint8_t bit(Vocabulary vocabulary) { return static_cast<std::uint8_t>(vocabulary); }

/// What is behind "/vocab/" in the vocabularies of both drafts; in 2019-09 applicator has the unevaluated ones.
constexpr VocabularyName vocabularies[] = {{"core", 0},
                                           {"applicator", bit(Vocabulary::applicator)},
                                           {"unevaluated", bit(Vocabulary::unevaluated)},
                                           {"validation", bit(Vocabulary::validation)},
                                           {"meta-data", 0},
                                           {"format-annotation", 0},
                                           {"format-assertion", 0},
                                           {"format", 0},
                                           {"content", 0}};

const VocabularyName* find_vocabulary(std::string_view uri) {
    uri = bare(uri);
    for (const std::string_view folder :
         {"//json-schema.org/draft/2020-12/vocab/", "//json-schema.org/draft/2019-09/vocab/"}) {
        if (!uri.starts_with(folder)) continue;
        for (const VocabularyName& known : vocabularies)
            if (known.name == uri.substr(folder.size())) return &known;
    }
    return nullptr;
}

std::string_view text_of(const Tree& tree, TreeIndex object, std::string_view key) {
    const TreeNode* const node = find_member(tree, object, key);
    return node != nullptr && node->kind == TreeKind::text ? node->text : std::string_view{};
}

TreeIndex index_of(const Tree& tree, const TreeNode* node) {
    return node == nullptr ? 0 : static_cast<TreeIndex>(node - tree.nodes.data());
}

std::string unescaped(std::string_view token) {
    std::string text;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const bool escape =
            token[i] == '~' && (token.substr(i + 1, 1) == "0" || token.substr(i + 1, 1) == "1");
        text += escape ? (token[++i] == '0' ? '~' : '/') : token[i];
    }
    return text;
}

TreeIndex item_at(const Tree& tree, TreeIndex list, std::string_view position) {
    std::uint32_t wanted = 0;
    const char* const end = position.data() + position.size();
    if (std::from_chars(position.data(), end, wanted).ptr != end || wanted >= tree[list].count) return 0;
    TreeIndex at = list + 1;
    for (; wanted > 0; --wanted) at = tree[at].end;
    return at;
}

std::string no_such_key(const Tree& tree, TreeIndex object, const std::string& key) {
    std::vector<std::string_view> keys;
    if (tree[object].kind == TreeKind::object)
        for (TreeIndex at = object + 1; at < tree[object].end; at = tree[at].end)
            keys.push_back(tree[at].key);
    const auto near = nearest(std::string_view(key).substr(0, 60), keys);
    return "there is no " + quoted(key) + " in it" + (near ? "; did you mean " + quoted(*near) + "?" : "");
}

/// The value below `index` that a JSON Pointer names.
std::variant<TreeIndex, std::string> follow(const Tree& tree, TreeIndex index, std::string_view pointer) {
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t end = std::min(pointer.find('/'), pointer.size());
        const std::string token = unescaped(pointer.substr(0, end));
        pointer.remove_prefix(end);
        const bool is_list = tree[index].kind == TreeKind::list;
        const TreeIndex child =
            is_list ? item_at(tree, index, token) : index_of(tree, find_member(tree, index, token));
        if (child == 0) return no_such_key(tree, index, token);
        index = child;
    }
    return index;
}

}  // namespace

void Files::bad_schema(Spot spot, std::string message, std::string help) {
    if (!files_[spot.file].built_in)
        findings_.push_back(problem("bad-schema", place(spot), std::move(message), std::move(help)));
}

ResourceIndex Files::add(const Tree& tree, std::string uri, bool built_in) {
    const Spot root{static_cast<std::uint32_t>(files_.size()), 0};
    files_.push_back({&tree, uri, built_in});
    const auto index = static_cast<ResourceIndex>(resources_.size());
    Resource resource{uri, root, options_.draft, 0xFF, options_.assert_formats};
    read_dialect(resource);
    resources_.push_back(std::move(resource));
    by_root_.emplace(root, index);
    by_uri_.emplace(std::move(uri), index);
    scan(root, index);
    return index;
}

/// The resource that begins at `spot`, where it has `$id`, or else the one around it.
ResourceIndex Files::enter(Spot spot, ResourceIndex around) {
    const Tree& its_tree = tree(spot.file);
    const std::string_view id = text_of(its_tree, spot.index, "$id");
    // In draft 7 a $ref hides what stands beside it, and #name alone is an anchor.
    const bool hidden =
        resources_[around].draft == Draft::draft7 && find_member(its_tree, spot.index, "$ref");
    if (id.empty() || id.front() == '#' || hidden) return around;
    std::string uri(split_fragment(resolve_uri(resources_[around].uri, id)).first);
    if (const auto known = by_root_.find(spot); known != by_root_.end()) {
        resources_[known->second].uri = uri;
        by_uri_.emplace(std::move(uri), known->second);
        return known->second;
    }
    const auto index = static_cast<ResourceIndex>(resources_.size());
    Resource resource = resources_[around];
    resource.uri = uri;
    resource.root = spot;
    read_dialect(resource);
    resources_.push_back(std::move(resource));
    by_root_.emplace(spot, index);
    by_uri_.emplace(std::move(uri), index);
    return index;
}

void Files::add_anchor(Spot spot, Keyword keyword, ResourceIndex resource) {
    const KeywordRow& row = row_of(keyword);
    std::string_view name = text_of(tree(spot.file), spot.index, row.name);
    if (keyword == Keyword::id) {
        if (resources_[resource].draft != Draft::draft7) return;
        name = split_fragment(name).second;
    } else if ((row.drafts & static_cast<std::uint8_t>(resources_[resource].draft)) == 0) {
        return;
    }
    if (name.empty()) return;
    anchors_.emplace(Named{resource, std::string(name)}, spot);
    if (keyword == Keyword::dynamic_anchor)
        dynamic_anchors_.emplace(Named{resource, std::string(name)}, spot);
}

void Files::scan(Spot spot, ResourceIndex around) {
    if (node(spot).kind != TreeKind::object) return;
    const ResourceIndex resource = enter(spot, around);
    for (const Keyword keyword : {Keyword::id, Keyword::anchor, Keyword::dynamic_anchor})
        add_anchor(spot, keyword, resource);
    const Tree& its_tree = tree(spot.file);
    for (TreeIndex at = spot.index + 1; at < its_tree[spot.index].end; at = its_tree[at].end) {
        const KeywordRow* const row = find_keyword(its_tree[at].key);
        if (row != nullptr && (row->drafts & static_cast<std::uint8_t>(resources_[resource].draft)) != 0)
            scan_value(*row, {spot.file, at}, resource);
    }
}

void Files::scan_value(const KeywordRow& row, Spot spot, ResourceIndex resource) {
    switch (shape_in(row, resources_[resource].draft)) {
        case Shape::schema: return scan(spot, resource);
        case Shape::schema_or_schemas:
            return node(spot).kind == TreeKind::list ? scan_children(spot, resource) : scan(spot, resource);
        case Shape::schemas:
        case Shape::schema_map:
        case Shape::pattern_map:
        case Shape::dependencies: return scan_children(spot, resource);
        default: return;
    }
}

void Files::scan_children(Spot parent, ResourceIndex resource) {
    const Tree& its_tree = tree(parent.file);
    for (TreeIndex at = parent.index + 1; at < its_tree[parent.index].end; at = its_tree[at].end)
        scan({parent.file, at}, resource);
}

void Files::read_dialect(Resource& resource) {
    const Tree& its_tree = tree(resource.root.file);
    if (its_tree[resource.root.index].kind != TreeKind::object) return;
    const TreeIndex declared = index_of(its_tree, find_member(its_tree, resource.root.index, "$schema"));
    if (declared == 0 || its_tree[declared].kind != TreeKind::text) return;
    const Spot spot{resource.root.file, declared};
    const std::string_view uri = its_tree[declared].text;
    if (const Dialect* const dialect = find_dialect(uri)) {
        resource.draft = dialect->draft;
        resource.vocabularies = 0xFF;
    } else if (std::find(std::begin(unread_dialects), std::end(unread_dialects), bare(uri)) !=
               std::end(unread_dialects)) {
        bad_schema(spot, "schemas of this draft are not read", "write it for draft 2020-12 or draft 7");
    } else if (bare(uri) != "//json-schema.org/schema") {
        read_meta_schema(resource, declared);
    }
}

void Files::read_meta_schema(Resource& resource, TreeIndex declared) {
    const Spot spot{resource.root.file, declared};
    std::string_view uri = node(spot).text;
    const Tree* const meta = meta_schema(uri);
    if (meta == nullptr)
        return bad_schema(spot, "unknown `$schema`: there is no schema " + quoted(uri),
                          "write \"https://json-schema.org/draft/2020-12/schema\" or "
                          "\"http://json-schema.org/draft-07/schema#\"");
    const Tree* outer = meta;
    for (int i = 0; i < longest_chain_of_meta_schemas && outer != nullptr; ++i) {
        uri = text_of(*outer, 0, "$schema");
        if (const Dialect* const dialect = find_dialect(uri)) {
            resource.draft = dialect->draft;
            break;
        }
        outer = meta_schema(uri);
    }
    read_vocabularies(*meta, resource, declared);
}

void Files::read_vocabularies(const Tree& meta, Resource& resource, TreeIndex declared) {
    const TreeIndex list = index_of(meta, find_member(meta, 0, "$vocabulary"));
    if (list == 0) return;
    resource.vocabularies = 0;
    for (TreeIndex at = list + 1; at < meta[list].end; at = meta[at].end) {
        if (const VocabularyName* const known = find_vocabulary(meta[at].key)) {
            resource.vocabularies |= known->bits;
            if (known->name == "format-assertion") resource.assert_formats = true;
            if (known->name == "applicator" && resource.draft == Draft::draft2019_09)
                resource.vocabularies |= bit(Vocabulary::unevaluated);
        } else if (meta[at].text == "true") {
            bad_schema({resource.root.file, declared}, "its meta-schema requires the vocabulary " +
                                                           quoted(meta[at].key) + ", which is unknown");
        }
    }
}

const Tree* Files::meta_schema(std::string_view uri) {
    const std::string name(split_fragment(uri).first);
    if (name.empty()) return nullptr;
    if (const Tree* const built_in = meta_schemas_.find(name)) return built_in;
    const Tree* const found = options_.resolve ? options_.resolve(name) : nullptr;
    return found != nullptr && !found->nodes.empty() ? found : nullptr;
}

ResourceIndex Files::resource_at(Spot spot, ResourceIndex around) const {
    const auto found = by_root_.find(spot);
    return found == by_root_.end() ? around : found->second;
}

ResourceIndex Files::resource_around(Spot spot) const {
    for (;; spot.index = node(spot).parent)
        if (const auto found = by_root_.find(spot); found != by_root_.end()) return found->second;
}

std::optional<ResourceIndex> Files::load(const std::string& uri) {
    if (const auto known = by_uri_.find(uri); known != by_uri_.end()) return known->second;
    if (const Tree* const built_in = meta_schemas_.find(uri)) return add(*built_in, uri, true);
    const Tree* const found = options_.resolve ? options_.resolve(uri) : nullptr;
    if (found == nullptr || found->nodes.empty()) return std::nullopt;
    return add(*found, uri);
}

std::optional<ResourceIndex> Files::resource_of(ResourceIndex from, std::string_view reference) {
    const std::string_view path = split_fragment(reference).first;
    if (path.empty()) return from;
    const Resource& resource = resources_[from];
    const std::string seen_from_file = resolve_uri(files_[resource.root.file].uri, path);
    if (const auto found = load(resolve_uri(resource.uri, path))) return found;
    return load(seen_from_file);
}

std::variant<Spot, std::string> Files::find(ResourceIndex from, std::string_view reference) {
    const auto resource = resource_of(from, reference);
    if (!resource)
        return "there is no schema " +
               quoted(split_fragment(resolve_uri(resources_[from].uri, reference)).first);
    const std::string fragment = percent_decoded(split_fragment(reference).second);
    const Spot root = resources_[*resource].root;
    if (fragment.empty()) return root;
    if (fragment.front() != '/') {
        const auto found = anchors_.find({*resource, fragment});
        if (found == anchors_.end()) return "there is no anchor " + quoted(fragment);
        return found->second;
    }
    const auto followed = follow(tree(root.file), root.index, fragment);
    if (const auto* const error = std::get_if<std::string>(&followed)) return *error;
    return Spot{root.file, std::get<TreeIndex>(followed)};
}

std::optional<Spot> Files::dynamic_anchor(ResourceIndex resource, std::string_view name) const {
    const auto found = dynamic_anchors_.find({resource, std::string(name)});
    return found == dynamic_anchors_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace factlint::schema
