// Input pieces: what `factlint extract` reads, divided into pieces of work of about the same size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "facts/language.h"
#include "text/blocks.h"

namespace factlint {

/// A file, or a block of one.
struct InputPiece {
    std::string path;
    std::optional<TextBlock> block;      ///< empty: the file is read whole
    std::optional<LanguageId> language;  ///< of a later block: what the first was found to be
};

/// The files one after the other. Plain text of any size is read in blocks; small files share a piece of work.
class InputPieces {
  public:
    /// `paths`; "-" is standard input and has the name `stdin_name`.
    InputPieces(std::vector<std::string> paths, std::string stdin_name);

    /// Pieces for one worker, at least one; none behind the last.
    std::optional<std::vector<InputPiece>> next();
    /// Whether a file that is read whole is so large that its facts should not be held beside it.
    bool has_large() const;
    std::vector<Finding>& findings() { return findings_; }

  private:
    /// The next piece and its size; none behind the last.
    std::optional<InputPiece> piece(std::uint64_t& size);
    bool open(const std::string& path);

    std::vector<std::string> paths_;
    std::string stdin_name_;
    std::size_t at_ = 0;
    std::optional<BlockReader> blocks_;  ///< of the file that is read in blocks
    std::string name_;                   ///< of it
    std::optional<LanguageId> language_;
    std::vector<Finding> findings_;
};

}  // namespace factlint
