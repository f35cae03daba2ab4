#include "rules/context.h"

#include "text/suggest.h"

namespace factlint {

using yaml::Node;
using yaml::NodeKind;

namespace {

/// Whether the key at `index` has no colon behind it: in flow style that is a key too.
bool has_no_value(std::string_view file, const Node& mapping, std::size_t index) {
    if (index + 1 >= mapping.items.size() || mapping.items[index + 1]->kind != NodeKind::null) return false;
    const Node& key = *mapping.items[index];
    const std::size_t next = file.find_first_not_of(" \t\r\n", key.span.end);
    return key.kind == NodeKind::scalar && next != std::string_view::npos &&
           (file[next] == ',' || file[next] == '}');
}

/// `text` as a YAML scalar in quotes.
std::string quoted_scalar(std::string_view text) {
    if (text.find('\'') != std::string_view::npos && text.find_first_of("\"\\") == std::string_view::npos)
        return "\"" + std::string(text) + "\"";
    std::string doubled;
    for (const char byte : text) doubled += byte == '\'' ? "''" : std::string(1, byte);
    return "'" + doubled + "'";
}

}  // namespace

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
    const auto hint = nearest(node.text, tags);
    context.report(node, "unknown-language", "there is no language " + quoted(node.text),
                   hint ? suggestion(node.text, tags) : "`factlint languages` lists them");
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

Remnants report_cut_values(Context& context, const Node& mapping) {
    const std::string_view file = context.sources.text(context.file.source);
    Remnants remnants;
    for (std::size_t i = 0; i + 1 < mapping.items.size(); i += 2) {
        const Node &key = *mapping.items[i], &value = *mapping.items[i + 1];
        if (value.kind != NodeKind::scalar || value.style != yaml::Style::plain) continue;
        std::size_t behind = i + 2;
        while (has_no_value(file, mapping, behind)) behind += 2;
        if (behind == i + 2) continue;
        remnants.push_back(&value);
        for (std::size_t k = i + 2; k < behind; k += 2) remnants.push_back(mapping.items[k]);
        const Span whole{value.span.begin, mapping.items[behind - 2]->span.end};
        context.findings.push_back(problem("unquoted-comma", {context.file.source, whole},
                                           "a comma ends the value of " + quoted(key.text) + " here",
                                           "quote the value: " + quoted_scalar(slice(file, whole))));
    }
    return remnants;
}

void report_unknown_keys(Context& context, const Node& mapping, std::string_view what,
                         std::span<const std::string_view> allowed, const Remnants& remnants) {
    for (std::size_t i = 0; i + 1 < mapping.items.size(); i += 2) {
        const Node& key = *mapping.items[i];
        if (among(remnants, &key)) continue;
        if (key.kind != NodeKind::scalar)
            expected(context, key, "a key");
        else if (std::find(allowed.begin(), allowed.end(), key.text) == allowed.end())
            context.report(key, "unknown-key", quoted(key.text) + " is not a key of " + std::string(what),
                           suggestion(key.text, allowed));
    }
}

}  // namespace factlint
