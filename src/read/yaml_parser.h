// The parser of YAML: documents (yaml_tree.cpp), blocks (yaml_blocks.cpp), collections in brackets (yaml_flow.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "read/encoding.h"
#include "read/json_faults.h"
#include "read/yaml_properties.h"

namespace factlint {

/// Where a block node begins.
struct YamlBlockPlace {
    bool compact = false;  ///< a list or object may begin on the same line: behind "- "
    bool dashes = false;   ///< a list may stand as far left as what it belongs to: below a key
};

/// What a line in a block begins with and which may turn out to be a key.
struct YamlCandidate {
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
class YamlParser {
  public:
    YamlParser(std::string_view file, SourceId source, Findings& findings)
        : file_(file), source_(source), findings_(findings), scanner_(file, byte_order_mark_size(file)) {}

    std::vector<Tree> run();
    const std::optional<YamlFault>& fault() const { return scanner_.fault; }

  private:
    bool document_start(bool& found);
    bool document(bool is_marked);

    bool block_node(std::int64_t indent, YamlBlockPlace place);
    bool block_content(std::int64_t indent, YamlBlockPlace place, const YamlProperties& outer, bool tabbed);
    bool block_line(std::int64_t indent, const YamlProperties& outer, bool may_be_block, YamlCandidate& line);
    bool candidate(std::int64_t indent, YamlCandidate& candidate);
    bool finish_value(YamlCandidate& value, const YamlProperties& outer);
    bool block_sequence(std::uint32_t column, const YamlProperties& properties);
    bool block_mapping(const YamlCandidate& first, const YamlProperties& properties);
    bool next_entry(std::uint32_t column, bool& found);
    bool entry(std::uint32_t column);
    bool explicit_entry(std::uint32_t column);
    bool value(std::uint32_t column);
    YamlKey key_of(const YamlCandidate& key);
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

}  // namespace factlint
