#include "facts/extract.h"

#include <algorithm>
#include <bit>

#include "facts/context.h"
#include "facts/draft.h"
#include "facts/element_set.h"
#include "facts/fold.h"
#include "facts/fraction.h"
#include "facts/identifier.h"
#include "facts/language_data.h"
#include "facts/numeral.h"
#include "facts/power.h"
#include "facts/quantity.h"
#include "facts/range.h"
#include "facts/scanner.h"
#include "facts/temporal.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr RoleSet starting_roles = roles_where([](const RoleInfo& row) { return row.starts; });

/// Roles of dates, times, durations and ages: the last ones of the table.
constexpr RoleSet temporal_roles = roles_where([](const RoleInfo& row) { return row.role >= Role::month; });
constexpr RoleSet temporal_or_function = roles_where(
    [](const RoleInfo& row) { return row.role >= Role::month || row.role == Role::function_word; });

/// Words before a number that say no more of it than how exact it is, or that matter for years and in ranges only.
constexpr RoleSet plain_before = {Role::approx_before, Role::article,   Role::pronoun_lead,  Role::range_open,
                                  Role::event_name,    Role::year_lead, Role::year_lead_weak};

/// What may stand behind a number in one word with it.
constexpr RoleSet behind_number = {Role::approx_after, Role::range_join, Role::particle,
                                   Role::reference_behind};

constexpr std::uint32_t longest_margin = 64;

/// One text after the other, each in one language.
class Extraction {
  public:
    Extraction() {}  // not defaulted: what a run remembers needs no zeros

    /// `identifiers`: append them, too.
    void open(std::string_view text, const LanguageData& language, bool identifiers) {
        identifiers_ = identifiers;
        language_ = &language;
        text_ = text;
        scanner_.open(text, language);
        run_.open(text, language);
        floor_ = 0;
        at_ = scanner_.next(0);
    }
    bool at_end() const { return at_ >= text_.size(); }
    /// Appends facts until there are `most` or the text ends; spans are moved by `base`.
    void read(Facts& out, std::size_t most, std::uint32_t base) {
        const std::size_t first = out.items.size();
        out_ = &out;
        while (!at_end() && out.items.size() < most) at_ = scanner_.next(read_at(at_));
        for (std::size_t i = first; i < out.items.size() && base != 0; ++i) {
            out.items[i].span.begin += base;
            out.items[i].span.end += base;
        }
    }

  private:
    /// Reads what stands at the candidate; returns where to go on.
    std::uint32_t read_at(std::uint32_t at) {
        std::uint32_t size = 0;
        const bool digit = digit_at(text_, at, size) >= 0;
        if (digit) {
            if (const Span name = identifier_around(text_, at, floor_); !name.empty()) return leave_out(name);
        } else if (inside_phrase(at)) {
            return at + 3;
        } else if (is_joined_word(at)) {
            return letters_end(text_, at);
        }
        run_.start_at(at, floor_);
        if (run_[0].span.begin > at) return run_[0].span.begin;  // behind a character that is not seen
        if (!digit && inside_kana(at)) return at + 3;
        if (!digit && is_part_of_name(run_[0].span.end)) return run_[0].span.end;
        if (!digit && !run_[0].roles.meets(starting_roles)) return std::max(run_[0].span.end, at + 1);
        if (const std::uint32_t end = digit ? at : behind_function_word(run_[0]); end > at) return end;
        if (language_->doubled_numbers && is_doubled(at)) return run_[2].span.begin;
        if (const std::uint32_t begin = digit ? behind_sign(at) : behind_article(at); begin < at) {
            run_.start_at(begin, floor_);
            if (const std::uint32_t next = read_from(begin, false); next != 0) return next;
            run_.start_at(at, floor_);
        }
        const std::uint32_t next = read_from(at, digit);
        return next != 0 ? next : skip_past(at);
    }

