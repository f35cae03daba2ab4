#include "expr/functions.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>

#include "expr/functions/groups.h"

namespace factlint::expr {
namespace {

struct Index {
    std::unordered_map<std::string_view, OverloadSet> sets;
    std::vector<std::string_view> names;
};

bool is_word(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Index make_index() {
    Index index;
    for (const auto& group : function_groups())
        for (const auto& row : group.rows) {
            auto& set = index.sets[row.name];
            if (set.name.empty() && is_word(row.name[0])) index.names.push_back(row.name);
            set.name = row.name;
            set.overloads.push_back(read_signature(row, group.facts));
        }
    std::sort(index.names.begin(), index.names.end());
    return index;
}

const Index& index() {
    static const Index made = make_index();
    return made;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// Splits at commas that are not inside parentheses.
std::vector<std::string_view> split_parameters(std::string_view text) {
    std::vector<std::string_view> parts;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] == '(') ++depth;
        if (i < text.size() && text[i] == ')') --depth;
        if (i < text.size() && (text[i] != ',' || depth > 0)) continue;
        const std::string_view part = trimmed(text.substr(begin, i - begin));
        if (!part.empty()) parts.push_back(part);
        begin = i + 1;
    }
    return parts;
}

Type read_type(std::string_view text) {
    auto type = parse_type(text, true);
    assert(type);
    return type.value_or(Type{});
}

}  // namespace

std::span<const FunctionGroup> function_groups() {
    static const std::array groups{
        FunctionGroup{"operators", operator_functions(), false},
        FunctionGroup{"conversions", conversion_functions(), false},
        FunctionGroup{"strings", string_functions(), false},
        FunctionGroup{"text", text_functions(), false},
        FunctionGroup{"time", time_functions(), false},
        FunctionGroup{"math", math_functions(), false},
        FunctionGroup{"lists", list_functions(), false},
        FunctionGroup{"optionals", optional_functions(), false},
        FunctionGroup{"fact operators", fact_operator_functions(), true},
        FunctionGroup{"facts", fact_functions(), true},
        FunctionGroup{"fact dates", fact_date_functions(), true},
    };
    return groups;
}

Overload read_signature(const Function& row, bool facts) {
    Overload overload;
    overload.row = &row;
    overload.facts = facts;
    const std::string_view text = row.signature;
    const std::size_t arrow = text.find("->");
    std::string_view left = trimmed(text.substr(0, arrow));
    overload.result = read_type(trimmed(text.substr(arrow + 2)));
    const std::size_t dot = left.find(".(");
    if (dot != std::string_view::npos) {
        overload.member = true;
        overload.parameters.push_back(read_type(left.substr(0, dot)));
        left.remove_prefix(dot + 1);
    }
    for (std::string_view part : split_parameters(left.substr(1, left.size() - 2))) {
        overload.variadic = part.ends_with("...");
        overload.parameters.push_back(read_type(overload.variadic ? part.substr(0, part.size() - 3) : part));
    }
    return overload;
}

const OverloadSet* find_overloads(std::string_view name) {
    const auto found = index().sets.find(name);
    return found == index().sets.end() ? nullptr : &found->second;
}

std::span<const std::string_view> function_names() { return index().names; }

bool Call::afford(std::uint64_t steps, std::size_t bytes) {
    if (steps > cost || bytes > limits.bytes || arena.bytes() > limits.bytes - bytes) return false;
    cost -= steps;
    return true;
}

bool Call::afford_comparison(const Value& a, const Value& b) {
    const std::uint64_t most = expanded_size(a, cost + 1);
    return afford(expanded_size(b, most), 0);
}

Value Call::fail(std::string_view message, Error::Cause cause) const {
    return {Error{arena.text(message), span, cause}};
}

Value Call::fail_limit() const { return fail("the evaluation is too large", Error::Cause::limit); }

Value Call::make_list(std::span<const Value> values) const {
    const auto copied = arena.values(values.size());
    std::copy(values.begin(), values.end(), copied.begin());
    return {List{copied}};
}

}  // namespace factlint::expr
