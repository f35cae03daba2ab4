// Any bytes in any language: no crash, no endless work, and every promise of facts is kept.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "facts/extract.h"
#include "facts/language_data.h"
#include "unit/facts/invariants.h"

using namespace factlint;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const LanguageId language = all_languages()[data[0] % language_count()].id;
    const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
    Facts facts;
    extract_text(text, language, facts, 0, {.language = {}, .identifiers = (data[0] & 0x80) != 0});
    const std::string problem = test::broken_promise(facts, text);
    if (problem.empty()) return 0;
    std::fprintf(stderr, "%s\n", problem.c_str());
    std::abort();
}
