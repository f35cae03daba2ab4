#include "schema/json/messages.h"

#include <algorithm>

#include "text/json_string.h"
#include "text/utf8.h"

namespace factlint::schema {
namespace {

constexpr std::size_t longest = 60;

/// The first characters, with "…" where more follow.
std::string cut(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < longest; ++count)
        end += code_point_size(text, end);
    return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

struct TypeWords {
    std::uint32_t bit;
    const char* words;
};

constexpr TypeWords type_words[] = {
    {text_bit, "a text"},      {number_bit, "a number"}, {integer_bit, "a whole number"},
    {object_bit, "an object"}, {list_bit, "a list"},     {boolean_bit, "true or false"},
    {null_bit, "null"}};

}  // namespace

std::string in_quotes(std::string_view text) {
    std::string quoted;
    append_json_string(quoted, cut(text));
    return quoted;
}

std::string describe(const Tree& tree, TreeIndex index) {
    const TreeNode& node = tree[index];
    switch (node.kind) {
        case TreeKind::null: return "null";
        case TreeKind::boolean: return std::string(node.text);
        case TreeKind::number: return cut(node.text);
        case TreeKind::text: return in_quotes(node.text);
        case TreeKind::list:
            return node.count == 0 ? "an empty list" : "a list of " + counted(node.count, "item", "items");
        case TreeKind::object: return node.count == 0 ? "an empty object" : "an object";
    }
    return {};
}

std::string words_for_types(std::uint32_t bits) {
    if ((bits & number_bit) != 0) bits &= ~std::uint32_t{integer_bit};
    std::vector<std::string> words;
    for (const TypeWords& type : type_words)
        if ((bits & type.bit) != 0) words.emplace_back(type.words);
    return alternatives(words);
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

std::string alternatives(const std::vector<std::string>& words, std::size_t most) {
    std::string joined;
    const std::size_t shown = std::min(words.size(), most);
    for (std::size_t i = 0; i < shown; ++i) {
        const bool is_last = i + 1 == words.size();
        joined.append(i == 0 ? "" : is_last ? " or " : ", ").append(words[i]);
    }
    return shown < words.size() ? joined + ", …" : joined;
}

std::string ordinal(std::size_t number) {
    constexpr const char* endings[] = {"th", "st", "nd", "rd"};
    const bool is_teen = number % 100 / 10 == 1;
    return std::to_string(number) + endings[is_teen || number % 10 > 3 ? 0 : number % 10];
}

}  // namespace factlint::schema
