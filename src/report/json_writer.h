// JsonWriter: JSON (RFC 8259) as text, for reports and streams. Valid for any input bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace factlint {

/// Keeps count of commas and nesting; the caller keeps the order: in an object each value follows its key. Numbers of
/// documents are written as strings by their callers, so no number here loses a digit.
///
///     JsonWriter json;
///     json.open('{').key("id").value("aid-adds-up").key("places").open('[').close().close();
///     json.take()  // {"id":"aid-adds-up","places":[]}
class JsonWriter {
  public:
    enum class Layout {
        compact,  ///< one line without blanks
        pretty,   ///< two blanks per level, one value per line
    };
    explicit JsonWriter(Layout layout = Layout::compact) : layout_(layout) {}

    JsonWriter& open(char bracket);  ///< '{' or '['
    JsonWriter& close();             ///< the bracket opened last
    JsonWriter& key(std::string_view name);
    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(std::uint64_t number);
    JsonWriter& value(bool truth);
    JsonWriter& null() { return raw("null"); }
    JsonWriter& raw(std::string_view json);  ///< a value that is JSON already

    std::string take();

  private:
    void start_item();
    void new_line();

    Layout layout_;
    std::string out_;
    std::string open_;  ///< closing brackets still due, the innermost last
    bool first_ = true;
    bool after_key_ = false;
};

}  // namespace factlint
