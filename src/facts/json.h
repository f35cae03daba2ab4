// Facts as JSON: one object each, as in `extract --format jsonl` and in every report (design, section 2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "facts/fact.h"
#include "read/document.h"
#include "text/line_map.h"

namespace factlint {

/// What the JSON of a fact says beside the fact itself. Spans of facts are offsets into `prose`.
struct FactPlace {
    std::string_view path;  ///< left out where empty
    std::string_view prose;
    const Document* document = nullptr;  ///< maps spans back to the file; nullptr: prose is the file
    LineCursor* lines = nullptr;         ///< of the file; nullptr leaves line and column out
    std::uint64_t base = 0;              ///< offset in the file where it was read as blocks (text/blocks.h)
    std::uint32_t lines_before = 0;      ///< likewise its lines
};

/// Appends the object of the fact at `index`, its parts inside; no newline.
void append_fact(std::string& out, const Facts& facts, std::size_t index, const FactPlace& place);
/// Appends `[…]` of all facts.
void append_facts(std::string& out, const Facts& facts, const FactPlace& place);

}  // namespace factlint
