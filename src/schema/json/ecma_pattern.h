// Patterns of JSON Schema: regular expressions of ECMA-262 (flag u), run by RE2.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace factlint::schema {

/// A pattern in the syntax of RE2, or why it cannot be written in it.
struct Translation {
    std::string pattern;
    std::string error;        ///< empty where all went well
    bool beyond_re2 = false;  ///< a pattern of ECMA-262 that RE2 has no means for: lookaround, backreferences
};

/// Where both agree the text stays. `.`, \s and [^] have the sets of ECMA-262, \uXXXX and \cX their characters, names
/// of \p{…} are those of Unicode; groups do not capture. O(n).
Translation translate(std::string_view ecma);

/// Compiled once, of limited size.
class EcmaPattern {
  public:
    /// Never throws; a pattern with an error() is found nowhere.
    explicit EcmaPattern(std::string_view ecma);
    EcmaPattern(EcmaPattern&&) noexcept;
    ~EcmaPattern();

    const std::string& error() const { return error_; }
    /// Whether it is a pattern of ECMA-262 all the same (Translation).
    bool is_beyond_re2() const { return beyond_re2_; }
    /// Whether it matches anywhere in `text`. O(text).
    bool found_in(std::string_view text) const;

  private:
    std::unique_ptr<re2::RE2> regex_;
    std::string error_;
    bool beyond_re2_ = false;
};

}  // namespace factlint::schema
