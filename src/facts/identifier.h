// Identifiers: what has digits and states no number: URLs, e-mail, F-16, v1.2.3, #123, [12],
// 2019-nCoV, 090-1234-5678, § 4.6.
#pragma once

#include <cstdint>
#include <string_view>

#include "facts/token.h"
#include "text/span.h"

namespace factlint {

/// Whether the digits at `at` are the row of $A$1, a cell of a spreadsheet.
bool is_cell_row(std::string_view text, std::uint32_t at);

/// The identifier that the digits at `at` are a part of, empty where they are free: letters, '_' or '#' right before
/// them, a hyphen between letters and them, an address or the brackets of a note or an area code around them, letters of
/// base sixteen among them. Looks at most 256 bytes back.
Span identifier_around(std::string_view text, std::uint32_t at, std::uint32_t floor);
/// Whether the word at `at` stands in a URL or an e-mail address, behind one of its signs. Looks at most 256 bytes back.
bool is_in_address(std::string_view text, std::uint32_t at, std::uint32_t floor);
/// Groups of digits joined by hyphens or dots, as in telephone numbers and versions; empty where `at` is an ordinary
/// number.
Span chain_at(std::string_view text, std::uint32_t at);
/// 0800 555 111: groups of digits of which the first begins with a zero; empty where there are no three.
Span telephone_at(std::string_view text, std::uint32_t at);
/// 2019-nCoV: the digits at the run's start with a word behind a hyphen that has a capital letter inside and is no unit;
/// empty where there is none.
Span code_at(Run& run);
/// Whether the word before token 0 says that the number is a name or a place: Boeing 737, section 4.
bool is_reference(Run& run);
/// What is left out then: the digits at the run's start with what hyphens join to them, as in ISBN 978-3-16.
Span reference_at(Run& run);

}  // namespace factlint
