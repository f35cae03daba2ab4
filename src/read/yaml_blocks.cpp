// Blocks: lists and objects that are made by indentation.
#include "read/yaml_parser.h"

#include <algorithm>

namespace factlint {

bool YamlParser::enter(std::uint32_t at) {
    return depth_ <= YamlBuilder::deepest || scanner_.fail(at, "the nesting is deeper than 512");
}

/// Whether what stands at the cursor belongs to a collection indented by `indent`.
bool YamlParser::node_follows(std::int64_t indent, bool dashes) {
    if (at_.ended() || at_.at_marker()) return false;
    if (!at_.is_fresh() || at_.indentation > indent) return true;
    return dashes && at_.indentation == indent && at_.at_indicator('-');
}

bool YamlParser::block_node(std::int64_t indent, YamlBlockPlace place) {
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

bool YamlParser::block_content(std::int64_t indent, YamlBlockPlace place, const YamlProperties& outer,
                               bool tabbed) {
    if (!node_follows(indent, place.dashes)) {
        builder_->null(end_, outer);
        return true;
    }
    YamlCandidate line;
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
bool YamlParser::block_line(std::int64_t indent, const YamlProperties& outer, bool may_be_block,
                            YamlCandidate& line) {
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
bool YamlParser::candidate(std::int64_t indent, YamlCandidate& candidate) {
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

bool YamlParser::finish_value(YamlCandidate& value, const YamlProperties& outer) {
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
bool YamlParser::merge(const YamlProperties& outer, YamlProperties& inner) {
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

void YamlParser::close(std::uint32_t end) {
    const TreeIndex index = open_.back();
    open_.pop_back();
    builder_->close(end);
    if (builder_->tree()[index].kind == TreeKind::object) keys_->check(index);
}

/// Comes to the next line of a collection at `column`, if there is one.
bool YamlParser::next_entry(std::uint32_t column, bool& found) {
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

bool YamlParser::block_sequence(std::uint32_t column, const YamlProperties& properties) {
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
YamlKey YamlParser::key_of(const YamlCandidate& key) {
    if (key.is_empty) return {{}, {at_.at, at_.at}};
    if (!key.in_tree) return builder_->key_of(key.scalar, key.properties);
    builder_->name(key.properties, static_cast<TreeIndex>(key.mark.nodes));
    return builder_->take_key(key.mark);
}

bool YamlParser::block_mapping(const YamlCandidate& first, const YamlProperties& properties) {
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

bool YamlParser::entry(std::uint32_t column) {
    if (at_.at_indicator('?')) return explicit_entry(column);
    YamlCandidate key;
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
bool YamlParser::value(std::uint32_t column) {
    ++at_.at;
    end_ = at_.at;
    return block_node(column, {.dashes = true});
}

bool YamlParser::explicit_entry(std::uint32_t column) {
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

}  // namespace factlint
