#include "text/blocks.h"

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>

#include "text/line_ends.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::size_t longest_line = 64u << 20;

/// Behind the last empty line; 0 where there is none.
std::size_t behind_empty_line(std::string_view text) {
    for (auto at = text.rfind('\n'); at != std::string_view::npos && at != 0; at = text.rfind('\n', at - 1)) {
        const std::string_view before = text.substr(0, at);
        if (before.ends_with('\n') || before.ends_with("\n\r")) return at + 1;
    }
    return 0;
}

std::size_t behind_line(std::string_view text) {
    const auto at = text.rfind('\n');
    return at == std::string_view::npos ? 0 : at + 1;
}

std::size_t behind_character(std::string_view text) {
    std::size_t end = text.size();
    while (end > 1 && is_continuation(text[end - 1])) --end;
    return end > 1 ? end - 1 : text.size();
}

std::uint32_t count_lines(std::string_view text) {
    std::uint32_t count = 0;
    LineEnds ends(text);
    while (ends.next()) ++count;
    return count;
}

}  // namespace

Result<BlockReader> BlockReader::open(const std::string& path, const std::string& path_on_disk) {
    File file(path_on_disk);
    struct stat status {};
    if (!file.is_open() || !file.status(status)) return unreadable(path, errno);
    if (S_ISDIR(status.st_mode)) return unreadable(path, EISDIR);
    return BlockReader(path, std::move(file));
}

void BlockReader::fill(std::size_t size) {
    std::size_t filled = rest_.size();
    rest_.resize(std::max(size, filled));
    while (filled < size && !at_end_) {
        const ssize_t got = file_.read_some(rest_.data() + filled, size - filled);
        if (got < 0) failure_ = unreadable(path_, file_, errno);
        at_end_ = got <= 0;
        filled += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    rest_.resize(filled);
}

std::size_t BlockReader::cut() {
    fill(block_size);
    for (std::size_t size = block_size; !at_end_; size *= 2) {
        if (const std::size_t end = behind_empty_line(rest_); end != 0) return end;
        if (const std::size_t end = behind_line(rest_); end != 0) return end;
        if (size >= longest_line) return behind_character(rest_);
        fill(2 * size);
    }
    return rest_.size();
}

std::optional<TextBlock> BlockReader::next() {
    if (before_ && before_->last) return std::nullopt;
    const std::size_t end = cut();
    if (failure_) return std::nullopt;
    TextBlock block;
    block.text = rest_.substr(0, end);
    rest_.erase(0, end);
    block.last = at_end_ && rest_.empty();
    if (before_) {
        block.first = false;
        block.base = before_->base;
        block.lines_before = before_->lines_before;
    }
    before_ = {{}, block.base + end, block.lines_before, false, block.last};
    if (!block.last) before_->lines_before += count_lines(block.text);
    return block;
}

}  // namespace factlint
