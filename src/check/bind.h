// Binding: the patterns of a rule file tried on a document. Gives each name its values, and each value its place.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "check/corpus.h"
#include "check/table/table_look.h"
#include "facts/describe.h"
#include "rules/rule.h"

namespace factlint {

/// Where an operand stands: what Stated::origin is an index of. Values of the rule file have the rule file's place.
struct Operand {
    Place place;
    Span prose;                                ///< in `document`, empty where there is none
    const LoadedDocument* document = nullptr;  ///< null for values of the rule file and of data
    LanguageId language{};
    std::string_view
        year_from{};  ///< what gave its date the year that is not written there; empty where nothing did
};

/// " (year from the dateline)"; empty where the year is written or open.
std::string year_note(const Operand& operand);

/// A fact of `document` as an operand: its dates without a year get that of the document where it has one.
Stated stated_in(const LoadedDocument& document, Stated fact, StatedParts& parts);

/// One value: a hole of one match, a known truth, a cell.
struct BoundValue {
    std::string variable;
    Stated value;  ///< value.origin is an index into Operands
};

/// One match of a definition: its holes in order.
struct BoundMatch {
    Place place;
    std::vector<BoundValue> values;
};

/// Why a fact is missing whose pattern matches nowhere in the document that is checked.
inline constexpr std::string_view not_found_here = "not found";

/// What a definition found in one document.
struct Binding {
    std::vector<BoundMatch> matches;
    std::string missing;             ///< why there is none: not_found_here, "a.md could not be read"
    std::optional<Place> near_miss;  ///< where the pattern stands, but with a value of another kind or unit
    std::string near_miss_text;      ///< what stands there
    std::map<std::string, std::string>
        without_value{};  ///< calls over columns of a table that have none, and why
};

/// Operands and what they point into; append-only for one run, so that origins stay valid.
struct Operands {
    std::deque<Operand> items;
    StatedParts parts;
    std::deque<std::string> texts;

    std::uint32_t add(const Operand& operand) {
        items.push_back(operand);
        return static_cast<std::uint32_t>(items.size() - 1);
    }
};

/// What a rule file found in one document, by index of the definition.
struct Bindings {
    const RuleFile* rules = nullptr;
    const LoadedDocument* document = nullptr;
    std::vector<Binding> facts;
};

struct BindContext {
    const Alphabet& alphabet;
    Corpus& corpus;
    Operands& operands;
    std::string root;
    bool stream =
        false;  ///< no other file may be read: `in:`, `at:` and `table:` are missing with reason "stream"
    std::vector<Finding>& findings;
    TableLook look{};                                   ///< how tables are read
    std::map<const FactDefinition*, Binding> tables{};  ///< what read_tables() computed
};

/// O(patterns × text they are tried on); a pattern is tried only in its language and where its literal occurs. Without a
/// document only truths, data and other files have values.
Bindings bind(const RuleFile& rules, const LoadedDocument* document, BindContext& context);

/// `path` with the stem of the document that is checked, if there is one, for {stem}.
std::string with_stem_of(const std::string& path, const LoadedDocument* document, const BindContext& context);

/// Whether the path is another one for each document.
inline bool has_stem(std::string_view path) { return path.find("{stem}") != std::string_view::npos; }

/// Whether the rules name documents, or some fact or claim is about the document that is checked: otherwise they are
/// evaluated once, on none.
bool needs_document(const RuleFile& rules);

/// Matches of the alternatives of one `find`, in document order, not overlapping.
std::vector<BoundMatch> find_all(const std::vector<Find>& finds, Scope scope, const std::string& name,
                                 const LoadedDocument& document, BindContext& context);

}  // namespace factlint
