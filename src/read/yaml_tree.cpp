#include "read/yaml_tree.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "read/encoding.h"
#include "read/json_faults.h"
#include "read/located.h"
#include "read/yaml_properties.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::size_t most_documents = 250'000;
constexpr std::uint32_t deepest = YamlBuilder::deepest;

/// Where a block node begins.
struct BlockPlace {
    bool compact = false;  ///< a list or object may begin on the same line: behind "- "
    bool dashes = false;   ///< a list may stand as far left as what it belongs to: below a key
};

/// What a line in a block begins with and which may turn out to be a key.
struct Candidate {
    std::uint32_t begin = 0;
    std::uint32_t column = 0;
    std::uint32_t line = 0;
    YamlProperties properties;
    bool is_empty = true;
    bool in_tree = false;  ///< a collection or an alias: appended since `mark`
    bool is_alias = false;
    YamlBuilder::Mark mark;
    YamlScalar scalar;
};

/// Parses one document after the other. The first fault ends it: every function returns whether all went well.
class Parser {
  public:
    Parser(std::string_view file, SourceId source, Findings& findings)
        : file_(file), source_(source), findings_(findings), scanner_(file, byte_order_mark_size(file)) {}

    std::vector<Tree> run();
    const std::optional<YamlFault>& fault() const { return scanner_.fault; }

  private:
    bool document_start(bool& found);
    bool document(bool is_marked);

    bool block_node(std::int64_t indent, BlockPlace place);
    bool block_content(std::int64_t indent, BlockPlace place, const YamlProperties& outer, bool tabbed);
    bool block_line(std::int64_t indent, const YamlProperties& outer, bool may_be_block, Candidate& line);
    bool candidate(std::int64_t indent, Candidate& candidate);
    bool finish_value(Candidate& value, const YamlProperties& outer);
    bool block_sequence(std::uint32_t column, const YamlProperties& properties);
    bool block_mapping(const Candidate& first, const YamlProperties& properties);
    bool next_entry(std::uint32_t column, bool& found);
    bool entry(std::uint32_t column);
    bool explicit_entry(std::uint32_t column);
    bool value(std::uint32_t column);
    YamlKey key_of(const Candidate& key);
    bool node_follows(std::int64_t indent, bool dashes);

    bool flow_node(std::int64_t indent, bool& json_like);
    bool flow_content(std::int64_t indent, const YamlProperties& properties, bool& json_like);
    bool flow_sequence(std::int64_t indent);
    bool flow_mapping(std::int64_t indent);
    bool flow_item(std::int64_t indent);
    bool flow_value(std::int64_t indent, bool json_like);
    bool flow_space(std::int64_t indent);
    bool flow_comma(char closing, std::uint32_t opening);
    bool at_flow_indicator(char c) const;

    bool alias();
    bool merge(const YamlProperties& outer, YamlProperties& inner);
    void close(std::uint32_t end);
    bool enter(std::uint32_t at);

    std::string_view file_;
    SourceId source_;
    Findings& findings_;
    YamlScanner scanner_;
    YamlCursor& at_ = scanner_.cursor;
    YamlDirectives directives_;
    std::optional<YamlBuilder> builder_;
    std::optional<DuplicateKeys> keys_;
    std::vector<TreeIndex> open_;
    std::uint32_t end_ = 0;  ///< of what was read last
    std::uint32_t depth_ = 0;
    bool may_have_directives_ = true;
};

// Documents

std::vector<Tree> Parser::run() {
    std::vector<Tree> trees;
    while (true) {
        bool found = false;
        if (!document_start(found)) return trees;
        if (!found) return trees;
        if (trees.size() == most_documents) {
            scanner_.fail(at_.at, "there are more than 250,000 documents", "split the file");
            return trees;
        }
        const bool is_marked = at_.at_marker('-');
        trees.emplace_back().source = source_;
        builder_.emplace(trees.back(), file_);
        keys_.emplace(trees.back(), findings_);
        if (!document(is_marked)) {
            trees.pop_back();
            return trees;
        }
        may_have_directives_ = false;
        directives_ = {};
    }
}

