#include "read/toml_tree.h"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "read/encoding.h"
#include "read/located.h"
#include "read/toml_values.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::uint32_t deepest = 512;
constexpr std::string_view bare_characters =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";

/// How a value came to be, and so what may still be added to it.
enum class Origin : std::uint8_t {
    value,    ///< scalars, and what stands in brackets and braces: nothing
    implied,  ///< named on the way to another header: keys, once, by its own header or by dotted keys
    header,   ///< tables below it
    dotted,   ///< named by a dotted key: further dotted keys, and tables below it
    list,     ///< of tables: further tables
};

struct Item {
    TreeNode node;
    Origin origin = Origin::value;
    std::uint32_t depth = 0;
    std::vector<std::uint32_t> children = {};
};

struct Key {
    std::string_view text;
    Span span;
};

struct Member {
    std::uint32_t table;
    std::string_view key;
    friend bool operator==(const Member&, const Member&) = default;
};
struct MemberHash {
    std::size_t operator()(const Member& member) const {
        return std::hash<std::string_view>{}(member.key) * 31 + member.table;
    }
};

/// Reads line after line into items that know their children. The first fault ends it: every function returns whether
/// all went well.
class Parser {
  public:
    Parser(std::string_view file, Tree& tree)
        : file_(file), tree_(tree), scanner_(file, byte_order_mark_size(file)) {
        Item& root = items_.emplace_back();
        root.node.kind = TreeKind::object;
        root.node.span = {0, static_cast<std::uint32_t>(file.size())};
        root.origin = Origin::header;
    }

    bool run();
    const std::optional<TomlFault>& fault() const { return scanner_.fault; }

  private:
    static constexpr std::uint32_t none = 0;

    bool line_end();
    bool header();
    bool key_path(std::vector<Key>& path);
    bool simple_key(Key& key);
    bool pair(std::uint32_t table);
    bool value(std::uint32_t parent, Key key);
    bool array(std::uint32_t parent, Key key);
    bool inline_table(std::uint32_t parent, Key key);
    bool array_space();

    bool enter(std::uint32_t& table, const Key& key);
    bool open_table(std::uint32_t parent, const Key& key, Span header);
    bool open_list_item(std::uint32_t parent, const Key& key, Span header);
    bool given_twice(const Key& key, const Item& first);

    std::uint32_t find(std::uint32_t table, std::string_view key) const;
    std::uint32_t add(std::uint32_t parent, Key key, TreeKind kind, Span span);
    std::string_view keep(const TomlScalar& scalar);
    void flatten(std::uint32_t item, TreeIndex parent);

    std::string_view file_;
    Tree& tree_;
    TomlScanner scanner_;
    std::vector<Item> items_;
    std::unordered_map<Member, std::uint32_t, MemberHash> members_;
    std::uint32_t table_ = 0;  ///< that keys go to
};

bool Parser::run() {
    while (!scanner_.ended()) {
        scanner_.skip_blanks();
        const char c = scanner_.peek();
        const bool blank = scanner_.ended() || c == '#' || c == '\n' || c == '\r';
        if (!blank && (c == '[' ? !header() : !pair(table_))) return false;
        if (!line_end()) return false;
    }
    flatten(0, 0);
    return true;
}

/// The rest of a line.
bool Parser::line_end() {
    scanner_.skip_blanks();
    if (!scanner_.skip_comment()) return false;
    if (scanner_.ended() || scanner_.take_line_end()) return true;
    return scanner_.fail(scanner_.at, "text stands behind the end of a value or header",
                         "begin a new line, or put texts in quotes");
}

// Keys

bool Parser::simple_key(Key& key) {
    const char c = scanner_.peek();
    if (c == '"' || c == '\'') {
        TomlScalar scalar;
        if (!scanner_.string(true, scalar)) return false;
        key = {keep(scalar), scalar.span};
        return true;
    }
    const std::uint32_t begin = scanner_.at;
    scanner_.at =
        static_cast<std::uint32_t>(std::min(file_.find_first_not_of(bare_characters, begin), file_.size()));
    key.span = {begin, scanner_.at};
    key.text = slice(file_, key.span);
    return !key.span.empty() || scanner_.fail(begin, "a key is expected here",
                                              "write key = value; a key with other signs stands in quotes");
}

