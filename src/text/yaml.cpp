#include "text/yaml.h"

#include <algorithm>
#include <map>
#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "text/utf8.h"

namespace factlint::yaml {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Thrown by Builder to leave yaml-cpp, which has no other way out; caught in read().
struct Stop {
    Finding finding;
};

/// Whether the quote that opens `scalar`, if any, has its other half. yaml-cpp takes the end of the file for one where a
/// line ends before it.
bool is_closed(std::string_view file, const Node& scalar) {
    if (scalar.style != Style::single_quoted && scalar.style != Style::double_quoted) return true;
    const char quote = scalar.style == Style::single_quoted ? '\'' : '"';
    for (std::size_t at = scalar.span.begin + 1; at < file.size(); ++at) {
        const bool doubled = file[at] == quote && quote == '\'' && file.substr(at + 1).starts_with(quote);
        const bool escaped = file[at] == '\\' && quote == '"';
        if (!doubled && !escaped && file[at] == quote) return true;
        at += doubled || escaped ? 1 : 0;
    }
    return false;
}

/// Makes nodes of events. yaml-cpp counts bytes from behind the byte order mark.
class Builder final : public YAML::EventHandler {
  public:
    Builder(std::string_view file, SourceId source, std::uint32_t skipped, Findings& findings)
        : file_(file), source_(source), skipped_(skipped), findings_(findings) {}