/// Comes to the next document, over directives and ends of documents.
bool Parser::document_start(bool& found) {
    bool has_directives = false;
    while (true) {
        at_.skip_separation();
        if (at_.ended()) break;
        if (may_have_directives_ && at_.at == at_.line && at_.peek() == '%') {
            if (!read_yaml_directive(scanner_, directives_)) return false;
            has_directives = true;
        } else if (at_.at_marker('.') && !has_directives) {
            at_.at += 3;
            const std::uint32_t line = at_.line;
            at_.skip_separation();
            if (!at_.ended() && at_.line == line)
                return scanner_.fail(at_.at, "text stands behind the end of a document");
            may_have_directives_ = true;
        } else if (may_have_directives_ && at_.at == at_.line &&
                   file_.substr(at_.at).starts_with("\xEF\xBB\xBF")) {
            at_.begin_line(at_.at + 3);
        } else {
            found = true;
            break;
        }
    }
    if (has_directives && (!found || !at_.at_marker('-')))
        return scanner_.fail(at_.at, "directives stand before no document", "begin the document with ---");
    return true;
}

bool Parser::document(bool is_marked) {
    if (is_marked) at_.at += 3;
    end_ = at_.at;
    if (!block_node(-1, {.compact = !is_marked})) return false;
    at_.skip_separation();
    if (at_.ended() || at_.at_marker()) return true;
    return scanner_.fail(at_.at,
                         at_.is_fresh() ? "this line does not belong to what stands above it"
                                        : "text stands behind the end of a value",
                         at_.is_fresh() ? "check its indentation"
                                        : "quote the whole value, or remove the text");
}

// Blocks

bool Parser::enter(std::uint32_t at) {
    return depth_ <= deepest || scanner_.fail(at, "the nesting is deeper than 512");
}

/// Whether what stands at the cursor belongs to a collection indented by `indent`.
bool Parser::node_follows(std::int64_t indent, bool dashes) {
    if (at_.ended() || at_.at_marker()) return false;
    if (!at_.is_fresh() || at_.indentation > indent) return true;
    return dashes && at_.indentation == indent && at_.at_indicator('-');
}

bool Parser::block_node(std::int64_t indent, BlockPlace place) {
    const std::uint32_t behind = at_.at;
    const bool other_line = at_.skip_separation();
    const bool tab = !other_line && slice(file_, {behind, at_.at}).find('\t') != std::string_view::npos;
    ++depth_;
    const bool fresh = other_line || at_.is_fresh();
    const bool good = enter(at_.at) && block_content(indent, {place.compact || fresh, place.dashes}, {},
                                                     fresh ? at_.is_tabbed() : tab);
    --depth_;
    return good;
}

bool Parser::block_content(std::int64_t indent, BlockPlace place, const YamlProperties& outer, bool tabbed) {
    if (!node_follows(indent, place.dashes)) {
        builder_->null(end_, outer);
        return true;
    }
    Candidate line;
    line.begin = at_.at;
    line.column = at_.column();
    line.line = at_.line;
    if (!read_yaml_properties(scanner_, directives_, false, line.properties)) return false;
    if (line.properties.any()) {
        end_ = std::max(line.properties.anchor_all.end, line.properties.tag.end);
        if (at_.at_break() || at_.ended() || at_.peek() == '#') {
            if (!merge(outer, line.properties)) return false;
            at_.skip_separation();
            return block_content(indent, {true, place.dashes}, line.properties, at_.is_tabbed());
        }
    }
    const bool may_be_block = place.compact && !tabbed;
    if (at_.at_indicator('-') || at_.at_indicator('?')) {
        if (line.properties.any())
            return scanner_.fail(at_.at, "a list or object begins behind its anchor or tag",
                                 "begin it on the next line");
        if (!may_be_block)
            return scanner_.fail(at_.at,
                                 tabbed ? "a tab stands before a list or object"
                                        : "a list or object begins on the line of its key",
                                 tabbed ? "indent with spaces"
                                        : "begin it on the next line, or quote the text");
        return at_.peek() == '-' ? block_sequence(line.column, outer) : block_mapping(line, outer);
    }
    return block_line(indent, outer, may_be_block, line);
}

