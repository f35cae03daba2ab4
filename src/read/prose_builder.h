// Builds the decoded prose of a document together with its map back to the bytes on disk.
#pragma once

#include <string_view>

#include "read/document.h"

namespace factlint {

/// Appends text in the order of the source. Blocks are opened by the first text that goes into them and are separated
/// by a line feed that stands for no byte of the source. Neighbouring verbatim text makes one piece.
class ProseBuilder {
  public:
    ProseBuilder(Document& document, std::string_view source) : document_(document), source_(source) {}

    /// The kind, level and cell of the block that the next text opens; ends the one that is open.
    void begin_block(const Block& block);
    void end_block() { open_ = false; }
    bool in_block() const { return open_; }

    /// The bytes of the source themselves.
    void append_verbatim(Span source);
    /// `text`, which stands for `source` as a whole. Precondition: one byte does not stand for one other byte.
    void append_decoded(std::string_view text, Span source);

    /// Lets the document's prose view what was built. Nothing is appended afterwards.
    void finish();

  private:
    void add(const Piece& piece);

    Document& document_;
    std::string_view source_;
    Block next_;
    bool open_ = false;
};

}  // namespace factlint
