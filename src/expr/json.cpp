#include "expr/json.h"

#include <cmath>

#include <fmt/format.h>

#include "expr/describe.h"
#include "expr/functions/format.h"
#include "text/json_string.h"

namespace factlint::expr {
namespace {

template <class Items, class Write> std::string joined(const Items& items, const Write& write) {
    std::string out;
    for (const auto& item : items) out += (out.empty() ? "" : ",") + write(item);
    return '[' + out + ']';
}

std::string pairs(std::span<const Entry> entries) {
    return joined(entries, [](const Entry& entry) {
        return '[' + json_value(entry.key) + ',' + json_value(entry.value) + ']';
    });
}

std::string number_text(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
    return double_text(value);
}

struct TypedWriter {
    std::string operator()(Null) const { return R"({"null":null})"; }
    std::string operator()(bool value) const { return value ? R"({"bool":true})" : R"({"bool":false})"; }
    std::string operator()(std::int64_t value) const { return fmt::format(R"({{"int":"{}"}})", value); }
    std::string operator()(std::uint64_t value) const { return fmt::format(R"({{"uint":"{}"}})", value); }
    std::string operator()(double value) const {
        return fmt::format(R"({{"double":"{}"}})", number_text(value));
    }
    std::string operator()(std::string_view text) const { return R"({"string":)" + json_text(text) + '}'; }
    std::string operator()(Bytes bytes) const { return R"({"bytes":")" + to_base64(bytes.data) + "\"}"; }
    std::string operator()(List list) const { return R"({"list":)" + joined(list.items, json_value) + '}'; }
    std::string operator()(Map map) const { return R"({"map":)" + pairs(map.entries) + '}'; }
    std::string operator()(Object object) const { return R"({"map":)" + pairs(object.fields) + '}'; }
    std::string operator()(TypeValue type) const { return R"({"type":)" + json_text(type.name) + '}'; }
    std::string operator()(Timestamp time) const {
        return fmt::format(R"({{"timestamp":{{"seconds":"{}","nanos":"{}"}}}})", time.seconds, time.nanos);
    }
    std::string operator()(Duration span) const {
        return fmt::format(R"({{"duration":{{"seconds":"{}","nanos":"{}"}}}})", span.seconds, span.nanos);
    }
    std::string operator()(Optional optional) const {
        return R"({"optional":)" + (optional.value ? json_value(*optional.value) : "null") + '}';
    }
    std::string operator()(const Stated* fact) const {
        return R"({"fact":)" + json_text(factlint::describe(*fact)) + '}';
    }
    std::string operator()(Unknown unknown) const { return R"({"unknown":)" + json_text(unknown.name) + '}'; }
    std::string operator()(Error error) const { return R"({"error":)" + json_text(error.message) + '}'; }
};

}  // namespace

std::string json_text(std::string_view text) {
    std::string out;
    append_json_string(out, text);
    return out;
}

std::string json_value(const Value& value) { return std::visit(TypedWriter{}, value.data); }

}  // namespace factlint::expr