    /// The end of the function word that a token of several words begins with: what follows is found by itself, and the
    /// scanner does not stop there but by chance. The token's beginning where there is none.
    std::uint32_t behind_function_word(const Token& token) const {
        const std::uint32_t begin = token.span.begin;
        const std::uint32_t end = letters_end(text_, begin);
        if (end >= token.span.end || token.may_be(Role::stop)) return begin;
        const Folded space = fold(text_, end);
        if (space.view() != " " || !is_letter(text_, end + space.taken)) return begin;  // US $
        const Match first = language_->lexicon.longest(text_.substr(0, end), begin);
        const RoleSet& roles = language_->lexicon.roles_of(first);
        return roles.has(Role::function_word) && !roles.meets(starting_roles) ? end : begin;
    }

    /// The same number twice with a hyphen between, and nothing more: it counts once.
    bool is_doubled(std::uint32_t at) {
        const bool joined = run_.is_sign(1, '-') && run_[1].gap == Gap::none && run_[2].gap == Gap::none;
        if (!joined || run_.text(run_[0]) != run_.text(run_[2]) || !is_open(at)) return false;
        const bool digits = run_[4].kind == TokenKind::digits && run_[4].gap == Gap::none;
        return run_[3].gap != Gap::none || run_[3].kind != TokenKind::sign || !digits;  // 12-12-2012
    }

    /// MS-DO: capitals, and one hyphen among them.
    static bool are_capitals(std::string_view name) {
        return name.size() >= 5 && std::ranges::count(name, '-') == 1 &&
               std::ranges::all_of(name, [](char c) { return c == '-' || is_ascii_capital(c); });
    }

    /// non-zero, users-first: a word that a hyphen joins to one that is unknown. Where words are written syllable by
    /// syllable a hyphen is a dash. MS-DOS, also where both are known.
    bool is_hyphened(std::uint32_t at) const {
        if (at < floor_ + 3 || text_[at - 1] != '-') return false;
        const std::uint32_t begin = word_begin(text_, at - 1);
        if (begin == at - 1 || begin < floor_) return false;
        const bool unknown =
            language_->noun_words == 1 && language_->lexicon.longest(text_, begin).length == 0;
        return unknown || are_capitals(text_.substr(begin, at + 2 - begin));
    }

    /// A word that is a part of something else: non-zero, docs.example.org/one.
    bool is_joined_word(std::uint32_t at) const {
        if (at <= floor_ || text_[at - 1] == ' ' || !is_letter(text_, at)) return false;
        return is_hyphened(at) || is_behind_point(at) || is_in_address(text_, at, floor_);
    }

    /// libfoo.so.1.2: a small letter right behind a letter and a point begins no sentence.
    bool is_behind_point(std::uint32_t at) const {
        return text_[at - 1] == '.' && at >= floor_ + 2 && text_[at] >= 'a' && text_[at] <= 'z' &&
               is_ascii_letter(text_[at - 2]);
    }

    /// third_party: what goes on with a line below.
    bool is_part_of_name(std::uint32_t end) const { return end < text_.size() && text_[end] == '_'; }

    /// Where to go on behind the fact at token 0, which begins at `at`; 0 where there is none. `digit`: it is a digit.
    std::uint32_t read_from(std::uint32_t at, bool digit) {
        const std::size_t first = out_->items.size();
        if (is_plain()) {
            const std::size_t taken = read_plain_number(run_, *out_);
            return taken == 0 ? 0 : finish(first, taken);
        }
        if (digit && is_numbered_part()) return leave_out(reference_at(run_));
        if (digit)
            if (const Span code = code_at(run_); !code.empty()) return leave_out(code);
        if (!digit && is_one_of_many(run_)) return run_[0].span.end;
        const FactsEnd mark = end_of(*out_);
        std::size_t taken = parse_temporal(run_, 0, *out_);
        if (is_half_of_word(run_, taken)) cut(*out_, mark), taken = 0;
        if (taken > 1) taken += rest_of_time_span(taken, mark);
        if (taken == 0)
            if (const Span weekday = weekday_alone(run_); !weekday.empty()) return leave_out(weekday);
        if (taken == 0 && is_temporal_word(run_[0])) return 0;
        if (taken == 0 && digit) {
            if (const Span chain = chain_at(text_, at); !chain.empty() && !is_grouped(chain))
                return leave_out(chain);
            if (const Span number = telephone_at(text_, at); !number.empty()) return leave_out(number);
            if (is_reference(run_)) return leave_out(reference_at(run_));
        }
        taken = prefer_quantity(taken, mark);
        if (taken == 0) return vague_end();
        if (!run_[taken].inside || run_[taken].roles.meets(behind_number) || ends_time(first, taken))
            return finish(first, taken);
        cut(*out_, mark);  // half of a compound
        return 0;
    }

