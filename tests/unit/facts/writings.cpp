#include "unit/facts/writings.h"

#include <algorithm>
#include <stdexcept>

namespace factlint::test {
namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (auto end = text.find(separator); end != text.npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + separator.size());
    }
    parts.push_back(text);
    return parts;
}

/// "n=2-99"; a variable that a section names is drawn from there.
NaturalRange range_of(std::string_view text) {
    const auto parts = split(text, "-");
    return {natural(parts[0]), natural(parts.back())};
}

const std::map<std::string, NaturalRange, std::less<>>& all_variables() {
    static const std::map<std::string, NaturalRange, std::less<>> all{
        {"y", range_of("1900-2099")}, {"m", range_of("1-12")},   {"d", range_of("1-31")},
        {"h", range_of("0-23")},      {"s", range_of("0-59")},   {"n", range_of("2-999")},
        {"k", range_of("2-999")},     {"i", range_of("2-1e24")}, {"f", range_of("1-999999")},
        {"c", range_of("1-99")},      {"t", range_of("0-59")}};
    return all;
}

Natural power_up_to(Natural base, Natural radix) {
    Natural power = 1;
    while (power <= base / radix) power *= radix;
    return power;
}

bool uses(const Section& section, const std::string& variable) {
    const std::string text = section.text + section.attribute("value");
    for (const char end : {'}', ':', '-'})
        if (text.find('{' + variable + end) != text.npos) return true;
    return false;
}

/// "{y}-{m:two} USD" behind "=>", or what the section says.
Writing writing_of(std::string_view line, const Section& section) {
    const auto parts = split(line, " => ");
    Writing writing{std::string(parts[0]), section.attribute("value"), section.attribute("unit")};
    if (parts.size() == 1) return writing;
    const auto words = split(parts[1], " ");
    writing.value = words[0];
    if (words.size() > 1) writing.unit = words[1];
    return writing;
}

}  // namespace

Natural natural(std::string_view text) {
    Natural value = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] != 'e'; ++at)
        value = value * 10 + static_cast<Natural>(text[at] - '0');
    if (at < text.size())
        for (Natural zeros = natural(text.substr(at + 1)); zeros > 0; --zeros) value *= 10;
    return value;
}

std::string to_string(Natural value) {
    std::string digits;
    do digits += static_cast<char>('0' + static_cast<int>(value % 10));
    while ((value /= 10) != 0);
    std::reverse(digits.begin(), digits.end());
    return digits;
}

Writings::Writings(std::string_view tag) : tag_(tag) {
    load("und");
    load(tag);
}

void Writings::load(std::string_view tag) {
    const std::string path = "tests/unit/facts/writings/" + std::string(tag) + ".txt";
    const auto text = read_file(repository_path(path));
    if (!text) throw std::runtime_error(path + " is missing");
    const CaseFile file = parse_cases(path, *text);
    for (const std::string& error : file.errors) throw std::runtime_error(error);
    for (const Case& part : file.cases)
        for (const Section& section : part.sections) {
            if (section.name == "form")
                add_form(section);
            else if (section.name == "carriers")
                for (const auto line : split(section.text, "\n")) carriers_.emplace_back(line);
            else
                add_group(section);
        }
}

void Writings::add_form(const Section& section) {
    Form& form = forms_[section.attribute("name")];
    for (const auto line : split(section.text, "\n")) {
        const auto space = line.find(' ');
        const auto head = split(line.substr(0, space), "/");
        Natural base = natural(head[0]);
        const Natural radix = head.size() > 1 ? natural(head[1]) : 10;
        for (const auto text : split(line.substr(space + 1), ", "))
            form.push_back({base, power_up_to(base, radix), std::string(text)}), ++base;
    }
    std::stable_sort(form.begin(), form.end(), [](const Rule& a, const Rule& b) { return a.base < b.base; });
}

void Writings::add_group(const Section& section) {
    WritingGroup group{section.name, section.attribute("flags"), {}, {}};
    for (const auto& [variable, range] : all_variables()) {
        const std::string own = section.attribute(variable);
        for (const std::string& name : {variable, variable + '2'})
            if (uses(section, name)) group.variables[name] = own.empty() ? range : range_of(own);
    }
    for (const auto line : split(section.text, "\n")) group.writings.push_back(writing_of(line, section));
    groups_.push_back(std::move(group));
}

std::string Writings::in_form(std::string_view name, Natural value) const {
    const auto form = forms_.find(name);
    if (form == forms_.end()) throw std::runtime_error(tag_ + ": no form " + std::string(name));
    const auto above = std::upper_bound(form->second.begin(), form->second.end(), value,
                                        [](Natural number, const Rule& rule) { return number < rule.base; });
    if (above == form->second.begin())
        throw std::runtime_error(tag_ + ": nothing for " + to_string(value) + " in " + std::string(name));
    return apply(name, *(above - 1), value);
}

std::string Writings::apply(std::string_view form, const Rule& rule, Natural value) const {
    const Natural quotient = value / rule.divisor, remainder = value % rule.divisor;
    const std::string_view text = rule.text;
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char mark = text[at];
        if (mark == '[' && remainder == 0)
            at = std::min(text.find(']', at), text.size() - 1);
        else if (mark == '#')
            out += to_string(value);
        else if (mark == '<' || mark == '>' || mark == '=') {
            const auto end = text.find(mark, at + 1);
            const auto named = text.substr(at + 1, end - at - 1);
            out += in_form(named.empty() ? form : named, mark == '<'   ? quotient
                                                         : mark == '>' ? remainder
                                                                       : value);
            at = end;
        } else if (mark != '[' && mark != ']')
            out += mark;
    }
    return out;
}

std::string Writings::fill(std::string_view pattern, const Values& values) const {
    std::string out;
    while (!pattern.empty()) {
        const auto open = std::min(pattern.find('{'), pattern.size());
        out += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (pattern.empty()) break;
        const auto close = pattern.find('}');
        const auto slot = split(pattern.substr(1, close - 1), ":");
        const auto difference = split(slot[0], "-");
        const auto value = values.find(difference[0]);
        if (value == values.end()) throw std::runtime_error(tag_ + ": no variable " + std::string(slot[0]));
        const Natural less = difference.size() > 1 ? natural(difference[1]) : 0;
        out += slot.size() > 1 ? in_form(slot[1], value->second - less) : to_string(value->second - less);
        pattern.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace factlint::test
