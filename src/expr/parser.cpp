// A precedence parser for the grammar of langdef.md, "Syntax". The first syntax error ends it.
#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "expr/macros.h"
#include "expr/token.h"
#include "expr/tree.h"
#include "text/utf8.h"

namespace factlint::expr {
namespace {

using Kind = Token::Kind;

constexpr std::size_t max_source = 256 * 1024;

struct BinaryOperator {
    Kind token;
    int precedence;  ///< higher binds tighter; all are left-associative
    std::string_view name;
};
constexpr std::array binary_operators{
    BinaryOperator{Kind::less, 1, "<"},    BinaryOperator{Kind::less_equal, 1, "<="},
    BinaryOperator{Kind::greater, 1, ">"}, BinaryOperator{Kind::greater_equal, 1, ">="},
    BinaryOperator{Kind::equal, 1, "=="},  BinaryOperator{Kind::not_equal, 1, "!="},
    BinaryOperator{Kind::plus, 2, "+"},    BinaryOperator{Kind::minus, 2, "-"},
    BinaryOperator{Kind::star, 3, "*"},    BinaryOperator{Kind::slash, 3, "/"},
    BinaryOperator{Kind::percent, 3, "%"},
};
constexpr BinaryOperator in_operator{Kind::identifier, 1, "in"};

class Parser {
  public:
    Parser(Tree& tree, const Limits& limits, std::vector<Diagnostic>& diagnostics)
        : tree_(tree), limits_(limits), diagnostics_(diagnostics), source_(tree.source) {}

    void run() {
        tokens_ = tokenize(source_, diagnostics_);
        if (!diagnostics_.empty()) return;
        tree_.root = expression();
        if (peek().kind != Kind::end) unexpected("an operator or the end");
    }

  private:
    struct Nested {
        explicit Nested(Parser& parser) : parser_(parser) {
            if (++parser_.depth_ > parser_.limits_.depth) parser_.too_deep();
        }
        ~Nested() { --parser_.depth_; }
        Nested(const Nested&) = delete;
        Parser& parser_;
    };

    // Tokens.
    const Token& peek(std::size_t ahead = 0) const {
        return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
    }
    std::string_view text(const Token& token) const { return slice(source_, token.span); }
    bool at_word(std::string_view word) const {
        return peek().kind == Kind::identifier && text(peek()) == word;
    }
    const Token& next() { return at_ + 1 < tokens_.size() ? tokens_[at_++] : tokens_.back(); }
    bool take(Kind kind) {
        if (failed_ || peek().kind != kind) return false;
        next();
        return true;
    }
    void expect(Kind kind) {
        if (!take(kind)) unexpected(std::string(describe(kind)));
    }
    std::uint32_t end_of_last() const { return at_ == 0 ? 0 : tokens_[at_ - 1].span.end; }

    // Errors: everything after the first one unwinds.
    NodeId fail(Span span, std::string message, std::string help = {}) {
        if (!failed_) diagnostics_.push_back({span, std::move(message), std::move(help)});
        failed_ = true;
        at_ = tokens_.size() - 1;
        return 0;
    }
    NodeId unexpected(const std::string& wanted) {
        const std::string found(peek().kind == Kind::end ? describe(Kind::end) : text(peek()).substr(0, 40));
        return fail(peek().span, "unexpected " + found, "expected " + wanted);
    }
    void too_deep() {
        fail(peek().span, "the expression is nested more than " + std::to_string(limits_.depth) + " deep");
    }

