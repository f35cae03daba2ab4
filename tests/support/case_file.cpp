#include <algorithm>
#include <cstdint>

#include "support/cases.h"

namespace factlint::test {
namespace {

struct Header {
    char mark;  // '=' or '-'
    std::string_view content;
};

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::optional<Header> header_of(std::string_view line) {
    for (const char mark : {'=', '-'}) {
        const std::string opening = {mark, mark, ' '}, closing = {' ', mark, mark};
        if (line.size() > 6 && line.starts_with(opening) && line.ends_with(closing)) {
            const auto content = trimmed(line.substr(3, line.size() - 6));
            if (!content.empty()) return Header{mark, content};
        }
    }
    return std::nullopt;
}

/// Whether the line is written with a backslash in front: a header, or backslashes before one.
bool needs_backslash(std::string_view line) {
    const auto first = line.find_first_not_of('\\');
    return first != line.npos && header_of(line.substr(first)).has_value();
}

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

void append_utf8(std::string& out, std::uint32_t code) {
    const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
    if (code < 0x80) {
        byte(code);
        return;
    }
    const int continuations = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr std::uint32_t lead[] = {0, 0xC0, 0xE0, 0xF0};
    byte(lead[continuations] | code >> (6 * continuations));
    for (int i = continuations - 1; i >= 0; --i) byte(0x80 | (code >> (6 * i) & 0x3F));
}

/// Hexadecimal digits at `at`, at most `limit` of them; `at` is moved behind them.
std::uint32_t read_hex(std::string_view text, std::size_t& at, int limit) {
    std::uint32_t value = 0;
    constexpr std::string_view digits = "0123456789abcdef";
    for (; limit > 0 && at < text.size(); --limit, ++at) {
        const auto digit = digits.find(static_cast<char>(text[at] | 0x20));
        if (digit == digits.npos) break;
        value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    return value;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            out += text[at++];
            continue;
        }
        const char escape = text[at + 1];
        at += 2;
        switch (escape) {
            case 'n': out += '\n'; break;
            case 'r': out += '\r'; break;
            case 't': out += '\t'; break;
            case 'x': out += static_cast<char>(read_hex(text, at, 2)); break;
            case 'u':
                at = std::min(at + 1, text.size());  // the opening brace
                append_utf8(out, read_hex(text, at, 6));
                at = std::min(at + 1, text.size());
                break;
            default: out += escape;
        }
    }
    return out;
}

Section section_of(std::string_view header, int line) {
    Section section;
    section.line = line;
    while (!header.empty()) {
        const auto end = std::min(header.find(' '), header.size());
        const auto word = header.substr(0, end);
        header = trimmed(header.substr(end));
        const auto equals = word.find('=');
        if (section.name.empty())
            section.name = word;
        else if (equals == word.npos)
            section.attributes.emplace_back(word, "yes");
        else
            section.attributes.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    }
    return section;
}

void fill_text(Section& section, const std::vector<std::string>& lines) {
    const auto first = lines.begin() + section.line;
    auto last = first + section.lines;
    while (last != first && (last - 1)->empty()) --last;
    for (auto line = first; line != last; ++line) {
        const bool marked = line->starts_with('\\') && needs_backslash(*line);
        if (line != first) section.text += '\n';
        section.text += marked ? line->substr(1) : *line;
    }
    if (!section.attribute("escaped").empty()) section.text = unescaped(section.text);
}

void check_case(CaseFile& file, const Case& item) {
    const auto complain = [&](int line, const std::string& what) {
        file.errors.push_back(file.path + ":" + std::to_string(line) + ": " + what);
    };
    if (item.sections.empty()) complain(item.line, "the case '" + item.title + "' has no section");
    const auto expects = [](const Section& section) { return section.name == "expect"; };
    if (std::count_if(item.sections.begin(), item.sections.end(), expects) > 1)
        complain(item.line, "the case '" + item.title + "' has two sections 'expect'");
}

}  // namespace

CaseFile parse_cases(std::string path, std::string_view text) {
    CaseFile file{std::move(path), split_lines(text), {}, {}};
    for (std::size_t at = 0; at < file.lines.size(); ++at) {
        const int line = static_cast<int>(at) + 1;
        const auto header = header_of(file.lines[at]);
        if (header && header->mark == '=')
            file.cases.push_back({file.path, std::string(header->content), line, {}});
        else if (header && file.cases.empty())
            file.errors.push_back(file.path + ":" + std::to_string(line) +
                                  ": a section before the first case");
        else if (header)
            file.cases.back().sections.push_back(section_of(header->content, line));
        else if (!file.cases.empty() && !file.cases.back().sections.empty())
            ++file.cases.back().sections.back().lines;
    }
    for (auto& item : file.cases) {
        for (auto& section : item.sections) fill_text(section, file.lines);
        check_case(file, item);
    }
    if (file.cases.empty()) file.errors.push_back(file.path + ":1: no case (== title ==) in this file");
    return file;
}

namespace {

void append_expectation(std::string& out, std::string_view expectation) {
    while (expectation.ends_with('\n')) expectation.remove_suffix(1);
    for (const auto& line : split_lines(expectation)) {
        if (needs_backslash(line)) out += '\\';
        out += line + '\n';
    }
}

/// The lines [first, last) of the file that an expectation takes the place of, and whether it needs a header.
struct Hole {
    std::size_t first, last;
    bool headless;
};

Hole hole_of(const CaseFile& file, std::size_t index) {
    const auto& item = file.cases[index];
    if (const auto* expect = item.section("expect"))
        return {static_cast<std::size_t>(expect->line),
                static_cast<std::size_t>(expect->line + expect->lines), false};
    const std::size_t next = index + 1 < file.cases.size()
                                 ? static_cast<std::size_t>(file.cases[index + 1].line - 1)
                                 : file.lines.size();
    return {next, next, true};
}

}  // namespace

std::string rewrite_expectations(const CaseFile& file,
                                 const std::vector<std::pair<std::size_t, std::string>>& expectations) {
    std::string out;
    std::size_t at = 0;
    const auto copy_until = [&](std::size_t end) {
        for (; at < end; ++at) out += file.lines[at] + '\n';
    };
    for (const auto& [index, expectation] : expectations) {
        const auto hole = hole_of(file, index);
        auto last = hole.last;
        while (last > hole.first && file.lines[last - 1].empty()) --last;
        copy_until(hole.first);
        if (hole.headless) out += "-- expect --\n";
        append_expectation(out, expectation);
        if (hole.headless && hole.last < file.lines.size()) out += '\n';
        at = last;
    }
    copy_until(file.lines.size());
    return out;
}

std::string Section::attribute(std::string_view key, std::string_view fallback) const {
    for (const auto& [name_, value] : attributes)
        if (name_ == key) return value;
    return std::string(fallback);
}

const Section* Case::section(std::string_view name) const {
    for (const auto& section : sections)
        if (section.name == name) return &section;
    return nullptr;
}

std::string Case::text(std::string_view name) const {
    const auto* found = section(name);
    return found ? found->text : std::string();
}

std::string Case::attribute(std::string_view name, std::string_view key, std::string_view fallback) const {
    const auto* found = section(name);
    return found ? found->attribute(key, fallback) : std::string(fallback);
}

}  // namespace factlint::test