/// A scalar, an alias, a collection in brackets, or an object whose first key that is.
bool Parser::block_line(std::int64_t indent, const YamlProperties& outer, bool may_be_block,
                        Candidate& line) {
    line.mark = builder_->mark();
    const bool is_block = at_.peek() == '|' || at_.peek() == '>';
    if (is_block) {
        if (!scanner_.block(indent, line.scalar)) return false;
        end_ = line.scalar.span.end;
        return finish_value(line, outer);
    }
    const std::uint32_t key = at_.at;
    if (!at_.at_indicator(':') && !candidate(indent, line)) return false;
    const YamlCursor behind = at_;
    at_.skip_blanks();
    if (!at_.at_indicator(':')) {
        at_ = behind;
        return finish_value(line, outer);
    }
    if (at_.line != line.line)
        return scanner_.fail(key, "a key goes over several lines",
                             "write it on one, or begin it with \"? \"");
    if (!may_be_block)
        return scanner_.fail(at_.at, "a key cannot stand here: a tab or another key stands before it",
                             "quote the value if it contains \": \"; indent with spaces");
    return block_mapping(line, outer);
}

/// Reads a scalar into `candidate`, everything else into the tree.
bool Parser::candidate(std::int64_t indent, Candidate& candidate) {
    const char c = at_.peek();
    candidate.is_empty = false;
    candidate.in_tree = c == '*' || c == '[' || c == '{';
    candidate.is_alias = c == '*';
    if (c == '[' || c == '{') builder_->name(candidate.properties, builder_->next());
    bool good = false;
    if (c == '*') {
        if (candidate.properties.any())
            return scanner_.fail(at_.at, "an alias has an anchor or a tag", "remove it");
        good = alias();
    } else if (c == '[') {
        good = flow_sequence(indent);
    } else if (c == '{') {
        good = flow_mapping(indent);
    } else if (c == '"') {
        good = scanner_.double_quoted(indent, candidate.scalar);
    } else if (c == '\'') {
        good = scanner_.single_quoted(indent, candidate.scalar);
    } else if (scanner_.at_plain(false)) {
        good = scanner_.plain(indent, false, candidate.scalar);
    } else {
        return scanner_.fail(at_.at, std::string("a value cannot begin with ") + c,
                             "quote the value: YAML keeps this character for itself");
    }
    end_ = at_.at;
    return good;
}

bool Parser::finish_value(Candidate& value, const YamlProperties& outer) {
    if (value.is_alias && outer.any())
        return scanner_.fail(value.begin, "an alias has an anchor or a tag", "remove it");
    if (!merge(outer, value.properties)) return false;
    if (value.in_tree)
        builder_->name(value.properties, static_cast<TreeIndex>(value.mark.nodes));
    else
        builder_->scalar(value.scalar, value.properties);
    return true;
}

/// `inner` gets what only `outer` has.
bool Parser::merge(const YamlProperties& outer, YamlProperties& inner) {
    if ((outer.has_anchor() && inner.has_anchor()) || (outer.has_tag() && inner.has_tag()))
        return scanner_.fail(inner.has_anchor() ? inner.anchor_all.begin : inner.tag.begin,
                             "a value has two anchors or two tags", "a value has one of each");
    if (outer.has_anchor()) {
        inner.anchor = outer.anchor;
        inner.anchor_all = outer.anchor_all;
    }
    if (outer.has_tag()) {
        inner.tag = outer.tag;
        inner.full_tag = outer.full_tag;
    }
    return true;
}

