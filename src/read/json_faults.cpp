#include "read/json_faults.h"

#include <algorithm>
#include <array>

namespace factlint {
namespace {

constexpr std::size_t few = 16;
constexpr std::size_t most_reported = 100;

struct Slip {
    std::string_view begins;
    std::string_view help;
};

/// How values begin that other languages know, lower case.
constexpr Slip value_slips[] = {
    {"nan", "JSON has no NaN: write null or a text"},
    {"inf", "JSON has no infinity: write null or a text"},
    {"-inf", "JSON has no infinity: write null or a text"},
    {"+inf", "JSON has no infinity: write null or a text"},
    {"true", "JSON knows true, false and null, in small letters"},
    {"false", "JSON knows true, false and null, in small letters"},
    {"null", "JSON knows true, false and null, in small letters"},
    {"none", "nothing is written null"},
    {"undefined", "nothing is written null"},
    {"'", "texts stand in double quotes"},
    {"/", "JSON has no comments"},
    {"#", "JSON has no comments"},
    {",", "write a value, or remove the comma"},
};
constexpr std::string_view number_begins = "+-.0123456789";
constexpr std::string_view number_help =
    "a number is written 12, -0.5 or 1e9: no +, no leading zero, a digit on both sides of the point";

std::string lower(std::string_view word) {
    std::string lowered(word);
    for (char& c : lowered)
        if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lowered;
}

bool follows_comma(std::string_view text, std::size_t at) {
    const std::size_t before = text.substr(0, at).find_last_not_of(" \t\r\n");
    return before != std::string_view::npos && text[before] == ',';
}

std::string_view help_at_end(std::string_view text, std::size_t at) {
    const bool is_blank = text.substr(0, at).find_first_not_of(" \t\r\n") == std::string_view::npos;
    return is_blank ? "the file is empty" : "nothing follows: the file may have been cut";
}

}  // namespace

std::string help_for_value(std::string_view text, std::size_t at) {
    if (at == text.size()) return std::string(help_at_end(text, at));
    const std::string word = lower(text.substr(at, 10));
    if (word.front() == ']' || word.front() == '}')
        return follows_comma(text, at) ? "remove the comma before it" : "write a value";
    for (const Slip& slip : value_slips)
        if (word.starts_with(slip.begins)) return std::string(slip.help);
    return std::string(number_begins.find(word.front()) != std::string_view::npos
                           ? number_help
                           : "texts stand in double quotes");
}

std::string help_for_key(std::string_view text, std::size_t at) {
    if (at == text.size()) return std::string(help_at_end(text, at));
    if (text[at] == '}') return "remove the comma before it";
    if (text[at] == '/' || text[at] == '#') return "JSON has no comments";
    return "write \"key\": value";
}

void DuplicateKeys::check(TreeIndex object) {
    const std::uint32_t count = tree_[object].count;
    if (count < 2) return;
    if (count <= few)
        check_few(object);
    else
        check_many(object);
}

void DuplicateKeys::check_few(TreeIndex object) {
    std::array<TreeIndex, few> members{};
    std::array<std::string_view, few> keys;
    std::size_t count = 0;
    for (TreeIndex at = object + 1; at < tree_[object].end; at = tree_[at].end) {
        const std::string_view key = tree_[at].key;
        const auto is_same = [&](std::string_view other) {
            // Most keys differ in their length or first byte.
            return other.size() == key.size() && (key.empty() || (other[0] == key[0] && other == key));
        };
        const auto end = keys.begin() + static_cast<std::ptrdiff_t>(count);
        const auto first = static_cast<std::size_t>(std::find_if(keys.begin(), end, is_same) - keys.begin());
        if (first < count) {
            report(members[first], at);
            continue;
        }
        members[count] = at;
        keys[count++] = key;
    }
}

void DuplicateKeys::check_many(TreeIndex object) {
    members_.clear();
    for (TreeIndex at = object + 1; at < tree_[object].end; at = tree_[at].end) members_.push_back(at);
    std::sort(members_.begin(), members_.end(), [&](TreeIndex a, TreeIndex b) {
        const int order = tree_[a].key.compare(tree_[b].key);
        return order < 0 || (order == 0 && a < b);
    });
    repeats_.clear();
    TreeIndex first = members_.front();
    for (std::size_t i = 1; i < members_.size(); ++i) {
        if (tree_[members_[i]].key == tree_[first].key)
            repeats_.push_back({members_[i], first});
        else
            first = members_[i];
    }
    std::sort(repeats_.begin(), repeats_.end());
    for (const auto& [again, original] : repeats_) report(original, again);
}

void DuplicateKeys::report(TreeIndex first, TreeIndex again) {
    ++reported_;
    if (reported_ > most_reported + 1) {
        findings_.back().message = std::to_string(reported_ - most_reported) + " more keys are given twice";
        return;
    }
    Finding finding;
    finding.id = "duplicate-key";
    finding.message = "the key " + quoted(tree_[again].key) + " is given twice";
    finding.primary = {tree_.source, tree_[again].key_span};
    finding.related.push_back({{tree_.source, tree_[first].key_span}, "given first"});
    finding.help = "programs that read this keep one of the two; remove or rename the other";
    findings_.push_back(std::move(finding));
}

}  // namespace factlint
