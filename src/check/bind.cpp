#include "check/bind.h"

#include <algorithm>

#include "check/data_files.h"
#include "check/data_value.h"
#include "check/database_value.h"
#include "check/encodings.h"
#include "check/files.h"
#include "facts/describe.h"
#include "facts/language.h"
#include "read/reader.h"
#include "rules/truth.h"

namespace factlint {
namespace {

/// "defence" for facts/defence.en.md with {stem}.
std::string stem_of(std::string_view path) {
    const auto slash = path.rfind('/');
    std::string_view file = slash == std::string_view::npos ? path : path.substr(slash + 1);
    file = file.substr(0, file.rfind('.'));
    const std::string_view tag = language_of_path(path);
    if (!tag.empty() && file.ends_with(tag) && file.size() > tag.size()) file.remove_suffix(tag.size() + 1);
    return std::string(file);
}

std::string with_stem(std::string_view path_template, std::string_view document_path) {
    std::string path(path_template);
    constexpr std::string_view hole = "{stem}";
    for (auto at = path.find(hole); at != std::string::npos; at = path.find(hole, at + 1))
        path.replace(at, hole.size(), stem_of(document_path));
    return path;
}

Stated text_value(std::string_view text) {
    Stated value;
    value.kind = Kind::text;
    value.text = text;
    return value;
}

/// "aid.before"; a claim's own `find` has no name before its holes'.
std::string variable_name(const std::string& fact, const std::string& hole) {
    if (fact.empty() || hole.empty()) return fact + hole;
    return fact + "." + hole;
}

class Binder {
  public:
    Binder(const LoadedDocument& document, BindContext& context) : document_(document), context_(context) {}

    BoundMatch bind_match(const Find& find, const PatternMatch& match, const std::string& name) {
        BoundMatch bound{document_.place(match.prose), {}};
        if (find.value) {
            const Span prose = match.holes.empty() ? match.prose : match.holes.front().prose;
            bound.values.push_back({name, placed(*find.value, prose)});
            return bound;
        }
        for (const HoleMatch& taken : match.holes) {
            const Hole& hole = find.pattern.holes()[taken.hole];
            bound.values.push_back({variable_name(name, hole.name), hole_value(taken)});
        }
        return bound;
    }

  private:
    Stated hole_value(const HoleMatch& taken) {
        if (taken.fact == PatternText::no_fact)
            return placed(text_value(slice(document_.prose(), taken.prose)), taken.prose);
        StatedParts& parts = context_.operands.parts;
        const Stated written = to_stated(document_.facts(), taken.fact, document_.prose(), parts);
        const Stated value = stated_in(document_, written, parts);
        const bool given = value.dates != written.dates;
        return placed(value, document_.facts().items[taken.fact].span,
                      given ? document_.date()->from : std::string_view());
    }

    Stated placed(Stated value, Span prose, std::string_view year_from = {}) {
        value.origin = context_.operands.add(
            {document_.place(prose), prose, &document_, document_.language_of(prose), year_from});
        return value;
    }

