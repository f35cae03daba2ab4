#include "report/json_writer.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace factlint {
namespace {

std::string_view short_escape(char32_t c) {
    switch (c) {
        case '"': return "\\\"";
        case '\\': return "\\\\";
        case '\b': return "\\b";
        case '\f': return "\\f";
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        default: return {};
    }
}

bool is_written_by_code(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
    return c < 0x20 || within(0x7F, 0x9F) || within(0x200E, 0x200F) || within(0x2028, 0x202E) ||
           within(0x2066, 0x2069) || c == 0x061C || c == 0xFEFF;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        const char32_t c = decoded.code_point;
        if (const auto escape = short_escape(c); !escape.empty())
            out += escape;
        else if (is_written_by_code(c))
            out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
        else
            append_utf8(out, c);
        at += decoded.size;
    }
    out += '"';
}

JsonWriter& JsonWriter::open(char bracket) {
    start_item();
    out_ += bracket;
    open_ += bracket == '{' ? '}' : ']';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close() {
    const char bracket = open_.back();
    open_.pop_back();
    if (!first_) new_line();
    out_ += bracket;
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    start_item();
    append_json_string(out_, name);
    out_ += layout_ == Layout::pretty ? ": " : ":";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    start_item();
    append_json_string(out_, text);
    return *this;
}

JsonWriter& JsonWriter::value(std::uint64_t number) { return raw(std::to_string(number)); }

JsonWriter& JsonWriter::value(bool truth) { return raw(truth ? "true" : "false"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
    start_item();
    out_ += json;
    return *this;
}

std::string JsonWriter::take() {
    std::string text = std::move(out_);
    *this = JsonWriter(layout_);
    return text;
}

void JsonWriter::start_item() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (!first_) out_ += ',';
    if (!open_.empty()) new_line();
    first_ = false;
}

void JsonWriter::new_line() {
    if (layout_ == Layout::pretty) out_.append("\n").append(2 * open_.size(), ' ');
}

}  // namespace factlint
