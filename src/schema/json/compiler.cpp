#include "schema/json/compiler.h"

#include <algorithm>

#include "schema/json/uri.h"

namespace factlint::schema {
namespace {

/// The schemas that are tried on the same value as `instruction`'s.
void append_in_place(const Program& program, const Instruction& instruction,
                     std::vector<SchemaIndex>& schemas) {
    switch (instruction.op) {
        case Op::reference:
        case Op::negation: return schemas.push_back(instruction.operand);
        case Op::all_of:
        case Op::any_of:
        case Op::one_of: {
            const auto& branches = program.branches[instruction.operand];
            schemas.insert(schemas.end(), branches.begin(), branches.end());
            return;
        }
        case Op::conditional: {
            const Condition& it = program.conditions[instruction.operand];
            for (const SchemaIndex schema : {it.condition, it.consequence, it.alternative})
                if (schema != no_schema) schemas.push_back(schema);
            return;
        }
        case Op::dependent_schema:
            return schemas.push_back(program.dependent_schemas[instruction.operand].schema);
        default: return;
    }
}

/// Finds the reference that leads back to where it came from without going down in the data.
class LoopSearch {
  public:
    explicit LoopSearch(const Program& program)
        : program_(program), state_(program.schemas.size(), State::fresh) {}

    /// The instructions that close a loop.
    std::vector<const Instruction*> run() {
        for (SchemaIndex schema = 0; schema < program_.schemas.size(); ++schema)
            if (state_[schema] == State::fresh) visit_from(schema);
        return std::move(loops_);
    }

  private:
    enum class State : std::uint8_t { fresh, open, done };
    struct Edge {
        SchemaIndex target = 0;
        const Instruction* instruction = nullptr;
    };
    struct Frame {
        SchemaIndex schema = 0;
        std::vector<Edge> edges;
    };

    void visit_from(SchemaIndex start) {
        std::vector<Frame> path;
        open(start, path);
        while (!path.empty()) {
            Frame& top = path.back();
            if (top.edges.empty()) {
                state_[top.schema] = State::done;
                path.pop_back();
                continue;
            }
            const Edge edge = top.edges.back();
            top.edges.pop_back();
            if (state_[edge.target] == State::open) loops_.push_back(edge.instruction);
            if (state_[edge.target] == State::fresh) open(edge.target, path);
        }
    }

    void open(SchemaIndex schema, std::vector<Frame>& path) {
        state_[schema] = State::open;
        Frame frame{schema, {}};
        std::vector<SchemaIndex> targets;
        for (std::uint32_t i = program_.schemas[schema].begin; i < program_.schemas[schema].end; ++i) {
            targets.clear();
            append_in_place(program_, program_.code[i], targets);
            for (const SchemaIndex target : targets) frame.edges.push_back({target, &program_.code[i]});
        }
        path.push_back(std::move(frame));
    }