void Parser::close(std::uint32_t end) {
    const TreeIndex index = open_.back();
    open_.pop_back();
    builder_->close(end);
    if (builder_->tree()[index].kind == TreeKind::object) keys_->check(index);
}

/// Comes to the next line of a collection at `column`, if there is one.
bool Parser::next_entry(std::uint32_t column, bool& found) {
    at_.skip_separation();
    found = false;
    if (at_.ended() || at_.at_marker()) return true;
    if (!at_.is_fresh())
        return scanner_.fail(at_.at, "text stands behind the end of a value",
                             "quote the whole value, or remove the text");
    if (at_.indentation < column) return true;
    if (at_.is_tabbed())
        return scanner_.fail(at_.at, "a tab stands in the indentation", "indent with spaces");
    if (at_.indentation > column)
        return scanner_.fail(at_.at, "this line is indented more than the lines it belongs to",
                             "indent it as the entries above it");
    found = true;
    return true;
}

bool Parser::block_sequence(std::uint32_t column, const YamlProperties& properties) {
    const TreeIndex list = builder_->open(TreeKind::list, at_.at);
    open_.push_back(list);
    builder_->name(properties, list);
    bool found = true;
    while (found && at_.at_indicator('-')) {
        ++at_.at;
        end_ = at_.at;
        if (!block_node(column, {.compact = true})) return false;
        if (!next_entry(column, found)) return false;
    }
    close(end_);
    return true;
}

/// The key of an object that has been opened, or is about to be.
YamlKey Parser::key_of(const Candidate& key) {
    if (key.is_empty) return {{}, {at_.at, at_.at}};
    if (!key.in_tree) return builder_->key_of(key.scalar, key.properties);
    builder_->name(key.properties, static_cast<TreeIndex>(key.mark.nodes));
    return builder_->take_key(key.mark);
}

bool Parser::block_mapping(const Candidate& first, const YamlProperties& properties) {
    const bool is_explicit = at_.at_indicator('?');
    const YamlKey key = is_explicit ? YamlKey{} : key_of(first);
    const TreeIndex object = builder_->open(TreeKind::object, first.begin);
    open_.push_back(object);
    builder_->name(properties, object);
    builder_->set_key(key);
    if (is_explicit ? !explicit_entry(first.column) : !value(first.column)) return false;
    while (true) {
        bool found = false;
        if (!next_entry(first.column, found)) return false;
        if (!found) break;
        if (!entry(first.column)) return false;
    }
    close(end_);
    return true;
}

bool Parser::entry(std::uint32_t column) {
    if (at_.at_indicator('?')) return explicit_entry(column);
    Candidate key;
    key.begin = at_.at;
    key.line = at_.line;
    if (!read_yaml_properties(scanner_, directives_, false, key.properties)) return false;
    key.mark = builder_->mark();
    if (!at_.at_indicator(':') && !candidate(column, key)) return false;
    at_.skip_blanks();
    if (at_.line != key.line || !at_.at_indicator(':'))
        return scanner_.fail(key.begin, "a key is expected here, and \": \" behind it",
                             "write \"key: value\", or indent what goes on from the line above");
    builder_->set_key(key_of(key));
    return value(column);
}

/// Behind a key, at its ':'.
bool Parser::value(std::uint32_t column) {
    ++at_.at;
    end_ = at_.at;
    return block_node(column, {.dashes = true});
}

bool Parser::explicit_entry(std::uint32_t column) {
    ++at_.at;
    end_ = at_.at;
    const YamlBuilder::Mark mark = builder_->mark();
    if (!block_node(column, {.compact = true, .dashes = true})) return false;
    builder_->set_key(builder_->take_key(mark));
    at_.skip_separation();
    const bool has_value = !at_.ended() && at_.is_fresh() && !at_.is_tabbed() && at_.indentation == column &&
                           at_.at_indicator(':');
    if (!has_value) {
        builder_->null(end_, {});
        return true;
    }
    ++at_.at;
    end_ = at_.at;
    return block_node(column, {.compact = true, .dashes = true});
}

// Collections in brackets

