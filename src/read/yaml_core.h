// What plain scalars of YAML mean: the core schema of YAML 1.2.2, section 10.3.2.
#pragma once

#include <string>
#include <string_view>

#include "read/tree.h"

namespace factlint {

/// A value: `text` is a number as JSON writes it, "true" or "false", nothing for null.
struct YamlValue {
    TreeKind kind = TreeKind::text;
    std::string text;
    bool as_written = false;  ///< then `text` is empty and the scalar's own text is the value's
};

/// - null, Null, NULL, ~ and nothing at all are null; true, True, TRUE, false, False, FALSE are booleans. Of what YAML
///   1.1 knew beyond that nothing is left: no, off and yes are texts, as are 2025-11-02, 1_000 and 190:20:30.
/// - Numbers keep their literal where it is one of JSON (1.50, -3e8). Others are written so: +12 is 12, 012 is 12 (the
///   octal of YAML 1.1 is 0o12, which is 10), .5 is 0.5, 5. is 5, 0x1F is 31; no digit behind the point is lost.
/// - .inf and .nan are no numbers that anything can be compared with exactly: they are texts, as are numbers to a base of
///   more than 256 digits.
YamlValue core_value(std::string_view plain);

}  // namespace factlint
