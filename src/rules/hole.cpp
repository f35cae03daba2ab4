// The inside of a hole: `name:kind|kind unit|unit` or `name:text RE2`.
#include <algorithm>

#include "rules/names.h"
#include "rules/pattern_syntax.h"
#include "text/normal_form.h"
#include "value/unit.h"

namespace factlint {
namespace {

/// What may stand behind a kind.
enum class UnitSyntax : std::uint8_t { none, label, currency, measure, duration, percent, any };

/// One per Kind, in its order.
constexpr std::array<UnitSyntax, kind_names.size()> unit_syntax = {
    UnitSyntax::none,      // number
    UnitSyntax::label,     // count
    UnitSyntax::percent,   // percent
    UnitSyntax::currency,  // money
    UnitSyntax::measure,   // measure
    UnitSyntax::label,     // ordinal
    UnitSyntax::label,     // ratio
    UnitSyntax::any,       // range
    UnitSyntax::none,      // date
    UnitSyntax::none,      // date_range
    UnitSyntax::none,      // time
    UnitSyntax::none,      // datetime
    UnitSyntax::none,      // time_range
    UnitSyntax::duration,  // duration
    UnitSyntax::duration,  // age
    UnitSyntax::none,      // identifier
    UnitSyntax::none,      // text
};

bool has_class(std::string_view word, UnitClass wanted) {
    const auto id = find_unit(word);
    return id && unit(*id).unit_class == wanted;
}

bool allowed(UnitSyntax syntax, std::string_view word) {
    switch (syntax) {
        case UnitSyntax::none: return false;
        case UnitSyntax::label:
        case UnitSyntax::any: return true;
        case UnitSyntax::currency: return has_class(word, UnitClass::money);
        case UnitSyntax::measure: return has_class(word, UnitClass::measure);
        case UnitSyntax::duration: return has_class(word, UnitClass::duration);
        case UnitSyntax::percent: return word == "%" || word == "pp";
    }
    return false;
}

std::string unit_help(UnitSyntax syntax, std::string_view word) {
    std::vector<std::string_view> names;
    for (const Unit& row : all_units())
        if (!row.id.empty() && allowed(syntax, row.id)) names.push_back(row.id);
    switch (syntax) {
        case UnitSyntax::none: return "leave the unit out";
        case UnitSyntax::percent: return "expected `%` or `pp`";
        case UnitSyntax::currency: return suggestion(word, names) + " (ISO 4217)";
        default: return suggestion(word, names);
    }
}

std::vector<Span> split(std::string_view text, Span span, char separator) {
    std::vector<Span> parts;
    std::uint32_t begin = span.begin;
    for (std::uint32_t at = span.begin; at <= span.end; ++at) {
        if (at < span.end && text[at] != separator) continue;
        parts.push_back({begin, at});
        begin = at + 1;
    }
    return parts;
}

Span trimmed(std::string_view text, Span span) {
    while (!span.empty() && text[span.begin] == ' ') ++span.begin;
    while (!span.empty() && text[span.end - 1] == ' ') --span.end;
    return span;
}

class HoleReader {
  public:
    HoleReader(std::string_view pattern, Span span, Place place, Findings& findings)
        : pattern_(pattern), span_(span), place_(place), findings_(findings) {}

    std::optional<Hole> read() {
        const auto colon = static_cast<std::uint32_t>(pattern_.find(':', span_.begin));
        Span rest{colon + 1, span_.end - 1};
        const auto space = std::min(
            static_cast<std::uint32_t>(std::min<std::size_t>(pattern_.find(' ', rest.begin), UINT32_MAX)),
            rest.end);
        Hole hole;
        hole.place = span_;
        read_name(trimmed(pattern_, {span_.begin + 1, colon}), hole);
        read_kinds({rest.begin, space}, hole);
        if (ok_) read_rest({space, rest.end}, hole);
        if (!ok_) return std::nullopt;
        return hole;
    }

  private:
    void read_name(Span span, Hole& hole) {
        hole.name = std::string(slice(pattern_, span));
        if (hole.name.empty() || is_identifier(hole.name)) return;
        report(span, "bad-hole", quoted(hole.name) + " is not a name",
               "a name is letters, digits and `_`, with no digit first");
    }

    void read_kinds(Span span, Hole& hole) {
        for (const Span part : split(pattern_, span, '|')) {
            const std::string_view word = slice(pattern_, part);
            const auto kind = kind_named(word);
            if (kind && *kind != Kind::identifier) {
                hole.kinds.push_back(*kind);
                continue;
            }
            const std::span<const std::string_view> names(kind_names);
            report(part.empty() ? span_ : part, "unknown-kind",
                   word.empty() ? "this hole has no kind" : "there is no kind " + quoted(word),
                   suggestion(word, names));
        }
        const bool has_text = std::find(hole.kinds.begin(), hole.kinds.end(), Kind::text) != hole.kinds.end();
        if (has_text && hole.kinds.size() > 1)
            report(span, "bad-hole", "a hole takes either text or facts", "write two alternatives");
    }

    void read_rest(Span span, Hole& hole) {
        if (hole.kinds.front() == Kind::text) return read_text(span, hole);
        span = trimmed(pattern_, span);
        if (span.empty()) return;
        for (const Span part : split(pattern_, span, '|')) read_unit(trimmed(pattern_, part), hole);
    }

    void read_text(Span span, Hole& hole) {
        if (!span.empty()) ++span.begin;
        hole.text_pattern = std::string(slice(pattern_, span));
        const auto tokens = tokenize(hole.text_pattern, inside(place_, span), findings_);
        for (const PatternToken& token : tokens)
            if (token.kind == PatternTokenKind::hole)
                report({span.begin + token.span.begin, span.begin + token.span.end}, "bad-hole",
                       "a text hole holds no other hole", "end the text hole before it");
        if (hole.text_pattern.empty())
            report(span_, "bad-hole", "this text hole says nothing about the text it takes",
                   "write for example `{:text [A-Z]+}`");
    }

    void read_unit(Span span, Hole& hole) {
        const std::string_view word = slice(pattern_, span);
        for (const Kind kind : hole.kinds) {
            const UnitSyntax syntax = unit_syntax[static_cast<std::size_t>(kind)];
            if (allowed(syntax, word)) continue;
            report(span.empty() ? span_ : span, "unknown-unit",
                   "a " + std::string(name(kind)) + " has no unit " + quoted(word), unit_help(syntax, word));
            return;
        }
        hole.units.push_back(composed(word));
    }

    void report(Span span, std::string id, std::string message, std::string help) {
        ok_ = false;
        findings_.push_back(
            problem(std::move(id), inside(place_, span), std::move(message), std::move(help)));
    }

    std::string_view pattern_;
    Span span_;
    Place place_;
    Findings& findings_;
    bool ok_ = true;
};

}  // namespace

std::optional<Hole> parse_hole(std::string_view pattern, Span span, Place place, Findings& findings) {
    return HoleReader(pattern, span, place, findings).read();
}

}  // namespace factlint
