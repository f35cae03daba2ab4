// Why an expression is true or false: the comparisons that decided, evaluated again one by one, written out.
#include <algorithm>
#include <array>

#include "expr/describe.h"
#include "expr/equality.h"
#include "expr/evaluator.h"
#include "expr/origins.h"

namespace factlint::expr {
namespace {

using Relation = Decision::Relation;

struct RelationName {
    std::string_view name;
    Relation relation;
};
constexpr std::array relations{
    RelationName{"==", Relation::equal},  RelationName{"!=", Relation::not_equal},
    RelationName{"<", Relation::less},    RelationName{"<=", Relation::less_equal},
    RelationName{">", Relation::greater}, RelationName{">=", Relation::greater_equal}};

constexpr std::size_t most_terms = 8;
constexpr std::size_t most_elements = 3;

bool is_arithmetic(const Node& node) {
    return node.kind == NodeKind::call && !node.member && node.count == 2 && node.text.size() == 1 &&
           std::string_view("+-*/").find(node.text[0]) != std::string_view::npos;
}

int precedence(const Node& node) {
    if (!is_arithmetic(node)) return 3;
    return node.text == "+" || node.text == "-" ? 1 : 2;
}

class Explainer {
  public:
    Explainer(const Tree& tree, const Bindings& bindings, Arena& arena, const Limits& limits)
        : tree_(tree), evaluator_(tree, bindings, arena, limits) {}

    std::vector<Decision> run() {
        explain(tree_.root);
        return std::move(decisions_);
    }

  private:
    void explain(NodeId id) {
        const Node& node = tree_.nodes[id];
        switch (node.kind) {
            case NodeKind::logical_and: return operands(id, false);
            case NodeKind::logical_or: return operands(id, true);
            case NodeKind::conditional: return conditional(id);
            case NodeKind::macro: return macro(id);
            case NodeKind::call: return call(id);
            default: decide(id, Relation::call, id, id);
        }
    }

    bool is(NodeId id, bool wanted) {
        const Value value = evaluator_.evaluate(id);
        const auto* truth = std::get_if<bool>(&value.data);
        return truth && *truth == wanted;
    }

    /// Of a false && (a true ||) those operands that made it so, else all.
    void operands(NodeId id, bool absorbing) {
        const auto children = tree_.children_of(id);
        const bool decided = is(id, absorbing);
        for (const NodeId child : children)
            if (!decided || is(child, absorbing)) explain(child);
    }

    void conditional(NodeId id) {
        const auto children = tree_.children_of(id);
        if (is(children[0], true))
            explain(children[1]);
        else if (is(children[0], false))
            explain(children[2]);
        else
            explain(children[0]);
    }

    void call(NodeId id) {
        const Node& node = tree_.nodes[id];
        const auto children = tree_.children_of(id);
        if (node.text == "!" && node.count == 1) return explain(children[0]);
        for (const auto& [name, relation] : relations)
            if (node.text == name && node.count == 2) return decide(id, relation, children[0], children[1]);
        decide(id, Relation::call, id, id);
    }

    void macro(NodeId id) {
        const Node& node = tree_.nodes[id];
        if (node.macro == Macro::bind) {
            evaluator_.set_local(node.payload, evaluator_.evaluate(tree_.children_of(id)[0]));
            return explain(tree_.children_of(id)[1]);
        }
        if (node.macro == Macro::all || node.macro == Macro::exists) return elements(id, node);
        decide(id, Relation::call, id, id);
    }

    /// The first elements that decide: those that fail all(), those that satisfy exists(), else the first of all.
    void elements(NodeId id, const Node& node) {
        const NodeId range_id = tree_.children_of(id)[0], body = tree_.children_of(id)[1];
        const bool absorbing = node.macro == Macro::exists;
        const bool decided = is(id, absorbing);
        const Value range = evaluator_.evaluate(range_id);
        Value problem;
        std::size_t shown = 0;
        for (const auto& element : evaluator_.elements(range, tree_.nodes[range_id].span, problem)) {
            evaluator_.bind(node, element, !std::holds_alternative<List>(range.data));
            if (decided && !is(body, absorbing)) continue;
            explain(body);
            if (++shown == most_elements) break;
        }
        if (shown == 0) decide(id, Relation::call, id, id);
    }

    void decide(NodeId id, Relation relation, NodeId left, NodeId right) {
        Decision decision;
        decision.relation = relation;
        decision.span = tree_.nodes[id].span;
        decision.left = operand(left);
        if (relation != Relation::call) decision.right = operand(right);
        name_weekday(decision.left, decision.right);
        name_weekday(decision.right, decision.left);
        decision.result = evaluator_.evaluate(id);
        decisions_.push_back(std::move(decision));
    }

    /// An integer beside a weekday is a weekday.
    static void name_weekday(Operand& side, const Operand& beside) {
        const Stated* day = stated_in(beside.value);
        if (!day || !is_weekday(*day) || !std::holds_alternative<std::int64_t>(side.value.data)) return;
        Stated named = *as_stated(side.value);
        named.label = weekday_label;
        side.described = side.arithmetic = factlint::describe(named);
    }

