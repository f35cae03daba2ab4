#include "expr/column_calls.h"

#include <algorithm>

#include "expr/expression_access.h"
#include "expr/tree.h"

namespace factlint::expr {
namespace {

bool is_variable(const Tree& tree, NodeId id, std::string_view name) {
    const Node& node = tree.nodes[id];
    return node.kind == NodeKind::variable && tree.variables[node.payload] == name;
}

class Replacement {
  public:
    Replacement(Tree& tree, std::span<const std::string> tables, std::span<const std::string_view> functions)
        : tree_(tree), tables_(tables), functions_(functions) {}

    ColumnCalls run() {
        visit(tree_.root);
        return std::move(result_);
    }

  private:
    const std::string* table_of(NodeId id) const {
        const auto found = std::find_if(tables_.begin(), tables_.end(), [&](const std::string& table) {
            return is_variable(tree_, id, table);
        });
        return found == tables_.end() ? nullptr : &*found;
    }

    void visit(NodeId id) {
        if (replace(id)) return;
        if (const std::string* table = table_of(id)) report(id, *table);
        for (const NodeId child : tree_.children_of(id)) visit(child);
    }

    bool is_call(NodeId id, std::string_view function, std::uint32_t arguments) const {
        const Node& node = tree_.nodes[id];
        return node.kind == NodeKind::call && node.text == function && node.count == arguments;
    }

    bool replace(NodeId id) {
        const Node& node = tree_.nodes[id];
        if (node.kind != NodeKind::call || node.count == 0) return false;
        if (std::find(functions_.begin(), functions_.end(), node.text) == functions_.end()) return false;
        ColumnCall call{std::string(tree_.text_of(id)), std::string(node.text), {}, {}, {}, node.span};
        NodeId operand = tree_.children_of(id)[0];
        if (is_call(id, "size", 1) && is_call(operand, "distinct", 1)) {
            call.function = "distinct";
            operand = tree_.children_of(operand)[0];
        } else if (node.text == "distinct") {
            return false;  // a list, which may be as long as the table
        }
        const bool found = node.text == "size" && call.function == "size" ? take_table(operand, call)
                                                                          : take_column(operand, call);
        if (!found || !take_argument(id, call)) return false;
        make_variable(id, call.variable);
        result_.calls.push_back(std::move(call));
        return true;
    }

    bool take_table(NodeId operand, ColumnCall& call) const {
        const std::string* table = table_of(operand);
        if (table) call.table = *table;
        return table != nullptr;
    }

    bool take_column(NodeId operand, ColumnCall& call) const {
        if (tree_.nodes[operand].kind != NodeKind::select) return false;
        for (const std::string& table : tables_) {
            call.table = table;
            call.column = field_path(tree_, operand, table);
            if (!call.column.empty()) return true;
        }
        return false;
    }

    /// The share of a quantile, from 0 to 1, is a number that is written there.
    bool take_argument(NodeId id, ColumnCall& call) {
        const bool wanted = call.function == "quantile";
        const Node& node = tree_.nodes[id];
        if (node.count != (wanted ? 2 : 1)) return false;
        if (!wanted) return true;
        const NodeId argument = tree_.children_of(id)[1];
        call.argument = Number::parse(tree_.text_of(argument));
        if (call.argument && Number(0) <= *call.argument && *call.argument <= Number(1)) return true;
        result_.diagnostics.push_back({tree_.nodes[argument].span, "this is no share of a column's values",
                                       "write a number from 0 to 1: quantile(TABLE.COLUMN, 0.95)"});
        make_variable(id, call.variable);
        return true;
    }

    void make_variable(NodeId id, const std::string& name) {
        const auto known = std::find(tree_.variables.begin(), tree_.variables.end(), name);
        Node& node = tree_.nodes[id];
        node.kind = NodeKind::variable;
        node.count = 0;
        node.payload = static_cast<std::uint32_t>(known - tree_.variables.begin());
        if (known == tree_.variables.end()) tree_.variables.push_back(name);
    }

    void report(NodeId id, const std::string& table) {
        std::string names;
        for (const std::string_view function : functions_)
            names += (names.empty() ? "" : ", ") + std::string(function);
        result_.diagnostics.push_back(
            {tree_.nodes[id].span,
             "the table `" + table + "` is no value: a rule reads calls over its columns",
             "write sum(" + table + ".COLUMN), with one of " + names + ", or size(" + table +
                 "); for single rows, `each: row in " + table + "`"});
    }

    Tree& tree_;
    std::span<const std::string> tables_;
    std::span<const std::string_view> functions_;
    ColumnCalls result_;
};

bool selects(const Node& node) { return node.kind == NodeKind::select || node.kind == NodeKind::has; }

/// From the first field of a path to the last.
Span path_span(const Tree& tree, NodeId id) {
    const NodeId operand = tree.children_of(id)[0];
    const Span own = tree.nodes[id].name_span;
    return selects(tree.nodes[operand]) ? Span{path_span(tree, operand).begin, own.end} : own;
}

void collect_fields(const Tree& tree, NodeId id, std::string_view variable, FieldUses& uses) {
    if (std::string path = field_path(tree, id, variable); !path.empty()) {
        const auto same = [&](const FieldUse& use) { return use.field == path; };
        if (std::none_of(uses.fields.begin(), uses.fields.end(), same))
            uses.fields.push_back({std::move(path), path_span(tree, id)});
        return;
    }
    if (is_variable(tree, id, variable)) uses.whole = tree.nodes[id].span;
    for (const NodeId child : tree.children_of(id)) collect_fields(tree, child, variable, uses);
}

}  // namespace

std::string field_path(const Tree& tree, NodeId id, std::string_view variable) {
    if (!selects(tree.nodes[id])) return {};
    const NodeId operand = tree.children_of(id)[0];
    if (is_variable(tree, operand, variable)) return std::string(tree.nodes[id].text);
    const std::string before = field_path(tree, operand, variable);
    return before.empty() ? before : before + "." + std::string(tree.nodes[id].text);
}

ColumnCalls replace_column_calls(Expression& expression, std::span<const std::string> tables,
                                 std::span<const std::string_view> functions) {
    return Replacement(ExpressionAccess::tree(expression), tables, functions).run();
}

FieldUses fields_of(const Expression& expression, std::string_view variable) {
    FieldUses uses;
    collect_fields(expression.tree(), expression.tree().root, variable, uses);
    return uses;
}

}  // namespace factlint::expr
