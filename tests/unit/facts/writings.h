// How a language writes numbers, amounts and times: the formatters that properties of recognition read back. One file a
// language, tests/unit/facts/writings/<tag>.txt, in the form of a case file (support/cases.h) with these sections:
//
//     -- carriers --                  a sentence a line; {} is where the writing stands
//     -- form name=words --           how a natural number is written, from a smallest value on:
//     0 zero, one, two                  consecutive values
//     20 twenty[->>]                    << the quotient, >> the remainder, by the largest power of ten up to 20;
//     100 << hundred[ >>]               [ ] only where there is a remainder; # the digits
//     80/20 quatre-vingt[->>]           by the largest power of 20 instead
//     1e6 <ones< million[ >>]           quotient in another form; >form> remainder, =form= the whole number
//     -- money unit=USD value={n} --  a kind and its value: ways to write it, one a line
//     {n:words} dollars
//     a [{n}] note => {n} USD           its own value and unit; [ ] is the span, where it is not all of the line
//
// Variables are natural numbers, drawn from their range (`n=2-99` beside the kind narrows it): y m d of a day that
// exists, w its weekday, h 0–23, s 0–59 minutes and seconds (s2 is any other), i up to 10^24, n k 2–999, f 1–999999, c
// 1–99. x2 is larger than x, {y-2018} is a difference. `flags` are the words a fact's line has behind its unit (fact_line.h).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/cases.h"

namespace factlint::test {

__extension__ typedef unsigned __int128 Natural;

struct NaturalRange {
    Natural low = 0;
    Natural high = 0;
};

using Values = std::map<std::string, Natural, std::less<>>;

struct Writing {
    std::string text;
    std::string value;
    std::string unit;
};

/// Writings of one kind of fact, of the same variables.
struct WritingGroup {
    std::string kind;
    std::string flags;
    std::map<std::string, NaturalRange, std::less<>> variables;
    std::vector<Writing> writings;
};

class Writings {
  public:
    /// Of a language; throws std::runtime_error on a file that cannot be read.
    explicit Writings(std::string_view tag);

    const std::vector<std::string>& carriers() const { return carriers_; }
    const std::vector<WritingGroup>& groups() const { return groups_; }
    /// The pattern with its slots filled.
    std::string fill(std::string_view pattern, const Values& values) const;

  private:
    struct Rule {
        Natural base, divisor;
        std::string text;
    };
    using Form = std::vector<Rule>;

    void load(std::string_view tag);
    void add_form(const Section& section);
    void add_group(const Section& section);
    std::string in_form(std::string_view name, Natural value) const;
    std::string apply(std::string_view form, const Rule& rule, Natural value) const;

    std::string tag_;
    std::vector<std::string> carriers_;
    std::vector<WritingGroup> groups_;
    std::map<std::string, Form, std::less<>> forms_;
};

Natural natural(std::string_view text);  ///< "120", "1e24"
std::string to_string(Natural value);

}  // namespace factlint::test
