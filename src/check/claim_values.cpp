#include "check/claim_values.h"

#include <algorithm>

namespace factlint {
namespace {

const VariableSource* source_of(const RuleFile& rules, std::string_view name) {
    const auto found = std::find_if(rules.variables.begin(), rules.variables.end(),
                                    [&](const VariableSource& variable) { return variable.name == name; });
    return found == rules.variables.end() ? nullptr : &*found;
}

/// The narrower of two statements of the same value.
bool narrower(const Stated& a, const Stated& b) {
    if (is_temporal(a.kind)) return a.dates.start.day != 0 && b.dates.start.day == 0;
    const auto width = [](const Interval& interval) -> std::optional<Number> {
        if (!interval.low || !interval.high) return std::nullopt;
        return interval.high->value - interval.low->value;
    };
    const auto of_a = width(a.admits), of_b = width(b.admits);
    return of_a && (!of_b || *of_a < *of_b);
}

expr::Value unknown(std::string_view name) { return {expr::Unknown{name}}; }

}  // namespace

expr::Value ClaimValues::stated(const Stated& value, expr::Arena& arena) const {
    const Stated& taken = replaced && replaced->origin == value.origin ? *replaced->value : value;
    if (!tolerance || taken.stated_in_rule) return {&taken};
    return {arena.stated(within(taken, *tolerance))};
}

expr::Value ClaimValues::in_document(const VariableSource& source, const Bindings& bindings,
                                     expr::Arena& arena) const {
    const FactDefinition& definition = rules->facts[source.fact];
    const Binding& binding = bindings.facts[source.fact];
    if (binding.matches.empty()) return unknown(source.name);
    if (!definition.all) {
        const BoundValue* best = nullptr;
        for (const BoundMatch& bound : binding.matches)
            for (const BoundValue& value : bound.values) {
                if (value.variable != source.name) continue;
                if (replaced && replaced->origin == value.value.origin) return stated(value.value, arena);
                if (!best || narrower(value.value, best->value)) best = &value;
            }
        return best ? stated(best->value, arena) : unknown(source.name);
    }
    const auto items = arena.values(binding.matches.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& values = binding.matches[i].values;
        if (values.size() == 1 && values[0].variable == definition.name) {
            items[i] = stated(values[0].value, arena);
            continue;
        }
        const auto fields = arena.entries(values.size());
        for (std::size_t k = 0; k < fields.size(); ++k) {
            const std::string_view field =
                std::string_view(values[k].variable).substr(definition.name.size() + 1);
            fields[k] = {{field}, stated(values[k].value, arena)};
        }
        items[i] = {expr::Object{fields}};
    }
    return {expr::List{items}};
}

expr::Value ClaimValues::lookup(std::string_view name, expr::Arena& arena) const {
    if (row && name == row_name) return {*row};
    if (match)
        for (const BoundValue& value : match->values)
            if (value.variable == name) return stated(value.value, arena);
    const VariableSource* source = source_of(*rules, name);
    if (!source) return unknown(name);
    const bool known = std::holds_alternative<Known>(rules->facts[source->fact].where);
    if (!across || known) return in_document(*source, *documents.front(), arena);
    std::vector<expr::Value> stated_in;
    for (const Bindings* bindings : documents) {
        const expr::Value value = in_document(*source, *bindings, arena);
        if (!std::holds_alternative<expr::Unknown>(value.data)) stated_in.push_back(value);
    }
    if (stated_in.size() < 2) return unknown(source->name);
    const auto items = arena.values(stated_in.size());
    std::copy(stated_in.begin(), stated_in.end(), items.begin());
    return {expr::List{items}};
}

std::vector<const BoundValue*> ClaimValues::values(std::string_view name) const {
    std::vector<const BoundValue*> result;
    const auto add = [&](const BoundMatch& bound, std::string_view all_of) {
        for (const BoundValue& value : bound.values)
            if (value.variable == name || (!all_of.empty() && value.variable.starts_with(all_of)))
                result.push_back(&value);
    };
    if (match) add(*match, "");
    const VariableSource* source = source_of(*rules, name);
    if (!source) return result;
    const FactDefinition& definition = rules->facts[source->fact];
    for (const Bindings* bindings : documents)
        for (const BoundMatch& bound : bindings->facts[source->fact].matches)
            add(bound, definition.all ? definition.name + "." : "");
    return result;
}

const FactDefinition* ClaimValues::definition(std::string_view name) const {
    const VariableSource* source = source_of(*rules, name);
    return source ? &rules->facts[source->fact] : nullptr;
}

std::string ClaimValues::missing(std::string_view name) const {
    const VariableSource* source = source_of(*rules, name);
    if (!source) return std::string(name) + " was not found";
    if (across) {
        std::size_t stated_in = 0;
        for (const Bindings* bindings : documents)
            stated_in += bindings->facts[source->fact].matches.empty() ? 0 : 1;
        return stated_in == 0 ? "no document states it" : "only one document states it";
    }
    const Binding& binding = documents.front()->facts[source->fact];
    const auto call = binding.without_value.find(source->name);
    if (call != binding.without_value.end()) return source->name + " " + call->second;
    return source->name + " " + (binding.missing.empty() ? "is not stated" : binding.missing);
}

std::vector<const BoundValue*> conflicting(const std::vector<const BoundValue*>& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t k = i + 1; k < values.size(); ++k) {
            const Stated pair[] = {values[i]->value, values[k]->value};
            const auto agreed = agree(pair);
            const Truth* truth = std::get_if<Truth>(&agreed);
            if (!truth || *truth == Truth::no) return values;
        }
    return {};
}

}  // namespace factlint