    /// Tokens behind 3か月 in 3か月から6か月: from three months to six months is one range.
    std::size_t rest_of_time_span(std::size_t taken, FactsEnd mark) {
        const Kind kind = out_->items[mark.items].kind;
        if (kind != Kind::duration && kind != Kind::age) return 0;
        const std::size_t range = read_range(run_, 0, taken, mark.items, *out_);
        return range > taken ? range - taken : 0;
    }

    /// saat beşte: the ending of the case is written onto the hour.
    bool ends_time(std::size_t first, std::size_t taken) {
        const Kind kind = out_->items[first].kind;
        return (kind == Kind::time || kind == Kind::datetime) && run_[taken].may_be(Role::fraction_reverse);
    }

    /// ISO 8859-1, RFC 3986-2: no year with a month.
    bool is_numbered_part() {
        const bool two = run_.is_sign(1, '-') && run_[1].gap == Gap::none &&
                         run_[2].kind == TokenKind::digits && !run_.is_sign(3, '-');
        return two && is_reference(run_);
    }

    /// Digits or a number word alone: no word or sign that any parser looks for is behind them, and they are no year. Most
    /// numbers are, and most time is saved by asking.
    bool is_plain() {
        const Token& number = run_[0];
        constexpr RoleSet number_words = {Role::small, Role::weak, Role::digit, Role::function_word};
        const bool plain =
            number.kind == TokenKind::word
                ? language_->spaced && number.roles.within(number_words)
                : number.kind == TokenKind::digits && number.digit_count <= 18 && number.digit_count != 4;
        return plain && is_counted(plain_tokens()) &&
               run_.roles_before(number.span.begin).within(plain_before);
    }

    /// Tokens of the number: more than one where its digits are grouped, 25,000.
    std::size_t plain_tokens() {
        const char sign = run_[1].ascii;
        const bool grouped = run_[0].kind == TokenKind::digits && (sign == ',' || sign == '.') &&
                             run_[2].digit_count == 3 && run_[2].gap == Gap::none;
        if (!grouped) return 1;
        const Numeral& numeral = read_numeral(run_, 0);
        return numeral.decimal_point || numeral.tokens == 0 ? 1 : numeral.tokens;
    }

    /// Whether nothing, or a counter and then nothing, belongs to the number before.
    bool is_counted(std::size_t at) {
        const Token& next = run_[at];
        const bool counter =
            next.may_be(Role::counter) && next.roles.within({Role::counter, Role::function_word});
        return is_closing(counter ? at + 1 : at);
    }

    bool is_closing(std::size_t at) {
        const Token& next = run_[at];
        if (run_[at - 1].kind == TokenKind::digits && is_power(run_, at)) return false;
        if (joins_nothing(run_, at)) return !is_compared();
        if (!next.roles.within({Role::function_word, Role::comparison_join, Role::unit_link})) return false;
        if (next.may_be(Role::unit_link) && run_[at + 1].may_be(Role::time_unit))
            return false;  // 2 full days
        if (next.may_be(Role::comparison_join) && is_compared()) return false;
        switch (next.kind) {
            case TokenKind::end: return true;
            case TokenKind::digits: return false;
            case TokenKind::word: return next.gap != Gap::none && !is_noun_of_part(run_, at);
            case TokenKind::sign: break;
        }
        constexpr ElementSet joining = ElementSet::of("-~/:'^*=+\"{");
        if (joining.has(next.ascii)) return false;
        if (next.ascii != '.' && next.ascii != ',') return true;
        return run_[at + 1].kind != TokenKind::digits && !run_.is(at + 1, Role::range_join);
    }

