// One schema's keywords as instructions, the cheap ones first: where the type is wrong nothing else is asked.
#include <algorithm>

#include "schema/json/compiler.h"
#include "schema/json/uri.h"
#include "text/suggest.h"

namespace factlint::schema {
namespace {

struct TypeName {
    std::string_view name;
    std::uint32_t bits;
};

constexpr TypeName type_names[] = {{"null", null_bit},     {"boolean", boolean_bit}, {"integer", integer_bit},
                                   {"number", number_bit}, {"string", text_bit},     {"array", list_bit},
                                   {"object", object_bit}};

std::uint32_t type_bits(std::string_view name) {
    for (const TypeName& type : type_names)
        if (type.name == name) return type.bits;
    return 0;
}

std::string type_help(std::string_view name) {
    std::vector<std::string_view> names;
    for (const TypeName& type : type_names) names.push_back(type.name);
    return suggestion(name.substr(0, 20), names);
}

struct Bound {
    Keyword keyword;
    Op op;
};

constexpr Bound number_bounds[] = {{Keyword::minimum, Op::minimum},
                                   {Keyword::exclusive_minimum, Op::exclusive_minimum},
                                   {Keyword::maximum, Op::maximum},
                                   {Keyword::exclusive_maximum, Op::exclusive_maximum}};
constexpr Bound count_bounds[] = {
    {Keyword::min_length, Op::min_length},      {Keyword::max_length, Op::max_length},
    {Keyword::min_items, Op::min_items},        {Keyword::max_items, Op::max_items},
    {Keyword::min_properties, Op::min_members}, {Keyword::max_properties, Op::max_members}};
constexpr Bound branch_lists[] = {
    {Keyword::all_of, Op::all_of}, {Keyword::any_of, Op::any_of}, {Keyword::one_of, Op::one_of}};

}  // namespace

void Compiler::write_keywords(const Site& site) {
    write_type(site);
    write_values(site);
    write_numbers(site);
    write_counts(site);
    write_texts(site);
    write_format(site);
    write_reference(site);
    write_members(site);
    write_dependencies(site);
    write_items(site);
    write_contains(site);
    write_branches(site);
    write_condition(site);
    write_dynamic_reference(site);
    write_unevaluated(site);
}

void Compiler::write_reference(const Site& site) {
    if (site.keywords[Keyword::ref] == 0) return;
    const Spot spot = spot_of(site, Keyword::ref);
    const auto found = files_.find(site.resource, files_.node(spot).text);
    if (const auto* const error = std::get_if<std::string>(&found))
        return bad_schema(spot, "`$ref` names no schema: " + *error);
    const Spot target = std::get<Spot>(found);
    write(Op::reference, schema_at(target, files_.resource_around(target)), spot);
}

void Compiler::write_dynamic_reference(const Site& site) {
    if (site.keywords[Keyword::dynamic_ref] == 0) return;
    const Spot spot = spot_of(site, Keyword::dynamic_ref);
    const std::string_view reference = files_.node(spot).text;
    const auto found = files_.find(site.resource, reference);
    if (const auto* const error = std::get_if<std::string>(&found))
        return bad_schema(spot, "`$dynamicRef` names no schema: " + *error);
    const Spot target = std::get<Spot>(found);
    const ResourceIndex resource = files_.resource_around(target);
    const SchemaIndex initial = schema_at(target, resource);
    const std::string name = percent_decoded(split_fragment(reference).second);
    if (name.empty() || files_.dynamic_anchor(resource, name) != target)
        return write(Op::reference, initial, spot);
    const auto number = static_cast<std::uint32_t>(dynamic_names_.size());
    const auto known = dynamic_names_.emplace(name, number).first;
    write(Op::dynamic_reference, program_.dynamic_references, {initial, known->second}, spot);
}

void Compiler::write_type(const Site& site) {
    if (site.keywords[Keyword::type] == 0) return;
    const Spot spot = spot_of(site, Keyword::type);
    std::uint32_t bits = 0;
    const auto add = [&](Spot name) {
        const std::string_view text = files_.node(name).text;
        if (type_bits(text) == 0) bad_schema(name, quoted(text) + " is no type", type_help(text));
        bits |= type_bits(text);
    };
    if (files_.node(spot).kind == TreeKind::text)
        add(spot);
    else
        for_each_child(spot, add);
    write(Op::type, bits, spot);
}

void Compiler::write_values(const Site& site) {
    if (site.keywords[Keyword::constant] != 0) write(Op::constant, 0, spot_of(site, Keyword::constant));
    if (site.keywords[Keyword::enumeration] == 0) return;
    const Spot spot = spot_of(site, Keyword::enumeration);
    Enumeration values;
    for_each_child(spot, [&](Spot child) {
        values.by_hash.emplace_back(hash_of({&tree(site), child.index}), child.index);
    });
    std::sort(values.by_hash.begin(), values.by_hash.end());
    write(Op::enumeration, program_.enumerations, std::move(values), spot);
}

void Compiler::write_numbers(const Site& site) {
    for (const Bound& bound : number_bounds)
        if (site.keywords[bound.keyword] != 0)
            write(bound.op, program_.numbers, Decimal::of(value(site, bound.keyword).text),
                  spot_of(site, bound.keyword));
    if (site.keywords[Keyword::multiple_of] == 0) return;
    write(Op::multiple_of, program_.divisors,
          *Divisor::of(Decimal::of(value(site, Keyword::multiple_of).text)),
          spot_of(site, Keyword::multiple_of));
}

std::uint64_t Compiler::count_of(const Site& site, Keyword keyword) const {
    return Decimal::of(value(site, keyword).text).to_count().value_or(0);
}

void Compiler::write_counts(const Site& site) {
    for (const Bound& bound : count_bounds)
        if (site.keywords[bound.keyword] != 0)
            write(bound.op, program_.counts, count_of(site, bound.keyword), spot_of(site, bound.keyword));
}

std::uint32_t Compiler::pattern(std::string_view ecma, Place place) {
    const auto number = static_cast<std::uint32_t>(program_.patterns.size());
    const auto [known, is_new] = pattern_numbers_.emplace(std::string(ecma), number);
    if (is_new) program_.patterns.emplace_back(ecma);
    const EcmaPattern& compiled = program_.patterns[known->second];
    if (!compiled.error().empty())
        bad_schema_at(place, false, "the pattern " + quoted(ecma) + " cannot be used: " + compiled.error(),
                      compiled.is_beyond_re2() ? "write a pattern without it"
                                               : "patterns are written as in ECMA-262");
    return known->second;
}

void Compiler::write_texts(const Site& site) {
    if (site.keywords[Keyword::pattern] == 0) return;
    const Spot spot = spot_of(site, Keyword::pattern);
    write(Op::pattern, pattern(files_.node(spot).text, files_.place(spot)), spot);
}

void Compiler::write_format(const Site& site) {
    if (site.keywords[Keyword::format] == 0 || !files_.resources()[site.resource].assert_formats) return;
    const Spot spot = spot_of(site, Keyword::format);
    const std::string_view name = files_.node(spot).text;
    if (const Format* const format = find_format(name))
        return write(Op::format, program_.formats, format, spot);
    if (files_.files()[spot.file].built_in) return;
    findings_.push_back(
        problem("unknown-format", files_.place(spot), quoted(name) + " is no format that is checked"));
    findings_.back().severity = Severity::warning;
}

std::vector<std::string_view> Compiler::texts_of(Spot list) const {
    std::vector<std::string_view> texts;
    for_each_child(list, [&](Spot child) { texts.push_back(files_.node(child).text); });
    return texts;
}

void Compiler::add_required(const Site& site, Members& members) {
    members.required_spot = spot_of(site, Keyword::required);
    std::vector<std::string_view> names = texts_of(members.required_spot);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string_view name : texts_of(members.required_spot)) {
        const auto place = std::lower_bound(names.begin(), names.end(), name);
        if (place == names.end() || *place != name) continue;
        names.erase(place);
        members.named.push_back({name, no_schema, static_cast<std::uint32_t>(members.required.size())});
        members.required.push_back(name);
    }
}

