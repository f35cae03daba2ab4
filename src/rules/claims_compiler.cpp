#include <set>

#include "rules/claims_reader.h"
#include "rules/truth.h"
#include "rules/variables.h"
#include "text/suggest.h"

namespace factlint {
namespace {

using yaml::Node;

/// Whether values of this kind may have a unit of that class; ratios are shares.
constexpr bool may_have(Kind kind, UnitClass unit_class) {
    switch (kind) {
        case Kind::money: return unit_class == UnitClass::money;
        case Kind::measure: return unit_class == UnitClass::measure;
        case Kind::duration:
        case Kind::age: return unit_class == UnitClass::duration;
        case Kind::percent:
        case Kind::ratio: return unit_class == UnitClass::percent;
        default: return unit_class == UnitClass::none;
    }
}

/// Whether a value of this type may be widened.
bool may_go_with(const Tolerance& tolerance, const expr::Type& type) {
    using Tag = expr::Type::Tag;
    const auto inner = [&](const expr::Type& part) { return may_go_with(tolerance, part); };
    if (tolerance.unit == UnitId::none || type.tag == Tag::dyn) return true;
    if (type.tag == Tag::list) return inner(type.parameters[0]);
    if (type.tag == Tag::object)
        return std::any_of(type.fields.begin(), type.fields.end(),
                           [&](const auto& field) { return inner(field.second); });
    if (type.tag != Tag::fact) return false;
    const auto of_kind = [&](Kind kind) {
        if (type.units.empty()) return may_have(kind, unit(tolerance.unit).unit_class);
        return std::any_of(type.units.begin(), type.units.end(),
                           [&](UnitId id) { return goes_with(tolerance, kind, id); });
    };
    return type.kinds.empty() || std::any_of(type.kinds.begin(), type.kinds.end(), of_kind);
}

class ClaimsCompiler {
  public:
    explicit ClaimsCompiler(Context& context)
        : context_(context), one_(environment(visible_names(context, false))),
          across_(environment(visible_names(context, true))) {
        for (const auto& [name, type] : one_.variables) add_name(name);
        for (const FactDefinition& fact : context.file.facts) {
            add_name(fact.name);
            if (std::holds_alternative<Table>(fact.where)) tables_.push_back(fact.name);
        }
    }

    void compile(ClaimDraft draft) {
        if (draft.assertion) return compile_one(std::move(draft));
        for (const Node* fact : draft.agree_all) compile_agreement(draft, *fact);
        if (draft.says && draft.agree_all.empty()) check_says(*draft.says, one_.variables);
    }

  private:
    /// quantity('…') of a literal is read as a truth is.
    expr::Environment environment(TypedNames names) const {
        expr::Environment result;
        result.variables = std::move(names);
        result.read_stated = [language = context_.language](std::string_view text,
                                                            expr::Arena& arena) -> const Stated* {
            StatedParts parts;
            const auto truth = read_truth({arena.text(text), {}, {}}, language, parts);
            if (!truth.value || truth.value->kind == Kind::text) return nullptr;
            Stated value = *truth.value;
            const auto kept = arena.parts(value.parts.size());
            std::copy(value.parts.begin(), value.parts.end(), kept.begin());
            value.parts = kept;
            return arena.stated(value);
        };
        return result;
    }

    /// A name and the groups it stands in: what `says` may show.
    void add_name(const std::string& name) {
        for (std::size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1))
            names_.insert(name.substr(0, dot));
        names_.insert(name);
    }

    static expr::Environment with_names_of(const Claim& claim, expr::Environment names) {
        if (!claim.each.empty()) {
            names.variables.emplace_back("row", expr::Type{});
            if (!claim.by.empty()) names.variables.emplace_back("group", expr::Type{});
        }
        for (auto& [name, type] : hole_names(claim.find))
            if (!name.empty()) names.variables.insert(names.variables.begin(), {name, type});
        return names;
    }

    void compile_one(ClaimDraft draft) {
        const expr::Environment& shared = draft.claim.across.empty() ? one_ : across_;
        const bool has_names = !draft.claim.each.empty() || !draft.claim.find.empty();
        const expr::Environment own = has_names ? with_names_of(draft.claim, shared) : expr::Environment{};
        const expr::Environment& names = has_names ? own : shared;
        compile_text(draft.claim, draft.assertion->text, names, *draft.assertion, 0);
        check_group(draft.claim, *draft.assertion);
        if (draft.where) compile_where(draft.claim, names, *draft.where);
        check_tolerance(draft.claim, draft.tolerance, names.variables);
        if (draft.says) check_says(*draft.says, names.variables);
        context_.file.claims.push_back(std::move(draft.claim));
    }

