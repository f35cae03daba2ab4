#include "rules/variables.h"

#include <map>
#include <set>

namespace factlint {
namespace {

using expr::Type;

template <class T> void add_unique(std::vector<T>& list, const T& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

constexpr bool has_dimension(UnitClass unit_class) {
    return unit_class == UnitClass::money || unit_class == UnitClass::measure;
}

/// What several patterns say about one name. Units are known only where every pattern asks for some.
struct Gathered {
    Type type = expr::fact_type({});
    bool any_unit = false;

    void add(const Hole& hole) {
        for (const Kind kind : hole.kinds) add_unique(type.kinds, kind);
        any_unit = any_unit || hole.units.empty();
        for (const std::string& word : hole.units) add_unit(find_unit(word));
    }
    void add(const Stated& value) {
        add_unique(type.kinds, value.kind);
        add_unit(value.unit);
    }
    void add_unit(std::optional<UnitId> id) {
        if (id && has_dimension(unit(*id).unit_class))
            add_unique(type.units, *id);
        else
            any_unit = true;
    }
    Type finished() {
        if (any_unit) type.units.clear();
        return type;
    }
};

/// Names in the order of their first pattern.
class Holes {
  public:
    template <class Found> void add(const std::string& name, const Found& found) {
        auto at =
            std::find_if(items_.begin(), items_.end(), [&](const auto& item) { return item.first == name; });
        if (at == items_.end()) at = items_.insert(at, {name, {}});
        at->second.add(found);
    }
    void add_all(const std::vector<Find>& finds) {
        for (const Find& find : finds) {
            if (find.value)
                add("", *find.value);
            else
                for (const Hole& hole : find.pattern.holes()) add(hole.name, hole);
        }
    }
    TypedNames finished() {
        TypedNames names;
        for (auto& [name, gathered] : items_) names.emplace_back(name, gathered.finished());
        return names;
    }

  private:
    std::vector<std::pair<std::string, Gathered>> items_;
};

Type object_of(TypedNames fields) {
    Type type;
    type.tag = Type::Tag::object;
    type.fields = std::move(fields);
    return type;
}

/// With `all`, one list under the fact's own name; otherwise one variable for each hole.
TypedNames names_of(const FactDefinition& fact, const std::vector<Find>& finds) {
    Holes holes;
    holes.add_all(finds);
    TypedNames names = holes.finished();
    const bool plain = names.size() == 1 && names.front().first.empty();
    if (fact.all && !names.empty())
        return {{fact.name, expr::list_of(plain ? names.front().second : object_of(std::move(names)))}};
    for (auto& [name, type] : names) name = name.empty() ? fact.name : fact.name + "." + name;
    return names;
}

TypedNames names_of(const FactDefinition& fact) {
    if (const auto* known = std::get_if<Known>(&fact.where)) {
        Gathered gathered;
        gathered.add(known->value);
        return {{fact.name, gathered.finished()}};
    }
    if (const auto* at = std::get_if<At>(&fact.where))
        return {{fact.name, at->as ? expr::fact_type({*at->as}) : expr::fact_type({})}};
    if (std::holds_alternative<Table>(fact.where)) return {{fact.name, Type{}}};
    return names_of(fact, std::get<std::vector<Find>>(fact.where));
}

/// Every name in front of a dot of `name`: "a", "a.b" for "a.b.c".
std::vector<std::string> groups_of(const std::string& name) {
    std::vector<std::string> groups;
    for (auto dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1))
        groups.push_back(name.substr(0, dot));
    return groups;
}

void report_conflict(Context& context, const std::string& message, const FactDefinition& second,
                     const FactDefinition& first, const std::string& help) {
    Finding finding = problem("name-conflict", second.place, message, help);
    if (first.place != second.place) finding.related.push_back({first.place, "also given here"});
    context.findings.push_back(std::move(finding));
    context.broken_names.push_back(second.name);
}

void find_conflicts(Context& context) {
    const auto& facts = context.file.facts;
    std::map<std::string, std::size_t> leaves, groups;
    for (const VariableSource& variable : context.file.variables) {
        const FactDefinition& fact = facts[variable.fact];
        const auto [leaf, fresh] = leaves.try_emplace(variable.name, variable.fact);
        if (!fresh)
            report_conflict(context, quoted(variable.name) + " has two origins", fact, facts[leaf->second],
                            "give one of them another name");
        for (const std::string& group : groups_of(variable.name)) groups.try_emplace(group, variable.fact);
    }
    for (const auto& [name, fact] : leaves) {
        const auto group = groups.find(name);
        if (group == groups.end()) continue;
        report_conflict(context, quoted(name) + " is a value and a group of values at once",
                        facts[std::max(fact, group->second)], facts[std::min(fact, group->second)],
                        "name its holes all or none, and nest nothing under a value");
    }
}

}  // namespace

void make_variables(Context& context) {
    const auto& facts = context.file.facts;
    for (std::size_t i = 0; i < facts.size(); ++i)
        for (auto& [name, type] : names_of(facts[i]))
            context.file.variables.push_back({std::move(name), i, std::move(type)});
    find_conflicts(context);
}

TypedNames visible_names(const Context& context, bool across) {
    TypedNames names;
    std::set<std::string> taken;
    for (const std::string& name : context.broken_names)
        if (taken.insert(name).second) names.emplace_back(name, Type{});
    for (const VariableSource& variable : context.file.variables) {
        if (!taken.insert(variable.name).second) continue;
        const bool known = std::holds_alternative<Known>(context.file.facts[variable.fact].where);
        names.emplace_back(variable.name, across && !known ? expr::list_of(variable.type) : variable.type);
    }
    return names;
}

TypedNames hole_names(const std::vector<Find>& finds) {
    Holes holes;
    holes.add_all(finds);
    return holes.finished();
}

}  // namespace factlint