    Operand operand(NodeId id) {
        const Node& node = tree_.nodes[id];
        Operand made;
        made.source = tree_.text_of(id);
        made.value = evaluator_.evaluate(id);
        made.described = describe(made.value);
        made.arithmetic = arithmetic(id);
        const bool column_call =
            node.kind == NodeKind::variable && tree_.variables[node.payload].find('(') != std::string::npos;
        made.computed = column_call || node.kind == NodeKind::call || node.kind == NodeKind::macro ||
                        node.kind == NodeKind::conditional;
        Origins origins;
        collect(id, origins);
        made.origins = origins.take();
        return made;
    }

    /// The values of the terms with the operators between them: "300 million USD + 130 million USD".
    std::string arithmetic(NodeId id) {
        const Node& node = tree_.nodes[id];
        if (is_list_sum(node)) return sum_of_list(id);
        if (!is_arithmetic(node)) return describe(evaluator_.evaluate(id));
        if (node.text == "+") return sum(id);
        const auto children = tree_.children_of(id);
        const bool tight = precedence(tree_.nodes[children[1]]) <= precedence(node);
        return side(children[0], precedence(node), false) + ' ' + std::string(node.text) + ' ' +
               side(children[1], precedence(node), tight);
    }

    std::string side(NodeId id, int outer, bool parenthesised) {
        const std::string text = arithmetic(id);
        return parenthesised || precedence(tree_.nodes[id]) < outer ? '(' + text + ')' : text;
    }

    std::string sum(NodeId id) {
        std::vector<NodeId> terms;
        for (; is_arithmetic(tree_.nodes[id]) && tree_.nodes[id].text == "+"; id = tree_.children_of(id)[0])
            terms.push_back(tree_.children_of(id)[1]);
        terms.push_back(id);
        std::reverse(terms.begin(), terms.end());
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < std::min(terms.size(), most_terms); ++i)
            texts.push_back(side(terms[i], 1, i > 0 && precedence(tree_.nodes[terms[i]]) == 1));
        return joined(texts, terms.size());
    }

    static bool is_list_sum(const Node& node) {
        return node.kind == NodeKind::call && node.text == "sum" && !node.member && node.count == 1;
    }

    std::string sum_of_list(NodeId id) {
        const Value list = evaluator_.evaluate(tree_.children_of(id)[0]);
        const auto* items = std::get_if<List>(&list.data);
        if (!items || items->items.empty()) return describe(evaluator_.evaluate(id));
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < std::min(items->items.size(), most_terms); ++i)
            texts.push_back(describe(items->items[i]));
        return joined(texts, items->items.size());
    }

    static std::string joined(const std::vector<std::string>& texts, std::size_t terms) {
        std::string out;
        for (const auto& text : texts) out += (out.empty() ? "" : " + ") + text;
        if (terms > texts.size()) out += " + … and " + std::to_string(terms - texts.size()) + " more";
        return out;
    }

    /// Origins of all facts below a node, in order of reading.
    void collect(NodeId id, Origins& origins) {
        const Node& node = tree_.nodes[id];
        if (node.kind == NodeKind::variable || node.kind == NodeKind::local ||
            node.kind == NodeKind::constant)
            return collect_from(evaluator_.evaluate(id), origins);
        if (node.kind == NodeKind::select || node.kind == NodeKind::index) {
            const Value value = evaluator_.evaluate(id);
            const std::size_t before = origins.size();
            collect_from(value, origins);
            if (origins.size() > before) return;
        }
        const auto children = tree_.children_of(id);
        const std::size_t count =
            node.kind == NodeKind::macro ? std::min<std::size_t>(children.size(), 1) : children.size();
        for (std::size_t i = 0; i < count; ++i) collect(children[i], origins);
    }

    static void collect_from(const Value& value, Origins& origins) {
        constexpr std::uint64_t most = 10'000'000;
        if (expanded_size(value, most) < most) collect_parts(value, origins);
    }

    static void collect_parts(const Value& value, Origins& origins) {
        const auto* fact = stated_in(value);
        if (fact && fact->origin != no_origin) origins.add(fact->origin);
        if (const auto* list = std::get_if<List>(&value.data))
            for (const auto& item : list->items) collect_parts(item, origins);
        if (const auto* object = std::get_if<Object>(&value.data))
            for (const auto& field : object->fields) collect_parts(field.value, origins);
        if (const auto* map = std::get_if<Map>(&value.data))
            for (const auto& entry : map->entries) collect_parts(entry.value, origins);
    }

    const Tree& tree_;
    Evaluator evaluator_;
    std::vector<Decision> decisions_;
};

}  // namespace

std::vector<Decision> decisions(const Expression& expression, const Bindings& bindings, Arena& arena,
                                const Limits& limits) {
    return Explainer(expression.tree(), bindings, arena, limits).run();
}

}  // namespace factlint::expr