    /// Whether a word before token 0 compares with it, so that a second comparison may follow.
    bool is_compared() {
        return run_.roles_before(run_[0].span.begin).meets({Role::approx_before, Role::compared_before});
    }

    /// Behind a numeral that has no value, 数十万; 0 where there is none.
    std::uint32_t vague_end() {
        const Numeral& numeral = read_numeral(run_, 0);
        return numeral.tokens == 0 ? numeral.span.end : 0;
    }

    /// The longer of the date or duration already read and the quantity at the same place; dates win a tie.
    std::size_t prefer_quantity(std::size_t temporal, FactsEnd mark) {
        if (is_temporal_word(run_[0]) || (temporal > 1 && is_dated())) return temporal;
        if (temporal == 1 && run_[0].kind == TokenKind::digits && is_closing(1)) return temporal;
        const FactsEnd end = end_of(*out_);
        std::size_t quantity = read_quantity(run_, 0, *out_);
        if (quantity == 0) return temporal;
        const bool day = temporal != 0 && out_->items[end.items].kind == Kind::ratio;  // 11/22 or 11/25
        if (const std::size_t range = day ? 0 : read_range(run_, 0, quantity, end.items, *out_))
            quantity = range;
        if (temporal != 0 && !wins(out_->items[end.items], out_->items[mark.items])) {
            cut(*out_, end);
            return temporal;
        }
        out_->items.erase(mark.items, end.items);
        return quantity;
    }

    /// A word that only dates, times and durations have, also of one character, 年: no quantity begins with it.
    static bool is_temporal_word(const Token& word) {
        const bool written =
            word.kind == TokenKind::word || (word.kind == TokenKind::sign && word.ascii == 0);
        return written && word.roles.meets(temporal_roles) && word.roles.within(temporal_or_function);
    }

    /// A number before such a word, or behind one that leads to it (năm 2015): no quantity is longer.
    bool is_dated() {
        if (is_temporal_word(run_[1])) return true;
        return run_[0].may_be(Role::year_prefix) && run_[1].kind == TokenKind::digits;
    }

    /// A tie goes to the date or duration, save for ordinals in words: forty-second. Behind an article that is a delay,
    /// and "venti secondi", in a language that writes its ordinals as one word, are seconds.
    bool wins(const Fact& quantity, const Fact& temporal) {
        if (quantity.span.end != temporal.span.end) return quantity.span.end > temporal.span.end;
        if (quantity.kind != Kind::ordinal || temporal.kind != Kind::duration) return false;
        return !language_->compounds && !run_.roles_before(quantity.span.begin).has(Role::article);
    }

    /// Not dates; not ranges whose ends are compared with on their own.
    bool takes_context(std::size_t first) const {
        const Fact& fact = out_->items[first];
        if (is_temporal(fact.kind)) return false;
        return fact.parts == 0 || out_->items[first + 1].approx == Approx::none;
    }

    /// "stored at - 18 °C": a hyphen with a space on both sides, behind a word, is a minus before a temperature.
    void take_spaced_minus(Fact& fact) const {
        const bool temperature = fact.kind == Kind::measure && compatible(fact.unit, UnitId::celsius);
        if (!temperature || fact.has(Fact::big)) return;
        const std::uint32_t begin = fact.span.begin;
        if (fact.payload <= 0 || begin < floor_ + 4 || text_[begin - 1] != ' ') return;
        const std::uint32_t sign = begin - 1 - size_before(text_, begin - 1);
        if (folded_sign(text_, sign) != '-' || sign < floor_ + 2 || text_[sign - 1] != ' ') return;
        if (fact.number_offset != 0 || !is_letter(text_, sign - 1 - size_before(text_, sign - 1))) return;
        fact.span.begin = sign;
        fact.number_length = static_cast<std::uint16_t>(fact.number_length + begin - sign);
        fact.payload = -fact.payload;
    }

