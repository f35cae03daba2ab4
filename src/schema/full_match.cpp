#include "schema/full_match.h"

#include <re2/re2.h>

namespace factlint {
namespace {

constexpr int max_instructions = 5000;
constexpr std::size_t max_length = 10'000;

}  // namespace

FullMatch::FullMatch(std::string_view pattern) {
    if (pattern.size() > max_length) {
        error_ = "the pattern is longer than 10000 bytes";
        return;
    }
    RE2::Options options(RE2::Quiet);
    options.set_max_mem(8 << 20);
    regex_ = std::make_unique<RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
    if (!regex_->ok())
        error_ = regex_->error();
    else if (regex_->ProgramSize() > max_instructions)
        error_ = "the pattern needs more than 5000 instructions";
}

FullMatch::FullMatch(FullMatch&&) noexcept = default;
FullMatch& FullMatch::operator=(FullMatch&&) noexcept = default;
FullMatch::~FullMatch() = default;

bool FullMatch::matches(std::string_view text) const {
    return !error_.empty() || RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *regex_);
}

}  // namespace factlint
