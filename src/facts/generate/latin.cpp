#include "facts/generate/latin.h"

#include <cstdlib>
#include <utf8proc.h>
#include <vector>

#include "facts/fold.h"
#include "text/utf8.h"

namespace factlint::generate {
namespace {

constexpr bool decomposes(char32_t c) { return (c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00); }

std::vector<utf8proc_int32_t> decomposition(char32_t c) {
    std::vector<utf8proc_int32_t> parts(4);
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), 4,
                                               UTF8PROC_DECOMPOSE, nullptr);
    parts.resize(static_cast<std::size_t>(count));
    if (parts.size() == 3 &&
        utf8proc_get_property(parts[1])->combining_class > utf8proc_get_property(parts[2])->combining_class)
        std::swap(parts[1], parts[2]);
    return parts;
}

/// The capital of i in Turkish: i without a mark is its lower case.
constexpr char32_t dotted_capital = 0x130;

bool has_row(char32_t c) {
    const auto parts = decomposition(c);
    return decomposes(c) && c != dotted_capital && (parts.size() == 2 || parts.size() == 3) &&
           parts[0] < 0x80;
}

template <class Function> std::string map_code_points(const std::string& text, Function function) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        function(out, decoded.code_point);
        at += decoded.size;
    }
    return out;
}

std::string cased(const std::string& word, utf8proc_int32_t (*function)(utf8proc_int32_t),
                  std::size_t count) {
    return map_code_points(word, [&](std::string& out, char32_t c) {
        append_utf8(out, count == 0 ? c : static_cast<char32_t>(function(static_cast<utf8proc_int32_t>(c))));
        if (count != 0) --count;
    });
}

}  // namespace

void write_latin_decompositions(std::ostream& out) {
    const auto write = [&](const char* name, char32_t first, char32_t last) {
        out << "constinit const std::array<Decomposition, " << last - first << "> " << name << " = {{\n";
        for (char32_t c = first; c < last; ++c) {
            const auto parts = has_row(c) ? decomposition(c) : std::vector<utf8proc_int32_t>{0};
            std::string marks;
            for (std::size_t i = 1; i < parts.size(); ++i)
                append_utf8(marks, static_cast<char32_t>(parts[i]));
            out << "{" << parts[0] << ", " << marks.size() << ", {";
            for (const char byte : marks) out << int{byte} << ", ";
            out << "}},\n";
        }
        out << "}};\n";
    };
    write("latin_decompositions", 0xC0, 0x250);
    write("latin_additional_decompositions", 0x1E00, 0x1F00);
}

std::string decomposed(const std::string& word) {
    return map_code_points(word, [](std::string& out, char32_t c) {
        if (c == nukta) return;
        if (!has_row(c)) return append_utf8(out, plain_devanagari(c));
        for (const utf8proc_int32_t part : decomposition(c)) append_utf8(out, static_cast<char32_t>(part));
    });
}

std::string without_accents(const std::string& word) {
    constexpr char32_t first_over = 0x300;
    constexpr char32_t last_over = 0x314;
    return map_code_points(word, [](std::string& out, char32_t c) {
        const auto parts = has_row(c) ? decomposition(c) : std::vector<utf8proc_int32_t>{};
        const bool marked = parts.size() == 2 && static_cast<char32_t>(parts[1]) >= first_over &&
                            static_cast<char32_t>(parts[1]) <= last_over;
        append_utf8(out, marked ? static_cast<char32_t>(parts[0]) : c);
    });
}

std::string folded(const std::string& word) {
    return map_code_points(decomposed(word), [](std::string& out, char32_t c) {
        const auto lower = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
        if (const char32_t plain = plain_arabic(lower); plain != 0) append_utf8(out, plain);
    });
}

/// All ways to write the Devanagari letters of a word, of which the first `letters` bytes matter, behind `done`.
void add_devanagari_forms(const std::string& done, const std::string& rest, std::vector<std::string>& forms) {
    constexpr std::size_t letters = 6;
    if (rest.empty() || done.size() >= letters) return forms.push_back(done + rest);
    const Decoded first = decode(rest, 0);
    const std::string behind = rest.substr(first.size);
    add_devanagari_forms(done + rest.substr(0, first.size), behind, forms);
    for (char32_t c = 0x0901; c < 0x0960; ++c) {
        if (c == first.code_point || plain_devanagari(c) != first.code_point) continue;
        std::string other;
        append_utf8(other, c);
        add_devanagari_forms(done + other, behind, forms);
        if (c == 0x0901) continue;
        append_utf8(other = rest.substr(0, first.size), nukta);
        add_devanagari_forms(done + other, behind, forms);
    }
}

std::vector<std::string> written_forms(const std::string& word) {
    std::vector<std::string> forms = {cased(word, utf8proc_tolower, word.size()),
                                      cased(word, utf8proc_toupper, 1),
                                      cased(word, utf8proc_toupper, word.size())};
    if (forms[0].starts_with('i')) forms.push_back("\u0130" + forms[0].substr(1));
    for (std::size_t i = 0; i < 3; ++i) forms.push_back(decomposed(forms[i]));
    if (is_devanagari(decode(word, 0).code_point)) add_devanagari_forms("", decomposed(word), forms);
    return forms;
}

}  // namespace factlint::generate
