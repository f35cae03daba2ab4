// The parts of the HTML report that are no code: reports/html/, compiled in.
#pragma once

#include <string_view>

namespace factlint {

/// `html` has slots "{{name}}", each alone where its content belongs; `style` and `script` fill two of them.
struct Page {
    std::string_view html;
    std::string_view style;
    std::string_view script;
};

extern const Page page;

}  // namespace factlint
