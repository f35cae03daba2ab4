// The stream contract (design, section 2): one JSON document per line in, one line per document out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/result.h"

namespace factlint {

/// {"id":…,"text":…,"lang"?:…,"format"?:…} of one line.
struct StreamDocument {
    std::string id = "null";  ///< any JSON, echoed as it was written
    std::string text;         ///< decoded: what offsets count in
    std::string language;     ///< empty = detected
    std::string format;       ///< name of a reader, "text" where none is given
};

struct StreamTotals {
    std::uint64_t documents = 0;
    std::uint64_t facts = 0;
    std::uint64_t errors = 0;
};

/// A line that cannot be read: not JSON, no object, no text, an unknown format. `too_long`: over 64 MiB.
Result<StreamDocument> parse_stream_line(std::string_view line, bool too_long);
/// {"id":…|null,"line":N,"error":…} and a newline.
std::string stream_error(std::string_view line, std::uint64_t number, std::string_view message);
/// {"id":…,"facts":[…]} or the error, and a newline. `language` overrides detection where the line names none.
std::string extract_stream_line(std::string_view line, std::uint64_t number, bool too_long,
                                std::string_view language, StreamTotals& totals);
/// {"summary":{…}} and a newline: where it is missing, the stream was cut. `config` is a digest of what was configured.
std::string stream_summary(const StreamTotals& totals, std::string_view config, std::string_view version);

}  // namespace factlint