bool Parser::at_flow_indicator(char c) const {
    constexpr std::string_view flow_indicators = ",[]{}";
    return at_.peek() == c &&
           (at_.at_space(1) || flow_indicators.find(at_.peek(1)) != std::string_view::npos);
}

/// White space between brackets; lines in them are indented more than what they belong to.
bool Parser::flow_space(std::int64_t indent) {
    const std::uint32_t line = at_.line;
    at_.skip_separation();
    if (at_.line == line || at_.ended()) return true;
    if (at_.at_marker()) return scanner_.fail(at_.at, "a document ends inside of brackets");
    const bool closes = at_.peek() == ']' || at_.peek() == '}';
    if (at_.indentation > indent || (closes && at_.indentation == indent)) return true;
    return scanner_.fail(at_.at, "this line stands inside of brackets and is indented too little",
                         "indent it more than the key or the dash before the bracket");
}

bool Parser::flow_node(std::int64_t indent, bool& json_like) {
    ++depth_;
    YamlProperties properties;
    bool good = enter(at_.at);
    while (good && (at_.peek() == '&' || at_.peek() == '!')) {
        good = read_yaml_properties(scanner_, directives_, true, properties);
        end_ = std::max(properties.anchor_all.end, properties.tag.end);
        good = good && flow_space(indent);
    }
    good = good && flow_content(indent, properties, json_like);
    --depth_;
    return good;
}

bool Parser::flow_content(std::int64_t indent, const YamlProperties& properties, bool& json_like) {
    const char c = at_.peek();
    const TreeIndex index = builder_->next();
    YamlScalar scalar;
    json_like = c == '[' || c == '{' || c == '"' || c == '\'';
    if (c == '*' && properties.any())
        return scanner_.fail(at_.at, "an alias has an anchor or a tag", "remove it");
    if (c == '*') return alias();
    if (c == '[' || c == '{') {
        builder_->name(properties, index);
        return c == '[' ? flow_sequence(indent) : flow_mapping(indent);
    }
    const bool is_plain = scanner_.at_plain(true);
    if (!is_plain && !json_like) {
        const bool is_empty = at_.ended() || c == ',' || c == ']' || c == '}' || at_flow_indicator(':');
        if (!is_empty)
            return scanner_.fail(at_.at, std::string("a value cannot begin with ") + c,
                                 "quote the value: YAML keeps this character for itself");
        builder_->null(end_, properties);
        return true;
    }
    const bool good = is_plain   ? scanner_.plain(indent, true, scalar)
                      : c == '"' ? scanner_.double_quoted(indent, scalar)
                                 : scanner_.single_quoted(indent, scalar);
    if (!good) return false;
    end_ = at_.at;
    builder_->scalar(scalar, properties);
    return true;
}

/// Behind an item: a comma, or the closing bracket.
bool Parser::flow_comma(char closing, std::uint32_t opening) {
    if (at_.ended())
        return scanner_.fail(opening, "the bracket that opens here is never closed",
                             "write the closing bracket");
    if (at_.peek() == closing) return true;
    if (at_.peek() != ',')
        return scanner_.fail(at_.at, std::string("expected , or ") + closing,
                             "quote a value that contains a comma, bracket or brace");
    ++at_.at;
    return true;
}

bool Parser::flow_sequence(std::int64_t indent) {
    const std::uint32_t opening = at_.at++;
    open_.push_back(builder_->open(TreeKind::list, opening));
    end_ = at_.at;
    while (true) {
        if (!flow_space(indent)) return false;
        if (at_.peek() == ']') break;
        if (at_.peek() == ',')
            return scanner_.fail(at_.at, "a value is missing before the comma", "remove the comma");
        if (!flow_item(indent) || !flow_space(indent) || !flow_comma(']', opening)) return false;
    }
    ++at_.at;
    end_ = at_.at;
    close(end_);
    return true;
}

