// Text made of parts: replace, split, join, quote, format, base64.
#include <array>
#include <charconv>
#include <cmath>

#include "expr/describe.h"
#include "expr/evaluator.h"
#include "expr/functions/format.h"
#include "expr/functions/groups.h"
#include "text/utf8.h"

namespace factlint::expr {
namespace {

std::int64_t limit_argument(const Call& call, std::size_t index) {
    return call.arguments.size() > index && call.integer(index) >= 0 ? call.integer(index) : INT64_MAX;
}

Value replace(Call& call) {
    const std::string_view text = call.text(0), from = call.text(1), to = call.text(2);
    std::int64_t left = limit_argument(call, 3);
    std::string out;
    std::size_t at = 0;
    while (left > 0) {
        const std::size_t found = text.find(from, at);
        if (found == std::string_view::npos) break;
        out += text.substr(at, found - at);
        out += to;
        --left;
        at = found + from.size();
        if (from.empty()) {  // between all code points, as Go's strings.Replace has it
            if (at >= text.size()) return call.make_text(out);
            const std::uint32_t size = decode(text, at).size;
            out += text.substr(at, size);
            at += size;
        }
        if (!call.afford(1 + to.size() / 16, out.size())) return call.fail_limit();
    }
    if (at < text.size()) out += text.substr(at);
    return call.make_text(out);
}

Value split(Call& call) {
    const std::string_view text = call.text(0), separator = call.text(1);
    const std::int64_t limit = limit_argument(call, 2);
    std::vector<Value> parts;
    std::size_t at = 0;
    while (limit > 0 && static_cast<std::int64_t>(parts.size()) + 1 < limit) {
        const std::size_t found = separator.empty() ? at + decode(text, at).size : text.find(separator, at);
        if (found == std::string_view::npos || (separator.empty() && found >= text.size())) break;
        parts.push_back({text.substr(at, found - at)});
        at = found + separator.size();
        if (!call.afford(1, parts.size() * sizeof(Value))) return call.fail_limit();
    }
    if (limit > 0 && !(separator.empty() && text.empty())) parts.push_back({text.substr(at)});
    return call.make_list(parts);
}

Value join(Call& call) {
    const std::string_view separator = call.arguments.size() > 1 ? call.text(1) : std::string_view();
    std::string out;
    for (const auto& item : call.items(0)) {
        const auto* text = std::get_if<std::string_view>(&item.data);
        if (!text) return call.fail("join() wants a list of texts");
        if (&item != call.items(0).data()) out += separator;
        out += *text;
        if (!call.afford(1, out.size())) return call.fail_limit();
    }
    return call.make_text(out);
}

Value quote(Call& call) {
    struct Escape {
        char character;
        std::string_view text;
    };
    static constexpr std::array escapes{Escape{'\a', "\\a"}, Escape{'\b', "\\b"},  Escape{'\f', "\\f"},
                                        Escape{'\n', "\\n"}, Escape{'\r', "\\r"},  Escape{'\t', "\\t"},
                                        Escape{'\v', "\\v"}, Escape{'\\', "\\\\"}, Escape{'"', "\\\""}};
    const std::string_view text = call.text(0);
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        std::string_view written = text.substr(at, decoded.size);
        for (const auto& escape : escapes)
            if (written.size() == 1 && written[0] == escape.character) written = escape.text;
        out += decoded.valid ? written : std::string_view("\uFFFD");
        at += decoded.size;
    }
    return call.make_text(out + '"');
}

Value format(Call& call) {
    std::string problem;
    const std::string text = format_text(call.text(0), call.items(1), problem);
    if (!problem.empty()) return call.fail(problem);
    return call.afford(text.size() / 16, text.size()) ? call.make_text(text) : call.fail_limit();
}

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

Value encode(Call& call) {
    const std::string text = to_base64(call.get<Bytes>(0).data);
    return call.make_text(text);
}

Value decode_base64(Call& call) {
    const auto data = from_base64(call.text(0));
    return data ? Value{Bytes{call.arena.text(*data)}} : call.fail("the text is not base64");
}

constexpr Function rows[] = {
    {"replace", "string.(string, string) -> string", replace, "with all of one text replaced by another"},
    {"replace", "string.(string, string, int) -> string", replace, "the same, so many times at most"},
    {"split", "string.(string) -> list(string)", split, "the parts between a separator"},
    {"split", "string.(string, int) -> list(string)", split, "the same, so many parts at most"},
    {"join", "list(string).() -> string", join, "all texts, one after the other"},
    {"join", "list(string).(string) -> string", join, "all texts with a separator between them"},
    {"strings.quote", "(string) -> string", quote, "in double quotes, with control characters escaped"},
    {"format", "string.(list(dyn)) -> string", format,
     "with %s %d %f %e %b %x %X %o replaced by the elements"},
    {"base64.encode", "(bytes) -> string", encode, "base64 with padding (RFC 4648)"},
    {"base64.decode", "(string) -> bytes", decode_base64, "the bytes that base64 says, padded or not"},
};

}  // namespace

std::string to_base64(std::string_view data) {
    std::string out;
    for (std::size_t i = 0; i < data.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = group << 8 | (i + j < data.size() ? static_cast<unsigned char>(data[i + j]) : 0u);
        for (std::size_t j = 0; j < 4; ++j)
            out += i + j > data.size() ? '=' : alphabet[group >> (18 - 6 * j) & 63];
    }
    return out;
}

std::optional<std::string> from_base64(std::string_view text) {
    const std::size_t padded = text.size();
    while (text.ends_with('=')) text.remove_suffix(1);
    if (padded - text.size() > 2 || (padded != text.size() && padded % 4 != 0) || text.size() % 4 == 1)
        return std::nullopt;
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::size_t digit = alphabet.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> count);
    }
    return out;
}

std::span<const Function> text_functions() { return rows; }

}  // namespace factlint::expr