    void compile_agreement(const ClaimDraft& draft, const Node& fact) {
        if (!is_variable(fact.text)) return report_unknown(fact.text, context_.place(fact));
        Claim claim;
        claim.id = draft.claim.id + "/" + fact.text;
        claim.place = context_.place(fact);
        claim.says = draft.claim.says;
        claim.why = draft.claim.why;
        claim.severity = draft.claim.severity;
        claim.tolerance = draft.claim.tolerance;
        claim.across = draft.claim.across;
        claim.scope = draft.claim.scope;
        compile_text(claim, std::string(agreement) + fact.text + ")", across_, fact, agreement.size());
        check_tolerance(claim, draft.tolerance, across_.variables);
        context_.file.claims.push_back(std::move(claim));
    }

    /// `before`: bytes of the expression that do not stand in the file.
    void compile_text(Claim& claim, std::string_view text, const expr::Environment& names, const Node& node,
                      std::size_t before) {
        claim.assertion_place = content_place(context_, node);
        auto compiled = expr::compile(text, names);
        const auto size = static_cast<std::uint32_t>(node.text.size());
        const auto moved = [&](std::uint32_t at) {
            return std::min(at < before ? 0 : at - static_cast<std::uint32_t>(before), size);
        };
        for (const expr::Diagnostic& diagnostic : compiled.diagnostics) {
            const Span span{moved(diagnostic.span.begin), moved(diagnostic.span.end)};
            context_.findings.push_back(problem("bad-expression", place_inside(context_, node, span),
                                                diagnostic.message, diagnostic.help));
        }
        if (compiled.expression) {
            check_result(*compiled.expression, context_.place(node));
            take_columns(claim, *compiled.expression, node);
        }
        claim.assertion = std::move(compiled.expression);
    }

    void compile_where(Claim& claim, const expr::Environment& names, const Node& node) {
        auto compiled = expr::compile(node.text, names);
        report_diagnostics(compiled.diagnostics, node);
        if (compiled.expression) {
            check_result(*compiled.expression, context_.place(node));
            take_columns(claim, *compiled.expression, node);
        }
        claim.where = std::move(compiled.expression);
    }

    void report_diagnostics(const std::vector<expr::Diagnostic>& diagnostics, const Node& node) {
        for (const expr::Diagnostic& diagnostic : diagnostics)
            context_.findings.push_back(problem("bad-expression",
                                                place_inside(context_, node, diagnostic.span),
                                                diagnostic.message, diagnostic.help));
    }

    /// Calls over columns become variables.
    void take_calls(Claim& claim, expr::Expression& expression, const Node& node) {
        std::vector<std::string> tables = tables_;
        if (!claim.by.empty()) tables.emplace_back(group_name);
        auto found = expr::replace_column_calls(expression, tables, column_functions);
        const auto of_group = [&](const expr::Diagnostic& diagnostic) {
            return slice(std::string_view(node.text), diagnostic.span) ==
                   group_name;  // its fields are values
        };
        if (!claim.by.empty()) std::erase_if(found.diagnostics, of_group);
        report_diagnostics(found.diagnostics, node);
        for (expr::ColumnCall& call : found.calls) {
            if (call.table != group_name || claim.by.empty()) {
                add_call(std::move(call), node);
                continue;
            }
            const Place place = place_inside(context_, node, call.span);
            claim.group_calls.push_back({0, std::move(call), place});
        }
    }

    /// Calls over columns become variables; the fields of a row or a group are noted.
    void take_columns(Claim& claim, expr::Expression& expression, const Node& node) {
        if (tables_.empty()) return;
        take_calls(claim, expression, node);
        if (claim.each.empty()) return;
        const expr::FieldUses uses = expr::fields_of(expression, "row");
        for (const expr::FieldUse& use : uses.fields)
            claim.row_fields.push_back({use.field, place_inside(context_, node, use.span)});
        if (uses.whole)
            report_diagnostics({{*uses.whole, "`row` is no value of its own", "write `row.COLUMN`"}}, node);
    }

