// Keywords that look at one value alone.
#include <algorithm>

#include "schema/json/validator.h"
#include "text/suggest.h"
#include "text/utf8.h"

namespace factlint::schema {
namespace {

bool is_integer(std::string_view literal) {
    const auto is_digit = [](char c) { return ('0' <= c && c <= '9') || c == '-'; };
    return std::all_of(literal.begin(), literal.end(), is_digit) || Decimal::of(literal).is_integer();
}

std::uint32_t bits_of(const TreeNode& node) {
    switch (node.kind) {
        case TreeKind::null: return null_bit;
        case TreeKind::boolean: return boolean_bit;
        case TreeKind::number: return number_bit | (is_integer(node.text) ? integer_bit : 0U);
        case TreeKind::text: return text_bit;
        case TreeKind::list: return list_bit;
        case TreeKind::object: return object_bit;
    }
    return 0;
}

std::uint64_t count_characters(std::string_view text) {
    return static_cast<std::uint64_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

/// What `enum` allows, and what it may have been meant as.
struct Choice {
    std::vector<std::string> words;
    std::string help;
};

Choice choice_of(const Program& program, const Instruction& instruction, const TreeNode& found) {
    Choice choice;
    std::vector<std::string_view> texts;
    const Tree& schema = *program.files[instruction.spot.file].tree;
    for (TreeIndex at = instruction.spot.index + 1; at < schema[instruction.spot.index].end;
         at = schema[at].end) {
        choice.words.push_back(describe(schema, at));
        if (schema[at].kind == TreeKind::text) texts.push_back(schema[at].text);
    }
    constexpr std::size_t shortest = 3, longest = 60;
    const bool is_word =
        found.kind == TreeKind::text && shortest <= found.text.size() && found.text.size() <= longest;
    if (!is_word) return choice;
    if (const auto near = nearest(found.text, texts)) choice.help = "did you mean " + in_quotes(*near) + "?";
    return choice;
}

bool is_among(const std::vector<std::pair<std::size_t, TreeIndex>>& by_hash, const Value& value,
              const Tree* schema) {
    constexpr std::size_t few = 8;
    const auto is_equal = [&](const auto& candidate) { return equal(value, {schema, candidate.second}); };
    if (by_hash.size() <= few) return std::any_of(by_hash.begin(), by_hash.end(), is_equal);
    const std::size_t hash = hash_of(value);
    auto candidate = std::lower_bound(by_hash.begin(), by_hash.end(), std::pair(hash, TreeIndex{0}));
    for (; candidate != by_hash.end() && candidate->first == hash; ++candidate)
        if (is_equal(*candidate)) return true;
    return false;
}

const char* sign_of(Op op) {
    switch (op) {
        case Op::minimum: return "≥ ";
        case Op::exclusive_minimum: return "> ";
        case Op::maximum: return "≤ ";
        default: return "< ";
    }
}

bool is_at_least(Op op) { return op == Op::min_length || op == Op::min_items || op == Op::min_members; }

}  // namespace

bool Validator::value_holds(const Instruction& instruction, TreeIndex at) {
    switch (instruction.op) {
        case Op::never:
            return fail(instruction.spot, at, [&](SchemaError& error) {
                error.message =
                    (is_member(at) ? in_quotes(node(at).key) : describe(*tree_, at)) + " is not allowed here";
                if (is_member(at)) error.span = node(at).key_span;
            });
        case Op::type: return has_type(instruction, at);
        case Op::constant: return is_constant(instruction, at);
        case Op::enumeration: return is_one_of(instruction, at);
        case Op::multiple_of: return is_multiple(instruction, at);
        case Op::min_length:
        case Op::max_length: return has_length(instruction, at);
        case Op::pattern: return matches(instruction, at);
        case Op::format: return has_format(instruction, at);
        case Op::min_items:
        case Op::max_items:
        case Op::min_members:
        case Op::max_members: return has_count(instruction, at);
        default: return is_in_bounds(instruction, at);
    }
}

bool Validator::has_type(const Instruction& instruction, TreeIndex at) {
    if ((bits_of(node(at)) & instruction.operand) != 0) return true;
    return expected(instruction.spot, at, [&] { return words_for_types(instruction.operand); });
}

bool Validator::is_constant(const Instruction& instruction, TreeIndex at) {
    const Tree& schema = *program_.files[instruction.spot.file].tree;
    if (equal({tree_, at}, {&schema, instruction.spot.index})) return true;
    return expected(instruction.spot, at, [&] { return describe(schema, instruction.spot.index); });
}

bool Validator::is_one_of(const Instruction& instruction, TreeIndex at) {
    const auto& values = program_.enumerations[instruction.operand].by_hash;
    const Tree* const schema = program_.files[instruction.spot.file].tree;
    if (is_among(values, {tree_, at}, schema)) return true;
    if (is_root(at)) ++report_->plain_here;
    return fail(instruction.spot, at, [&](SchemaError& error) {
        Choice choice = choice_of(program_, instruction, node(at));
        error.expected = (choice.words.size() > 1 ? "one of " : "") + alternatives(choice.words);
        error.message = "expected " + error.expected + ", found " + describe(*tree_, at);
        error.help = std::move(choice.help);
    });
}

bool Validator::is_in_bounds(const Instruction& instruction, TreeIndex at) {
    if (node(at).kind != TreeKind::number) return true;
    const auto order = Decimal::of(node(at).text) <=> program_.numbers[instruction.operand];
    const bool holds = instruction.op == Op::minimum             ? order >= 0
                       : instruction.op == Op::exclusive_minimum ? order > 0
                       : instruction.op == Op::maximum           ? order <= 0
                                                                 : order < 0;
    if (holds) return true;
    return expected(instruction.spot, at, [&] {
        return std::string("a number ") + sign_of(instruction.op) +
               std::string(program_.node(instruction.spot).text);
    });
}

bool Validator::is_multiple(const Instruction& instruction, TreeIndex at) {
    if (node(at).kind != TreeKind::number) return true;
    if (program_.divisors[instruction.operand].divides(Decimal::of(node(at).text))) return true;
    return expected(instruction.spot, at,
                    [&] { return "a multiple of " + std::string(program_.node(instruction.spot).text); });
}

bool Validator::has_length(const Instruction& instruction, TreeIndex at) {
    if (node(at).kind != TreeKind::text) return true;
    const std::uint64_t limit = program_.counts[instruction.operand];
    const bool at_least = is_at_least(instruction.op);
    // No text has more characters than bytes.
    if (!at_least && node(at).text.size() <= limit) return true;
    const std::uint64_t length = count_characters(node(at).text);
    if (at_least ? length >= limit : length <= limit) return true;
    return fail(instruction.spot, at, [&](SchemaError& error) {
        error.message = (at_least ? "expected at least " : "expected at most ") +
                        counted(limit, "character", "characters") + ", found " + std::to_string(length) +
                        " in " + in_quotes(node(at).text);
    });
}

bool Validator::has_count(const Instruction& instruction, TreeIndex at) {
    const bool of_items = instruction.op == Op::min_items || instruction.op == Op::max_items;
    if (node(at).kind != (of_items ? TreeKind::list : TreeKind::object)) return true;
    const std::uint64_t limit = program_.counts[instruction.operand], count = node(at).count;
    const bool at_least = is_at_least(instruction.op);
    if (at_least ? count >= limit : count <= limit) return true;
    return fail(instruction.spot, at, [&](SchemaError& error) {
        error.message =
            (at_least ? "expected at least " : "expected at most ") +
            (of_items ? counted(limit, "item", "items") : counted(limit, "property", "properties")) +
            ", found " + std::to_string(count);
    });
}

bool Validator::matches(const Instruction& instruction, TreeIndex at) {
    if (node(at).kind != TreeKind::text) return true;
    if (program_.patterns[instruction.operand].found_in(node(at).text)) return true;
    return expected(instruction.spot, at,
                    [&] { return "a text that matches " + quoted(program_.node(instruction.spot).text); });
}

bool Validator::has_format(const Instruction& instruction, TreeIndex at) {
    const Format& format = *program_.formats[instruction.operand];
    if (node(at).kind != TreeKind::text || format.accepts(node(at).text)) return true;
    return expected(instruction.spot, at, [&] { return std::string(format.words); });
}

}  // namespace factlint::schema
