#include "expr/stream.h"

#include <charconv>
#include <map>

#include <simdjson.h>

#include "expr/describe.h"
#include "expr/expression.h"
#include "expr/functions/format.h"
#include "expr/json.h"

namespace factlint::expr {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int max_depth = 200;

struct Request {
    std::string expression;
    Environment environment;
    bool check_only = false;
    std::map<std::string, Value, std::less<>> values;
    Arena arena;
    std::string problem;

    bool fail(std::string message) {
        if (problem.empty()) problem = std::move(message);
        return false;
    }
};

template <class T> std::optional<T> integer(element json) {
    std::string_view text;
    if (json.get(text) != simdjson::SUCCESS) {
        T number{};
        return json.get(number) == simdjson::SUCCESS ? std::optional(number) : std::nullopt;
    }
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<double> floating(element json) {
    std::string_view text;
    double value = 0;
    if (json.get(text) != simdjson::SUCCESS)
        return json.get(value) == simdjson::SUCCESS ? std::optional(value) : std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// {"seconds":"0","nanos":"0"}
template <class T> std::optional<Value> moment(element json) {
    object parts;
    if (json.get(parts) != simdjson::SUCCESS) return std::nullopt;
    T made;
    for (const auto [key, part] : parts) {
        const auto number = integer<std::int64_t>(part);
        if (!number) return std::nullopt;
        if (key == "seconds")
            made.seconds = *number;
        else
            made.nanos = static_cast<std::int32_t>(*number);
    }
    return Value{made};
}

/// Typed JSON to values.
class ValueReader {
  public:
    explicit ValueReader(Arena& arena) : arena_(arena) {}

    std::optional<Value> read(element json, int depth = 0) {
        object typed;
        if (depth > max_depth || json.get(typed) != simdjson::SUCCESS || typed.size() != 1)
            return std::nullopt;
        const auto field = *typed.begin();
        return one(field.key, field.value, depth);
    }

  private:
    template <class T> static std::optional<Value> wrap(const std::optional<T>& value) {
        return value ? std::optional(Value{*value}) : std::nullopt;
    }

    std::optional<Value> one(std::string_view tag, element json, int depth) {
        if (tag == "list") return list(json, depth);
        if (tag == "map") return map(json, depth);
        if (tag == "null") return Value{Null{}};
        if (tag == "int") return wrap(integer<std::int64_t>(json));
        if (tag == "uint") return wrap(integer<std::uint64_t>(json));
        if (tag == "double") return wrap(floating(json));
        if (tag == "timestamp") return moment<Timestamp>(json);
        if (tag == "duration") return moment<Duration>(json);
        bool truth = false;
        if (tag == "bool")
            return json.get(truth) == simdjson::SUCCESS ? std::optional(Value{truth}) : std::nullopt;
        return text(tag, json);
    }

    std::optional<Value> text(std::string_view tag, element json) {
        std::string_view written;
        if (json.get(written) != simdjson::SUCCESS) return std::nullopt;
        if (tag == "string") return Value{arena_.text(written)};
        if (tag == "type") return Value{TypeValue{arena_.text(written)}};
        const auto data = tag == "bytes" ? from_base64(written) : std::nullopt;
        return data ? std::optional(Value{Bytes{arena_.text(*data)}}) : std::nullopt;
    }

    std::optional<Value> list(element json, int depth) {
        array items;
        if (json.get(items) != simdjson::SUCCESS) return std::nullopt;
        std::vector<Value> values;
        for (const element item : items) {
            const auto value = read(item, depth + 1);
            if (!value) return std::nullopt;
            values.push_back(*value);
        }
        const auto copied = arena_.values(values.size());
        std::copy(values.begin(), values.end(), copied.begin());
        return Value{List{copied}};
    }

    std::optional<Value> map(element json, int depth) {
        array items;
        if (json.get(items) != simdjson::SUCCESS) return std::nullopt;
        std::vector<Entry> entries;
        for (const element item : items) {
            array pair;
            if (item.get(pair) != simdjson::SUCCESS || pair.size() != 2) return std::nullopt;
            const auto key = read(pair.at(0).value_unsafe(), depth + 1);
            const auto value = read(pair.at(1).value_unsafe(), depth + 1);
            if (!key || !value) return std::nullopt;
            entries.push_back({*key, *value});
        }
        const auto copied = arena_.entries(entries.size());
        std::copy(entries.begin(), entries.end(), copied.begin());
        return Value{Map{copied}};
    }

    Arena& arena_;
};

std::optional<Type> read_type(element json) {
    std::string_view text;
    return json.get(text) == simdjson::SUCCESS ? parse_type(text, true) : std::nullopt;
}

bool read_function(Request& request, std::string_view name, element json) {
    array params;
    Environment::Function function;
    function.name = name;
    if (json["params"].get(params) == simdjson::SUCCESS)
        for (const element param : params) {
            const auto type = read_type(param);
            if (!type) return request.fail("bad type of a parameter");
            function.arguments.push_back(*type);
        }
    element result;
    const auto type = json["result"].get(result) == simdjson::SUCCESS ? read_type(result) : std::nullopt;
    if (!type) return request.fail("bad type of a result");
    function.result = *type;
    if (json["member"].get(function.member) != simdjson::SUCCESS) function.member = false;
    request.environment.functions.push_back(std::move(function));
    return true;
}

bool read_declaration(Request& request, std::string_view name, element json) {
    array overloads;
    if (json["function"].get(overloads) == simdjson::SUCCESS) {
        for (const element overload : overloads)
            if (!read_function(request, name, overload)) return false;
        return true;
    }
    const auto type = read_type(json);
    if (!type) return request.fail("bad type of '" + std::string(name) + "'");
    request.environment.variables.emplace_back(name, *type);
    return true;
}

/// Names that are bound and not declared may be used where nothing is checked.
bool read_binding(Request& request, std::string_view name, element json) {
    const auto value = ValueReader(request.arena).read(json);
    if (!value) return request.fail("bad value of '" + std::string(name) + "'");
    request.values.insert_or_assign(std::string(name), *value);
    auto& variables = request.environment.variables;
    const auto declared = [&](const auto& variable) { return variable.first == name; };
    if (std::none_of(variables.begin(), variables.end(), declared))
        variables.emplace_back(name, simple(Type::Tag::dyn));
    return true;
}

template <class Take> bool each_field(Request& request, element json, const Take& take) {
    object fields;
    if (json.get(fields) != simdjson::SUCCESS)
        return request.fail("an object is wanted for declare and bind");
    for (const auto [name, value] : fields)
        if (!take(request, name, value)) return false;
    return true;
}

bool read_flag(Request& request, element json, bool& flag) {
    return json.get(flag) == simdjson::SUCCESS || request.fail("true or false is wanted for a flag");
}

bool read_text(Request& request, element json, std::string& text) {
    std::string_view view;
    if (json.get(view) != simdjson::SUCCESS) return request.fail("a text is wanted for expr and container");
    text = view;
    return true;
}

/// `bind` is read last: what it binds may be declared.
bool read_fields(Request& request, object fields) {
    bool unchecked = false, has_expression = false;
    std::optional<element> bindings;
    for (const auto [key, json] : fields) {
        bool ok = true;
        if (key == "expr")
            ok = has_expression = read_text(request, json, request.expression);
        else if (key == "container")
            ok = read_text(request, json, request.environment.container);
        else if (key == "disable_check")
            ok = read_flag(request, json, unchecked);
        else if (key == "check_only")
            ok = read_flag(request, json, request.check_only);
        else if (key == "declare")
            ok = each_field(request, json, read_declaration);
        else if (key == "bind")
            bindings = json;
        if (!ok) return false;
    }
    request.environment.check = !unchecked;
    request.environment.plain_cel = true;
    if (!has_expression) return request.fail("there is no \"expr\"");
    return !bindings || each_field(request, *bindings, read_binding);
}

std::string error_json(std::string_view message) { return "{\"error\":" + json_text(message) + "}"; }

std::string run(Request& request) {
    const Compiled compiled = compile(request.expression, request.environment);
    if (!compiled.expression) {
        std::string message;
        for (const auto& diagnostic : compiled.diagnostics)
            message += (message.empty() ? "" : "; ") + std::to_string(diagnostic.span.begin) + ": " +
                       diagnostic.message + (diagnostic.help.empty() ? "" : " (" + diagnostic.help + ")");
        return error_json(message);
    }
    const std::string type = json_text(to_string(compiled.expression->type()));
    if (request.check_only) return "{\"type\":" + type + "}";
    Bindings bindings;
    bindings.lookup = [&](std::string_view name) {
        const auto found = request.values.find(name);
        return found == request.values.end()
                   ? Value{Error{"this name has no value", {}, Error::Cause::evaluation}}
                   : found->second;
    };
    const Value value = evaluate(*compiled.expression, bindings, request.arena);
    if (const auto* error = std::get_if<Error>(&value.data)) return error_json(error->message);
    if (std::holds_alternative<Unknown>(value.data)) return error_json("the result is unknown");
    constexpr std::uint64_t most = 1'000'000;
    if (expanded_size(value, most) == most) return error_json("the result is too large to be written");
    return "{\"value\":" + json_value(value) + ",\"type\":" + type + "}";
}

}  // namespace

std::string eval_stream_line(std::string_view json_line) {
    simdjson::dom::parser parser;
    const simdjson::padded_string padded(json_line);
    element document;
    if (const auto error = parser.parse(padded).get(document))
        return error_json(std::string("the line is not JSON: ") + simdjson::error_message(error));
    object fields;
    if (document.get(fields) != simdjson::SUCCESS) return error_json("the line is not a JSON object");
    Request request;
    if (!read_fields(request, fields)) return error_json(request.problem);
    return run(request);
}

}  // namespace factlint::expr