    /// -$5, -%5: a hyphen right before the sign of a currency or percentage, with nothing that it could join before it.
    void take_minus_before_sign(Fact& fact) const {
        if (fact.kind != Kind::money && fact.kind != Kind::percent) return;
        if (fact.parts != 0 || fact.has(Fact::big) || fact.payload <= 0) return;
        if (fact.number_offset == 0 || fact.span.begin <= floor_) return;
        const std::uint32_t sign = fact.span.begin - size_before(text_, fact.span.begin);
        if (sign < floor_ || folded_sign(text_, sign) != '-') return;
        if (sign > 0 && text_[sign - 1] != ' ' && text_[sign - 1] != '(') return;
        fact.number_offset = static_cast<std::uint16_t>(fact.number_offset + fact.span.begin - sign);
        fact.span.begin = sign;
        fact.payload = -fact.payload;
    }

    /// (1,234) with nothing else in the cell of a table or the line is a negative number, as accounts write it. A bare
    /// (12) may be a footnote.
    void take_accounting_brackets(Fact& fact) const {
        if (!is_alone_in_brackets(fact.span)) return;
        if (fact.parts != 0 || fact.has(Fact::big) || fact.payload <= 0 || fact.label_length != 0) return;
        const std::string_view numeral = slice(text_, fact.number());
        const bool grouped = numeral.find_first_of(",.") != numeral.npos;
        const bool plain =
            fact.kind == Kind::number || fact.kind == Kind::money || fact.kind == Kind::percent;
        if (!plain || (fact.kind == Kind::number && !grouped)) return;
        --fact.span.begin;
        ++fact.span.end;
        ++fact.number_offset;
        fact.payload = -fact.payload;
    }

    bool is_alone_in_brackets(Span span) const {
        if (span.begin == 0 || text_[span.begin - 1] != '(' || span.end >= text_.size()) return false;
        const auto blank = [](std::string_view text) {
            return text.find_first_not_of(" \t\r\n") == text.npos;
        };
        return text_[span.end] == ')' && span.begin <= longest_margin &&
               blank(text_.substr(0, span.begin - 1)) && blank(text_.substr(span.end + 1, longest_margin));
    }

    std::uint32_t finish(std::size_t first, std::size_t taken) {
        take_spaced_minus(out_->items[first]);
        take_minus_before_sign(out_->items[first]);
        take_accounting_brackets(out_->items[first]);
        if (takes_context(first))
            read_context(run_, 0, behind_noun(run_, taken, out_->items[first]), out_->items[first]);
        for (std::size_t i = first; i < out_->items.size(); ++i) out_->items[i].language = language_->id;
        floor_ = out_->items[first].span.end;
        set_previous(out_->items[first]);
        return std::max(floor_, run_[taken - 1].span.end);
    }

    void set_previous(const Fact& fact) {
        if (fact.kind == Kind::date)
            run_.set_previous(fact.kind, std::bit_cast<Date>(fact.payload));
        else
            run_.set_previous(fact.kind == Kind::range ? out_->items.back().kind : fact.kind);
    }

    bool is_grouped(Span chain) {
        const Numeral digits = read_digits(run_, 0);
        return digits.tokens != 0 && digits.span.end >= chain.end;
    }

    std::uint32_t leave_out(Span identifier) {
        if (identifiers_) {
            Fact fact;
            fact.kind = Kind::identifier;
            fact.span = identifier;
            fact.language = language_->id;
            out_->items.push_back(fact);
        }
        floor_ = identifier.end;
        run_.set_previous(Kind::identifier);
        return identifier.end;
    }

    /// A number begins before its first digit or number word where a sign, a point or an article stands there.
    std::uint32_t behind_article(std::uint32_t at) {
        constexpr RoleSet counted = {Role::century_mark, Role::quarter_mark, Role::half_year_mark};
        if (run_[0].roles.meets(counted))
            if (const std::uint32_t roman = behind_roman(at); roman < at) return roman;
        const Run::Before article = run_.before(at, Role::article);
        return article.sense != nullptr ? article.span.begin : at;
    }

    /// Where the word before `at` begins, behind the space that follows it.
    std::uint32_t word_before(std::uint32_t at) const {
        const std::uint32_t end = at > floor_ && text_[at - 1] == ' ' ? at - 1 : at;
        return std::max(word_begin(text_, end), floor_);
    }
    const RoleSet& roles_of_word(std::uint32_t at) const {
        return language_->lexicon.roles_of(language_->lexicon.longest(text_, at));
    }

