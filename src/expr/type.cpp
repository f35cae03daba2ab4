#include "expr/type.h"

#include <array>

namespace factlint::expr {
namespace {

struct NamedTag {
    std::string_view name;
    Type::Tag tag;
};

/// The first name of a tag is the one that is written.
constexpr std::array names{
    NamedTag{"dyn", Type::Tag::dyn},
    NamedTag{"null", Type::Tag::null},
    NamedTag{"null_type", Type::Tag::null},
    NamedTag{"bool", Type::Tag::boolean},
    NamedTag{"int", Type::Tag::integer},
    NamedTag{"uint", Type::Tag::uint},
    NamedTag{"double", Type::Tag::floating},
    NamedTag{"string", Type::Tag::string},
    NamedTag{"bytes", Type::Tag::bytes},
    NamedTag{"list", Type::Tag::list},
    NamedTag{"map", Type::Tag::map},
    NamedTag{"type", Type::Tag::type},
    NamedTag{"google.protobuf.Timestamp", Type::Tag::timestamp},
    NamedTag{"timestamp", Type::Tag::timestamp},
    NamedTag{"google.protobuf.Duration", Type::Tag::duration},
    NamedTag{"duration", Type::Tag::duration},
    NamedTag{"optional_type", Type::Tag::optional},
    NamedTag{"optional", Type::Tag::optional},
    NamedTag{"fact", Type::Tag::fact},
    NamedTag{"object", Type::Tag::object},
    NamedTag{"error", Type::Tag::error},
};

std::size_t arity(Type::Tag tag) {
    switch (tag) {
        case Type::Tag::list:
        case Type::Tag::type:
        case Type::Tag::optional: return 1;
        case Type::Tag::map: return 2;
        default: return 0;
    }
}

class TypeReader {
  public:
    TypeReader(std::string_view text, bool abstract) : text_(text), abstract_(abstract) {}

    std::optional<Type> whole() {
        auto type = read(0);
        skip_space();
        return at_ == text_.size() ? type : std::nullopt;
    }

  private:
    std::optional<Type> read(int depth) {
        if (depth > 32) return std::nullopt;
        const std::string_view word = name();
        if (word.empty()) return std::nullopt;
        auto type = named(word);
        if (!type) return std::nullopt;
        if (!take('(')) return complete(std::move(*type));
        if (type->tag == Type::Tag::fact) return kinds(std::move(*type));
        do {
            auto parameter = read(depth + 1);
            if (!parameter) return std::nullopt;
            type->parameters.push_back(std::move(*parameter));
        } while (take(','));
        if (!take(')')) return std::nullopt;
        if (type->tag != Type::Tag::abstract && type->parameters.size() != arity(type->tag))
            return std::nullopt;
        return type;
    }

    std::optional<Type> named(std::string_view word) const {
        for (const auto& known : names)
            if (known.name == word) return simple(known.tag);
        const bool letter = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
        if (!letter && !abstract_) return std::nullopt;
        Type type = simple(letter ? Type::Tag::parameter : Type::Tag::abstract);
        type.name = word;
        return type;
    }

    std::optional<Type> kinds(Type type) {
        do {
            const auto kind = kind_named(name());
            if (!kind) return std::nullopt;
            type.kinds.push_back(*kind);
        } while (take('|'));
        return take(')') ? std::optional(std::move(type)) : std::nullopt;
    }

    /// "list" alone is a list of anything.
    static Type complete(Type type) {
        type.parameters.resize(arity(type.tag));
        return type;
    }

    void skip_space() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    bool take(char wanted) {
        skip_space();
        if (at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }
    std::string_view name() {
        skip_space();
        const std::size_t begin = at_;
        while (at_ < text_.size() && std::string_view("(),| ").find(text_[at_]) == std::string_view::npos)
            ++at_;
        return text_.substr(begin, at_ - begin);
    }

    std::string_view text_;
    bool abstract_;
    std::size_t at_ = 0;
};

std::string with_parameters(std::string name, const std::vector<Type>& parameters) {
    if (parameters.empty()) return name;
    name += '(';
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        if (i > 0) name += ", ";
        name += to_string(parameters[i]);
    }
    return name + ')';
}

std::string kinds_text(const std::vector<Kind>& kinds) {
    if (kinds.empty()) return "fact";
    std::string text;
    for (Kind kind : kinds) {
        if (!text.empty()) text += '|';
        text += factlint::name(kind);
    }
    return text;
}

}  // namespace

Type simple(Type::Tag tag) {
    Type type;
    type.tag = tag;
    return type;
}

Type fact_type(std::vector<Kind> kinds) {
    Type type = simple(Type::Tag::fact);
    type.kinds = std::move(kinds);
    return type;
}

Type list_of(Type element) {
    Type type = simple(Type::Tag::list);
    type.parameters.push_back(std::move(element));
    return type;
}

Type map_of(Type key, Type value) {
    Type type = simple(Type::Tag::map);
    type.parameters.push_back(std::move(key));
    type.parameters.push_back(std::move(value));
    return type;
}

Type optional_of(Type value) {
    Type type = simple(Type::Tag::optional);
    type.parameters.push_back(std::move(value));
    return type;
}

Type type_of(Type value) {
    Type type = simple(Type::Tag::type);
    type.parameters.push_back(std::move(value));
    return type;
}

std::string to_string(const Type& type) {
    if (type.tag == Type::Tag::fact) return kinds_text(type.kinds);
    if (!type.name.empty()) return with_parameters(type.name, type.parameters);
    for (const auto& known : names)
        if (known.tag == type.tag) return with_parameters(std::string(known.name), type.parameters);
    return "dyn";
}

std::optional<Type> parse_type(std::string_view text, bool abstract) {
    return TypeReader(text, abstract).whole();
}

}  // namespace factlint::expr
