// Collections in brackets, and aliases.
#include "read/yaml_parser.h"

#include <algorithm>
#include <utility>

namespace factlint {

bool YamlParser::at_flow_indicator(char c) const {
    constexpr std::string_view flow_indicators = ",[]{}";
    return at_.peek() == c &&
           (at_.at_space(1) || flow_indicators.find(at_.peek(1)) != std::string_view::npos);
}

/// White space between brackets; lines in them are indented more than what they belong to.
bool YamlParser::flow_space(std::int64_t indent) {
    const std::uint32_t line = at_.line;
    at_.skip_separation();
    if (at_.line == line || at_.ended()) return true;
    if (at_.at_marker()) return scanner_.fail(at_.at, "a document ends inside of brackets");
    const bool closes = at_.peek() == ']' || at_.peek() == '}';
    if (at_.indentation > indent || (closes && at_.indentation == indent)) return true;
    return scanner_.fail(at_.at, "this line stands inside of brackets and is indented too little",
                         "indent it more than the key or the dash before the bracket");
}

bool YamlParser::flow_node(std::int64_t indent, bool& json_like) {
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

bool YamlParser::flow_content(std::int64_t indent, const YamlProperties& properties, bool& json_like) {
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
bool YamlParser::flow_comma(char closing, std::uint32_t opening) {
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

bool YamlParser::flow_sequence(std::int64_t indent) {
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
bool YamlParser::flow_item(std::int64_t indent) {
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

bool YamlParser::flow_value(std::int64_t indent, bool json_like) {
    if (at_.peek() != ':' || !(json_like || at_flow_indicator(':'))) {
        builder_->null(end_, {});
        return true;
    }
    end_ = ++at_.at;
    return flow_space(indent) && flow_node(indent, json_like);
}

bool YamlParser::flow_mapping(std::int64_t indent) {
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

bool YamlParser::alias() {
    const std::uint32_t begin = at_.at;
    Span name;
    if (!read_yaml_name(scanner_, name)) return false;
    end_ = at_.at;
    auto fault = builder_->alias(name, {begin, at_.at});
    if (fault && !scanner_.fault) scanner_.fault = std::move(fault);
    return !scanner_.fault;
}

}  // namespace factlint
