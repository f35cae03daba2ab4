#include "schema/table_schema_reader.h"

#include <map>
#include <utility>

#include "schema/field_reader.h"

namespace factlint {
namespace {

/// A schema as it is written: keys are looked at when the fields are known.
struct Draft {
    TableSchema schema;
    std::optional<TreeIndex> fields, primary_key, unique_keys, foreign_keys;
    std::vector<std::string> missing{""};
};

struct NamedMatch {
    std::string_view name;
    TableSchema::Match match;
};
constexpr NamedMatch matches[] = {{"exact", TableSchema::Match::exact},
                                  {"equal", TableSchema::Match::equal},
                                  {"subset", TableSchema::Match::subset},
                                  {"superset", TableSchema::Match::superset},
                                  {"partial", TableSchema::Match::partial}};

template <std::optional<TreeIndex> Draft::*member>
void take_node(Descriptor&, TreeIndex index, Draft& draft) {
    draft.*member = index;
}
void take_missing(Descriptor& descriptor, TreeIndex index, Draft& draft) {
    draft.missing = read_missing_values(descriptor, index);
}
/// A word, or a list of one, as the first release of v2 had it.
void take_match(Descriptor& descriptor, TreeIndex index, Draft& draft) {
    const bool is_list = descriptor[index].kind == TreeKind::list && descriptor[index].count == 1;
    const TreeIndex word = is_list ? index + 1 : index;
    const auto text = read_text(descriptor, word);
    if (!text) return;
    std::vector<std::string_view> names;
    for (const NamedMatch& row : matches) {
        if (row.name == *text) draft.schema.match = row.match;
        names.push_back(row.name);
    }
    if (std::find(names.begin(), names.end(), *text) == names.end())
        descriptor.report(word, "bad-value", quoted(*text) + " cannot stand here", suggestion(*text, names));
}

constexpr DescriptorKey<Draft> schema_keys[] = {
    {"fields", take_node<&Draft::fields>, true},
    {"missingValues", take_missing},
    {"primaryKey", take_node<&Draft::primary_key>},
    {"uniqueKeys", take_node<&Draft::unique_keys>},
    {"foreignKeys", take_node<&Draft::foreign_keys>},
    {"fieldsMatch", take_match},
    {"$schema", nullptr},
    {"profile", nullptr},
    {"name", nullptr},
    {"title", nullptr},
    {"description", nullptr},
};

class SchemaReader {
  public:
    SchemaReader(Descriptor& descriptor, Draft& draft) : descriptor_(descriptor), draft_(draft) {}

    void run() {
        if (draft_.fields) read_fields(*draft_.fields);
        std::vector<std::string_view> names;
        for (const Column& column : draft_.schema.columns) names.push_back(column.name);
        fields_ = KnownNames(std::move(names));
        if (draft_.primary_key) draft_.schema.primary_key = field_names(*draft_.primary_key, true);
        if (draft_.unique_keys) read_unique_keys(*draft_.unique_keys);
        if (draft_.foreign_keys) read_foreign_keys(*draft_.foreign_keys);
    }

  private:
    void read_fields(TreeIndex index) {
        const TreeNode& node = descriptor_[index];
        if (node.kind != TreeKind::list) return expected(descriptor_, index, "a list of fields");
        if (node.count == 0)
            descriptor_.report(index, "bad-value", "the schema has no fields", "describe one at least");
        std::map<std::string, Place, std::less<>> seen;
        for (TreeIndex item = index + 1; item < node.end; item = descriptor_[item].end) {
            auto column = read_field(descriptor_, item, draft_.missing);
            if (!column) continue;
            const auto [first, is_new] = seen.emplace(column->name, *column->place);
            if (!is_new) {
                descriptor_.report(*column->place, "duplicate-name",
                                   "the field " + quoted(column->name) + " is described twice",
                                   "rename or remove one of them");
                descriptor_.findings.back().related.push_back({first->second, "first described here"});
            }
            draft_.schema.columns.push_back(std::move(*column));
        }
    }

