#include "read/table.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "read/encoding.h"
#include "read/json_tree.h"

namespace factlint {
namespace {

constexpr std::uint32_t window_size = 64;

/// Finds the cells of the rows in a text.
class RowScanner {
  public:
    /// `last`: nothing follows the text, so that an open row ends with it.
    RowScanner(RowBatch& batch, std::string_view text, const Dialect& dialect, bool last)
        : batch_(batch), text_(text), dialect_(dialect), last_(last),
          size_(static_cast<std::uint32_t>(text.size())) {}

    /// How many bytes and lines whole rows take.
    struct Taken {
        std::uint32_t bytes = 0;
        std::uint64_t lines = 0;
    };
    Taken run() {
        while (at_ < size_ && !stopped_) window();
        make_room();
        if (last_ && !stopped_ && (cell_begin_ < size_ || row_is_open())) end_row(size_, size_);
        batch_.rows.resize(rows_ + 1);
        std::erase_if(batch_.faults, [&](const RowFault& fault) {
            return fault.row >= batch_.row_count();  // found again with the rest of its row
        });
        return {row_begin_, lines_};
    }

  private:
    /// Of a window. Bit i: at_ + i is one.
    struct Marks {
        std::uint64_t all = 0;  ///< delimiters, line feeds, and the others
        std::uint64_t line_feeds = 0;
        bool others = false;  ///< quotes or carriage returns are among them
    };
    Marks marks(std::uint32_t size) const {
        const char* const text = text_.data() + at_;
#ifdef __SSE2__
        if (size == window_size) return window_marks(text);
#endif
        Marks found;
        for (std::uint32_t i = 0; i < size; ++i) {
            const bool line_feed = text[i] == '\n', other = text[i] == '\r' || text[i] == quote_mark();
            if (!line_feed && !other && text[i] != dialect_.delimiter) continue;
            found.all |= std::uint64_t{1} << i;
            found.line_feeds |= std::uint64_t{line_feed} << i;
            found.others = found.others || other;
        }
        return found;
    }

#ifdef __SSE2__
    Marks window_marks(const char* text) const {
        Marks found;
        const __m128i delimiter = _mm_set1_epi8(dialect_.delimiter), quote = _mm_set1_epi8(quote_mark());
        const __m128i line_feed = _mm_set1_epi8('\n'), carriage_return = _mm_set1_epi8('\r');
        __m128i others = _mm_setzero_si128();
        for (unsigned at = 0; at < window_size; at += 16) {
            __m128i bytes;
            std::memcpy(&bytes, text + at, sizeof bytes);
            const __m128i line_feeds = _mm_cmpeq_epi8(bytes, line_feed);
            const __m128i other =
                _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, carriage_return));
            const __m128i all =
                _mm_or_si128(_mm_or_si128(line_feeds, _mm_cmpeq_epi8(bytes, delimiter)), other);
            found.all |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(all))} << at;
            found.line_feeds |= std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(line_feeds))} << at;
            others = _mm_or_si128(others, other);
        }
        found.others = _mm_movemask_epi8(others) != 0;
        return found;
    }
