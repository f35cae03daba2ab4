#include "rules/examples_reader.h"

namespace factlint {
namespace {

using yaml::Node;
using yaml::NodeKind;

void read_language(Context& context, const Node& node, Example& example) {
    if (node.kind == NodeKind::scalar && find_language(node.text))
        example.language = node.text;
    else
        report_language(context, node);
}

void read_example_text(Context& context, const Node& node, Example& example) {
    if (const auto text = read_text(context, node)) example.text = std::string(*text);
}

void read_files(Context& context, const Node& node, Example& example) {
    if (node.kind != NodeKind::mapping) return expected(context, node, "a mapping of paths to texts");
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
        const auto path = read_text(context, *node.items[i]);
        const auto text = read_text(context, *node.items[i + 1]);
        if (path && text) example.files.emplace_back(std::string(*path), std::string(*text));
    }
}

/// Whether `claim` is `id`, or one of those that `agree_all` of `id` became.
bool is_named(const Claim& claim, std::string_view id) {
    return claim.id == id || (claim.id.starts_with(id) && claim.id.substr(id.size()).starts_with('/'));
}

template <std::vector<std::string> Example::*member>
void read_ids(Context& context, const Node& node, Example& example) {
    for (const Node* item : read_texts(context, node)) {
        const std::size_t before = (example.*member).size();
        for (const Claim& claim : context.file.claims)
            if (is_named(claim, item->text)) (example.*member).push_back(claim.id);
        if ((example.*member).size() != before) continue;
        std::vector<std::string_view> ids;
        for (const Claim& claim : context.file.claims) ids.push_back(claim.id);
        context.report(*item, "unknown-claim", "there is no claim " + quoted(item->text),
                       suggestion(item->text, ids));
    }
}

constexpr Key<Example> example_keys[] = {
    {"lang", read_language},
    {"text", read_example_text},
    {"files", read_files},
    {"holds", read_ids<&Example::holds>},
    {"breaks", read_ids<&Example::breaks>},
    {"not_checked", read_ids<&Example::not_checked>},
};

void read_example(Context& context, const Node& node) {
    Example example;
    example.place = {context.file.source, {node.span.begin, node.span.begin}};
    example.language = context.file.language;
    const std::size_t before = context.findings.size();
    read_mapping(context, node, "a test", example_keys, example);
    const auto missing = [&](std::string message, std::string help) {
        if (context.findings.size() == before)
            context.findings.push_back(
                problem("missing-key", example.place, std::move(message), std::move(help)));
    };
    if (example.text.empty() && example.files.empty())
        missing("a test needs the key `text`", "or `files`, with a text for each path");
    if (example.holds.empty() && example.breaks.empty() && example.not_checked.empty())
        missing("a test says nothing about any claim", "expected one of `holds`, `breaks`, `not_checked`");
    context.file.examples.push_back(std::move(example));
}

}  // namespace

void read_examples(Context& context, const Node& node) {
    if (node.kind != NodeKind::sequence) return expected(context, node, "a list of tests");
    for (const Node* item : node.items) read_example(context, *item);
}

}  // namespace factlint
