// A regular expression of .matches(): RE2 syntax, compiled once, of limited size.
#pragma once

#include <string>
#include <string_view>

#include "text/limited_pattern.h"

namespace factlint::expr {

class Pattern {
  public:
    /// Never throws; an invalid or too large pattern has an error() and matches nothing. O(size of the program).
    explicit Pattern(std::string_view pattern);
    ~Pattern();
    /// Why it cannot be used; empty where it can.
    const std::string& error() const { return compiled_.error; }
    /// Whether it matches anywhere in `text`. O(text).
    bool found_in(std::string_view text) const;

  private:
    LimitedPattern compiled_;
};

}  // namespace factlint::expr
