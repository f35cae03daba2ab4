// A regular expression that must match all of a text: RE2 syntax, compiled once, of limited size.
#pragma once

#include <string>
#include <string_view>

#include "text/limited_pattern.h"

namespace factlint {

class FullMatch {
  public:
    /// Never throws; an invalid or too large pattern has an error() and matches everything.
    explicit FullMatch(std::string_view pattern);
    FullMatch(FullMatch&&) noexcept;
    FullMatch& operator=(FullMatch&&) noexcept;
    ~FullMatch();
    /// Why it cannot be used; empty where it can.
    const std::string& error() const { return compiled_.error; }
    /// O(text).
    bool matches(std::string_view text) const;

  private:
    LimitedPattern compiled_;
};

}  // namespace factlint
