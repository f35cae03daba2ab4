#include "facts/token.h"

#include "facts/fold.h"
#include "text/utf8.h"

namespace factlint {
namespace {

/// Words within which a line break is a space; an empty line, or a tab between the cells of a table, ends what belongs
/// together.
struct Gapped {
    std::uint32_t next;
    Gap gap;
    bool ends;
};

Gapped skip_space(std::string_view text, std::uint32_t at) {
    Gap gap = Gap::none;
    int lines = 0;
    bool cells = false;
    while (at < text.size() && may_be_space(text, at)) {
        const char byte = text[at];
        const Folded folded = is_ascii(byte) ? Folded{{' '}, 1, 1} : fold(text, at);
        if (folded.count != 0 && folded.bytes[0] != ' ') break;
        if (byte == '\n') ++lines;
        cells = cells || byte == '\t';
        if (folded.count != 0) gap = lines > 0 ? Gap::line : Gap::space;
        at += folded.taken;
    }
    return {at, gap, lines > 1 || cells};
}

/// The same where nothing or one plain space stands there, as it mostly does.
Gapped skip_gap(std::string_view text, std::uint32_t at) {
    const auto ends = [&](std::uint32_t i) { return i >= text.size() || !may_be_space(text, i); };
    if (ends(at)) return {at, Gap::none, false};
    return text[at] == ' ' && ends(at + 1) ? Gapped{at + 1, Gap::space, false} : skip_space(text, at);
}

enum class Script : std::uint8_t { none, letters, katakana, han, hangul };

Script script_at(std::string_view text, std::uint32_t at) {
    if (at >= text.size()) return Script::none;
    if (is_letter(text, at)) return Script::letters;
    if (is_hangul(text, at)) return Script::hangul;
    const char32_t c = decode(text, at).code_point;
    if ((c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC) return Script::katakana;
    return is_han(c) ? Script::han : Script::none;
}

/// A number word shows that what follows belongs to a number, not to a word that merely begins like one.
bool is_number_word(const Token& token) {
    constexpr RoleSet words = {Role::digit, Role::scale,          Role::weak,
                               Role::point, Role::ordinal_prefix, Role::hour_mark};  // 九時十分
    return token.kind == TokenKind::digits || token.roles.meets(words);
}

/// White space, or a character that is written but not seen.
bool is_space(std::string_view text, std::uint32_t at) {
    if (is_ascii(text[at]) || !may_be_space(text, at)) return may_be_space(text, at);
    const Folded folded = fold(text, at);
    return folded.count == 0 || folded.bytes[0] == ' ';
}

/// What is remembered of a word; none is longer than its key.
WordMemory::Word word_of(std::uint32_t word, std::uint32_t length, TokenKind kind) {
    return {static_cast<std::uint16_t>(word), static_cast<std::uint8_t>(length), kind};
}

void set_senses(Token& token, const Match& word, const Lexicon& lexicon) {
    token.senses = word.senses;
    token.roles = lexicon.roles_of(word);
    token.span.end = token.span.begin + word.length;
}

}  // namespace

void Run::open(std::string_view text, const LanguageData& language) {
    text_ = text;
    language_ = &language;
    previous_ = Kind::number;
    for (Context& context : contexts_) context.at = UINT32_MAX;
    start_at(0, 0);
}

void Run::start_at(std::uint32_t start, std::uint32_t floor) {
    next_ = start;
    floor_ = floor;
    count_ = 0;
    compound_.count = part_ = 0;
    ++run_;
}

const Numeral& Run::remember(std::size_t index, NumeralForm form, Numeral numeral) {
    Memory& place = memory_[memory_index(index, form)];
    place = {run_, std::move(numeral)};
    return place.numeral;
}

const Token& Run::lex_up_to(std::size_t index) {
    if (index >= capacity) index = capacity;
    while (count_ <= index) lex();
    return tokens_[index];
}

bool Run::is_joined(std::size_t index) {
    const std::uint32_t end = (*this)[index].span.end;
    const Script next = script_at(text_, end);
    return next != Script::none && script_at(text_, end - size_before(text_, end)) == next;
}

/// Not inlined: most tokens have no such role, and the look at their roles is.
[[gnu::noinline]] const Sense* Run::find_sense(const Token& token, Role role) const {
    for (const Sense& sense : token.senses)
        if (sense.role == role && language_->lexicon.spelled(sense, text_, token.span.begin)) return &sense;
    return nullptr;
}

Run::Before Run::find_before(const Context& context, Role role) const {
    for (std::size_t i = context.words.count; i-- > 0;) {
        const Match& word = context.words.found[i];
        const std::uint32_t begin = context.end - word.length;
        if (word.senses[0].role == Role::lead_stop) return {};                        // the 近 of 最近
        if (role == Role::approx_before && continues_hangul(text_, begin)) continue;  // the 약 of 계약
        for (const Sense& sense : word.senses)
            if (sense.role == role && language_->lexicon.spelled(sense, text_, begin))
                return {&sense, {begin, context.end}};
    }
    return {};
}

void Run::find_context(std::uint32_t at, Context& place) const {
    place.at = at;
    place.floor = floor_;
    place.end = at;
    place.roles = {};
    while (place.end > floor_) {
        const std::uint32_t size = size_before(text_, place.end);
        if (!is_space(text_, place.end - size)) break;
        place.end -= size;
    }
    language_->lexicon.before(text_, place.end, floor_, place.words);
    for (std::size_t i = 0; i < place.words.count; ++i)
        place.roles.add(language_->lexicon.roles_of(place.words.found[i]));
}

void Run::lex() {
    Token& token = tokens_[count_++];
    token = Token{};
    const bool part =
        part_ != 0 && part_ != compound_.count;  // a soft hyphen belongs to what it stands before
    const Gapped gapped = part ? Gapped{next_, Gap::none, false} : skip_gap(text_, next_);
    token.span = {gapped.next, gapped.next};
    token.gap = gapped.gap;
    if (gapped.next >= text_.size() || count_ > capacity || (gapped.ends && count_ > 1)) return;
    std::uint32_t size = 0;
    if (digit_at(text_, gapped.next, size) >= 0)
        lex_digits(token);
    else
        lex_word(token);
    next_ = token.span.end;
}

void Run::lex_digits(Token& token) {
    token.kind = TokenKind::digits;
    std::uint32_t size = 0;
    std::uint32_t count = 0;
    for (int digit = digit_at(text_, token.span.end, size); digit >= 0;
         digit = digit_at(text_, token.span.end, size)) {
        if (count < 19) token.value = token.value * 10 + static_cast<std::uint64_t>(digit);
        ++count;
        token.span.end += size;
    }
    token.digit_count = static_cast<std::uint8_t>(count < 255 ? count : 255);
}

/// The next part of the compound that begins, or has begun, at the token.
bool Run::lex_part(Token& token) {
    if (part_ == compound_.count) {
        compound_ = split_compound(text_, token.span.begin, *language_);
        part_ = 0;
    }
    if (part_ == compound_.count) return false;
    token.kind = TokenKind::word;
    token.inside = part_ != 0;
    set_senses(token, compound_.parts[part_++], language_->lexicon);
    return true;
}

/// Whether a number stands there, behind white space or none.
bool Run::is_number_at(std::uint32_t at) const {
    constexpr RoleSet numbers = {Role::digit, Role::small, Role::tens, Role::scale, Role::weak, Role::minus};
    at = skip_space(text_, at).next;
    if (at >= text_.size()) return false;
    std::uint32_t size = 0;
    if (digit_at(text_, at, size) >= 0 || folded_sign(text_, at) == '-') return true;
    return language_->lexicon.roles_of(language_->lexicon.longest(text_, at)).meets(numbers);
}

/// The longest word at `at`. The 分の of 30分の会議 makes no fraction, as no number follows, so there it is the shorter 分.
Match Run::word_at(std::uint32_t at, Stops stops) const {
    const Lexicon& lexicon = language_->lexicon;
    Match word = lexicon.longest(text_, at, stops);
    if (language_->spaced || word.length == 0 || !lexicon.roles_of(word).has(Role::fraction_reverse))
        return word;
    const Matches words = lexicon.beginnings(text_, at);
    const bool shorter = words.count > 1 && words.found[words.count - 1].length == word.length;
    if (shorter && !is_number_at(at + word.length)) word = words.found[words.count - 2];
    word.walked = UINT32_MAX;  // what stands behind it was looked at
    return word;
}

/// 一万二千米: behind a larger scale word and its digit, the 千 that begins the unit belongs to the number.
Match Run::scale_of_unit(const Match& word, std::uint32_t at) const {
    const Lexicon& lexicon = language_->lexicon;
    if (language_->spaced || count_ < 4 || !lexicon.roles_of(word).has(Role::unit)) return word;
    const Token& digit = tokens_[count_ - 2];
    const Sense* scale =
        tokens_[count_ - 3].may_be(Role::scale) ? find_sense(tokens_[count_ - 3], Role::scale) : nullptr;
    const bool one = digit.kind == TokenKind::digits ? digit.digit_count == 1 : digit.may_be(Role::digit);
    if (!one || digit.gap != Gap::none || scale == nullptr || scale->exponent < 4) return word;
    const Matches words = lexicon.beginnings(text_, at);
    return words.count > 1 && lexicon.roles_of(words.found[0]).has(Role::scale) ? words.found[0] : word;
}

void Run::lex_word(Token& token) {
    const std::uint32_t at = token.span.begin;
    if (part_ != compound_.count && lex_part(token)) return;
    if (const char byte = text_[at];
        byte > ' ' && is_ascii(byte) && !is_ascii_letter(byte) && !language_->lexicon.begins_with(byte)) {
        token.kind = TokenKind::sign;
        token.ascii = byte;
        token.span.end = at + 1;
        return;
    }
    const bool behind = count_ > 1 && (token.gap == Gap::none || tokens_[count_ - 2].may_be(Role::point));
    const bool more = behind && count_ > 2 && tokens_[count_ - 2].may_be(Role::excess);  // 十几个人
    const bool inside_number = behind && is_number_word(tokens_[count_ - (more ? 3 : 2)]);
    if (inside_number) {
        lex_unknown_word(token, Stops::ignore);
        return;
    }
    const WordKey key = word_key(text_, at);
    if (key.size != 0)
        if (const WordMemory::Word* known = words_.find(key, language_->id)) return recall(token, *known);
    const Match match = lex_unknown_word(token, Stops::match);
    const bool alone = match.length != 0 || !(language_->compounds || language_->lexicon.proclitics);
    const bool decided = key.size != 0 && match.walked <= key.walked;
    if (decided && alone && token.ascii == 0)
        words_.remember(key, language_->id, word_of(match.word, token.span.size(), token.kind));
}

void Run::recall(Token& token, const WordMemory::Word& word) const {
    token.kind = word.kind;
    token.senses = language_->lexicon.senses_of(word.word);
    token.roles = language_->lexicon.words[word.word].roles;
    token.span.end = token.span.begin + word.length;
}

/// The same for a word that is not remembered; returns the word of the lexicon.
Match Run::lex_unknown_word(Token& token, Stops stops) {
    const std::uint32_t at = token.span.begin;
    Match match = word_at(at, stops);
    if (stops == Stops::ignore) match = scale_of_unit(match, at);
    if (match.length == 0 && language_->compounds && lex_part(token)) return match;
    const bool alone = match.length != 0 || !language_->lexicon.proclitics;
    set_senses(token, alone ? match : language_->lexicon.proclitic(text_, at), language_->lexicon);
    if (is_letter(text_, at)) {
        token.kind = TokenKind::word;
        if (token.senses.empty()) token.span.end = letters_end(text_, at);
        return match;
    }
    if (is_plain_wide(text_, at)) {
        token.kind = match.length > 3 ? TokenKind::word : TokenKind::sign;
        token.span.end = at + (match.length != 0 ? match.length : 3);
        return match;
    }
    const std::uint32_t size = is_ascii(text_[at]) ? 1 : fold(text_, at).taken;
    token.kind = match.length > size ? TokenKind::word : TokenKind::sign;
    if (match.length <= size) token.ascii = folded_sign(text_, at);
    token.span.end = at + (match.length != 0 ? match.length : size);
    return match;
}

}  // namespace factlint