#endif

    /// A carriage return, which is a mark as well, where there are no quotes.
    char quote_mark() const { return dialect_.quote != 0 ? dialect_.quote : '\r'; }
    bool row_is_open() const { return cells_ > batch_.rows[rows_]; }

    void window() {
        const std::uint32_t from = at_;
        const auto size = std::min<std::uint32_t>(window_size, size_ - from);
        const Marks found = marks(size);
        make_room();
        at_ = from + size;
        // a line feed behind the beginning of a cell ends a blank line, or belongs to a carriage return
        const std::uint64_t begins =
            found.line_feeds << 1 | std::uint64_t{cell_begin_ >= from && !row_is_open()};
        if (!found.others && (found.line_feeds & begins) == 0)
            plain_rows(from, found);
        else
            any_rows(from, found);
    }

    /// The cells of a window that holds nothing but delimiters and line feeds, and no blank line.
    void plain_rows(std::uint32_t from, const Marks& found) {
        RowCell* cell = batch_.cells.data() + cells_;
        std::uint32_t* row = batch_.rows.data() + rows_;
        std::uint32_t begin = cell_begin_;
        for (std::uint64_t left = found.all; left != 0; left &= left - 1) {
            const auto place = static_cast<unsigned>(std::countr_zero(left));
            *cell++ = {begin, from + place};
            begin = from + place + 1;
            if ((found.line_feeds >> place & 1) != 0)
                *++row = static_cast<std::uint32_t>(cell - batch_.cells.data());
        }
        cell_begin_ = begin;
        cells_ = static_cast<std::uint32_t>(cell - batch_.cells.data());
        if (found.line_feeds == 0) return;
        const auto rows = static_cast<std::uint32_t>(row - batch_.rows.data());
        lines_ += rows - rows_ + std::exchange(lines_inside_, 0);
        rows_ = rows;
        row_begin_ = from + window_size - static_cast<std::uint32_t>(std::countl_zero(found.line_feeds));
    }

    void any_rows(std::uint32_t from, const Marks& found) {
        for (std::uint64_t left = found.all; left != 0; left &= left - 1) {
            const std::uint32_t at = from + static_cast<std::uint32_t>(std::countr_zero(left));
            if (at < cell_begin_) continue;  // the LF of CRLF
            if (text_[at] == dialect_.delimiter)
                end_cell(at);
            else if (text_[at] == '\n')
                end_row(at, at + 1);
            else if (text_[at] == '\r')
                carriage_return(at);
            else if (at == cell_begin_)
                return quoted_cell(at);  // which says where to go on
            if (stopped_) return;
        }
    }

    /// For the cells and rows of a window.
    void make_room() {
        const std::size_t most = window_size + 1;
        if (batch_.cells.size() < cells_ + most) batch_.cells.resize(2 * (cells_ + most));
        if (batch_.rows.size() < rows_ + most) batch_.rows.resize(2 * (rows_ + most));
    }

    void end_cell(std::uint32_t at) {
        batch_.cells[cells_++] = {cell_begin_, at};
        cell_begin_ = at + 1;
    }

    void end_row(std::uint32_t at, std::uint32_t next) {
        if (row_is_open() || at > cell_begin_) {
            batch_.cells[cells_++] = {cell_begin_, at};
            batch_.rows[++rows_] = cells_;
        }
        cell_begin_ = row_begin_ = next;
        lines_ += 1 + std::exchange(lines_inside_, 0);
    }

    void carriage_return(std::uint32_t at) {
        if (at + 1 == size_ && !last_) {
            stopped_ = true;  // whether LF follows is not known yet
            return;
        }
        const bool pair = at + 1 < size_ && text_[at + 1] == '\n';
        end_row(at, at + (pair ? 2 : 1));
    }

    /// Goes on behind the closing quote.
    void quoted_cell(std::uint32_t at) {
        std::size_t quote = text_.find(dialect_.quote, at + 1);
        while (quote != std::string_view::npos && text_.substr(quote + 1).starts_with(dialect_.quote))
            quote = text_.find(dialect_.quote, quote + 2);
        const bool at_end = quote != std::string_view::npos && quote + 1 == size_;
        if ((quote == std::string_view::npos || at_end) && !last_) {
            stopped_ = true;
        } else if (quote == std::string_view::npos) {
            fault(RowFault::Kind::unclosed_quote, at, at + 1);
            at_ = at + 1;
        } else {
            at_ = static_cast<std::uint32_t>(quote) + 1;
            const bool ends =
                at_end || text_[at_] == dialect_.delimiter || text_[at_] == '\n' || text_[at_] == '\r';
            if (!ends) fault(RowFault::Kind::text_after_quote, at_, at_ + 1);
            lines_inside_ += count_line_ends(text_.substr(at, quote - at));
        }
    }

    void fault(RowFault::Kind kind, std::uint32_t begin, std::uint32_t end) {
        batch_.faults.push_back({kind, rows_, begin, end});
    }

    RowBatch& batch_;
    std::string_view text_;
    const Dialect& dialect_;
    bool last_;
    std::uint32_t size_;
    std::uint32_t at_ = 0, cell_begin_ = 0, row_begin_ = 0;
    std::uint32_t cells_ = 0, rows_ = 0;          ///< found so far
    std::uint64_t lines_ = 0, lines_inside_ = 0;  ///< that ended with a row, and inside cells of the open one
    bool stopped_ = false;
};

