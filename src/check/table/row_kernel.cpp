#include "check/table/row_kernel.h"

#include <algorithm>

#include "expr/column_calls.h"
#include "expr/tree.h"
#include "read/located.h"
#include "schema/moment.h"

namespace factlint {
namespace {

__extension__ typedef __int128 Wide;

using expr::Node;
using expr::NodeId;
using expr::NodeKind;
using Op = KernelNode::Kind;
using Relation = KernelNode::Relation;

constexpr std::int64_t largest = 999'999'999'999'999'999;
constexpr std::int32_t most_scale = 18;

std::optional<Decimal> decimal_of(Wide mantissa, std::int32_t scale) {
    if (mantissa > largest || mantissa < -largest || scale > most_scale) return std::nullopt;
    return Decimal{static_cast<std::int64_t>(mantissa), scale};
}

std::optional<Decimal> sum_of(Decimal a, Decimal b, int sign) {
    Wide left = a.mantissa, right = b.mantissa;
    const std::int32_t scale = std::max(a.scale, b.scale);
    for (std::int32_t i = a.scale; i < scale; ++i) left *= 10;
    for (std::int32_t i = b.scale; i < scale; ++i) right *= 10;
    return decimal_of(sign < 0 ? left - right : left + right, scale);
}

std::optional<Decimal> product_of(Decimal a, Decimal b) {
    return decimal_of(static_cast<Wide>(a.mantissa) * b.mantissa, a.scale + b.scale);
}

Answer answer_of(bool yes) { return yes ? Answer::yes : Answer::no; }

Answer related(Relation relation, int order) {
    switch (relation) {
        case Relation::equal: return answer_of(order == 0);
        case Relation::not_equal: return answer_of(order != 0);
        case Relation::less: return answer_of(order < 0);
        case Relation::less_equal: return answer_of(order <= 0);
        case Relation::greater: return answer_of(order > 0);
        case Relation::greater_equal: return answer_of(order >= 0);
    }
    return Answer::ask;
}

struct Operator {
    std::string_view text;
    Op kind;
    Relation relation{};
};
constexpr Operator operators[] = {
    {"==", Op::compare, Relation::equal},
    {"!=", Op::compare, Relation::not_equal},
    {"<", Op::compare, Relation::less},
    {"<=", Op::compare, Relation::less_equal},
    {">", Op::compare, Relation::greater},
    {">=", Op::compare, Relation::greater_equal},
    {"in", Op::listed},
    {"+", Op::add},
    {"-", Op::subtract},
    {"*", Op::multiply},
    {"!", Op::negate},
};

/// The scale of a column as a decimal; nullopt where it is none.
std::optional<Decimal> scale_of(const Column& column) { return parse_decimal(column.scale.to_string()); }

/// Columns whose values no kernel knows (truths, times, scales that are no decimals) are left to the expression.
bool is_plain(const RowField& field) {
    if (!field.check) return true;
    const Column& column = field.check->column();
    switch (column.type) {
        case ColumnType::number:
        case ColumnType::integer: return scale_of(column).has_value();
        case ColumnType::string:
        case ColumnType::date: return true;
        default: return false;
    }
}

bool is_number_column(const RowField& field) {
    if (!field.check) return false;
    const ColumnType type = field.check->column().type;
    return type == ColumnType::number || type == ColumnType::integer;
}

class KernelCompiler {
  public:
    KernelCompiler(const expr::Expression& expression, const std::vector<RowField>& fields)
        : tree_(expression.tree()), fields_(fields) {}

    std::optional<std::uint32_t> run() { return node(tree_.root); }
    std::vector<KernelNode> take() { return std::move(nodes_); }

  private:
    std::uint32_t add(KernelNode made) {
        nodes_.push_back(std::move(made));
        return static_cast<std::uint32_t>(nodes_.size() - 1);
    }

    std::optional<std::uint32_t> node(NodeId id) {
        const Node& node = tree_.nodes[id];
        switch (node.kind) {
            case NodeKind::logical_and: return with_children({Op::all}, id);
            case NodeKind::logical_or: return with_children({Op::any}, id);
            case NodeKind::constant: return constant(tree_.constants[node.payload]);
            case NodeKind::select: return select(id);
            case NodeKind::has: return has(id);
            case NodeKind::call: return call(id);
            default: return std::nullopt;
        }
    }