bool Parser::key_path(std::vector<Key>& path) {
    while (true) {
        scanner_.skip_blanks();
        if (!simple_key(path.emplace_back())) return false;
        scanner_.skip_blanks();
        if (scanner_.peek() != '.') break;
        ++scanner_.at;
        if (path.size() == deepest) return scanner_.fail(scanner_.at, "the nesting is deeper than 512");
    }
    return true;
}

// Tables

std::uint32_t Parser::find(std::uint32_t table, std::string_view key) const {
    const auto found = members_.find({table, key});
    return found == members_.end() ? none : found->second;
}

std::uint32_t Parser::add(std::uint32_t parent, Key key, TreeKind kind, Span span) {
    const auto index = static_cast<std::uint32_t>(items_.size());
    Item item;
    item.node.kind = kind;
    item.node.span = span;
    item.node.key = key.text;
    item.node.key_span = key.span;
    item.depth = items_[parent].depth + 1;
    items_.push_back(std::move(item));
    items_[parent].children.push_back(index);
    if (items_[parent].node.kind == TreeKind::object) members_[{parent, key.text}] = index;
    if (items_[index].depth > deepest) scanner_.fail(span.begin, "the nesting is deeper than 512");
    return index;
}

bool Parser::given_twice(const Key& key, const Item& first) {
    scanner_.fail(key.span.begin, "the key '" + std::string(key.text) + "' is given twice",
                  "a key or table is defined once; remove or rename one of the two");
    scanner_.fault->span = key.span;
    scanner_.fault->first = first.node.key_span;
    return false;
}

bool Parser::header() {
    const std::uint32_t begin = scanner_.at;
    const bool is_list = scanner_.starts_with("[[");
    scanner_.at += is_list ? 2 : 1;
    std::vector<Key> path;
    if (!key_path(path)) return false;
    if (!scanner_.starts_with(is_list ? "]]" : "]"))
        return scanner_.fail(scanner_.at, std::string("expected ") + (is_list ? "]]" : "]"),
                             "write [table] or [[list of tables]]");
    scanner_.at += is_list ? 2 : 1;
    const Span span{begin, scanner_.at};
    std::uint32_t table = 0;
    for (std::size_t i = 0; i + 1 < path.size(); ++i)
        if (!enter(table, path[i])) return false;
    const bool good =
        is_list ? open_list_item(table, path.back(), span) : open_table(table, path.back(), span);
    return good && !scanner_.fault;
}

/// Goes down to the table `key` on the way to another.
bool Parser::enter(std::uint32_t& table, const Key& key) {
    std::uint32_t next = find(table, key.text);
    if (next == none) {
        next = add(table, key, TreeKind::object, key.span);
        items_[next].origin = Origin::implied;
    } else if (items_[next].origin == Origin::value) {
        return given_twice(key, items_[next]);
    } else if (items_[next].origin == Origin::list) {
        next = items_[next].children.back();
    }
    table = next;
    return true;
}

bool Parser::open_table(std::uint32_t parent, const Key& key, Span header) {
    std::uint32_t table = find(parent, key.text);
    if (table == none)
        table = add(parent, key, TreeKind::object, header);
    else if (items_[table].origin != Origin::implied)
        return given_twice(key, items_[table]);
    items_[table].origin = Origin::header;
    items_[table].node.span = header;
    items_[table].node.key_span = key.span;
    table_ = table;
    return true;
}

bool Parser::open_list_item(std::uint32_t parent, const Key& key, Span header) {
    std::uint32_t list = find(parent, key.text);
    if (list == none) {
        list = add(parent, key, TreeKind::list, header);
        items_[list].origin = Origin::list;
    } else if (items_[list].origin != Origin::list) {
        return given_twice(key, items_[list]);
    }
    table_ = add(list, {}, TreeKind::object, header);
    items_[table_].origin = Origin::header;
    return true;
}

// Values

bool Parser::pair(std::uint32_t table) {
    std::vector<Key> path;
    if (!key_path(path)) return false;
    if (scanner_.peek() != '=')
        return scanner_.fail(scanner_.at, "expected = behind a key", "write key = value");
    ++scanner_.at;
    scanner_.skip_blanks();
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        std::uint32_t next = find(table, path[i].text);
        if (next == none) {
            next = add(table, path[i], TreeKind::object, path[i].span);
            items_[next].origin = Origin::dotted;
        } else if (items_[next].origin == Origin::implied) {
            items_[next].origin = Origin::dotted;
        } else if (items_[next].origin != Origin::dotted) {
            return given_twice(path[i], items_[next]);
        }
        table = next;
    }
    const std::uint32_t first = find(table, path.back().text);
    if (first != none) return given_twice(path.back(), items_[first]);
    return value(table, path.back());
}

