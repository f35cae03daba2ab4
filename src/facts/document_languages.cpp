#include <algorithm>
#include <iterator>
#include <utility>

#include "facts/extract.h"
#include "facts/quotation.h"

namespace factlint {
namespace {

/// One function word makes no paragraph French: it may be a name of a line of code, or a word of both.
constexpr int least_words = 2;

/// Finds what the blocks of a document are read in, one after the other.
class LanguageSearch {
  public:
    LanguageSearch(const Document& document, std::string_view override)
        : document_(document), forced_(find_writing(override)) {}

    Languages run(std::optional<LanguageId> beginning) {
        const auto whole = declared(document_.language);
        out_.document = whole       ? *whole
                        : beginning ? *beginning
                                    : detect_language(document_.prose, LanguageId{});
        out_.blocks.reserve(document_.blocks.size());
        for (const Block& block : document_.blocks) {
            const auto own = declared(block.language);
            if (own && block.language != document_.language)
                out_.blocks.push_back(*own);
            else
                out_.blocks.push_back(whole ? quoting(block, *whole) : detected(block));
            add_inline(block);
        }
        return std::move(out_);
    }

  private:
    std::optional<LanguageId> declared(std::uint16_t index) const {
        return forced_ || index == 0 ? forced_ : find_writing(document_.languages[index - 1]);
    }

    /// Where a part says what it is in, the others are not in need of detection.
    LanguageId detected(const Block& block) {
        const std::string_view text = slice(document_.prose, block.prose);
        const LanguageId language = detect_language(text, out_.document, least_words);
        if (has_inline(block)) return language;
        return finder_.find({text, language, out_.document, block.prose.begin}, out_.quotations);
    }

    /// In what the document says that it is in; only an override holds for what it quotes, too.
    LanguageId quoting(const Block& block, LanguageId language) {
        if (!forced_ && !has_inline(block))
            finder_.find_in(language, slice(document_.prose, block.prose), block.prose.begin,
                            out_.quotations);
        return language;
    }

    bool has_inline(const Block& block) const {
        return inline_ < document_.inline_languages.size() &&
               document_.inline_languages[inline_].prose.begin < block.prose.end;
    }
    void add_inline(const Block& block) {
        for (; has_inline(block); ++inline_) {
            const InlineLanguage& part = document_.inline_languages[inline_];
            const auto language = declared(part.language);
            if (language && *language != out_.blocks.back())
                out_.quotations.push_back({part.prose, *language});
        }
    }

    const Document& document_;
    std::optional<LanguageId> forced_;
    QuotationFinder finder_;
    std::size_t inline_ = 0;  ///< the next of Document::inline_languages
    Languages out_;
};

}  // namespace

Languages languages_of(const Document& document, std::string_view override,
                       std::optional<LanguageId> beginning) {
    return LanguageSearch(document, override).run(beginning);
}

LanguageId Languages::of(Span prose, std::size_t block) const {
    const auto behind =
        std::upper_bound(quotations.begin(), quotations.end(), prose.begin,
                         [](std::uint32_t at, const Quotation& one) { return at < one.prose.begin; });
    const bool inside = behind != quotations.begin() && std::prev(behind)->prose.contains(prose);
    return inside ? std::prev(behind)->language : blocks[block];
}

}  // namespace factlint
