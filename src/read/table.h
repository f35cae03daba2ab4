// Tables of delimited text (CSV, TSV) in batches of whole rows: every cell knows its bytes.
//
// a,"b ""c"""⏎ is one row of two cells, [0, 1) and [2, 11) with the quotes; cell_text() reads the second as b "c".
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "read/dialect.h"
#include "text/span.h"

namespace factlint {

/// Fills `buffer` with up to `size` bytes and says how many: fewer only at the end of the input.
using ReadBytes = std::function<std::size_t(char* buffer, std::size_t size)>;

/// The bytes of a text, for files that are in memory.
ReadBytes bytes_of(std::string_view text);

/// One cell: bytes of its batch, with the quotes where it has any, without the delimiters around it.
struct RowCell {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// How the text of a cell is written.
struct CellSyntax {
    char quote = '"';   ///< 0 = quotes are text
    bool json = false;  ///< a JSON value: backslashes in quotes, objects and lists as they stand
};

/// What is wrong with how rows are written. The rows are read nevertheless: an unclosed quote is text up to the end of
/// its line, what stands behind a closing quote belongs to the cell. `bad_record`: it is no row and has none. `short_row`: it has
/// cells that are not in the file, as columns of several files are brought together.
struct RowFault {
    enum class Kind : std::uint8_t {
        unclosed_quote,
        text_after_quote,
        nul_byte,
        long_row,
        bad_record,
        short_row
    } kind;
    std::uint32_t row = 0;    ///< in the batch
    std::uint32_t begin = 0;  ///< in the text of the batch
    std::uint32_t end = 0;
};

/// Whole rows that follow each other in the file. Blank lines are no rows.
struct RowBatch {
    std::string buffer;              ///< `text` and whatever stands behind it
    std::string_view text;           ///< the bytes of the rows
    std::uint32_t file = 0;          ///< of a table in several files: which one
    std::uint64_t base = 0;          ///< offset of text[0] in the file, or in all files one behind the other
    std::uint64_t lines_before = 0;  ///< lines of the file that end before text[0]
    std::uint32_t first = 0;         ///< the rows before this one are the header
    bool found = false;              ///< whether the rows were looked for yet
    bool ascii = false;              ///< no byte of the text is above 127; false where that was not asked
    std::vector<RowCell> cells;      ///< of all rows, and room for more behind them
    std::vector<std::uint32_t> rows{0};  ///< index of each row's first cell, and of the end of the last row's
    std::vector<RowFault> faults;
    std::vector<Span> row_spans;  ///< of the rows, where their cells do not stand in order; empty = they do
    std::vector<Span>
        places;  ///< of the cells in the file, where `text` is made of them; empty = it is the file's

    std::uint32_t row_count() const { return static_cast<std::uint32_t>(rows.size() - 1); }
    std::uint32_t width(std::uint32_t row) const { return rows[row + 1] - rows[row]; }
    const RowCell& cell(std::uint32_t row, std::uint32_t column) const { return cells[rows[row] + column]; }
    std::string_view raw(const RowCell& cell) const {
        return {text.data() + cell.begin, cell.end - cell.begin};
    }
    /// The bytes of the row in `text`.
    Span row_span(std::uint32_t row) const {
        if (!row_spans.empty()) return row_spans[row];
        return {cell(row, 0).begin, cell(row, width(row) - 1).end};
    }
};

/// Whether the cell is written in quotes.
inline bool is_quoted(std::string_view raw, CellSyntax syntax) {
    return raw.size() >= 2 && syntax.quote != 0 && raw.front() == syntax.quote;
}

/// LF, CRLF and CR alone are one line end each. O(bytes).
std::uint64_t count_line_ends(std::string_view text);

/// What stands in the quotes of a cell that is written in quotes.
std::string_view quoted_text(std::string_view raw, CellSyntax syntax, std::string& scratch);

/// The text of a cell: without its quotes, doubled ones single. Views `raw`, or `scratch` where quotes were doubled.
inline std::string_view cell_text(std::string_view raw, CellSyntax syntax, std::string& scratch) {
    return is_quoted(raw, syntax) ? quoted_text(raw, syntax, scratch) : raw;
}

/// Reads rows of delimited text, batch after batch. The batches are independent of it and of each other.
class RowReader {
  public:
    static constexpr std::size_t default_block = std::size_t{1} << 16;

    /// `block`: bytes that are read at once, three or more; a row may be longer, up to `longest_row`. As many as stay in a core's
    /// cache with their cells while one column after the other is looked at.
    RowReader(ReadBytes read, Dialect dialect, std::size_t block = default_block);

    /// The next rows into `batch`, whose memory is used again; false at the end. A byte order mark at the start is left
    /// out. O(bytes).
    bool next(RowBatch& batch);
    /// The bytes of the next rows; the rows themselves only where a quote may join lines. Not thread-safe.
    bool take(RowBatch& batch);
    /// Finds the rows of a batch that take() left. Thread-safe.
    void scan(RowBatch& batch) const;
    /// Lines read so far.
    std::uint64_t lines() const { return lines_; }

    static constexpr std::size_t longest_row = std::size_t{64} << 20;

  private:
    std::string_view fill(RowBatch& batch, std::size_t have, std::size_t size);
    std::string_view skip_start(RowBatch& batch, std::string_view text);
    std::uint32_t plain_lines(RowBatch& batch, std::string_view text);
    std::uint32_t scan_all(RowBatch& batch, std::string_view text, bool last);

    ReadBytes read_;
    Dialect dialect_;
    std::size_t block_;
    std::string carry_;     ///< the row that the last batch could not end
    bool started_ = false;  ///< something but blank lines was read
    bool ended_ = false;
    std::uint64_t base_ = 0, lines_ = 0;
};

}  // namespace factlint
