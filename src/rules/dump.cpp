// The golden form of this stage: one line for each thing a rule file says, in its order.
#include "rules/columns_reader.h"
#include "rules/rule.h"
#include "text/listing.h"
#include "value/stated.h"

namespace factlint {
namespace {

std::string_view name(Scope scope) {
    switch (scope) {
        case Scope::sentence: return "sentence";
        case Scope::paragraph: return "paragraph";
        case Scope::document: return "document";
    }
    return "";
}

std::string_view name(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "";
}

std::string shown(const Tolerance& tolerance) {
    switch (tolerance.mode) {
        case Tolerance::Mode::stated: return "stated";
        case Tolerance::Mode::exact: return "exact";
        case Tolerance::Mode::truncated: return "truncated";
        case Tolerance::Mode::plus_minus:
            return "±" + tolerance.amount.to_string() +
                   (tolerance.unit == UnitId::none ? "" : " " + std::string(unit(tolerance.unit).id));
        case Tolerance::Mode::percent: return tolerance.amount.to_string() + "%";
        case Tolerance::Mode::lenient: return "lenient";
    }
    return "";
}

std::string line(std::string_view indent, std::string_view key, std::string_view value) {
    if (value.empty()) return {};
    return std::string(indent) + std::string(key) + " " + std::string(value) + "\n";
}

std::string dump(const Hole& hole) {
    std::string text = hole.name + ":";
    for (const Kind kind : hole.kinds) text += (text.back() == ':' ? "" : "|") + std::string(name(kind));
    for (std::size_t i = 0; i < hole.units.size(); ++i) text += (i == 0 ? " " : "|") + hole.units[i];
    if (!hole.text_pattern.empty()) text += " " + hole.text_pattern;
    return "{" + text + "}";
}

std::string dump(const std::vector<Find>& finds) {
    std::string text;
    for (const Find& find : finds) {
        text +=
            line("    ", "find", (find.language.empty() ? "" : find.language + ": ") + find.pattern.text());
        text += line("      ", "literal", find.pattern.required_literal());
        for (const Hole& hole : find.pattern.holes()) text += line("      ", "hole", dump(hole));
        if (find.value) text += line("      ", "value", describe(*find.value));
    }
    return text;
}

std::string dump(const Known& known) {
    return line("    ", "known", std::string(name(known.value.kind)) + " " + describe(known.value));
}
std::string dump(const At& at) {
    return line("    ", "at", at.path + "#" + at.pointer) + line("    ", "as", at.as ? name(*at.as) : "") +
           line("    ", "unit", at.unit) + line("    ", "encoding", at.encoding ? at.encoding->name : "");
}
std::string dump(const Table& table) {
    std::string text = line("    ", "table", table.path) + line("    ", "schema", table.schema) +
                       line("    ", "encoding", table.encoding ? table.encoding->name : "");
    for (const Column& column : table.columns)
        text += line("      ", "column", column.name + ": " + dump(column));
    for (const ForeignKey& key : table.references)
        text += line("      ", "key",
                     listing(key.fields) + " of " + key.resource + ": " + listing(key.reference_fields));
    return text;
}

std::string dump(const FactDefinition& fact) {
    std::string text = line("  ", "fact", fact.name);
    text += std::visit([](const auto& where) { return dump(where); }, fact.where);
    text += line("    ", "in", fact.in);
    if (fact.scope != Scope::sentence) text += line("    ", "scope", name(fact.scope));
    if (fact.all) text += "    all\n";
    if (fact.optional) text += "    optional\n";
    return text;
}

std::string dump(const Claim& claim) {
    std::string text = line("  ", "claim", claim.id + " (" + std::string(name(claim.severity)) + ")");
    text += line("    ", "assert", claim.assertion->source());
    text += line("    ", "says", claim.says) + line("    ", "why", claim.why);
    text += line("    ", "across", claim.across) +
            line("    ", claim.by.empty() ? "each row in" : "each group in", claim.each);
    for (const RowFieldUse& column : claim.by) text += line("    ", "by", column.name);
    if (claim.tolerance) text += line("    ", "tolerance", shown(*claim.tolerance));
    return text + dump(claim.find);
}

std::string dump(const Example& example) {
    std::string text = line("  ", "test", example.language + " " + example.text);
    for (const auto& [path, content] : example.files) text += line("    ", "file", path + " " + content);
    const auto ids = [&](std::string_view key, const std::vector<std::string>& all) {
        for (const std::string& id : all) text += line("    ", key, id);
    };
    ids("holds", example.holds);
    ids("breaks", example.breaks);
    ids("not checked", example.not_checked);
    return text;
}

}  // namespace

std::string dump(const Rules& rules, const Sources& sources) {
    std::string text;
    for (const auto& file : rules.files) {
        text += "rules " + sources[file->source].path + " (" + file->language + ")\n" +
                line("  ", "title", file->title);
        for (const Glob& glob : file->documents) text += line("  ", "documents", glob.text);
        for (const FactDefinition& fact : file->facts) text += dump(fact);
        for (const VariableSource& variable : file->variables)
            text += line("  ", "variable", variable.name + ": " + to_string(variable.type));
        for (const Claim& claim : file->claims) text += dump(claim);
        for (const Example& example : file->examples) text += dump(example);
    }
    return text;
}

}  // namespace factlint