void Compiler::write_members(const Site& site) {
    const auto has = [&](Keyword keyword) { return site.keywords[keyword] != 0; };
    if (has(Keyword::property_names))
        write(Op::member_names, schema_for(site, Keyword::property_names),
              spot_of(site, Keyword::property_names));
    if (!has(Keyword::properties) && !has(Keyword::pattern_properties) &&
        !has(Keyword::additional_properties) && !has(Keyword::required))
        return;
    Members members;
    Spot spot = site.spot;
    if (has(Keyword::properties)) {
        spot = spot_of(site, Keyword::properties);
        for_each_child(spot, [&](Spot child) {
            members.named.push_back({files_.node(child).key, schema_at(child, site.resource), UINT32_MAX});
        });
    }
    if (has(Keyword::required)) add_required(site, members);
    if (has(Keyword::pattern_properties))
        for_each_child(spot_of(site, Keyword::pattern_properties), [&](Spot child) {
            const Place place{tree(site).source, files_.node(child).key_span};
            members.patterns.emplace_back(pattern(files_.node(child).key, place),
                                          schema_at(child, site.resource));
        });
    members.additional = schema_for(site, Keyword::additional_properties);
    members.additional_spot = spot_of(site, Keyword::additional_properties);
    sort_named(members.named);
    write(Op::members, program_.members, std::move(members), spot);
}

