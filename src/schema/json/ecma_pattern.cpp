#include "schema/json/ecma_pattern.h"

#include <re2/re2.h>

namespace factlint::schema {
namespace {

constexpr int most_instructions = 20'000;
constexpr std::size_t longest_pattern = 10'000;
constexpr std::int64_t most_memory = std::int64_t{16} << 20;

}  // namespace

EcmaPattern::EcmaPattern(std::string_view ecma) {
    if (ecma.size() > longest_pattern) {
        error_ = "it is longer than 10000 bytes";
        return;
    }
    const Translation translation = translate(ecma);
    error_ = translation.error;
    beyond_re2_ = translation.beyond_re2;
    if (!error_.empty()) return;
    RE2::Options options(RE2::Quiet);
    options.set_max_mem(most_memory);
    regex_ = std::make_unique<RE2>(translation.pattern, options);
    if (!regex_->ok())
        error_ =
            regex_->error().substr(0, regex_->error().find(": "));  // behind it stands what was translated
    else if (regex_->ProgramSize() > most_instructions)
        error_ = "it needs more than 20000 instructions";
}

EcmaPattern::EcmaPattern(EcmaPattern&&) noexcept = default;
EcmaPattern::~EcmaPattern() = default;

bool EcmaPattern::found_in(std::string_view text) const {
    return error_.empty() && RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *regex_);
}

}  // namespace factlint::schema