    Tree take() { return std::move(tree_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        advance(mark);
        if (tree_.root && file_.substr(offset(mark), 3) != "---") stop_at_nothing(mark);
        if (tree_.root)
            stop("several-documents", at(mark, 3), "a second YAML document begins here",
                 "put each set of rules into a file of its own");
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        advance(mark);
        Node& node = add(anchor);
        node.span = {last_end_, last_end_};
        close(node);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        advance(mark);
        refuse_tag(tag, mark);
        Node& node = add(anchor);
        node.kind = NodeKind::scalar;
        node.text = value;
        locate(file_, content(mark), node);
        if (!is_closed(file_, node)) stop_at_open_quote(node.span.begin);
        close(node);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        advance(mark);
        const Node* target = anchors_[anchor];
        const std::string_view word =
            file_.substr(offset(mark), file_.find_first_of(" \t\r\n,]}:", offset(mark)) - offset(mark));
        const Place place = at(mark, word.size());
        if (!target || std::find(open_.begin(), open_.end(), target) != open_.end())
            stop("alias-cycle", place,
                 "the alias " + quoted(word) + " stands inside the value it names: a cycle",
                 "name a value that is complete before the alias");
        attach(target);
        last_end_ = place.span.end;
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, NodeKind::sequence);
    }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, NodeKind::mapping);
    }
    void OnSequenceEnd() override { close_collection(); }
    void OnMapEnd() override {
        find_duplicate_keys(*open_.back());
        close_collection();
    }

  private:
    std::uint32_t offset(const YAML::Mark& mark) const {
        const auto position = static_cast<std::uint32_t>(std::max(mark.pos, 0)) + skipped_;
        return std::min(position, static_cast<std::uint32_t>(file_.size()));
    }
    Place at(const YAML::Mark& mark, std::size_t length) const {
        const std::uint32_t begin = offset(mark);
        return {source_, {begin, static_cast<std::uint32_t>(std::min(begin + length, file_.size()))}};
    }
    [[noreturn]] void stop(std::string id, Place place, std::string message, std::string help) {
        throw Stop{problem(std::move(id), place, std::move(message), std::move(help))};
    }

    [[noreturn]] void stop_at_nothing(const YAML::Mark& mark) {
        stop("yaml-syntax", at(mark, 1), "the YAML cannot be read: nothing can stand here",
             "a stray `,` or `]` outside of brackets?");
    }

    [[noreturn]] void stop_at_open_quote(std::uint32_t begin) {
        stop("yaml-syntax", {source_, {begin, begin + 1}},
             "the YAML cannot be read: this quote is not closed", "a closing quote is missing");
    }

    /// yaml-cpp can emit events for ever at one place.
    void advance(const YAML::Mark& mark) {
        if (++events_ > 4 * file_.size() + 16) stop_at_nothing(mark);
    }

    void refuse_tag(const std::string& tag, const YAML::Mark& mark) {
        if (tag.empty() || tag == "?" || tag == "!") return;
        findings_.push_back(problem("yaml-tag", at(mark, 1), "YAML tags are not used in rule files",
                                    "leave the tag out; quote the value if it is to be text"));
    }

    /// Behind `!tag` and `&anchor`, where the node itself begins.
    std::uint32_t content(const YAML::Mark& mark) const {
        std::size_t begin = offset(mark);
        while (begin < file_.size() && (file_[begin] == '!' || file_[begin] == '&')) {
            begin = std::min(file_.find_first_of(" \t\r\n,", begin), file_.size());
            begin = std::min(file_.find_first_not_of(" \t\r\n", begin), file_.size());
        }
        return static_cast<std::uint32_t>(begin);
    }

    Node& add(YAML::anchor_t anchor) {
        Node& node = tree_.nodes.emplace_back();
        if (anchor != 0) anchors_[anchor] = &node;
        return node;
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, NodeKind kind) {
        advance(mark);
        refuse_tag(tag, mark);
        if (open_.size() >= deepest)
            stop("too-deep", at(mark, 1), "values are nested more than " + std::to_string(deepest) + " deep",
                 "rules need six levels or fewer");
        Node& node = add(anchor);
        node.kind = kind;
        node.span = {content(mark), content(mark) + 1};
        open_.push_back(&node);
        last_end_ = node.span.end;
    }

    void close_collection() {
        Node& node = *open_.back();
        open_.pop_back();
        node.span.end = std::max(node.span.end, last_end_);
        close(node);
    }

    void close(Node& node) {
        last_end_ = std::max(last_end_, node.span.end);
        if (open_.empty())
            tree_.root = &node;
        else
            attach(&node);
    }

    void attach(const Node* child) {
        if (open_.empty()) {
            tree_.root = child;
            return;
        }
        Node& parent = *open_.back();
        parent.items.push_back(child);
        parent.size += child->size;
        parent.height = std::max(parent.height, child->height + 1);
        if (parent.size > std::max<std::size_t>(most_expanded, tree_.nodes.size()))
            stop("alias-bomb", {source_, {last_end_, last_end_}},
                 "aliases make this file grow to more than " + std::to_string(most_expanded) + " values",
                 "write the values out, or use fewer aliases of aliases");
        if (parent.height > deepest + 1)
            stop("too-deep", {source_, {last_end_, last_end_}},
                 "aliases nest values more than " + std::to_string(deepest) + " deep",
                 "rules need six levels or fewer");
    }

    void find_duplicate_keys(const Node& mapping) {
        std::map<std::string_view, const Node*> seen;
        for (std::size_t i = 0; i + 1 < mapping.items.size(); i += 2) {
            const Node& key = *mapping.items[i];
            if (key.kind != NodeKind::scalar) continue;
            const auto [first, fresh] = seen.try_emplace(key.text, &key);
            if (fresh) continue;
            Finding finding = problem("duplicate-key", {source_, key.span},
                                      "the key " + quoted(key.text) + " is given twice",
                                      "YAML would keep one of the two; remove or rename the other");
            finding.related.push_back({{source_, first->second->span}, "first given here"});
            findings_.push_back(std::move(finding));
        }
    }

    std::string_view file_;
    SourceId source_;
    std::uint32_t skipped_;
    Findings& findings_;
    Tree tree_;
    std::vector<Node*> open_;
    std::map<YAML::anchor_t, const Node*> anchors_;
    std::size_t events_ = 0;
    std::uint32_t last_end_ = 0;
};

