// Small reports in memory, over invented sentences in Japanese, English and Vietnamese.
#pragma once

#include <string_view>
#include <vector>

#include "check/report.h"
#include "text/sources.h"

namespace factlint::test {

/// A report and what its places point into.
struct SampleReport {
    std::string_view name;  ///< of its golden files
    Sources sources;
    Report report;
};

/// Every shape a report can take: broken, not checked and held claims, several files, rule errors, findings without
/// place, hostile text.
void make_library(SampleReport& sample);
/// One claim that holds in one document.
void make_clean(SampleReport& sample);
/// Nothing read, nothing checked.
void make_empty(SampleReport& sample);

struct SampleMaker {
    std::string_view name;
    void (*make)(SampleReport&);
};
inline constexpr SampleMaker sample_makers[] = {
    {"library", make_library}, {"clean", make_clean}, {"empty", make_empty}};

/// The place of the `nth` (from 0) occurrence of `needle`; aborts the test where there is none.
Place place_of(const Sources& sources, SourceId source, std::string_view needle, int nth = 0);

}  // namespace factlint::test