    const Program& program_;
    std::vector<State> state_;
    std::vector<const Instruction*> loops_;
};

}  // namespace

void Compiler::run(const Tree& tree) {
    files_.add(tree, options_.uri);
    schema_at({0, 0}, 0);
    do compile_work();
    while (compile_dynamic_anchors());
    program_.files = files_.files();
    refuse_loops();
}

void Compiler::compile_work() {
    while (!work_.empty()) {
        const SchemaIndex next = work_.back();
        work_.pop_back();
        compile_schema(next);
    }
}

bool Compiler::compile_dynamic_anchors() {
    for (const auto& [name, number] : dynamic_names_)
        for (ResourceIndex resource = 0; resource < files_.resources().size(); ++resource)
            if (const auto spot = files_.dynamic_anchor(resource, name))
                program_.dynamic_anchors.emplace(std::pair(number, resource), schema_at(*spot, resource));
    return !work_.empty();
}

void Compiler::refuse_loops() {
    for (const Instruction* const loop : LoopSearch(program_).run())
        bad_schema(loop->spot, "this leads back to the schema it stands in, for the same value, without end",
                   "refer to it from below `properties` or `items`");
}

SchemaIndex Compiler::schema_at(Spot spot, ResourceIndex around) {
    const auto index = static_cast<SchemaIndex>(program_.schemas.size());
    const auto [known, is_new] = known_.emplace(spot, index);
    if (!is_new) return known->second;
    CompiledSchema schema;
    schema.spot = spot;
    schema.resource = files_.resource_at(spot, around);
    program_.schemas.push_back(schema);
    work_.push_back(index);
    return index;
}

SchemaIndex Compiler::schema_for(const Site& site, Keyword keyword) {
    return site.keywords[keyword] == 0 ? no_schema : schema_at(spot_of(site, keyword), site.resource);
}

std::vector<SchemaIndex> Compiler::schemas_for(const Site& site, Keyword keyword) {
    return schemas_below(spot_of(site, keyword), site.resource);
}

std::vector<SchemaIndex> Compiler::schemas_below(Spot spot, ResourceIndex resource) {
    std::vector<SchemaIndex> schemas;
    for_each_child(spot, [&](Spot child) { schemas.push_back(schema_at(child, resource)); });
    return schemas;
}

void Compiler::compile_schema(SchemaIndex index) {
    const Spot spot = program_.schemas[index].spot;
    const TreeNode& node = files_.node(spot);
    program_.schemas[index].begin = static_cast<std::uint32_t>(program_.code.size());
    if (node.kind == TreeKind::boolean) {
        if (node.text == "false") write(Op::never, 0, spot);
    } else if (node.kind != TreeKind::object) {
        bad_schema(spot, "expected " + std::string(words_for(Shape::schema)));
    } else {
        Site site{spot, program_.schemas[index].resource, {}};
        read_keywords(site);
        write_keywords(site);
        compile_unused(site);
        program_.schemas[index].unevaluated = site.keywords[Keyword::unevaluated_items] != 0 ||
                                              site.keywords[Keyword::unevaluated_properties] != 0;
    }
    program_.schemas[index].end = static_cast<std::uint32_t>(program_.code.size());
}

void Compiler::read_keywords(Site& site) {
    for_each_child(site.spot, [&](Spot child) { read_keyword(site, child.index); });
    // In draft 7 what stands beside a $ref says nothing.
    if (draft(site) != Draft::draft7 || site.keywords[Keyword::ref] == 0) return;
    KeywordSet reference_alone;
    reference_alone.set(Keyword::ref, site.keywords[Keyword::ref]);
    site.keywords = reference_alone;
}

void Compiler::read_keyword(Site& site, TreeIndex index) {
    const Spot spot{site.spot.file, index};
    const std::string_view name = files_.node(spot).key;
    const KeywordRow* const row = find_keyword(name);
    if (row == nullptr) {
        const std::string_view near = near_keyword(name);
        if (near.empty() || files_.files()[spot.file].built_in) return;
        const Place place{files_.tree(spot.file).source, files_.node(spot).key_span};
        findings_.push_back(problem("unknown-keyword", place,
                                    quoted(name) + " is no keyword and checks nothing",
                                    "did you mean " + quoted(near) + "?"));
        findings_.back().severity = Severity::warning;
        return;
    }
    const Resource& resource = files_.resources()[site.resource];
    const bool known = (row->drafts & static_cast<std::uint8_t>(resource.draft)) != 0;
    const bool always = row->vocabulary == Vocabulary::core || row->vocabulary == Vocabulary::annotation;
    if (!known || !(always || (resource.vocabularies & static_cast<std::uint8_t>(row->vocabulary)) != 0))
        return;
    const Shape shape = shape_in(*row, resource.draft);
    if (!has_shape(files_.tree(spot.file), index, shape))
        return bad_schema(spot, quoted(name) + " takes " + std::string(words_for(shape)));
    if (row->keyword == Keyword::recursive_ref)
        return bad_schema(spot, "`$recursiveRef` is not read", "write `$dynamicRef` of draft 2020-12");
    if (site.keywords[row->keyword] == 0) site.keywords.set(row->keyword, index);
}

/// What nothing refers to is read all the same: its errors are errors.
void Compiler::compile_unused(const Site& site) {
    if (site.spot.file != 0) return;
    for (const Keyword keyword : {Keyword::defs, Keyword::definitions})
        if (site.keywords[keyword] != 0) schemas_for(site, keyword);
    schema_for(site, Keyword::content_schema);
}

void Compiler::write(Op op, std::size_t operand, Spot spot) {
    program_.code.push_back({op, static_cast<std::uint32_t>(operand), spot});
}

void Compiler::bad_schema(Spot spot, std::string message, std::string help) {
    bad_schema_at(files_.place(spot), files_.files()[spot.file].built_in, std::move(message),
                  std::move(help));
}

void Compiler::bad_schema_at(Place place, bool built_in, std::string message, std::string help) {
    if (!built_in) findings_.push_back(problem("bad-schema", place, std::move(message), std::move(help)));
}

}  // namespace factlint::schema