    // Nodes.
    NodeId add(Node node, std::span<const NodeId> children = {}) {
        std::uint32_t depth = 1;
        for (const NodeId child : children)
            if (child < depths_.size()) depth = std::max(depth, depths_[child] + 1);
        if (depth > limits_.depth) too_deep();
        node.first = static_cast<std::uint32_t>(tree_.children.size());
        node.count = static_cast<std::uint32_t>(children.size());
        tree_.children.insert(tree_.children.end(), children.begin(), children.end());
        tree_.nodes.push_back(node);
        depths_.push_back(depth);
        return static_cast<NodeId>(tree_.nodes.size() - 1);
    }
    Node node(NodeKind kind, std::uint32_t begin) const {
        Node made;
        made.kind = kind;
        made.span = {begin, std::max(begin, end_of_last())};
        return made;
    }
    std::uint32_t begin_of(NodeId id) const { return failed_ ? 0 : tree_.nodes[id].span.begin; }
    NodeId constant(Value value, std::uint32_t begin) {
        Node made = node(NodeKind::constant, begin);
        made.payload = static_cast<std::uint32_t>(tree_.constants.size());
        tree_.constants.push_back(value);
        return add(made);
    }
    NodeId call(std::string_view name, Span name_span, std::uint32_t begin,
                std::span<const NodeId> arguments) {
        Node made = node(NodeKind::call, begin);
        made.text = name;
        made.name_span = name_span;
        return add(made, arguments);
    }

    // Grammar.
    NodeId expression() {
        const Nested nested(*this);
        const NodeId condition = logical(Kind::logical_or, NodeKind::logical_or);
        if (!take(Kind::question)) return condition;
        const NodeId yes = logical(Kind::logical_or, NodeKind::logical_or);
        expect(Kind::colon);
        const NodeId no = failed_ ? 0 : expression();
        return add(node(NodeKind::conditional, begin_of(condition)), std::array{condition, yes, no});
    }

    /// `a || b || c` is one node with three children; the operands of || are chains of &&.
    NodeId logical(Kind symbol, NodeKind kind) {
        const auto operand = [&] {
            return symbol == Kind::logical_or ? logical(Kind::logical_and, NodeKind::logical_and) : binary(1);
        };
        std::vector<NodeId> operands{operand()};
        while (take(symbol)) operands.push_back(operand());
        if (operands.size() == 1 || failed_) return operands[0];
        return add(node(kind, begin_of(operands[0])), operands);
    }

    const BinaryOperator* operator_here() const {
        if (at_word("in")) return &in_operator;
        for (const auto& known : binary_operators)
            if (known.token == peek().kind) return &known;
        return nullptr;
    }

    NodeId binary(int precedence) {
        if (precedence > 3) return unary();
        NodeId left = binary(precedence + 1);
        for (auto* found = operator_here(); found && found->precedence == precedence && !failed_;
             found = operator_here()) {
            const Span at = next().span;
            const NodeId right = binary(precedence + 1);
            if (failed_) return 0;
            left = call(found->name, at, begin_of(left), std::array{left, right});
        }
        return left;
    }

    NodeId unary() {
        const Token symbol = peek();
        const Kind after = peek(1).kind;
        const bool negative_literal =
            symbol.kind == Kind::minus && (after == Kind::integer || after == Kind::floating);
        if ((symbol.kind != Kind::minus && symbol.kind != Kind::bang) || negative_literal) return member();
        const Nested nested(*this);
        next();
        const NodeId operand = unary();
        if (failed_) return 0;
        return call(symbol.kind == Kind::bang ? "!" : "-_", symbol.span, symbol.span.begin,
                    std::array{operand});
    }

    NodeId member() {
        NodeId target = primary();
        while (!failed_) {
            if (take(Kind::dot))
                target = field(target);
            else if (take(Kind::open_bracket))
                target = element(target);
            else
                break;
        }
        return target;
    }

    NodeId field(NodeId target) {
        const bool optional = take(Kind::question);
        const Token token = next();
        const std::string_view word = text(token);
        const bool keyword = word == "in" || word == "true" || word == "false" || word == "null";
        const bool quoted = token.kind == Kind::quoted_identifier;
        if (!quoted && (token.kind != Kind::identifier || keyword))
            return fail(token.span, "a field or method name is missing here", "expected a name");
        if (!optional && !quoted && take(Kind::open_paren)) return method(target, token);
        Node made = node(NodeKind::select, begin_of(target));
        made.text = quoted ? word.substr(1, word.size() - 2) : word;
        made.name_span = token.span;
        made.optional = optional;
        return add(made, std::array{target});
    }

