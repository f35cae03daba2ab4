#include "cli/input_pieces.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "cli/stdin.h"
#include "read/reader.h"

namespace factlint {
namespace {

constexpr std::uint64_t large = 8u << 20;

bool is_plain_text(std::string_view path) { return &reader_for(path) == &readers().back(); }

std::uint64_t size_of(const std::string& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return error ? 0 : size;
}

}  // namespace

InputPieces::InputPieces(std::vector<std::string> paths, std::string stdin_name)
    : paths_(std::move(paths)), stdin_name_(std::move(stdin_name)) {}

bool InputPieces::open(const std::string& path) {
    name_ = path == "-" && !stdin_name_.empty() ? stdin_name_ : path;
    language_.reset();
    if (path == "-") {
        blocks_.emplace(BlockReader::standard_input());
        return true;
    }
    auto reader = BlockReader::open(path, path);
    if (reader)
        blocks_.emplace(std::move(*reader));
    else
        findings_.push_back(reader.error());
    return blocks_.has_value();
}

std::optional<InputPiece> InputPieces::piece(std::uint64_t& size) {
    while (blocks_ || at_ < paths_.size()) {
        if (!blocks_ && paths_[at_] == "-" && !is_plain_text(stdin_name_)) {
            ++at_;
            return InputPiece{stdin_name_, TextBlock{read_stdin(), 0, 0, true, true}, std::nullopt};
        }
        if (!blocks_ && !is_plain_text(paths_[at_])) {
            size = size_of(paths_[at_]);
            return InputPiece{paths_[at_++], std::nullopt, std::nullopt};
        }
        if (!blocks_ && !open(paths_[at_++])) continue;
        auto block = blocks_->next();
        if (blocks_->failure()) findings_.push_back(*blocks_->failure());
        if (!block || block->last) blocks_.reset();
        if (!block) continue;
        if (block->first) language_ = detect_language(block->text, LanguageId{});
        size = block->text.size();
        const auto language = block->first ? std::nullopt : language_;
        return InputPiece{name_, std::move(block), language};
    }
    return std::nullopt;
}

bool InputPieces::has_large() const {
    return std::any_of(paths_.begin(), paths_.end(),
                       [](const std::string& path) { return !is_plain_text(path) && size_of(path) > large; });
}

std::optional<std::vector<InputPiece>> InputPieces::next() {
    std::vector<InputPiece> pieces;
    for (std::uint64_t total = 0; total < BlockReader::block_size / 2;) {
        std::uint64_t size = 0;
        auto found = piece(size);
        if (!found) break;
        pieces.push_back(std::move(*found));
        total += size;
    }
    if (pieces.empty()) return std::nullopt;
    return pieces;
}

}  // namespace factlint