    std::optional<std::uint32_t> with_children(KernelNode made, NodeId id) {
        for (const NodeId child : tree_.children_of(id)) {
            const auto compiled = node(child);
            if (!compiled) return std::nullopt;
            made.children.push_back(*compiled);
        }
        return add(std::move(made));
    }

    std::optional<std::uint32_t> constant(const expr::Value& value) {
        KernelNode made{Op::number};
        if (const auto* integer = std::get_if<std::int64_t>(&value.data)) {
            if (*integer > largest || *integer < -largest) return std::nullopt;
            made.decimal = {*integer, 0};
        } else if (const auto* text = std::get_if<std::string_view>(&value.data)) {
            made.kind = Op::text;
            made.literal = *text;
        } else if (const auto* stated = std::get_if<const Stated*>(&value.data)) {
            return stated_constant(**stated);
        } else {
            return std::nullopt;
        }
        return add(std::move(made));
    }

    /// An exact number without a unit, or a day.
    std::optional<std::uint32_t> stated_constant(const Stated& value) {
        if (value.kind == Kind::date && value.dates.start.day != 0 && value.dates.start.month != 0 &&
            value.dates.start.year != no_year && value.dates.start.last_month == 0) {
            KernelNode made{Op::date};
            made.day = date_key(value.dates.start);
            return add(std::move(made));
        }
        const auto is_number = [&](const std::optional<Bound>& end) {
            return end && end->value == value.number && !end->open;
        };
        const auto decimal = parse_decimal(value.number.to_string());
        const bool exact = is_number(value.admits.low) && is_number(value.admits.high);
        if (value.kind != Kind::number || value.unit != UnitId::none || !exact || !decimal)
            return std::nullopt;
        KernelNode made{Op::number};
        made.decimal = *decimal;
        return add(std::move(made));
    }

    /// row.amount, or row.amount.number.
    std::optional<std::uint32_t> select(NodeId id) {
        if (const auto whole = field(id)) return whole;
        const NodeId operand = tree_.children_of(id)[0];
        if (tree_.nodes[id].text != "number") return std::nullopt;
        const auto inside = field(operand);
        if (!inside || !is_number_column(fields_[nodes_[*inside].field])) return std::nullopt;
        nodes_[*inside].kind = Op::numeral;
        return inside;
    }

    std::optional<std::uint32_t> has(NodeId id) {
        const auto inside = field(id);
        if (inside) nodes_[*inside].kind = Op::has;
        return inside;
    }

    std::optional<std::uint32_t> date(NodeId id) {
        const Node& argument = tree_.nodes[tree_.children_of(id)[0]];
        if (argument.kind != NodeKind::constant) return std::nullopt;
        const auto* text = std::get_if<std::string_view>(&tree_.constants[argument.payload].data);
        Date day;
        if (!text || !read_iso_date(*text, day)) return std::nullopt;
        KernelNode made{Op::date};
        made.day = date_key(day);
        return add(std::move(made));
    }

    std::optional<std::uint32_t> field(NodeId id) {
        const std::string path = expr::field_path(tree_, id, "row");
        const auto found = std::find_if(fields_.begin(), fields_.end(),
                                        [&](const RowField& each) { return each.name == path; });
        if (found == fields_.end() || !is_plain(*found) || is_object(path)) return std::nullopt;
        KernelNode made{Op::field};
        made.field = static_cast<std::uint32_t>(found - fields_.begin());
        return add(std::move(made));
    }

    /// Whether fields of it are read as well: then it is an object.
    bool is_object(const std::string& path) const {
        return std::any_of(fields_.begin(), fields_.end(),
                           [&](const RowField& field) { return field.name.starts_with(path + "."); });
    }

    std::optional<std::uint32_t> call(NodeId id) {
        const Node& node = tree_.nodes[id];
        if (node.text == "date" && node.count == 1 && !node.member) return date(id);
        const auto found = std::find_if(std::begin(operators), std::end(operators),
                                        [&](const Operator& each) { return each.text == node.text; });
        if (node.member || found == std::end(operators)) return std::nullopt;
        KernelNode made{found->kind};
        made.relation = found->relation;
        return found->kind == Op::listed ? listed(std::move(made), id) : with_children(std::move(made), id);
    }