    NodeId element(NodeId target) {
        const bool optional = take(Kind::question);
        const NodeId at = expression();
        expect(Kind::close_bracket);
        if (failed_) return 0;
        Node made = node(NodeKind::index, begin_of(target));
        made.optional = optional;
        return add(made, std::array{target, at});
    }

    std::vector<NodeId> arguments(Kind close) {
        std::vector<NodeId> list;
        while (!failed_ && peek().kind != close) {
            list.push_back(expression());
            if (!take(Kind::comma)) break;
            if (close == Kind::close_paren && peek().kind == close) unexpected("an argument");
        }
        expect(close);
        return list;
    }

    NodeId method(NodeId target, const Token& name) {
        const auto list = arguments(Kind::close_paren);
        if (failed_) return 0;
        if (is_name(target, "cel")) {
            const std::size_t before = tree_.nodes.size();
            const NodeId made = cel_macro(target, name, list);
            if (made < tree_.nodes.size() && (tree_.nodes.size() > before || failed_)) return made;
        }
        if (const auto* row = find_macro(text(name), list.size())) return comprehension(*row, target, list);
        Node made = node(NodeKind::call, begin_of(target));
        made.text = text(name);
        made.name_span = name.span;
        made.member = true;
        std::vector<NodeId> all{target};
        all.insert(all.end(), list.begin(), list.end());
        return add(made, all);
    }

    // Macros.
    bool is_name(NodeId id, std::string_view wanted = {}) const {
        const Node& at = tree_.nodes[id];
        return at.kind == NodeKind::name && !at.absolute && (wanted.empty() || at.text == wanted);
    }

    NodeId comprehension(const MacroRow& row, NodeId range, const std::vector<NodeId>& list) {
        for (std::size_t i = 0; i < row.variables; ++i)
            if (!is_name(list[i]))
                return fail(tree_.nodes[list[i]].span, std::string(row.name) + "() binds a name here",
                            "expected a name");
        if (row.variables == 2 && tree_.nodes[list[0]].text == tree_.nodes[list[1]].text)
            return fail(tree_.nodes[list[1]].span, "the two names are the same");
        Node made = node(NodeKind::macro, begin_of(range));
        made.macro = row.macro;
        made.text = tree_.nodes[list[0]].text;
        if (row.variables == 2) made.text2 = tree_.nodes[list[1]].text;
        std::vector<NodeId> parts{range};
        parts.insert(parts.end(), list.begin() + row.variables, list.end());
        return add(made, parts);
    }

    /// cel.bind, cel.block, cel.index, cel.iterVar. Adds no node where the call is none of them.
    NodeId cel_macro(NodeId target, const Token& name, const std::vector<NodeId>& list) {
        const std::string_view macro = text(name);
        if (macro == "bind" && list.size() == 3) return bind(target, list);
        if (macro == "block" && list.size() == 2) return block(target, list);
        if (macro == "index" && list.size() == 1) return generated_name("@index", target, list);
        if (macro == "iterVar" && list.size() == 2) return generated_name("@it", target, list);
        return target;
    }

    NodeId bind(NodeId target, const std::vector<NodeId>& list) {
        if (!is_name(list[0]))
            return fail(tree_.nodes[list[0]].span, "cel.bind() binds a name here", "expected a name");
        Node made = node(NodeKind::macro, begin_of(target));
        made.macro = Macro::bind;
        made.text = tree_.nodes[list[0]].text;
        return add(made, std::array{list[1], list[2]});
    }

