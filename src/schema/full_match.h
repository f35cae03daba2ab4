// A regular expression that must match all of a text: RE2 syntax, compiled once, of limited size.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace factlint {

class FullMatch {
  public:
    /// Never throws; an invalid or too large pattern has an error() and matches everything.
    explicit FullMatch(std::string_view pattern);
    FullMatch(FullMatch&&) noexcept;
    FullMatch& operator=(FullMatch&&) noexcept;
    ~FullMatch();
    /// Why it cannot be used; empty where it can.
    const std::string& error() const { return error_; }
    /// O(text).
    bool matches(std::string_view text) const;

  private:
    std::unique_ptr<re2::RE2> regex_;
    std::string error_;
};

}  // namespace factlint
