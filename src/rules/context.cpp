#include "rules/context.h"

namespace factlint {

using yaml::Node;
using yaml::NodeKind;

std::string_view describe_kind(const Node& node) {
    switch (node.kind) {
        case NodeKind::null: return "nothing";
        case NodeKind::scalar: return "text";
        case NodeKind::sequence: return node.items.empty() ? "an empty list" : "a list";
        case NodeKind::mapping: return node.items.empty() ? "an empty mapping" : "a mapping";
    }
    return "";
}

void expected(Context& context, const Node& node, std::string_view what) {
    const Node* shown = &node;
    if (!node.items.empty()) shown = node.items.front();  // the first line says more than pages of caret
    context.report(node.span.empty() ? node : *shown, "wrong-type",
                   "expected " + std::string(what) + ", found " + std::string(describe_kind(node)));
}

std::optional<std::string_view> read_text(Context& context, const Node& node) {
    if (node.kind == NodeKind::scalar) return node.text;
    expected(context, node, "text");
    return std::nullopt;
}

std::optional<bool> read_bool(Context& context, const Node& node) {
    constexpr Choice<bool> choices[] = {{"true", true}, {"false", false}};
    return read_choice(context, node, choices);
}

std::vector<const Node*> read_texts(Context& context, const Node& node) {
    if (node.kind == NodeKind::scalar) return {&node};
    std::vector<const Node*> texts;
    if (node.kind != NodeKind::sequence)
        expected(context, node, "text or a list of texts");
    else
        for (const Node* item : node.items)
            if (read_text(context, *item)) texts.push_back(item);
    return texts;
}

void report_language(Context& context, const Node& node) {
    std::vector<std::string_view> tags;
    for (std::size_t i = 0; i < language_count(); ++i) tags.push_back(tag(static_cast<LanguageId>(i)));
    if (node.kind != NodeKind::scalar) return expected(context, node, "a language");
    context.report(node, "unknown-language", "there is no language " + quoted(node.text),
                   suggestion(node.text, tags));
}

Place content_place(const Context& context, const Node& scalar) {
    return place_inside(context, scalar, {0, static_cast<std::uint32_t>(scalar.text.size())});
}

Place place_inside(const Context& context, const Node& scalar, Span span) {
    const auto offsets = yaml::offsets(context.sources.text(context.file.source), scalar);
    return {context.file.source, yaml::to_file(offsets, span)};
}

void add_found_inside(Context& context, const Node& scalar, Findings found) {
    if (found.empty()) return;
    const auto offsets = yaml::offsets(context.sources.text(context.file.source), scalar);
    for (Finding& finding : found) {
        if (finding.primary) {
            const Span span = finding.primary->span;
            finding.primary->span =
                yaml::to_file(offsets, {span.begin - offsets.front(), span.end - offsets.front()});
        }
        context.findings.push_back(std::move(finding));
    }
}

void report_unknown_keys(Context& context, const Node& mapping, std::string_view what,
                         std::span<const std::string_view> allowed) {
    for (std::size_t i = 0; i + 1 < mapping.items.size(); i += 2) {
        const Node& key = *mapping.items[i];
        if (key.kind != NodeKind::scalar)
            expected(context, key, "a key");
        else if (std::find(allowed.begin(), allowed.end(), key.text) == allowed.end())
            context.report(key, "unknown-key", quoted(key.text) + " is not a key of " + std::string(what),
                           suggestion(key.text, allowed));
    }
}

}  // namespace factlint