    /// A claim about groups reads what their rows have in common, and calls over their columns.
    void check_group(const Claim& claim, const Node& node) {
        if (claim.by.empty() || !claim.assertion) return;
        const expr::FieldUses uses = expr::fields_of(*claim.assertion, group_name);
        for (const expr::FieldUse& use : uses.fields)
            if (std::none_of(claim.by.begin(), claim.by.end(), [&](const RowFieldUse& column) {
                    return (use.field + ".").starts_with(column.name + ".");
                }))
                report_diagnostics({{use.span, "the rows of a group differ in " + quoted(use.field),
                                     "write sum(group." + use.field + "), or add the column to `by`"}},
                                   node);
        if (uses.whole)
            report_diagnostics({{*uses.whole, "`group` is no value of its own",
                                 "write `group.COLUMN`, size(group) or sum(group.COLUMN)"}},
                               node);
        for (const RowFieldUse& field : claim.row_fields)
            context_.findings.push_back(problem("bad-expression", field.place,
                                                "a claim about groups has no single `row`",
                                                "write `group." + field.name + "`; `where` chooses rows"));
    }

    void add_call(expr::ColumnCall call, const Node& node) {
        names_.insert(call.variable);
        auto& file = context_.file;
        const auto same = [&](const TableCall& known) { return known.call.variable == call.variable; };
        if (std::any_of(file.table_calls.begin(), file.table_calls.end(), same)) return;
        const auto fact = std::find_if(file.facts.begin(), file.facts.end(),
                                       [&](const FactDefinition& each) { return each.name == call.table; });
        const auto index = static_cast<std::size_t>(fact - file.facts.begin());
        const Place place = place_inside(context_, node, call.span);
        file.variables.push_back({call.variable, index, expr::Type{}});
        file.table_calls.push_back({index, std::move(call), place});
    }

    /// An amount in a unit that no value of the claim can have.
    void check_tolerance(const Claim& claim, const Node* node, const TypedNames& names) {
        if (!claim.tolerance || !claim.assertion) return;
        std::string read;
        for (const std::string& variable : claim.assertion->variables()) {
            const auto found = std::find_if(names.begin(), names.end(),
                                            [&](const auto& name) { return name.first == variable; });
            if (found == names.end() || may_go_with(*claim.tolerance, found->second)) return;
            read += (read.empty() ? "" : ", ") + quoted(variable) + " is " + expr::to_string(found->second);
        }
        if (!read.empty())
            context_.report(*node, "bad-tolerance",
                            quoted(node->text) + " goes with no value of the claim " + quoted(claim.id),
                            read);
    }

    void check_result(const expr::Expression& expression, Place place) {
        const auto tag = expression.type().tag;
        if (tag == expr::Type::Tag::boolean || tag == expr::Type::Tag::dyn) return;
        context_.findings.push_back(
            problem("bad-expression", place,
                    "a claim must be true or false, but this is " + to_string(expression.type()),
                    "compare it: `==`, `<=`, `agree(…)`"));
    }

    bool is_variable(std::string_view name) const {
        return std::any_of(one_.variables.begin(), one_.variables.end(),
                           [&](const auto& variable) { return variable.first == name; });
    }

    void check_says(const Node& says, const TypedNames& own) {
        const std::string_view text = says.text;
        for (std::size_t open = text.find('{'); open != std::string_view::npos;
             open = text.find('{', open + 1)) {
            const std::size_t close = std::min(text.find('}', open), text.size());
            const std::string name(text.substr(open + 1, close - open - 1));
            const Span span{static_cast<std::uint32_t>(open),
                            static_cast<std::uint32_t>(std::min(close + 1, text.size()))};
            const bool local = std::any_of(own.begin(), own.end(),
                                           [&](const auto& variable) { return variable.first == name; });
            if (close == text.size())
                context_.findings.push_back(problem("unclosed-name", place_inside(context_, says, span),
                                                    "this name is not closed: expected `}`"));
            else if (!local && !names_.contains(name))
                report_unknown(name, place_inside(context_, says, span));
        }
    }

    void report_unknown(const std::string& name, Place place) {
        std::vector<std::string_view> allowed(names_.begin(), names_.end());
        context_.findings.push_back(problem("unknown-name", place, quoted(name) + " is no fact of this file",
                                            help_for(name, allowed)));
    }

    /// A group in place of a value: its members are what was meant.
    static std::string help_for(const std::string& name, const std::vector<std::string_view>& allowed) {
        std::vector<std::string_view> members;
        for (const std::string_view other : allowed)
            if (other.starts_with(name + ".")) members.push_back(other);
        return members.empty() ? suggestion(name, allowed) : suggestion("", members);
    }

    static constexpr std::string_view agreement = "agree(";
    static constexpr std::string_view group_name = "group";

    Context& context_;
    expr::Environment one_, across_;
    std::set<std::string> names_;
    std::vector<std::string> tables_;
};

}  // namespace

void compile_claims(Context& context, std::vector<ClaimDraft> drafts) {
    ClaimsCompiler compiler(context);
    for (ClaimDraft& draft : drafts) compiler.compile(std::move(draft));
}

}  // namespace factlint
