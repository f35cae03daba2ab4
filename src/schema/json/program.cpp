#include "schema/json/program.h"

#include <algorithm>

namespace factlint::schema {
namespace {

bool before(const Member& a, const Member& b) {
    return a.key.size() != b.key.size() ? a.key.size() < b.key.size() : a.key < b.key;
}

}  // namespace

void sort_named(std::vector<Member>& named) {
    std::stable_sort(named.begin(), named.end(), before);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < named.size(); ++i) {
        if (kept == 0 || named[kept - 1].key != named[i].key) {
            named[kept++] = named[i];
            continue;
        }
        Member& same = named[kept - 1];
        if (same.schema == no_schema) same.schema = named[i].schema;
        same.required = std::min(same.required, named[i].required);
    }
    named.resize(kept);
}

const Member* find_named(const std::vector<Member>& named, std::string_view key) {
    constexpr std::size_t few = 8;
    if (named.size() <= few) {
        for (const Member& member : named)
            if (member.key.size() == key.size() && (key.empty() || member.key[0] == key[0]) &&
                member.key == key)
                return &member;
        return nullptr;
    }
    const auto found =
        std::lower_bound(named.begin(), named.end(), Member{key, no_schema, UINT32_MAX}, before);
    return found != named.end() && found->key == key ? &*found : nullptr;
}

}  // namespace factlint::schema
