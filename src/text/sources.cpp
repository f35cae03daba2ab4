#include "text/sources.h"

#include <limits>
#include <utility>

#include "text/whole_file.h"

namespace factlint {

SourceId Sources::add(std::string path, std::string text, std::uint64_t base, std::uint32_t lines_before) {
    assert(text.size() <= std::numeric_limits<std::uint32_t>::max());
    sources_.push_back({std::move(path), std::move(text), base, lines_before});
    return static_cast<SourceId>(sources_.size() - 1);
}

Result<SourceId> Sources::load(std::string path, const std::string& path_on_disk) {
    auto text = whole_file(path, path_on_disk);
    if (!text) return text.error();
    return add(std::move(path), std::move(*text));
}

}  // namespace factlint
