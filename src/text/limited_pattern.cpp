#include "text/limited_pattern.h"

#include <re2/re2.h>

namespace factlint {
namespace {

constexpr int max_instructions = 5000;
constexpr std::size_t max_length = 10'000;
constexpr std::int64_t max_memory = 8 << 20;

}  // namespace

LimitedPattern compile_limited_pattern(std::string_view pattern) {
    if (pattern.size() > max_length) return {nullptr, "the pattern is longer than 10000 bytes"};
    RE2::Options options(RE2::Quiet);
    options.set_max_mem(max_memory);
    auto regex = std::make_unique<RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
    if (!regex->ok()) return {nullptr, regex->error()};
    if (regex->ProgramSize() > max_instructions)
        return {nullptr, "the pattern needs more than 5000 instructions"};
    return {std::move(regex), {}};
}

}  // namespace factlint