    /// XIX of "XIX secolo", XVIII of "tra il XVIII e il XIX secolo".
    std::uint32_t behind_roman(std::uint32_t at) {
        const std::uint32_t last = roman_before(at);
        if (last == at) return at;
        const Run::Before joint = run_.before(last, Role::range_and);
        const std::uint32_t word = joint.sense != nullptr ? joint.span.begin : word_before(last);
        if (joint.sense == nullptr && !roles_of_word(word).has(Role::range_join)) return last;
        const std::uint32_t first = roman_before(word);
        return first != word ? first : last;
    }

    /// Where the Roman number before `at` begins, perhaps with a point behind it; `at` where there is none.
    std::uint32_t roman_before(std::uint32_t at) const {
        std::uint32_t end = at;
        if (end > floor_ && text_[end - 1] == ' ') --end;
        if (end > floor_ && text_[end - 1] == '.') --end;
        std::uint32_t begin = end;
        while (begin > floor_ &&
               (text_[begin - 1] == 'I' || text_[begin - 1] == 'V' || text_[begin - 1] == 'X'))
            --begin;
        const bool whole = begin == floor_ || !is_letter(text_, begin - size_before(text_, begin));
        return begin < end && whole ? begin : at;
    }

    std::uint32_t behind_sign(std::uint32_t at) const {
        if (at <= floor_) return at;
        const std::uint32_t begin = at - size_before(text_, at);
        if (text_[begin] == ' ') return first_sign(at);
        if (is_plain_wide(text_, begin)) return at;
        const char mark = folded_sign(text_, begin);
        const bool belongs =
            (mark == '-' && !is_enclosed(at)) || mark == '.' || (mark == ',' && language_->decimal == ',');
        if (belongs && mark != '-' && begin > floor_ && text_[begin - 1] == '-' && is_open(begin - 1))
            return begin - 1;  // -.5
        return belongs && is_open(begin) ? begin : at;
    }

    /// The sign that the text begins with, where only spaces stand between it and `at`.
    std::uint32_t first_sign(std::uint32_t at) const {
        const std::string_view before = text_.substr(0, at);
        if (at > 8 || before.find_first_not_of(" -") != before.npos) return at;
        const std::size_t sign = before.find('-');
        return sign == before.npos || sign != before.rfind('-') ? at : static_cast<std::uint32_t>(sign);
    }

    /// -2020-07-01-: a hyphen behind four digits or more as well as before them is no sign.
    bool is_enclosed(std::uint32_t at) const {
        std::uint32_t end = at;
        for (std::uint32_t size = 0; digit_at(text_, end, size) >= 0;) end += size;
        return end - at >= 4 && end < text_.size() && text_[end] == '-';
    }

    /// Nothing that a sign could belong to stands before `at`.
    bool is_open(std::uint32_t at) const {
        if (at == 0) return true;
        std::uint32_t begin = at - size_before(text_, at);
        std::uint32_t size = 0;
        if (text_[begin] == ' ' && begin > 0 && digit_at(text_, begin - size_before(text_, begin), size) >= 0)
            return false;
        const char before = text_[begin];
        if (is_hangul(text_, begin)) return false;
        return !is_letter(text_, begin) && digit_at(text_, begin, size) < 0 && before != ')' &&
               before != ']' && before != '.' && before != '-' && before != '/' && before != '\'';
    }

    /// No number in hiragana begins behind hiragana: the ひゃく of 「なひゃく」 is no hundred.
    bool inside_kana(std::uint32_t at) {
        if (at < 3 || !run_[0].may_be(Role::tens) || !is_hiragana(decode(text_, at).code_point)) return false;
        return is_hiragana(decode_before(text_, at).code_point);
    }

    /// No word of Hangul begins in the middle of a phrase: the 구 of 지구 is no 9, the 열 of "D열" no 10.
    bool inside_phrase(std::uint32_t at) const {
        return continues_hangul(text_, at) ||
               (at > 0 && is_hangul(text_, at) && is_ascii_letter(text_[at - 1]));
    }

