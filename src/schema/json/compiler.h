// Schemas as trees → a Program. Used by compile() alone.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "schema/json/program.h"

namespace factlint::schema {

/// Goes through a list of work instead of calling itself: a schema's instructions are one run of the code.
class Compiler {
  public:
    Compiler(const Options& options, Program& program, Findings& findings)
        : options_(options), program_(program), findings_(findings),
          files_(options, program.meta_schemas, findings) {}

    /// The root of `tree` becomes the first schema of the program.
    void run(const Tree& tree);

  private:
    /// One schema while its instructions are written.
    struct Site {
        Spot spot;
        ResourceIndex resource = 0;
        KeywordSet keywords;
    };

    SchemaIndex schema_at(Spot spot, ResourceIndex around);
    SchemaIndex schema_for(const Site& site, Keyword keyword);
    std::vector<SchemaIndex> schemas_for(const Site& site, Keyword keyword);
    std::vector<SchemaIndex> schemas_below(Spot spot, ResourceIndex resource);
    void compile_work();
    bool compile_dynamic_anchors();
    void compile_schema(SchemaIndex index);
    void read_keywords(Site& site);
    void read_keyword(Site& site, TreeIndex index);
    void compile_unused(const Site& site);
    void refuse_loops();

    void write(Op op, std::size_t operand, Spot spot);
    template <class T> void write(Op op, std::vector<T>& table, T value, Spot spot) {
        table.push_back(std::move(value));
        write(op, table.size() - 1, spot);
    }
    void write_keywords(const Site& site);
    void write_reference(const Site& site);
    void write_dynamic_reference(const Site& site);
    void write_type(const Site& site);
    void write_values(const Site& site);
    void write_numbers(const Site& site);
    void write_counts(const Site& site);
    void write_texts(const Site& site);
    void write_members(const Site& site);
    void write_dependencies(const Site& site);
    void write_items(const Site& site);
    void write_contains(const Site& site);
    void write_branches(const Site& site);
    void write_condition(const Site& site);
    void write_unevaluated(const Site& site);
    void write_format(const Site& site);
    void add_required(const Site& site, Members& members);

    std::uint32_t pattern(std::string_view ecma, Place place);
    std::uint64_t count_of(const Site& site, Keyword keyword) const;
    std::vector<std::string_view> texts_of(Spot list) const;
    const Tree& tree(const Site& site) const { return files_.tree(site.spot.file); }
    static Spot spot_of(const Site& site, Keyword keyword) {
        return {site.spot.file, site.keywords[keyword]};
    }
    const TreeNode& value(const Site& site, Keyword keyword) const {
        return files_.node(spot_of(site, keyword));
    }
    Draft draft(const Site& site) const { return files_.resources()[site.resource].draft; }
    template <class Visit> void for_each_child(Spot parent, Visit visit) const {
        const Tree& its_tree = files_.tree(parent.file);
        for (TreeIndex at = parent.index + 1; at < its_tree[parent.index].end; at = its_tree[at].end)
            visit(Spot{parent.file, at});
    }
    void bad_schema(Spot spot, std::string message, std::string help = {});
    void bad_schema_at(Place place, bool built_in, std::string message, std::string help);

    const Options& options_;
    Program& program_;
    Findings& findings_;
    Files files_;
    std::map<Spot, SchemaIndex> known_;
    std::vector<SchemaIndex> work_;
    std::map<std::string, std::uint32_t, std::less<>> pattern_numbers_;
    std::map<std::string, std::uint32_t, std::less<>> dynamic_names_;
};

}  // namespace factlint::schema