    std::optional<std::uint32_t> listed(KernelNode made, NodeId id) {
        const auto children = tree_.children_of(id);
        const auto element = node(children[0]);
        if (!element || tree_.nodes[children[1]].kind != NodeKind::list) return std::nullopt;
        made.children.push_back(*element);
        for (const NodeId child : tree_.children_of(children[1])) {
            const Node& item = tree_.nodes[child];
            const auto value =
                item.kind == NodeKind::constant ? constant(tree_.constants[item.payload]) : std::nullopt;
            if (!value) return std::nullopt;
            const KernelNode& literal = nodes_[*value];
            if (literal.kind == Op::text)
                made.texts.push_back(literal.literal);
            else
                made.decimals.push_back(literal.decimal);
        }
        const bool mixed = !made.texts.empty() && !made.decimals.empty();
        return mixed ? std::nullopt : std::optional(add(std::move(made)));
    }

    const expr::Tree& tree_;
    const std::vector<RowField>& fields_;
    std::vector<KernelNode> nodes_;
};

}  // namespace

std::optional<RowKernel> RowKernel::compile(const expr::Expression& expression,
                                            const std::vector<RowField>& fields) {
    KernelCompiler compiler(expression, fields);
    const auto root = compiler.run();
    if (!root) return std::nullopt;
    RowKernel kernel;
    kernel.root_ = *root;
    kernel.nodes_ = compiler.take();
    kernel.fields_ = fields;
    for (const RowField& field : fields) {
        FieldForm& form = kernel.forms_.emplace_back();
        if (!is_number_column(field) || !is_plain(field)) continue;
        form.unit = field.check->column().unit;
        form.scale = *scale_of(field.check->column());
        form.scaled = field.check->column().scale != Number(1);
    }
    kernel.texts_.resize(fields.size());
    kernel.cleaned_.resize(fields.size());
    return kernel;
}

Answer RowKernel::answer(const RowBatch& batch, std::uint32_t row, CellSyntax syntax) {
    batch_ = &batch;
    row_ = row;
    syntax_ = syntax;
    return answer(root_);
}

Answer RowKernel::answer(std::uint32_t index) {
    const KernelNode& node = nodes_[index];
    switch (node.kind) {
        case Op::all:
        case Op::any: {
            const Answer decisive = node.kind == Op::all ? Answer::no : Answer::yes;
            bool asked = false;
            for (const std::uint32_t child : node.children) {
                const Answer part = answer(child);
                if (part == decisive) return part;
                asked = asked || part == Answer::ask;
            }
            if (asked) return Answer::ask;
            return decisive == Answer::no ? Answer::yes : Answer::no;
        }
        case Op::negate: {
            const Answer part = answer(node.children[0]);
            return part == Answer::ask ? part : answer_of(part == Answer::no);
        }
        case Op::compare: return compare(node);
        case Op::listed: return listed(node);
        case Op::has: return has(node.field);
        default: return Answer::ask;
    }
}

Answer RowKernel::compare(const KernelNode& node) {
    const Operand left = operand(node.children[0]);
    if (left.kind == Operand::Kind::ask) return Answer::ask;
    const Operand right = operand(node.children[1]);
    if (left.kind != right.kind) return Answer::ask;
    switch (left.kind) {
        case Operand::Kind::number:
            if (left.unit != right.unit && !left.literal && !right.literal) return Answer::ask;
            return related(node.relation, factlint::compare(left.decimal, right.decimal));
        case Operand::Kind::date:
            return related(node.relation, left.day < right.day ? -1 : left.day > right.day ? 1 : 0);
        case Operand::Kind::text: return related(node.relation, left.text.compare(right.text));
        case Operand::Kind::ask: break;
    }
    return Answer::ask;
}

/// As the expression has it: a cell that is empty, or not of its type, is no value.
Answer RowKernel::has(std::uint32_t index) {
    const RowField& field = fields_[index];
    if (field.column >= batch_->width(row_)) return Answer::ask;
    const std::string_view text =
        cell_text(batch_->raw(batch_->cell(row_, field.column)), syntax_, texts_[index]);
    if (!field.check) return answer_of(!text.empty());
    CellValue value;
    field.check->check(text, value, cleaned_[index]);
    return answer_of(value.kind != CellValue::Kind::missing && value.kind != CellValue::Kind::wrong);
}

Answer RowKernel::listed(const KernelNode& node) {
    const Operand element = operand(node.children[0]);
    if (element.kind == Operand::Kind::text && node.decimals.empty())
        return answer_of(std::find(node.texts.begin(), node.texts.end(), element.text) != node.texts.end());
    if (element.kind != Operand::Kind::number || !node.texts.empty() || element.unit != UnitId::none)
        return Answer::ask;
    return answer_of(std::any_of(node.decimals.begin(), node.decimals.end(), [&](Decimal listed) {
        return factlint::compare(element.decimal, listed) == 0;
    }));
}

RowKernel::Operand RowKernel::operand(std::uint32_t index) {
    const KernelNode& node = nodes_[index];
    switch (node.kind) {
        case Op::field: return field(node.field);
        case Op::numeral: {
            Operand numeral = field(node.field);
            numeral.unit = UnitId::none;
            return numeral;
        }
        case Op::number: return {Operand::Kind::number, node.decimal, {}, UnitId::none, true};
        case Op::text: return {Operand::Kind::text, {}, node.literal};
        case Op::date: return {Operand::Kind::date, {}, {}, UnitId::none, false, node.day};
        case Op::add:
        case Op::subtract:
        case Op::multiply: return calculate(node);
        default: return {};
    }
}

RowKernel::Operand RowKernel::calculate(const KernelNode& node) {
    if (node.children.size() != 2) return {};
    const Operand left = operand(node.children[0]), right = operand(node.children[1]);
    if (left.kind != Operand::Kind::number || right.kind != Operand::Kind::number) return {};
    if (node.kind != Op::multiply && left.unit != right.unit) return {};
    const bool has_percent = left.unit == UnitId::percent || right.unit == UnitId::percent;
    const bool has_two = left.unit != UnitId::none && right.unit != UnitId::none;
    if (node.kind == Op::multiply && (has_percent || has_two)) return {};
    const auto result = node.kind == Op::multiply
                            ? product_of(left.decimal, right.decimal)
                            : sum_of(left.decimal, right.decimal, node.kind == Op::subtract ? -1 : 1);
    if (!result) return {};
    const UnitId unit = left.unit != UnitId::none ? left.unit : right.unit;
    return {Operand::Kind::number, *result, {}, unit, left.literal && right.literal};
}

RowKernel::Operand RowKernel::measured(std::uint32_t index, Decimal decimal) const {
    const FieldForm& form = forms_[index];
    if (form.scaled) {
        const auto scaled = product_of(decimal, form.scale);
        if (!scaled) return {};
        decimal = *scaled;
    }
    return {Operand::Kind::number, decimal, {}, form.unit};
}

RowKernel::Operand RowKernel::field(std::uint32_t index) {
    const RowField& field = fields_[index];
    if (field.column >= batch_->width(row_)) return {};
    const std::string_view raw = batch_->raw(batch_->cell(row_, field.column));
    const std::string_view text = cell_text(raw, syntax_, texts_[index]);
    if (!field.check) {
        if (text.empty()) return {};
        const bool quoted = is_quoted(raw, syntax_);
        if (!quoted && syntax_.json && (text == "true" || text == "false")) return {};
        if (quoted || !is_number_literal(text)) return {Operand::Kind::text, {}, text};
        const auto decimal = parse_decimal(text);
        return decimal ? Operand{Operand::Kind::number, *decimal} : Operand{};
    }
    CellValue value;
    field.check->check(text, value, cleaned_[index]);
    if (value.kind == CellValue::Kind::number) return measured(index, value.decimal);
    if (value.kind == CellValue::Kind::date && value.date.day != 0)
        return {Operand::Kind::date, {}, {}, UnitId::none, false, date_key(value.date)};
    if (value.kind == CellValue::Kind::text && field.check->column().type == ColumnType::string)
        return {Operand::Kind::text, {}, value.text};
    return {};
}

}  // namespace factlint
