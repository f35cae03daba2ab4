// Anchors, tags and directives of YAML.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "read/yaml_builder.h"

namespace factlint {

/// The directives of one document.
struct YamlDirectives {
    bool has_version = false;
    std::map<std::string_view, std::string_view> handles = {};  ///< of tags: "!e!" → "tag:example.com,2000:"
};

/// Reads the directive at the cursor, %YAML or %TAG; others mean nothing.
bool read_yaml_directive(YamlScanner& scanner, YamlDirectives& directives);

/// The anchor and the tag at the cursor, as many as stand on this line, into `properties`. The cursor comes to stand
/// behind the white space after them.
bool read_yaml_properties(YamlScanner& scanner, const YamlDirectives& directives, bool in_flow,
                          YamlProperties& properties);

/// The name of the anchor or alias at the cursor, behind its & or *.
bool read_yaml_name(YamlScanner& scanner, Span& name);

}  // namespace factlint
