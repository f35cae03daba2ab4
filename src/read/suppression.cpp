#include "read/suppression.h"

#include <algorithm>

namespace factlint {
namespace {

constexpr std::string_view opening = "<!--";
constexpr std::string_view closing = "-->";
constexpr std::string_view marker = "factlint-";
constexpr std::string_view keyword = "factlint-ignore";
constexpr std::string_view white_space = " \t\r\n";
constexpr std::string_view id_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(white_space), text.size()));
    return text.substr(0, text.find_last_not_of(white_space) + 1);
}

Finding bad_suppression(Place place, std::string message) {
    Finding finding;
    finding.id = "bad-suppression";
    finding.message = std::move(message);
    finding.primary = place;
    finding.help = "write <!-- factlint-ignore ID: why it is right as it stands -->";
    return finding;
}

}  // namespace

void read_suppression(Document& document, const Sources& sources, Place comment) {
    std::string_view content = sources.text(comment);
    content.remove_prefix(opening.size());
    content = trimmed(content.substr(0, content.size() - closing.size()));
    if (!content.starts_with(marker)) return;

    const auto complain = [&](std::string message) {
        document.findings.push_back(bad_suppression(comment, std::move(message)));
    };
    const std::string_view word = content.substr(0, content.find_first_of(" \t\r\n:"));
    if (word != keyword) return complain("unknown comment '" + std::string(word) + "'");
    content = trimmed(content.substr(word.size()));
    const std::string_view id = content.substr(0, content.find_first_not_of(id_characters));
    if (id.empty()) return complain("factlint-ignore names no claim");
    content = trimmed(content.substr(id.size()));
    const std::string_view reason =
        content.starts_with(':') ? trimmed(content.substr(1)) : std::string_view{};
    if (reason.empty()) return complain("factlint-ignore " + std::string(id) + " gives no reason");
    document.suppressions.push_back({std::string(id), std::string(reason), comment});
}

}  // namespace factlint
