// Which elements of a page are open, and so what kind of block its next text belongs to.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "read/document.h"
#include "read/html_elements.h"

namespace factlint {

/// Where the cells of an open table stand; what the cells above span is counted up to column 1,000.
struct OpenTable {
    std::uint32_t number = 0;
    std::uint32_t rows = 0;                         ///< begun so far
    std::uint32_t next_column = 0;                  ///< of the row that is open
    std::vector<std::uint32_t> spanned_until = {};  ///< by column: rows that cells above reach

    void begin_row();
    /// The column of the next cell, which is `columns` wide and `rows` high.
    std::uint32_t begin_cell(std::uint32_t width, std::uint32_t height);
};

struct OpenElement {
    const HtmlElement* element = nullptr;
    std::string_view name;             ///< as it is written
    Span start_tag;                    ///< on disk
    bool hidden = false;               ///< with all that is in it
    bool is_mark = false;              ///< and stands for one U+FFFC
    bool foreign = false;              ///< <svg>, <math>, or inside of them
    std::uint8_t lists = 0;            ///< around it
    std::uint16_t block_language = 0;  ///< of the nearest element that is a block
    Block block = {};  ///< of its text; its language is that of the nearest element that has one
};

/// The stack of open elements. It is shorter than the tree of the HTML Living Standard: what is left open inside an
/// element ends with it.
class HtmlOutline {
  public:
    explicit HtmlOutline(std::uint16_t language) {
        outside_.block_language = outside_.block.language = language;
    }

    std::size_t size() const { return open_.size(); }
    /// The innermost element; one that means nothing outside of all.
    const OpenElement& here() const { return open_.empty() ? outside_ : open_.back(); }
    const std::vector<OpenElement>& open() const { return open_; }

    /// How many elements stay open where `element` begins. O(depth).
    std::size_t size_at_start_of(const HtmlElement& element) const;
    /// How many elements stay open behind the end tag `name`; nothing where it ends none. O(depth).
    std::optional<std::size_t> size_behind_end_of(std::string_view name) const;

    /// `element` as it will be opened: what it takes over from those around it.
    OpenElement inner(const HtmlElement& element) const;
    /// `width`, `height`: columns and rows of a cell.
    void push(OpenElement open, std::uint32_t width, std::uint32_t height);
    OpenElement pop();

    /// The language of text outside of all elements.
    void set_language(std::uint16_t language) {
        outside_.block_language = outside_.block.language = language;
    }

  private:
    void begin_table_part(OpenElement& open, std::uint32_t width, std::uint32_t height);

    OpenElement outside_;
    std::vector<OpenElement> open_;
    std::vector<OpenTable> tables_;
    std::uint32_t table_count_ = 0;
};

}  // namespace factlint
