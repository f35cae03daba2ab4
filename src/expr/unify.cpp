#include "expr/unify.h"

#include <algorithm>

namespace factlint::expr {
namespace {

using Tag = Type::Tag;

bool is_dyn(const Type& type) { return type.tag == Tag::dyn || type.tag == Tag::error; }

bool takes_null(Tag tag) {
    return tag == Tag::null || tag == Tag::timestamp || tag == Tag::duration || tag == Tag::abstract ||
           tag == Tag::optional || tag == Tag::object || tag == Tag::fact;
}

bool share_kind(const Type& a, const Type& b) {
    if (a.kinds.empty() || b.kinds.empty()) return true;
    return std::any_of(a.kinds.begin(), a.kinds.end(), [&](Kind kind) {
        return std::find(b.kinds.begin(), b.kinds.end(), kind) != b.kinds.end();
    });
}

bool less_specific(const Type& a, const Type& b) {
    if (is_dyn(a) || a.tag == Tag::parameter) return true;
    if (is_dyn(b) || b.tag == Tag::parameter || a.tag != b.tag) return false;
    if (a.parameters.size() != b.parameters.size()) return a == b;
    for (std::size_t i = 0; i < a.parameters.size(); ++i)
        if (!less_specific(a.parameters[i], b.parameters[i])) return false;
    return a.name == b.name;
}

template <class T> std::vector<T> united(std::vector<T> a, const std::vector<T>& b) {
    if (a.empty() || b.empty()) return {};
    for (const auto& item : b)
        if (std::find(a.begin(), a.end(), item) == a.end()) a.push_back(item);
    return a;
}

Type most_general(const Type& a, const Type& b) {
    if (a.tag == Tag::fact && b.tag == Tag::fact) {
        Type both = fact_type(united(a.kinds, b.kinds));
        both.units = united(a.units, b.units);
        return both;
    }
    if (a.tag == Tag::null && b.tag != Tag::dyn) return b;
    return less_specific(a, b) ? a : b;
}

}  // namespace

Type Substitution::fresh() {
    Type type = simple(Tag::parameter);
    type.name = '%' + std::to_string(fresh_++);
    return type;
}

Type Substitution::instantiate(const Type& type, std::map<std::string, Type>& names) {
    if (type.tag == Tag::parameter) {
        const auto found = names.find(type.name);
        return found != names.end() ? found->second : names.emplace(type.name, fresh()).first->second;
    }
    Type made = type;
    for (auto& parameter : made.parameters) parameter = instantiate(parameter, names);
    return made;
}

bool Substitution::assignable(const Type& from, const Type& to) {
    return all_assignable({&from, 1}, {&to, 1});
}

bool Substitution::all_assignable(std::span<const Type> from, std::span<const Type> to) {
    const std::size_t mark = trail_.size();
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (try_assign(from[i], to[i])) continue;
        roll_back(mark);
        return false;
    }
    return true;
}

bool Substitution::try_assign(const Type& from, const Type& to) {
    if (to.tag == Tag::parameter)
        if (const auto bound = try_bind(from, to)) return *bound;
    if (from.tag == Tag::parameter) return try_bind(to, from).value_or(false);
    if (is_dyn(from) || is_dyn(to)) return true;
    if (from.tag == Tag::null) return takes_null(to.tag);
    if (to.tag == Tag::null) return takes_null(from.tag);
    return try_assign_parts(from, to);
}

bool Substitution::try_assign_parts(const Type& from, const Type& to) {
    if (from.tag != to.tag || from.name != to.name) return false;
    if (from.tag == Tag::type) return true;
    if (from.tag == Tag::fact) return share_kind(from, to);
    if (from.parameters.size() != to.parameters.size()) return false;
    for (std::size_t i = 0; i < from.parameters.size(); ++i)
        if (!try_assign(from.parameters[i], to.parameters[i])) return false;
    return true;
}

/// nullopt where the parameter is free but would contain itself.
std::optional<bool> Substitution::try_bind(const Type& type, const Type& parameter) {
    if (type == parameter) return true;
    if (const auto found = bound_.find(parameter.name); found != bound_.end()) {
        const Type bound = found->second;
        if (type == bound) return true;
        if (!try_assign(type, bound)) return false;
        Type general = most_general(type, bound);
        if (!mentions(general, parameter.name)) bind(parameter.name, std::move(general));
        return true;
    }
    if (mentions(type, parameter.name)) return std::nullopt;
    bind(parameter.name, type);
    return true;
}

bool Substitution::mentions(const Type& type, const std::string& parameter) const {
    if (type.tag == Tag::parameter) {
        if (type.name == parameter) return true;
        const auto found = bound_.find(type.name);
        return found != bound_.end() && mentions(found->second, parameter);
    }
    return std::any_of(type.parameters.begin(), type.parameters.end(),
                       [&](const Type& part) { return mentions(part, parameter); });
}

void Substitution::bind(const std::string& parameter, Type type) {
    const auto found = bound_.find(parameter);
    trail_.emplace_back(parameter, found == bound_.end() ? std::nullopt : std::optional(found->second));
    bound_.insert_or_assign(parameter, std::move(type));
}

void Substitution::roll_back(std::size_t mark) {
    while (trail_.size() > mark) {
        auto& [parameter, before] = trail_.back();
        if (before)
            bound_.insert_or_assign(parameter, std::move(*before));
        else
            bound_.erase(parameter);
        trail_.pop_back();
    }
}

Type Substitution::join(const Type& a, const Type& b) {
    if (b.tag == Tag::null && a.tag != Tag::null && assignable(b, a)) return a;
    return assignable(a, b) ? most_general(a, b) : simple(Tag::dyn);
}

Type Substitution::apply(const Type& type, bool to_dyn) const {
    if (type.tag == Tag::parameter) {
        const auto found = bound_.find(type.name);
        if (found != bound_.end()) return apply(found->second, to_dyn);
        return to_dyn ? simple(Tag::dyn) : type;
    }
    Type made = type;
    for (auto& parameter : made.parameters) parameter = apply(parameter, to_dyn);
    return made;
}

}  // namespace factlint::expr
