#include "report/json_writer.h"

#include "text/json_string.h"

namespace factlint {
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