void find_nul_bytes(RowBatch& batch) {
    std::uint32_t row = 0;
    for (std::size_t at = batch.text.find('\0'); at != std::string_view::npos;
         at = batch.text.find('\0', at + 1)) {
        const auto place = static_cast<std::uint32_t>(at);
        while (row + 1 < batch.row_count() && batch.cell(row + 1, 0).begin <= place) ++row;
        batch.faults.push_back({RowFault::Kind::nul_byte, row, place, place + 1});
    }
}

}  // namespace

namespace {

/// What a text holds.
struct Survey {
    std::uint64_t line_feeds = 0;
    bool quotes = false, carriage_returns = false, ascii = true;
};

void look_at(char byte, char quote, Survey& seen) {
    seen.line_feeds += byte == '\n' ? 1 : 0;
    seen.quotes = seen.quotes || byte == quote;
    seen.carriage_returns = seen.carriage_returns || byte == '\r';
    seen.ascii = seen.ascii && static_cast<unsigned char>(byte) < 0x80;
}

/// One look at all bytes.
Survey survey(std::string_view text, char quote) {
    Survey seen;
#ifdef __SSE2__
    constexpr std::size_t width = sizeof(__m128i), most = 255 * width;  // a byte counts up to 255
    const __m128i line_feed = _mm_set1_epi8('\n'), carriage_return = _mm_set1_epi8('\r');
    const __m128i quotes = _mm_set1_epi8(quote), zero = _mm_setzero_si128();
    __m128i any_quote = zero, any_return = zero, all = zero;
    while (text.size() >= width) {
        const std::size_t size = std::min(text.size(), most) / width * width;
        __m128i counts = zero;
        for (std::size_t at = 0; at < size; at += width) {
            __m128i bytes;
            std::memcpy(&bytes, text.data() + at, width);
            counts = _mm_sub_epi8(counts, _mm_cmpeq_epi8(bytes, line_feed));
            any_quote = _mm_or_si128(any_quote, _mm_cmpeq_epi8(bytes, quotes));
            any_return = _mm_or_si128(any_return, _mm_cmpeq_epi8(bytes, carriage_return));
            all = _mm_or_si128(all, bytes);
        }
        const __m128i sums = _mm_sad_epu8(counts, zero);
        seen.line_feeds +=
            static_cast<std::uint64_t>(_mm_extract_epi16(sums, 0) + _mm_extract_epi16(sums, 4));
        text.remove_prefix(size);
    }
    seen.quotes = _mm_movemask_epi8(any_quote) != 0;
    seen.carriage_returns = _mm_movemask_epi8(any_return) != 0;
    seen.ascii = _mm_movemask_epi8(all) == 0;
#endif
    for (const char byte : text) look_at(byte, quote, seen);
    return seen;
}

/// Where CR alone may end a line.
std::uint64_t count_ends(std::string_view text, const Survey& seen) {
    std::uint64_t ends = seen.line_feeds;
    if (!seen.carriage_returns) return ends;
    for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1))
        if (!text.substr(at + 1).starts_with('\n')) ++ends;
    return ends;
}

}  // namespace

std::uint64_t count_line_ends(std::string_view text) { return count_ends(text, survey(text, '"')); }

ReadBytes bytes_of(std::string_view text) {
    return [rest = text](char* buffer, std::size_t size) mutable {
        const std::size_t count = std::min(size, rest.size());
        std::memcpy(buffer, rest.data(), count);
        rest.remove_prefix(count);
        return count;
    };
}

namespace {

/// A cell that opens with a quote: what stands in the quotes, and behind them.
std::string_view doubled_quotes(std::string_view raw, char quote, std::string& scratch) {
    const std::size_t close = raw.rfind(quote);
    std::string_view inside = raw.substr(1, close - 1);
    if (close == 0) return raw;
    if (close + 1 == raw.size() && inside.find(quote) == std::string_view::npos) return inside;
    scratch.clear();
    for (std::size_t i = 0; i < inside.size(); ++i) {
        scratch += inside[i];
        if (inside[i] == quote && inside.substr(i + 1).starts_with(quote)) ++i;
    }
    scratch += raw.substr(close + 1);
    return scratch;
}

}  // namespace