void Compiler::write_dependencies(const Site& site) {
    const auto add_names = [&](Spot child) {
        write(Op::dependent_names, program_.dependent_names, {files_.node(child).key, texts_of(child)},
              child);
    };
    const auto add_schema = [&](Spot child) {
        write(Op::dependent_schema, program_.dependent_schemas,
              {files_.node(child).key, schema_at(child, site.resource)}, child);
    };
    if (site.keywords[Keyword::dependent_required] != 0)
        for_each_child(spot_of(site, Keyword::dependent_required), add_names);
    if (site.keywords[Keyword::dependent_schemas] != 0)
        for_each_child(spot_of(site, Keyword::dependent_schemas), add_schema);
    if (site.keywords[Keyword::dependencies] == 0) return;
    for_each_child(spot_of(site, Keyword::dependencies), [&](Spot child) {
        if (files_.node(child).kind == TreeKind::list)
            add_names(child);
        else
            add_schema(child);
    });
}

void Compiler::write_items(const Site& site) {
    Items items;
    Spot spot = spot_of(site, Keyword::items);
    const bool is_list = spot.index != 0 && files_.node(spot).kind == TreeKind::list;
    if (site.keywords[Keyword::prefix_items] != 0) items.prefix = schemas_for(site, Keyword::prefix_items);
    if (is_list) items.prefix = schemas_for(site, Keyword::items);
    const Keyword rest = is_list ? Keyword::additional_items : Keyword::items;
    items.rest = schema_for(site, rest);
    items.rest_spot = spot_of(site, rest);
    if (spot.index == 0) spot = spot_of(site, Keyword::prefix_items);
    if (spot.index != 0) write(Op::items, program_.items, std::move(items), spot);
    if (site.keywords[Keyword::unique_items] != 0 && value(site, Keyword::unique_items).text == "true")
        write(Op::unique_items, 0, spot_of(site, Keyword::unique_items));
}

void Compiler::write_contains(const Site& site) {
    if (site.keywords[Keyword::contains] == 0) return;
    Contains contains;
    contains.schema = schema_for(site, Keyword::contains);
    contains.evaluates = draft(site) == Draft::draft2020_12;
    contains.least_spot = contains.most_spot = spot_of(site, Keyword::contains);
    if (site.keywords[Keyword::min_contains] != 0) {
        contains.least = count_of(site, Keyword::min_contains);
        contains.least_spot = spot_of(site, Keyword::min_contains);
    }
    if (site.keywords[Keyword::max_contains] != 0) {
        contains.most = count_of(site, Keyword::max_contains);
        contains.most_spot = spot_of(site, Keyword::max_contains);
    }
    write(Op::contains, program_.contains, contains, spot_of(site, Keyword::contains));
}

void Compiler::write_branches(const Site& site) {
    for (const Bound& list : branch_lists)
        if (site.keywords[list.keyword] != 0)
            write(list.op, program_.branches, schemas_for(site, list.keyword), spot_of(site, list.keyword));
    if (site.keywords[Keyword::negation] != 0)
        write(Op::negation, schema_for(site, Keyword::negation), spot_of(site, Keyword::negation));
}

void Compiler::write_condition(const Site& site) {
    const Condition condition{schema_for(site, Keyword::condition), schema_for(site, Keyword::consequence),
                              schema_for(site, Keyword::alternative)};
    if (condition.condition != no_schema)
        write(Op::conditional, program_.conditions, condition, spot_of(site, Keyword::condition));
}

void Compiler::write_unevaluated(const Site& site) {
    if (site.keywords[Keyword::unevaluated_items] != 0)
        write(Op::unevaluated_items, schema_for(site, Keyword::unevaluated_items),
              spot_of(site, Keyword::unevaluated_items));
    if (site.keywords[Keyword::unevaluated_properties] != 0)
        write(Op::unevaluated_members, schema_for(site, Keyword::unevaluated_properties),
              spot_of(site, Keyword::unevaluated_properties));
}

}  // namespace factlint::schema