    NodeId block(NodeId target, const std::vector<NodeId>& list) {
        if (tree_.nodes[list[0]].kind != NodeKind::list)
            return fail(tree_.nodes[list[0]].span, "cel.block() takes a list of expressions", "expected [");
        const auto values = tree_.children_of(list[0]);
        std::vector<NodeId> parts(values.begin(), values.end());
        parts.push_back(list[1]);
        return add(node(NodeKind::block, begin_of(target)), parts);
    }

    NodeId generated_name(std::string name, NodeId target, const std::vector<NodeId>& list) {
        for (const NodeId id : list) {
            const Node& number = tree_.nodes[id];
            const auto* value = number.kind == NodeKind::constant
                                    ? std::get_if<std::int64_t>(&tree_.constants[number.payload].data)
                                    : nullptr;
            if (!value || *value < 0) return fail(number.span, "expected a literal from 0");
            name += ':' + std::to_string(*value);
        }
        Node made = node(NodeKind::name, begin_of(target));
        made.text = tree_.arena.text(name);
        made.name_span = made.span;
        return add(made);
    }

    NodeId has(Span name_span, const std::vector<NodeId>& list) {
        if (list.size() != 1) return fail(name_span, "has() takes one argument");
        const Node& argument = tree_.nodes[list[0]];
        const bool selects = argument.kind == NodeKind::select;
        if (!selects && argument.kind != NodeKind::name)
            return fail(argument.span, "has() asks for a name or a field",
                        "expected has(name) or has(value.field)");
        Node made = node(selects ? NodeKind::has : NodeKind::has_variable, name_span.begin);
        made.text = argument.text;
        made.name_span = argument.name_span;
        made.optional = argument.optional;
        made.absolute = argument.absolute;
        if (!selects) return add(made);
        return add(made, std::array{tree_.children_of(list[0])[0]});
    }

    // Primaries.
    NodeId primary() {
        if (failed_) return 0;
        const Token token = peek();
        switch (token.kind) {
            case Kind::open_paren: return parenthesised();
            case Kind::open_bracket: return list();
            case Kind::open_brace: return map();
            case Kind::dot:
            case Kind::identifier: return name();
            case Kind::string:
            case Kind::bytes: return string();
            case Kind::minus:
            case Kind::integer:
            case Kind::uint:
            case Kind::floating: return number();
            default: return unexpected("a value");
        }
    }

    NodeId parenthesised() {
        const std::uint32_t begin = next().span.begin;
        const NodeId inner = expression();
        expect(Kind::close_paren);
        if (!failed_) tree_.nodes[inner].span = {begin, end_of_last()};
        return inner;
    }

    NodeId optional_entry(bool optional, std::uint32_t begin) {
        const NodeId value = expression();
        return optional && !failed_ ? add(node(NodeKind::optional_entry, begin), std::array{value}) : value;
    }

    NodeId list() {
        const std::uint32_t begin = next().span.begin;
        std::vector<NodeId> items;
        while (!failed_ && peek().kind != Kind::close_bracket) {
            const std::uint32_t at = peek().span.begin;
            items.push_back(optional_entry(take(Kind::question), at));
            if (!take(Kind::comma)) break;
        }
        expect(Kind::close_bracket);
        return failed_ ? 0 : add(node(NodeKind::list, begin), items);
    }

    NodeId map() {
        const std::uint32_t begin = next().span.begin;
        std::vector<NodeId> items;
        while (!failed_ && peek().kind != Kind::close_brace) {
            const bool optional = take(Kind::question);
            items.push_back(expression());
            expect(Kind::colon);
            if (!failed_) items.push_back(optional_entry(optional, peek().span.begin));
            if (!take(Kind::comma)) break;
        }
        expect(Kind::close_brace);
        return failed_ ? 0 : add(node(NodeKind::map, begin), items);
    }

