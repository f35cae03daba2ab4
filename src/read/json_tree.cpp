#include "read/json_tree.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>

#include "read/encoding.h"
#include "read/json_faults.h"
#include "read/located.h"
#include "text/byte_marks.h"
#include "text/utf8.h"

namespace factlint {
namespace {

/// Whether `c` has to be looked at in a string.
constexpr bool breaks_string(char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; }

}  // namespace

std::size_t plain_string_end(std::string_view text, std::size_t at) {
    for (; text.size() - at >= 8; at += 8) {
        const std::uint64_t word = eight_bytes(text, at);
        const std::uint64_t marks = marks_of(word, '"') | marks_of(word, '\\') | marks_below(word, ' ');
        if (marks != 0) return at + bytes_before(marks);
    }
    while (at < text.size() && !breaks_string(text[at])) ++at;
    return at;
}

namespace {

struct Escape {
    char letter;
    char character;
};

constexpr Escape escapes[] = {{'"', '"'},  {'\\', '\\'}, {'/', '/'},  {'b', '\b'},
                              {'f', '\f'}, {'n', '\n'},  {'r', '\r'}, {'t', '\t'}};

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// Whether a number or a word ends before `c`.
constexpr bool is_delimiter(char c) {
    return is_space(c) || c == ',' || c == ':' || c == ']' || c == '}' || c == '[' || c == '{' || c == '"';
}

/// The character whose digits begin at `at`, which is left behind it and the second half of a pair.
char32_t take_code_point(std::string_view text, std::size_t& at) {
    const auto unit = [&] {
        std::uint32_t value = 0;
        std::from_chars(text.data() + at, text.data() + at + 4, value, 16);
        at += 4;
        return static_cast<char32_t>(value);
    };
    const char32_t first = unit();
    if (first < 0xD800 || first >= 0xDC00) return first;
    at += 2;  // of the second escape
    return 0x10000 + ((first - 0xD800) << 10) + (unit() - 0xDC00);
}

/// Room for the nodes of a large text at once: growing step by step moves them more often than reading takes.
void reserve(std::vector<TreeNode>& nodes, std::string_view text) {
    constexpr std::size_t large = 1 << 16, least_bytes_of_a_node = 8;
    if (text.size() < large) return;
    std::size_t most = 1;
    for (const char c : text)
        most += static_cast<std::size_t>(c == ',') + static_cast<std::size_t>(c == '[' || c == '{');
    nodes.reserve(std::min(most, text.size() / least_bytes_of_a_node));
}

/// Fills a tree. The first fault ends it: every function returns whether all went well.
class Parser {
  public:
    Parser(std::string_view text, std::uint32_t begin, Tree& tree, Findings& findings)
        : text_(text), tree_(tree), findings_(findings), keys_(tree, findings), at_(begin) {}

    bool run() {
        if (const auto invalid = first_invalid_utf8(text_.substr(at_))) {
            at_ += static_cast<std::uint32_t>(*invalid);
            return fail("this byte is not UTF-8", help_for_invalid_utf8);
        }
        if (!value(0, 0, {})) return false;
        skip_space();
        return at_ == text_.size() || fail("text stands after the end of the value",
                                           "a JSON file holds one value; many of them make a .jsonl file");
    }

  private:
    struct Key {
        Span span;
        std::string_view text;
    };

