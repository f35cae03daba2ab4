// factlint eval --stream: one request a line.
#pragma once

#include <string>
#include <string_view>

namespace factlint::expr {

/// Reads {"expr", "declare"?, "bind"?, "container"?, "disable_check"?, "check_only"?} and gives {"value":…,"type":…},
/// with check_only {"type":…}, else {"error":…}; no newline at the end. Values are typed: {"int":"1"}, {"uint":"1"},
/// {"double":"0.5"}, {"bool":true}, {"string":"x"}, {"bytes":"base64"}, {"null":null}, {"list":[…]},
/// {"map":[[key,value],…]}, {"type":"int"}, {"timestamp":{"seconds":"0","nanos":"0"}}, {"duration":…}. "declare" maps
/// names to types, or to {"function":[{"params":[…],"result":…,"member":…}]}. Never throws. Without facts: plain CEL.
std::string eval_stream_line(std::string_view json_line);

}  // namespace factlint::expr