std::string_view quoted_text(std::string_view raw, CellSyntax syntax, std::string& scratch) {
    return syntax.json ? json_text(raw, scratch) : doubled_quotes(raw, syntax.quote, scratch);
}

RowReader::RowReader(ReadBytes read, Dialect dialect, std::size_t block)
    : read_(std::move(read)), dialect_(dialect), block_(block) {}

/// Reads behind the first `have` bytes of the buffer until it holds `size` or the input ends; all that it holds then. The
/// buffer never shrinks: bytes are not cleared only to be read over.
std::string_view RowReader::fill(RowBatch& batch, std::size_t have, std::size_t size) {
    if (batch.buffer.size() < size) batch.buffer.resize(size);
    while (have < size && !ended_) {
        const std::size_t count = read_(batch.buffer.data() + have, size - have);
        have += count;
        ended_ = count == 0;
    }
    return std::string_view(batch.buffer).substr(0, have);
}

/// Takes the byte order mark and blank lines before the header off the buffer; what of `text` is left.
std::string_view RowReader::skip_start(RowBatch& batch, std::string_view text) {
    const std::size_t mark = base_ == 0 ? byte_order_mark_size(text) : 0;
    std::size_t end = std::min(text.find_first_not_of("\r\n", mark), text.size());
    started_ = end < text.size();
    if (!started_ && !ended_ && text.ends_with('\r')) --end;  // whether LF follows is not known yet
    lines_ += count_line_ends(text.substr(mark, end - mark));
    base_ += end;
    const std::size_t left = text.size() - end;
    batch.buffer.erase(0, end);
    return std::string_view(batch.buffer).substr(0, left);
}

/// Finds the rows in `text`; how many bytes they take.
std::uint32_t RowReader::scan_all(RowBatch& batch, std::string_view text, bool last) {
    batch.faults.clear();
    batch.rows.assign(1, 0);
    const auto taken = RowScanner(batch, text, dialect_, last).run();
    batch.lines_before = lines_;
    batch.ascii = false;
    lines_ += taken.lines;
    batch.found = true;
    return taken.bytes;
}

/// How many bytes of `text` are whole lines without any quote, each a row or blank; 0 where that is not certain.
std::uint32_t RowReader::plain_lines(RowBatch& batch, std::string_view text) {
    const Survey seen = survey(text, dialect_.quote);
    if (dialect_.quote != 0 && seen.quotes) return 0;
    const std::size_t end = ended_ ? text.size() : text.rfind('\n') + 1;
    batch.lines_before = lines_;
    batch.ascii = seen.ascii;
    lines_ += count_ends(text.substr(0, end), seen);
    if (end > 0 && text[end - 1] != '\n' && text[end - 1] != '\r') ++lines_;
    batch.found = false;
    return static_cast<std::uint32_t>(end);
}

bool RowReader::take(RowBatch& batch) {
    if (batch.buffer.size() < carry_.size()) batch.buffer.resize(carry_.size());
    carry_.copy(batch.buffer.data(), carry_.size());
    batch.first = !started_ && dialect_.header ? 1 : 0;
    std::string_view text = std::string_view(batch.buffer).substr(0, carry_.size());
    std::uint32_t used = 0;
    for (std::size_t size = carry_.size() + block_; used == 0; size *= 2) {
        text = fill(batch, text.size(), std::min(size, longest_row));
        if (!started_) text = skip_start(batch, text);
        if (text.empty() && ended_) return false;
        used = plain_lines(batch, text);
        if (used == 0) used = scan_all(batch, text, ended_);
        if (used != 0 || text.size() < longest_row) continue;
        used = scan_all(batch, text, true);
        batch.faults.push_back({RowFault::Kind::long_row, 0, 0, 1});
    }
    batch.text = text.substr(0, used);
    carry_.assign(text.substr(used));
    batch.base = base_;
    base_ += used;
    if (batch.found) find_nul_bytes(batch);
    return true;
}

void RowReader::scan(RowBatch& batch) const {
    batch.faults.clear();
    batch.rows.assign(1, 0);
    RowScanner(batch, batch.text, dialect_, true).run();
    find_nul_bytes(batch);
    batch.found = true;
}

bool RowReader::next(RowBatch& batch) {
    if (!take(batch)) return false;
    if (!batch.found) scan(batch);
    return true;
}

}  // namespace factlint
