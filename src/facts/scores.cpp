#include "facts/scores.h"

namespace factlint {
namespace {

#include "scores.inc"

}  // namespace

std::span<const Score> all_scores() { return scores; }

}  // namespace factlint