    std::uint32_t skip_past(std::uint32_t at) {
        if (const std::size_t row = count_digit_words(run_, 0); row > most_digit_words)
            return run_[row - 1].span.end;
        std::size_t token = 0;
        while (run_[token].span.end <= at && run_[token].kind != TokenKind::end) ++token;
        while (run_[token + 1].inside) ++token;
        const std::uint32_t end = run_[token].span.end;
        return end > at ? end : at + std::max<std::uint32_t>(fold(text_, at).taken, 1);
    }

    std::string_view text_;
    const LanguageData* language_ = nullptr;
    bool identifiers_ = false;
    Scanner scanner_;
    Run run_;
    Facts* out_ = nullptr;
    std::uint32_t floor_ = 0;
    std::uint32_t at_ = 0;  ///< where the next fact may begin
};

/// An Extraction for as long as it is needed. The last one is kept for the next: most texts are shorter than what a run
/// remembers, so that making one would take longer than to read them.
class ExtractionLease {
  public:
    ExtractionLease() : extraction_(spare() ? std::move(spare()) : std::make_unique<Extraction>()) {}
    ~ExtractionLease() { spare() = std::move(extraction_); }
    ExtractionLease(const ExtractionLease&) = delete;
    ExtractionLease& operator=(const ExtractionLease&) = delete;

    Extraction& operator*() const { return *extraction_; }
    Extraction* operator->() const { return extraction_.get(); }

  private:
    static std::unique_ptr<Extraction>& spare() {
        thread_local std::unique_ptr<Extraction> kept;
        return kept;
    }
    std::unique_ptr<Extraction> extraction_;
};

}  // namespace

void extract_text(std::string_view text, LanguageId language, Facts& out, std::uint32_t base,
                  const ExtractOptions& options) {
    const ExtractionLease lease;
    lease->open(text, data(language), options.identifiers);
    lease->read(out, SIZE_MAX, base);
}

struct FactReader::State {
    State(const Document& read, const Languages& in, bool all)
        : document(read), languages(in), identifiers(all) {}

    const Document& document;
    const Languages& languages;
    bool identifiers;
    std::size_t block = 0;
    std::size_t quotation = 0;  ///< the next one
    std::uint32_t at = 0;       ///< where the next part of the block begins
    bool open = false;          ///< the part is
    Span part{};                ///< of the block, in one language
    ExtractionLease lease;

    /// Opens what is read in one language from `at` on: a quotation, or what stands before the next one.
    void open_part() {
        const Span prose = document.blocks[block].prose;
        const std::vector<Quotation>& quotations = languages.quotations;
        part = {std::max(at, prose.begin), prose.end};
        LanguageId language = languages.blocks[block];
        if (quotation < quotations.size() && quotations[quotation].prose.begin < prose.end) {
            const Quotation& next = quotations[quotation];
            const bool quoted = next.prose.begin <= part.begin;
            part.end = quoted ? next.prose.end : next.prose.begin;
            if (quoted) language = next.language;
            quotation += quoted ? 1 : 0;
        }
        lease->open(slice(document.prose, part), data(language), identifiers);
    }
};

FactReader::FactReader(const Document& document, const Languages& languages, bool identifiers)
    : state_(new State(document, languages, identifiers)) {}
FactReader::~FactReader() = default;

bool FactReader::read(Facts& out, std::size_t most) {
    const std::vector<Block>& blocks = state_->document.blocks;
    while (state_->block < blocks.size()) {
        if (!state_->open) state_->open_part();
        state_->lease->read(out, most, state_->part.begin);
        state_->open = !state_->lease->at_end();
        if (state_->open) return true;
        state_->at = state_->part.end;
        if (state_->at >= blocks[state_->block].prose.end) ++state_->block;
    }
    return false;
}

Facts extract(const Document& document, const Languages& languages, bool identifiers) {
    Facts facts;
    FactReader(document, languages, identifiers).read(facts, SIZE_MAX);
    return facts;
}

Facts extract(const Document& document, const ExtractOptions& options) {
    return extract(document, languages_of(document, options.language), options.identifiers);
}

}  // namespace factlint