    const LoadedDocument& document_;
    BindContext& context_;
};

/// Gives `each` the texts in the language of `find` that hold its literal, until it returns false.
template <class Each> void for_each_text(const Find& find, const PatternTexts& texts, Each each) {
    const auto language = find_language(find.language);
    if (!language && !find.language.empty()) return;
    const std::string_view literal = find.pattern.required_literal();
    for (auto i = texts.find(literal, 0); i < texts.size(); i = texts.find(literal, i + 1)) {
        const PatternText text = texts[i];
        if ((!language || text.language == *language) && !each(text)) return;
    }
}

template <class Each>
void for_each_match(const Find& find, Scope scope, const LoadedDocument& document, const BindContext& context,
                    Each each) {
    const PatternTexts& texts = document.scopes(scope, !find.pattern.typed(), context.alphabet);
    for_each_text(find, texts, [&](const PatternText& text) {
        std::uint32_t from = 0;
        while (const auto match = find.pattern.match(text, context.alphabet, from)) {
            each(*match);
            if (match->end <= from) break;
            from = match->end;
        }
        return true;
    });
}

/// Drops matches that overlap an earlier one: alternatives of one `find` share their text.
void keep_first_of_overlapping(std::vector<BoundMatch>& matches) {
    std::stable_sort(matches.begin(), matches.end(), [](const BoundMatch& a, const BoundMatch& b) {
        return a.place.span.begin < b.place.span.begin;
    });
    std::uint32_t end = 0;
    std::erase_if(matches, [&](const BoundMatch& match) {
        if (match.place.span.begin < end) return true;
        end = match.place.span.end;
        return false;
    });
}

/// Where the pattern stands with a value of another kind or unit: 994件 where 個 is asked, the 32nd of a month.
void look_for_near_miss(const std::vector<Find>& finds, Scope scope, const LoadedDocument& document,
                        const BindContext& context, Binding& binding) {
    for (const Find& find : finds) {
        if (!find.pattern.typed() || find.pattern.required_literal().empty()) continue;
        const PatternTexts& texts = document.scopes(scope, false, context.alphabet);
        for_each_text(find, texts, [&](const PatternText& text) {
            const auto prose = find.pattern.near_miss(text, context.alphabet);
            if (!prose) return true;
            binding.near_miss = document.place(*prose);
            binding.near_miss_text = std::string(slice(document.prose(), *prose));
            return false;
        });
        if (binding.near_miss) return;
    }
}

/// Data files write numbers and dates as English or ISO 8601 does.
LanguageId data_language() { return find_language("en").value_or(LanguageId{}); }

Binding outside(const std::string& path, const Place& place, BindContext& context) {
    context.findings.push_back(leaves_root(path, place));
    return {{}, path + " leads out of the project", {}, {}};
}

/// The text of a value outside the prose, and how it is read.
struct DataText {
    std::string text;
    Place place;
    LanguageId language;
    const LoadedDocument* document = nullptr;  ///< whose table has it
    Span prose{};                              ///< there
};

/// In `path`, or why there is none.
Result<DataText> cell_text_of(const LoadedDocument& document, const At& at, const BindContext& context) {
    const auto prose = locate_cell(context.corpus.sources(), document.document(), at.pointer);
    if (!prose) return prose.error();
    return DataText{std::string(slice(document.prose(), *prose)), document.place(*prose),
                    document.language_of(*prose), &document, *prose};
}

Result<DataText> value_text_of(SourceId source, const At& at, const BindContext& context) {
    const auto located = locate(context.corpus.sources(), context.corpus.trees(), source, at.pointer);
    if (!located) return located.error();
    return DataText{located->text, {source, located->span}, data_language()};
}

Result<DataText> database_text_of(const std::string& path, const At& at, const BindContext& context) {
    const auto located = locate_in_database(context.corpus, context.root, path, at.pointer);
    if (!located) return located.error();
    return DataText{located->text, located->place, data_language()};
}

Binding bind_data_text(const FactDefinition& definition, const At& at, const DataText& data,
                       BindContext& context) {
    Binding binding;
    const std::string& text = context.operands.texts.emplace_back(data.text);
    const bool rounded = data.document != nullptr;
    StatedTruth read = read_truth({text, at.as, at.unit, rounded}, data.language, context.operands.parts);
    if (!read.value) {
        binding.missing = context.corpus.sources()[data.place.source].path +
                          " has a value that cannot be read: " + read.message;
        return binding;
    }
    Stated value = *read.value;
    value.stated_in_rule = false;
    if (data.document) value = stated_in(*data.document, std::move(value), context.operands.parts);
    value.origin = context.operands.add({data.place, data.prose, data.document, data.language});
    binding.matches.push_back({data.place, {{definition.name, value}}});
    return binding;
}

Binding bind_at(const FactDefinition& definition, const At& at, const LoadedDocument* document,
                BindContext& context) {
    const std::string path = with_stem_of(at.path, document, context);
    if (!stays_inside(path)) return outside(path, at.place, context);
    if (at.encoding && path != at.path)
        declare_encoding(path, *at.encoding, context.corpus, context.findings);
    Result<DataText> data = Finding{};
    if (has_document_tables(path)) {
        const LoadedDocument* other = context.corpus.open(context.root, path, context.findings);
        if (!other) return {{}, path + " could not be read", {}, {}};
        data = cell_text_of(*other, at, context);
    } else if (format_name(path) == "sqlite") {
        data = database_text_of(path, at, context);
    } else {
        const SourceId* source = context.corpus.open_data(context.root, path, context.findings);
        if (!source) return {{}, path + " could not be read", {}, {}};
        data = value_text_of(*source, at, context);
    }
    if (data) return bind_data_text(definition, at, *data, context);
    context.findings.push_back(data.error());
    return {{}, data.error().message, {}, {}};
}

Binding bind_known(const FactDefinition& definition, const Known& known, BindContext& context) {
    Binding binding;
    Stated value = known.value;
    value.origin = context.operands.add({known.place, {}, nullptr, {}});
    binding.matches.push_back({known.place, {{definition.name, value}}});
    return binding;
}

Binding bind_finds(const FactDefinition& definition, const std::vector<Find>& finds,
                   const LoadedDocument& document, BindContext& context) {
    Binding binding;
    binding.matches = find_all(finds, definition.scope, definition.name, document, context);
    if (!binding.matches.empty()) return binding;
    binding.missing = not_found_here;
    look_for_near_miss(finds, definition.scope, document, context, binding);
    return binding;
}

Binding bind_table(const FactDefinition& definition, const BindContext& context) {
    const auto found = context.tables.find(&definition);
    return found == context.tables.end() ? Binding{{}, "stream", {}, {}} : found->second;
}

Binding bind_one(const FactDefinition& definition, const LoadedDocument* document, BindContext& context) {
    if (const auto* known = std::get_if<Known>(&definition.where))
        return bind_known(definition, *known, context);
    if (std::holds_alternative<Table>(definition.where)) return bind_table(definition, context);
    if (context.stream && (!definition.in.empty() || std::holds_alternative<At>(definition.where)))
        return {{}, "stream", {}, {}};
    if (const auto* at = std::get_if<At>(&definition.where))
        return bind_at(definition, *at, document, context);
    const auto& finds = std::get<std::vector<Find>>(definition.where);
    if (definition.in.empty())
        return document ? bind_finds(definition, finds, *document, context)
                        : Binding{{}, "no document is checked", {}, {}};
    const std::string path = with_stem_of(definition.in, document, context);
    if (!stays_inside(path)) return outside(path, definition.place, context);
    const LoadedDocument* other = context.corpus.open(context.root, path, context.findings);
    if (!other) return {{}, path + " could not be read", {}, {}};
    Binding binding = bind_finds(definition, finds, *other, context);
    if (binding.missing == not_found_here) binding.missing += " in " + path;
    return binding;
}

}  // namespace

std::string year_note(const Operand& operand) {
    return operand.year_from.empty() ? "" : " (year from " + std::string(operand.year_from) + ")";
}

Stated stated_in(const LoadedDocument& document, Stated fact, StatedParts& parts) {
    const auto lacks_year = [](const Stated& x) {
        return is_temporal(x.kind) && x.kind != Kind::time && x.dates.start.year == no_year;
    };
    if (!lacks_year(fact) || !document.date()) return fact;
    return with_year(std::move(fact), *document.date(), parts);
}

std::vector<BoundMatch> find_all(const std::vector<Find>& finds, Scope scope, const std::string& name,
                                 const LoadedDocument& document, BindContext& context) {
    std::vector<BoundMatch> matches;
    Binder binder(document, context);
    for (const Find& find : finds)
        for_each_match(find, scope, document, context, [&](const PatternMatch& match) {
            matches.push_back(binder.bind_match(find, match, name));
        });
    keep_first_of_overlapping(matches);
    return matches;
}

std::string with_stem_of(const std::string& path, const LoadedDocument* document,
                         const BindContext& context) {
    return document ? with_stem(path, context.corpus.sources()[document->source()].path) : path;
}

bool needs_document(const RuleFile& rules) {
    if (!rules.documents.empty()) return true;
    const auto of_document = [](const FactDefinition& fact) {
        if (const auto* at = std::get_if<At>(&fact.where)) return at->path.find('{') != std::string::npos;
        if (const auto* table = std::get_if<Table>(&fact.where)) return has_stem(table->path);
        if (!std::holds_alternative<std::vector<Find>>(fact.where)) return false;
        return fact.in.empty() || fact.in.find('{') != std::string::npos;
    };
    return std::any_of(rules.facts.begin(), rules.facts.end(), of_document) ||
           std::any_of(rules.claims.begin(), rules.claims.end(),
                       [](const Claim& claim) { return !claim.find.empty() || !claim.across.empty(); });
}

Bindings bind(const RuleFile& rules, const LoadedDocument* document, BindContext& context) {
    Bindings bindings{&rules, document, {}};
    bindings.facts.reserve(rules.facts.size());
    for (const FactDefinition& definition : rules.facts)
        bindings.facts.push_back(bind_one(definition, document, context));
    return bindings;
}

}  // namespace factlint