    Finding& fault(std::string message) {
        const std::uint32_t size = at_ < text_.size() ? code_point_size(text_, at_) : 0;
        return findings_.emplace_back(bad_data({tree_.source, {at_, at_ + size}}, std::move(message)));
    }
    bool fail(std::string message, std::string help = {}) {
        fault(std::move(message)).help = std::move(help);
        return false;
    }
    bool fail_value() { return fail("expected a value", help_for_value(text_, at_)); }
    /// `index` is not closed where it has to be.
    bool fail_closing(TreeIndex index, const char* message) {
        const std::uint32_t open = tree_[index].span.begin;
        fault(message).related.push_back({{tree_.source, {open, open + 1}}, "opened here"});
        return false;
    }

    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char c) {
        if (at_ == text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    TreeIndex add(TreeIndex parent, const Key& key, TreeKind kind) {
        const auto index = static_cast<TreeIndex>(tree_.nodes.size());
        TreeNode& node = tree_.nodes.emplace_back();
        node.kind = kind;
        node.span = {at_, at_};
        node.key_span = key.span;
        node.key = key.text;
        node.parent = parent;
        node.end = index + 1;
        return index;
    }

    bool value(TreeIndex parent, std::size_t depth, const Key& key) {
        skip_space();
        if (depth > deepest_json)
            return fail("the nesting is deeper than 512",
                        "nest the data less, or split it into several files");
        switch (peek()) {
            case '{': return object(add(parent, key, TreeKind::object), depth);
            case '[': return list(add(parent, key, TreeKind::list), depth);
            case '"': return text(add(parent, key, TreeKind::text));
            case 't': return word(parent, key, {"true", TreeKind::boolean});
            case 'f': return word(parent, key, {"false", TreeKind::boolean});
            case 'n': return word(parent, key, {"null", TreeKind::null});
            default: return number(parent, key);
        }
    }

    bool object(TreeIndex index, std::size_t depth) {
        std::uint32_t count = 0;
        ++at_;
        skip_space();
        if (take('}')) return close(index, 0);
        do {
            Key key;
            skip_space();
            const std::uint32_t begin = at_;
            if (peek() != '"') return fail("expected a key in double quotes", help_for_key(text_, at_));
            if (!string(key.text)) return false;
            key.span = {begin, at_};
            skip_space();
            if (!take(':')) return fail("expected ':'", "a key and its value are written \"key\": value");
            if (!value(index, depth + 1, key)) return false;
            ++count;
            skip_space();
        } while (take(','));
        if (!take('}')) return fail_closing(index, "expected ',' or '}'");
        close(index, count);
        keys_.check(index);
        return true;
    }

    bool list(TreeIndex index, std::size_t depth) {
        std::uint32_t count = 0;
        ++at_;
        skip_space();
        if (take(']')) return close(index, 0);
        do {
            if (!value(index, depth + 1, {})) return false;
            ++count;
            skip_space();
        } while (take(','));
        return take(']') ? close(index, count) : fail_closing(index, "expected ',' or ']'");
    }

    bool close(TreeIndex index, std::uint32_t count) {
        TreeNode& node = tree_.nodes[index];
        node.span.end = at_;
        node.end = static_cast<TreeIndex>(tree_.nodes.size());
        node.count = count;
        return true;
    }

    struct Word {
        std::string_view text;
        TreeKind kind;
    };
    bool word(TreeIndex parent, const Key& key, const Word& word) {
        if (text_.compare(at_, word.text.size(), word.text) != 0 || !ends_at(at_ + word.text.size()))
            return fail_value();
        finish(add(parent, key, word.kind), word.text.size());
        return true;
    }
    bool number(TreeIndex parent, const Key& key) {
        const std::size_t size = number_literal_size(text_.substr(at_));
        if (size == 0 || !ends_at(at_ + size)) return fail_value();
        finish(add(parent, key, TreeKind::number), size);
        return true;
    }
    bool ends_at(std::size_t at) const { return at == text_.size() || is_delimiter(text_[at]); }
    void finish(TreeIndex index, std::size_t size) {
        TreeNode& node = tree_.nodes[index];
        if (node.kind != TreeKind::null) node.text = text_.substr(at_, size);
        at_ += static_cast<std::uint32_t>(size);
        node.span.end = at_;
    }

    bool text(TreeIndex index) {
        std::string_view decoded;
        if (!string(decoded)) return false;
        tree_.nodes[index].text = decoded;
        tree_.nodes[index].span.end = at_;
        return true;
    }

    /// The string whose quote stands at `at_`.
    bool string(std::string_view& decoded) {
        const std::uint32_t quote = at_++;
        const std::size_t end = plain_string_end(text_, at_);
        decoded = text_.substr(at_, end - at_);
        at_ = static_cast<std::uint32_t>(end);
        if (take('"')) return true;
        std::string& out = tree_.decoded.emplace_back(decoded);
        while (peek() == '\\') {
            if (!escape(out)) return false;
            const std::size_t next = plain_string_end(text_, at_);
            out += text_.substr(at_, next - at_);
            at_ = static_cast<std::uint32_t>(next);
        }
        decoded = out;
        return take('"') || fail_string(quote);
    }

    bool fail_string(std::uint32_t quote) {
        if (at_ < text_.size())
            return fail("a control character stands in a string", "write it as an escape: \\n, \\t, \\u0000");
        fault("the string is never closed")
            .related.push_back({{tree_.source, {quote, quote + 1}}, "opened here"});
        return false;
    }

    bool escape(std::string& out) {
        const char letter = text_.size() - at_ > 1 ? text_[at_ + 1] : '\0';
        if (letter == 'u') return unicode_escape(out);
        for (const Escape& known : escapes) {
            if (known.letter != letter) continue;
            out += known.character;
            at_ += 2;
            return true;
        }
        return fail("unknown escape",
                    "JSON knows \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX; a backslash is \\\\");
    }

    /// The UTF-16 unit of the "\uXXXX" at `at_`, which is passed.
    std::optional<char32_t> unit() {
        const std::string_view digits = text_.substr(std::min<std::size_t>(at_ + 2, text_.size()), 4);
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        const bool whole = text_.substr(at_).starts_with("\\u") && digits.size() == 4 &&
                           error == std::errc{} && end == digits.data() + digits.size();
        if (!whole) return std::nullopt;
        at_ += 6;
        return value;
    }

    bool unicode_escape(std::string& out) {
        const auto is_in = [](std::optional<char32_t> c, char32_t first) {
            return c && first <= *c && *c < first + 0x400;
        };
        const std::uint32_t begin = at_;
        std::optional<char32_t> c = unit();
        if (is_in(c, 0xD800)) {
            const auto low = unit();
            c = is_in(low, 0xDC00) ? std::optional(0x10000 + ((*c - 0xD800) << 10) + (*low - 0xDC00))
                                   : std::nullopt;
        } else if (is_in(c, 0xDC00)) {
            c = std::nullopt;
        }
        if (!c) {
            at_ = begin;
            return fail("this escape is no character",
                        "\\u takes four hexadecimal digits, and characters above "
                        "U+FFFF are written as a pair: \\uD83D\\uDE00");
        }
        append_utf8(out, *c);
        return true;
    }

    std::string_view text_;
    Tree& tree_;
    Findings& findings_;
    DuplicateKeys keys_;
    std::uint32_t at_;
};

}  // namespace

void read_json(std::string_view text, Span part, Tree& tree, Findings& findings) {
    tree.nodes.clear();
    if (!tree.decoded.empty()) tree.decoded.clear();
    reserve(tree.nodes, slice(text, part));
    if (!Parser(text.substr(0, part.end), part.begin, tree, findings).run()) tree.nodes.clear();
}

void read_json(const Sources& sources, Place part, Tree& tree, Findings& findings) {
    tree.source = part.source;
    read_json(sources.text(part.source), part.span, tree, findings);
}

std::string_view json_text(std::string_view raw, std::string& scratch) {
    std::size_t slash = raw.find('\\');
    if (slash == std::string_view::npos) return raw.substr(1, raw.size() - 2);
    scratch.assign(raw, 1, slash - 1);
    while (slash < raw.size()) {
        const char letter = raw[slash + 1];
        std::size_t behind = slash + 2;
        if (letter == 'u')
            append_utf8(scratch, take_code_point(raw, behind));
        else
            scratch += std::find_if(std::begin(escapes), std::end(escapes), [&](const Escape& escape) {
                           return escape.letter == letter;
                       })->character;
        slash = std::min(raw.find('\\', behind), raw.size());
        scratch += raw.substr(behind, slash - behind);
    }
    scratch.pop_back();  // the quote
    return scratch;
}

Tree read_json(const Sources& sources, SourceId id, Findings& findings) {
    const std::string_view text = sources.text(id);
    Tree tree;
    read_json(sources, {id, {byte_order_mark_size(text), static_cast<std::uint32_t>(text.size())}}, tree,
              findings);
    return tree;
}

}  // namespace factlint
