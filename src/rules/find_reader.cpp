#include "rules/facts_reader.h"
#include "rules/truth.h"

namespace factlint {
namespace {

using yaml::Node;
using yaml::NodeKind;

constexpr Choice<Scope> scopes[] = {
    {"sentence", Scope::sentence}, {"paragraph", Scope::paragraph}, {"document", Scope::document}};

/// One entry of a list: a pattern, perhaps with the value of a match without numeral.
struct Entry {
    const Node* pattern = nullptr;
    const Node* value = nullptr;
};

void take_pattern(Context&, const Node& node, Entry& entry) { entry.pattern = &node; }
void take_value(Context&, const Node& node, Entry& entry) { entry.value = &node; }
constexpr Key<Entry> entry_keys[] = {{"find", take_pattern, true}, {"value", take_value}};

class FindReader {
  public:
    FindReader(Context& context, std::vector<Find>& finds) : context_(context), finds_(finds) {}

    void read(const Node& node) {
        if (node.kind == NodeKind::mapping && !find_value(node, "find"))
            read_languages(node);
        else
            read_alternatives(node, "");
    }

  private:
    void read_languages(const Node& node) {
        for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
            const Node& key = *node.items[i];
            if (key.kind == NodeKind::scalar && find_language(key.text))
                read_alternatives(*node.items[i + 1], key.text);
            else
                report_language(context_, key);
        }
    }

    void read_alternatives(const Node& node, const std::string& language) {
        if (node.kind != NodeKind::sequence) return read_entry(node, language);
        if (node.items.empty()) expected(context_, node, "at least one pattern");
        for (const Node* item : node.items) read_entry(*item, language);
    }

    void read_entry(const Node& node, const std::string& language) {
        if (node.kind == NodeKind::scalar) return add({&node, nullptr}, language);
        if (node.kind != NodeKind::mapping) return expected(context_, node, "a pattern");
        Entry entry;
        read_mapping(context_, node, "a pattern with its value", entry_keys, entry);
        if (entry.pattern) add(entry, language);
    }

    void add(const Entry& entry, const std::string& language) {
        const auto text = read_text(context_, *entry.pattern);
        if (!text) return;
        Findings found;
        const std::string read_in(language.empty() ? tag(context_.language) : std::string_view(language));
        auto pattern = Pattern::parse(*text, content_place(context_, *entry.pattern), read_in, found);
        add_found_inside(context_, *entry.pattern, std::move(found));
        auto value = read_value(entry);
        if (pattern) finds_.push_back({language, std::move(*pattern), std::move(value)});
    }

    std::optional<Stated> read_value(const Entry& entry) {
        if (!entry.value || !read_text(context_, *entry.value)) return std::nullopt;
        const std::string& text = context_.file.texts.emplace_back(entry.value->text);
        auto truth = read_truth({text, {}, {}}, context_.language, context_.file.parts);
        if (!truth.value) context_.report(*entry.value, "bad-truth", truth.message, truth.help);
        return truth.value;
    }

    Context& context_;
    std::vector<Find>& finds_;
};

}  // namespace

std::vector<Find> read_find(Context& context, const Node& node) {
    std::vector<Find> finds;
    FindReader(context, finds).read(node);
    return finds;
}

void read_scope(Context& context, const Node& node, Scope& scope) {
    if (const auto value = read_choice(context, node, scopes)) scope = *value;
}

}  // namespace factlint
