#include "facts/quotation.h"

#include <algorithm>

#include "facts/quotation_marks.h"
#include "facts/quotation_words.h"

namespace factlint {
namespace {

constexpr std::uint32_t least_bytes = 24;
static_assert(least_bytes >= Letters::chunk + Letters::alignment - 1,
              "what is that long fills a chunk, wherever it stands");

/// One text, searched as one of a language.
class Search {
  public:
    Search(std::string_view text, LanguageId host, const Letters& letters, std::uint32_t base,
           std::vector<Quotation>& out)
        : text_(text), host_(host), letters_(letters), base_(base), out_(out) {}

    /// Whether there is something that is a quotation or might have been one.
    bool run() {
        if (letters_.latin())
            run_in_latin();
        else
            run_in_other();
        return is_mixed_;
    }

  private:
    void run_in_latin() {
        for (std::uint32_t at = 0; (at = next_wide_or_mark(text_, at)) < text_.size();)
            at = is_foreign(at) ? read_foreign(at) : read_quotes(at);
    }
    void run_in_other() {
        for (std::uint32_t at = 0; (at = letters_.next_without(text_, at)) < text_.size();) {
            const auto behind = static_cast<std::uint32_t>(at + Letters::chunk);
            while (at > done_ && !letters_.is_own_lead(text_[at - 1])) --at;
            if (at > done_) at += code_point_size(text_, at - 1) - 1;
            at = std::max(read_foreign(at), behind);
            done_ = std::max(done_, std::min(at, behind));
        }
    }

    bool is_foreign(std::uint32_t at) const {
        std::uint32_t size = 0;
        return letters_.at(text_, at, size) == Letter::foreign;
    }

    /// The foreign letters from `at` on and the quotation that they are; returns where to go on.
    std::uint32_t read_foreign(std::uint32_t at) {
        std::uint32_t size = 0;
        while (at < text_.size() && letters_.at(text_, at, size) == Letter::none) at += size;
        const std::uint32_t first = at;
        std::uint32_t last = at;
        for (; at < text_.size(); at += size) {
            const Letter letter = letters_.at(text_, at, size);
            if (letter == Letter::own) break;
            if (letter == Letter::foreign) last = at + size;
        }
        const std::uint32_t before = gap_before(first);
        done_ = at;
        if (first == last || at - before < least_bytes) return letters_.latin() ? last : at;
        is_mixed_ = true;
        const Border left = border_in(text_, {before, first});
        if (left.first_part && add(inside_quotes(text_, left.last_part)))
            return out_.back().prose.end - base_;
        add({begin_of(left, before, first), end_of({last, at})});
        return at;
    }

    /// Where the signs before `first` begin that stand behind the last own letter.
    std::uint32_t gap_before(std::uint32_t first) const {
        std::uint32_t begin = first;
        while (begin > done_) {
            const std::uint32_t at = begin - size_before(text_, begin);
            std::uint32_t size = 0;
            if (letters_.at(text_, at, size) == Letter::own) break;
            begin = at;
        }
        return std::max(begin, done_);
    }

    /// A number goes with what it stands before, but the 2021 of "in 2021 と" is that of the host.
    static std::uint32_t begin_of(const Border& border, std::uint32_t begin, std::uint32_t first) {
        if (border.first_part) return border.last_part_end;
        if (border.label_end) return *border.label_end;
        return border.number && !border.spaced ? begin : first;
    }
    std::uint32_t end_of(Span between) const {
        const Border border = border_in(text_, between);
        if (border.first_part) return *border.first_part;
        if (border.label_end) return *border.label_end;
        return between.end == text_.size() ? between.end : between.begin;
    }

    bool add(Span found) {
        if (found.size() < least_bytes) return false;
        const auto language = language_in(slice(text_, found), host_);
        return language && add(found, *language);
    }
    bool add(Span found, LanguageId language) {
        if (language == host_) return false;
        out_.push_back({{found.begin + base_, found.end + base_}, language});
        done_ = found.end;
        return true;
    }

    /// The quotation marks at `at`, with Latin letters in them; returns where to go on.
    std::uint32_t read_quotes(std::uint32_t at) {
        const Span found = inside_quotes(text_, at);
        const std::uint32_t behind = at + code_point_size(text_, at);
        if (found.size() < least_bytes) return behind;
        is_mixed_ = true;
        const auto language = language_in_quotes(slice(text_, found), host_);
        return language && add(found, *language) ? found.end : behind;
    }

    std::string_view text_;
    LanguageId host_;
    const Letters& letters_;
    std::uint32_t base_;
    std::vector<Quotation>& out_;
    bool is_mixed_ = false;   ///< there is something that may be a quotation
    std::uint32_t done_ = 0;  ///< behind the last own letters or quotation
};

}  // namespace

LanguageId QuotationFinder::find(const Paragraph& paragraph, std::vector<Quotation>& out) {
    if (paragraph.text.size() < least_bytes) return paragraph.detected;
    const std::size_t before = out.size();
    const auto search = [&](LanguageId language) {
        out.resize(before);
        return Search(paragraph.text, language, letters_of(language), paragraph.base, out).run();
    };
    if (!search(paragraph.detected)) return paragraph.detected;
    const auto around = language_around(paragraph.text, paragraph.detected,
                                        letters_of(paragraph.detected).latin(), paragraph.document);
    if (!around) return paragraph.detected;
    search(around->language);
    if (around->sure || out.size() > before) return around->language;
    search(paragraph.detected);
    return paragraph.detected;
}

void QuotationFinder::find_in(LanguageId language, std::string_view text, std::uint32_t base,
                              std::vector<Quotation>& out) {
    if (text.size() >= least_bytes) Search(text, language, letters_of(language), base, out).run();
}

const Letters& QuotationFinder::letters_of(LanguageId language) {
    if (!letters_ || language_ != language) letters_.emplace(data(language));
    language_ = language;
    return *letters_;
}

}  // namespace factlint
