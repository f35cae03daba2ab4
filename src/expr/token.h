// Tokens of CEL (langdef.md, "Syntax"): spans into the source; literals are decoded when the parser asks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "expr/expression.h"
#include "text/span.h"

namespace factlint::expr {

struct Token {
    enum class Kind : std::uint8_t {
        end,
        identifier,
        quoted_identifier,
        integer,
        uint,
        floating,
        string,
        bytes,
        open_paren,
        close_paren,
        open_bracket,
        close_bracket,
        open_brace,
        close_brace,
        dot,
        comma,
        colon,
        question,
        plus,
        minus,
        star,
        slash,
        percent,
        bang,
        equal,
        not_equal,
        less,
        less_equal,
        greater,
        greater_equal,
        logical_and,
        logical_or,
    };
    Kind kind = Kind::end;
    Span span;
};

/// Splits the whole source; the last token is `end`. What is no token is reported and left out. O(n).
std::vector<Token> tokenize(std::string_view source, std::vector<Diagnostic>& diagnostics);

/// "string", "')'", …: for "expected …" messages.
std::string_view describe(Token::Kind kind);

/// The value of a string or bytes literal as written (prefix, quotes, escapes). Reports bad escapes. O(n).
std::string decode_string(std::string_view source, Token token, std::vector<Diagnostic>& diagnostics);

/// Words that are no names of variables or functions of their own (fields and methods may be called so).
bool is_reserved(std::string_view word);

}  // namespace factlint::expr