    /// Names of fields of this schema; empty, with findings, where one is none. `or_one`: a text alone too.
    std::vector<std::string> field_names(TreeIndex index, bool or_one) {
        std::vector<std::string> names;
        bool all_known = true;
        for (const TreeIndex text : read_texts(descriptor_, index, or_one)) {
            names.emplace_back(descriptor_[text].text);
            if (fields_.has(names.back())) continue;
            all_known = false;
            descriptor_.report(text, "unknown-name", "the schema has no field " + quoted(names.back()),
                               fields_.hint(names.back()));
        }
        return all_known ? names : std::vector<std::string>{};
    }

    void read_unique_keys(TreeIndex index) {
        const TreeNode& node = descriptor_[index];
        if (node.kind != TreeKind::list) return expected(descriptor_, index, "a list of lists of fields");
        for (TreeIndex item = index + 1; item < node.end; item = descriptor_[item].end) {
            auto names = field_names(item, false);
            if (!names.empty()) draft_.schema.unique_keys.push_back(std::move(names));
        }
    }

    void read_foreign_keys(TreeIndex index) {
        const TreeNode& node = descriptor_[index];
        if (node.kind != TreeKind::list) return expected(descriptor_, index, "a list of foreign keys");
        for (TreeIndex item = index + 1; item < node.end; item = descriptor_[item].end)
            read_foreign_key(item);
    }

    struct ForeignDraft {
        std::optional<TreeIndex> fields, reference;
    };
    struct ReferenceDraft {
        std::optional<TreeIndex> resource, fields;
    };
    template <class Target, std::optional<TreeIndex> Target::*member>
    static void take(Descriptor&, TreeIndex index, Target& target) {
        target.*member = index;
    }

    void read_foreign_key(TreeIndex index) {
        static constexpr DescriptorKey<ForeignDraft> foreign_keys[] = {
            {"fields", take<ForeignDraft, &ForeignDraft::fields>, true},
            {"reference", take<ForeignDraft, &ForeignDraft::reference>, true}};
        static constexpr DescriptorKey<ReferenceDraft> reference_keys[] = {
            {"resource", take<ReferenceDraft, &ReferenceDraft::resource>},
            {"fields", take<ReferenceDraft, &ReferenceDraft::fields>, true}};
        ForeignDraft foreign;
        ReferenceDraft reference;
        read_members(descriptor_, index, "a foreign key", foreign_keys, foreign);
        if (!foreign.fields || !foreign.reference) return;
        read_members(descriptor_, *foreign.reference, "a reference", reference_keys, reference);
        if (!reference.fields) return;
        ForeignKey key;
        key.place = descriptor_.tree.place(index);
        key.fields = field_names(*foreign.fields, true);
        if (reference.resource) key.resource = read_text(descriptor_, *reference.resource).value_or("");
        if (key.resource.empty())
            key.reference_fields = field_names(*reference.fields, true);
        else
            for (const TreeIndex text : read_texts(descriptor_, *reference.fields, true))
                key.reference_fields.emplace_back(descriptor_[text].text);
        if (key.fields.empty() || key.reference_fields.empty()) return;
        if (key.fields.size() == key.reference_fields.size())
            draft_.schema.foreign_keys.push_back(std::move(key));
        else
            descriptor_.report(*reference.fields, "bad-value",
                               "a key of " + std::to_string(key.fields.size()) + " fields refers to " +
                                   std::to_string(key.reference_fields.size()),
                               "name as many fields on both sides");
    }

    Descriptor& descriptor_;
    Draft& draft_;
    KnownNames fields_{{}};
};

}  // namespace

TableSchema read_table_schema(const Tree& tree, TreeIndex index, std::vector<Finding>& findings) {
    if (tree.nodes.empty()) return {};
    Descriptor descriptor{tree, findings};
    Draft draft;
    read_members(descriptor, index, "a table schema", schema_keys, draft);
    SchemaReader(descriptor, draft).run();
    return std::move(draft.schema);
}

}  // namespace factlint