bool Parser::value(std::uint32_t parent, Key key) {
    const char c = scanner_.peek();
    if (c == '[') return array(parent, key);
    if (c == '{') return inline_table(parent, key);
    TomlScalar scalar;
    if (c == '"' || c == '\'' ? !scanner_.string(false, scalar) : !scanner_.word(scalar)) return false;
    const std::uint32_t item = add(parent, key, scalar.kind, scalar.span);
    items_[item].node.text = keep(scalar);
    return !scanner_.fault;
}

/// White space, comments and ends of lines between brackets.
bool Parser::array_space() {
    while (true) {
        scanner_.skip_blanks();
        if (!scanner_.skip_comment()) return false;
        if (!scanner_.take_line_end()) return true;
    }
}

bool Parser::array(std::uint32_t parent, Key key) {
    const std::uint32_t begin = scanner_.at++;
    const std::uint32_t list = add(parent, key, TreeKind::list, {begin, begin + 1});
    if (scanner_.fault) return false;
    while (true) {
        if (!array_space()) return false;
        if (scanner_.peek() == ']') break;
        if (scanner_.ended())
            return scanner_.fail(begin, "the bracket that opens here is never closed", "write ]");
        if (!value(list, {}) || !array_space()) return false;
        if (scanner_.peek() == ',')
            ++scanner_.at;
        else if (scanner_.peek() != ']' && !scanner_.ended())
            return scanner_.fail(scanner_.at, "expected , or ]", "separate the values of a list by commas");
    }
    ++scanner_.at;
    items_[list].node.span.end = scanner_.at;
    return true;
}

bool Parser::inline_table(std::uint32_t parent, Key key) {
    const std::uint32_t begin = scanner_.at++;
    const std::uint32_t table = add(parent, key, TreeKind::object, {begin, begin + 1});
    if (scanner_.fault) return false;
    scanner_.skip_blanks();
    while (scanner_.peek() != '}') {
        if (!pair(table)) return false;
        scanner_.skip_blanks();
        if (scanner_.peek() == '}') break;
        if (scanner_.peek() != ',')
            return scanner_.fail(scanner_.at, "expected , or }", "a table in braces stands on one line");
        ++scanner_.at;
        scanner_.skip_blanks();
        if (scanner_.peek() == '}') return scanner_.fail(scanner_.at, "a comma stands before }", "remove it");
    }
    ++scanner_.at;
    items_[table].node.span.end = scanner_.at;
    // What dotted keys made in braces is closed with them.
    for (std::size_t i = table; i < items_.size(); ++i) items_[i].origin = Origin::value;
    return true;
}

// The tree

std::string_view Parser::keep(const TomlScalar& scalar) {
    if (scalar.verbatim) return scalar.text(file_);
    return tree_.decoded.emplace_back(scalar.decoded);
}

void Parser::flatten(std::uint32_t item, TreeIndex parent) {
    const auto index = static_cast<TreeIndex>(tree_.nodes.size());
    tree_.nodes.push_back(items_[item].node);
    for (const std::uint32_t child : items_[item].children) flatten(child, index);
    TreeNode& node = tree_.nodes[index];
    node.parent = parent;
    node.count = static_cast<std::uint32_t>(items_[item].children.size());
    node.end = static_cast<TreeIndex>(tree_.nodes.size());
}

}  // namespace

Tree read_toml(const Sources& sources, SourceId id, Findings& findings) {
    const std::string_view file = sources.text(id);
    Tree tree;
    tree.source = id;
    std::optional<TomlFault> fault;
    if (const auto invalid = first_invalid_utf8(file)) {
        const auto at = static_cast<std::uint32_t>(*invalid);
        fault = TomlFault{{at, at + 1}, "this byte is not UTF-8", help_for_invalid_utf8, std::nullopt};
    } else {
        Parser parser(file, tree);
        if (parser.run()) return tree;
        fault = parser.fault();
    }
    tree.nodes.clear();
    Finding finding = bad_data({id, fault->span}, std::move(fault->message));
    finding.help = std::move(fault->help);
    if (fault->first) finding.related.push_back({{id, *fault->first}, "given first"});
    findings.push_back(std::move(finding));
    return tree;
}

}  // namespace factlint