    NodeId name() {
        const std::uint32_t begin = peek().span.begin;
        const bool absolute = take(Kind::dot);
        const Token token = next();
        const std::string_view word = text(token);
        if (token.kind != Kind::identifier)
            return fail(token.span, "a name is missing here", "expected a name");
        if (!absolute && word == "true") return constant({true}, begin);
        if (!absolute && word == "false") return constant({false}, begin);
        if (!absolute && word == "null") return constant({Null{}}, begin);
        if (is_reserved(word)) return fail(token.span, "'" + std::string(word) + "' is a reserved word");
        if (take(Kind::open_paren)) {
            const auto list = arguments(Kind::close_paren);
            if (failed_) return 0;
            if (word == "has" && !absolute) return has({begin, token.span.end}, list);
            return call(word, token.span, begin, list);
        }
        Node made = node(NodeKind::name, begin);
        made.text = word;
        made.name_span = token.span;
        made.absolute = absolute;
        return add(made);
    }

    NodeId string() {
        const Token token = next();
        const std::size_t before = diagnostics_.size();
        const std::string_view value = tree_.arena.text(decode_string(source_, token, diagnostics_));
        if (diagnostics_.size() > before) failed_ = true;
        if (token.kind == Kind::bytes) return constant({Bytes{value}}, token.span.begin);
        return constant({value}, token.span.begin);
    }

    NodeId number() {
        const std::uint32_t begin = peek().span.begin;
        const bool negative = take(Kind::minus);
        const Token token = next();
        std::string_view digits = text(token);
        if (token.kind == Kind::floating) return floating(negative, digits, begin);
        if (token.kind == Kind::uint) digits.remove_suffix(1);
        const bool hexadecimal = digits.size() > 2 && (digits[1] == 'x' || digits[1] == 'X');
        if (hexadecimal) digits.remove_prefix(2);
        std::uint64_t value = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
        const std::uint64_t most =
            std::uint64_t{std::numeric_limits<std::int64_t>::max()} + (negative ? 1 : 0);
        if (error != std::errc() || (token.kind == Kind::integer && value > most))
            return fail({begin, token.span.end}, "this integer does not fit in 64 bits",
                        "for a large exact number write decimal('…')");
        if (token.kind == Kind::uint) return constant({value}, begin);
        return constant({static_cast<std::int64_t>(negative ? 0 - value : value)}, begin);
    }

    NodeId floating(bool negative, std::string_view digits, std::uint32_t begin) {
        double value = 0;
        const std::string padded = "0" + std::string(digits);  // from_chars wants a digit before the point
        const auto [end, error] = std::from_chars(padded.data(), padded.data() + padded.size(), value);
        const bool tiny = padded.find("e-") != std::string::npos || padded.find("E-") != std::string::npos;
        if (error == std::errc::result_out_of_range && !tiny)
            return fail({begin, end_of_last()}, "this number does not fit in a double");
        if (error != std::errc()) value = 0;
        return constant({negative ? -value : value}, begin);
    }

    Tree& tree_;
    const Limits& limits_;
    std::vector<Diagnostic>& diagnostics_;
    std::string_view source_;
    std::vector<Token> tokens_;
    std::vector<std::uint32_t> depths_;
    std::size_t at_ = 0;
    std::uint32_t depth_ = 0;
    bool failed_ = false;
};

}  // namespace

void parse(Tree& tree, const Limits& limits, std::vector<Diagnostic>& diagnostics) {
    if (tree.source.size() > max_source) {
        diagnostics.push_back(
            {{0, 0}, "the expression is longer than 256 KiB", "split it into several claims"});
        return;
    }
    if (const auto invalid = first_invalid_utf8(tree.source)) {
        const auto at = static_cast<std::uint32_t>(*invalid);
        diagnostics.push_back({{at, at + 1}, "the expression is not valid UTF-8", ""});
        return;
    }
    Parser(tree, limits, diagnostics).run();
}

}  // namespace factlint::expr
