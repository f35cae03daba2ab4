// Context: what reading one rule file needs everywhere, and how YAML nodes are read into values.
//
// Every mapping of the format is a table of keys; read_mapping() walks it, so that unknown keys, missing keys and values
// of the wrong type are reported alike everywhere.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "facts/language.h"
#include "rules/rule.h"
#include "text/problem.h"
#include "text/yaml.h"

namespace factlint {

struct Context {
    const Sources& sources;
    RuleFile& file;
    Findings& findings;
    LanguageId language{};  ///< of the truths stated in the file
    std::vector<std::string>
        broken_names{};  ///< facts with errors: claims that read them are not reported again

    Place place(const yaml::Node& node) const { return {file.source, node.span}; }
    void report(const yaml::Node& node, std::string id, std::string message, std::string help = {}) {
        findings.push_back(problem(std::move(id), place(node), std::move(message), std::move(help)));
    }
};

/// "text", "a list", "a mapping", "nothing": for messages.
std::string_view describe_kind(const yaml::Node& node);
/// Finding `wrong-type`: "expected a list, found text".
void expected(Context& context, const yaml::Node& node, std::string_view what);

/// Each gives nullopt, with a finding, where the node is of another type.
std::optional<std::string_view> read_text(Context& context, const yaml::Node& node);
std::optional<bool> read_bool(Context& context, const yaml::Node& node);
/// A list of texts, or one text.
std::vector<const yaml::Node*> read_texts(Context& context, const yaml::Node& node);

template <class T> struct Choice {
    std::string_view name;
    T value;
};
/// One of a few words; else a finding `bad-value` that names them.
template <class T, std::size_t count>
std::optional<T> read_choice(Context& context, const yaml::Node& node, const Choice<T> (&choices)[count]);

/// Finding `unknown-language` at a tag that names no language built in.
void report_language(Context& context, const yaml::Node& node);

/// Bytes of a scalar's content, without quotes.
Place content_place(const Context& context, const yaml::Node& scalar);
/// Adds `found`, whose places are content_place() plus offsets into the decoded text, at the bytes they stand for.
void add_found_inside(Context& context, const yaml::Node& scalar, Findings found);
/// The bytes of the file that `span` of the decoded text of `scalar` stands for.
Place place_inside(const Context& context, const yaml::Node& scalar, Span span);

template <class Target> struct Key {
    std::string_view name;
    void (*read)(Context&, const yaml::Node& value, Target&);
    bool required = false;
    std::string_view help{};  ///< where it is missing
};

using yaml::find_value;
/// Nodes of one mapping that make no sense alone.
using Remnants = std::vector<const yaml::Node*>;
inline bool among(const Remnants& remnants, const yaml::Node* node) {
    return std::find(remnants.begin(), remnants.end(), node) != remnants.end();
}

/// Finding `unquoted-comma` where {assert: agree(a, b)} is read as `agree(a` and a key `b)` without a value. Gives the
/// values that were cut and the keys behind them: nothing else is to be said about these. O(items).
Remnants report_cut_values(Context& context, const yaml::Node& mapping);
void report_unknown_keys(Context& context, const yaml::Node& mapping, std::string_view what,
                         std::span<const std::string_view> allowed, const Remnants& remnants);

/// Reads `node` by `keys`, in their order. `what`: "a claim".
template <class Target, std::size_t count>
void read_mapping(Context& context, const yaml::Node& node, std::string_view what,
                  const Key<Target> (&keys)[count], Target& target) {
    if (node.kind != yaml::NodeKind::mapping) return expected(context, node, what);
    const Remnants remnants = report_cut_values(context, node);
    std::vector<std::string_view> names;
    for (const Key<Target>& key : keys) {
        names.push_back(key.name);
        const yaml::Node* value = find_value(node, key.name);
        if (among(remnants, value)) continue;
        if (value && value->kind == yaml::NodeKind::null)
            context.report(*value, "missing-value", "the key " + quoted(key.name) + " has no value");
        else if (value)
            key.read(context, *value, target);
        else if (key.required)
            context.findings.push_back(
                problem("missing-key", {context.file.source, {node.span.begin, node.span.begin}},
                        std::string(what) + " needs the key " + quoted(key.name), std::string(key.help)));
    }
    report_unknown_keys(context, node, what, names, remnants);
}

template <class T, std::size_t count>
std::optional<T> read_choice(Context& context, const yaml::Node& node, const Choice<T> (&choices)[count]) {
    const auto text = read_text(context, node);
    if (!text) return std::nullopt;
    std::vector<std::string_view> names;
    for (const Choice<T>& choice : choices) {
        if (choice.name == *text) return choice.value;
        names.push_back(choice.name);
    }
    context.report(node, "bad-value", quoted(*text) + " cannot stand here", suggestion(*text, names));
    return std::nullopt;
}

}  // namespace factlint
