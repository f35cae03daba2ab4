// A regular expression of .matches(): RE2 syntax, compiled once, of limited size.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace factlint::expr {

class Pattern {
  public:
    /// Never throws; an invalid or too large pattern has an error() and matches nothing. O(size of the program).
    explicit Pattern(std::string_view pattern);
    ~Pattern();
    /// Why it cannot be used; empty where it can.
    const std::string& error() const { return error_; }
    /// Whether it matches anywhere in `text`. O(text).
    bool found_in(std::string_view text) const;

  private:
    std::unique_ptr<re2::RE2> regex_;
    std::string error_;
};

}  // namespace factlint::expr