/// Characters that YAML forbids; yaml-cpp would take U+0004 for the end of the file.
std::optional<std::size_t> first_control(std::string_view text) {
    const auto forbidden = [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return (value < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || value == 0x7F;
    };
    const auto found = std::find_if(text.begin(), text.end(), forbidden);
    if (found == text.end()) return std::nullopt;
    return static_cast<std::size_t>(found - text.begin());
}

std::optional<Finding> unreadable_bytes(std::string_view file, SourceId source) {
    const auto place = [&](std::size_t at) {
        return Place{source, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)}};
    };
    if (const auto at = first_invalid_utf8(file))
        return problem("invalid-utf8", place(*at),
                       "the rule file is not UTF-8 from byte " + std::to_string(*at) + " on",
                       "save it as UTF-8");
    if (const auto at = first_control(file)) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        const auto value = static_cast<unsigned char>(file[*at]);
        return problem("control-character", place(*at),
                       std::string("the control character U+00") + digits[value >> 4] + digits[value & 15] +
                           " cannot stand in a rule file",
                       "remove it; in double quotes it can be written as an escape");
    }
    return std::nullopt;
}

/// What to do about the messages that people see most.
constexpr std::pair<std::string_view, std::string_view> advice[] = {
    {"illegal tab", "indent with spaces"},
    {"illegal flow end", "a stray `]` or `}`?"},
    {"illegal map value", "quote the value: it contains `: `"},
    {"end of sequence flow", "a `]` is missing, or a value with a comma, bracket or brace needs quotes"},
    {"end of map flow", "a `}` is missing, or a value with a comma, bracket or brace needs quotes"},
    {"end of map not found", "is this line indented like the keys above it?"},
    {"end of sequence not found", "is this line indented like the entries above it?"},
    {"unknown token", "quote the value: it begins with a character that YAML keeps for itself"},
    {"unknown escape", "in double quotes a backslash is written `\\\\`; single quotes need no escapes"},
    {"illegal EOF in scalar", "a closing quote is missing"},
    {"the referenced anchor is not defined", "define it above with `&name`"},
};

Finding syntax_error(const YAML::Exception& error, std::uint32_t skipped, std::string_view file,
                     SourceId source) {
    const auto size = static_cast<std::uint32_t>(file.size());
    const std::uint32_t begin =
        error.mark.is_null() ? 0 : std::min(static_cast<std::uint32_t>(error.mark.pos) + skipped, size);
    Finding finding = problem("yaml-syntax", {source, {begin, std::min(begin + 1, size)}},
                              "the YAML cannot be read: " + error.msg);
    for (const auto& [start, help] : advice)
        if (error.msg.starts_with(start)) finding.help = help;
    const std::size_t line = file.substr(0, begin).find_last_of("\r\n") + 1;
    if (file.substr(line, begin - line).find_first_not_of(" \t") > file.substr(line).find('\t'))
        finding.help = "indent with spaces, not with tabs";
    return finding;
}

}  // namespace

const Node* find_value(const Node& mapping, std::string_view key) {
    for (std::size_t i = 0; i + 1 < mapping.items.size(); i += 2)
        if (mapping.items[i]->kind == NodeKind::scalar && mapping.items[i]->text == key)
            return mapping.items[i + 1];
    return nullptr;
}

std::optional<Tree> read(const Sources& sources, SourceId source, Findings& findings) {
    const std::string_view file = sources.text(source);
    if (auto finding = unreadable_bytes(file, source)) {
        findings.push_back(std::move(*finding));
        return std::nullopt;
    }
    const std::size_t skipped = file.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    std::istringstream input{std::string(file.substr(skipped))};
    Builder builder(file, source, static_cast<std::uint32_t>(skipped), findings);
    try {
        YAML::Parser parser(input);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Stop& stop) {
        findings.push_back(stop.finding);
        return std::nullopt;
    } catch (const YAML::Exception& error) {
        findings.push_back(syntax_error(error, static_cast<std::uint32_t>(skipped), file, source));
        return std::nullopt;
    }
    Tree tree = builder.take();
    if (!tree.root || tree.root->kind == NodeKind::null) {
        findings.push_back(problem("empty-rule-file", {source, {0, 0}}, "the rule file is empty",
                                   "begin with `factlint: 1`, then `documents`, `facts` and `claims`"));
        return std::nullopt;
    }
    return tree;
}

}  // namespace factlint::yaml