/// A value, or a pair, which is an object of one member.
bool Parser::flow_item(std::int64_t indent) {
    const std::uint32_t begin = at_.at, line = at_.line;
    const bool is_explicit = at_flow_indicator('?');
    bool json_like = false;
    if (is_explicit) {
        open_.push_back(builder_->open(TreeKind::object, begin));
        end_ = ++at_.at;
        if (!flow_space(indent)) return false;
    }
    const YamlBuilder::Mark mark = builder_->mark();
    if (!flow_node(indent, json_like) || !flow_space(indent)) return false;
    const bool has_value = at_.peek() == ':' && (json_like || at_flow_indicator(':'));
    if (!is_explicit && !has_value) return true;
    if (!is_explicit && at_.line != line)
        return scanner_.fail(begin, "a key goes over several lines",
                             "write it on one, or begin it with \"? \"");
    const YamlKey key = builder_->take_key(mark);
    if (!is_explicit) open_.push_back(builder_->open(TreeKind::object, begin));
    builder_->set_key(key);
    if (!flow_value(indent, json_like)) return false;
    close(end_);
    return true;
}

bool Parser::flow_value(std::int64_t indent, bool json_like) {
    if (at_.peek() != ':' || !(json_like || at_flow_indicator(':'))) {
        builder_->null(end_, {});
        return true;
    }
    end_ = ++at_.at;
    return flow_space(indent) && flow_node(indent, json_like);
}

bool Parser::flow_mapping(std::int64_t indent) {
    const std::uint32_t opening = at_.at++;
    open_.push_back(builder_->open(TreeKind::object, opening));
    end_ = at_.at;
    while (true) {
        if (!flow_space(indent)) return false;
        if (at_.peek() == '}') break;
        if (at_.peek() == ',')
            return scanner_.fail(at_.at, "a value is missing before the comma", "remove the comma");
        if (at_flow_indicator('?')) {
            end_ = ++at_.at;
            if (!flow_space(indent)) return false;
        }
        bool json_like = false;
        const YamlBuilder::Mark mark = builder_->mark();
        if (!flow_node(indent, json_like)) return false;
        builder_->set_key(builder_->take_key(mark));
        if (!flow_space(indent) || !flow_value(indent, json_like) || !flow_space(indent)) return false;
        if (!flow_comma('}', opening)) return false;
    }
    ++at_.at;
    end_ = at_.at;
    close(end_);
    return true;
}

bool Parser::alias() {
    const std::uint32_t begin = at_.at;
    Span name;
    if (!read_yaml_name(scanner_, name)) return false;
    end_ = at_.at;
    auto fault = builder_->alias(name, {begin, at_.at});
    if (fault && !scanner_.fault) scanner_.fault = std::move(fault);
    return !scanner_.fault;
}

// The whole

/// The first byte that YAML does not allow.
std::optional<YamlFault> bad_byte(std::string_view file) {
    const auto at = [](std::size_t place) {
        return Span{static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place + 1)};
    };
    if (const auto invalid = first_invalid_utf8(file))
        return YamlFault{at(*invalid), "this byte is not UTF-8", "save the file as UTF-8"};
    const auto control = std::find_if(file.begin(), file.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    if (control == file.end()) return std::nullopt;
    return YamlFault{at(static_cast<std::size_t>(control - file.begin())),
                     "a control character stands in the file",
                     "remove it, or write it as an escape in double quotes"};
}

}  // namespace

std::vector<Tree> read_yaml(const Sources& sources, SourceId id, Findings& findings) {
    const std::string_view file = sources.text(id);
    std::vector<Tree> trees;
    std::optional<YamlFault> fault = bad_byte(file);
    if (!fault) {
        Parser parser(file, id, findings);
        trees = parser.run();
        fault = parser.fault();
    }
    if (!fault) return trees;
    Finding finding = bad_data({id, fault->span}, std::move(fault->message));
    finding.id = std::move(fault->id);
    finding.help = std::move(fault->help);
    findings.push_back(std::move(finding));
    return trees;
}

}  // namespace factlint
