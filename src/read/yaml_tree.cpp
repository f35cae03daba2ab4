#include "read/yaml_tree.h"

#include <algorithm>
#include <utility>

#include "read/encoding.h"
#include "read/located.h"
#include "read/yaml_parser.h"
#include "text/utf8.h"

namespace factlint {
namespace {

constexpr std::size_t most_documents = 250'000;

/// The first byte that YAML does not allow.
std::optional<YamlFault> bad_byte(std::string_view file) {
    const auto at = [](std::size_t place) {
        return Span{static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place + 1)};
    };
    if (const auto invalid = first_invalid_utf8(file))
        return YamlFault{at(*invalid), "this byte is not UTF-8", help_for_invalid_utf8};
    const auto control = std::find_if(file.begin(), file.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    if (control == file.end()) return std::nullopt;
    return YamlFault{at(static_cast<std::size_t>(control - file.begin())),
                     "a control character stands in the file",
                     "remove it, or write it as an escape in double quotes"};
}

}  // namespace

std::vector<Tree> YamlParser::run() {
    std::vector<Tree> trees;
    while (true) {
        bool found = false;
        if (!document_start(found)) return trees;
        if (!found) return trees;
        if (trees.size() == most_documents) {
            scanner_.fail(at_.at, "there are more than 250,000 documents", "split the file");
            return trees;
        }
        const bool is_marked = at_.at_marker('-');
        trees.emplace_back().source = source_;
        builder_.emplace(trees.back(), file_);
        keys_.emplace(trees.back(), findings_);
        if (!document(is_marked)) {
            trees.pop_back();
            return trees;
        }
        may_have_directives_ = false;
        directives_ = {};
    }
}

/// Comes to the next document, over directives and ends of documents.
bool YamlParser::document_start(bool& found) {
    bool has_directives = false;
    while (true) {
        at_.skip_separation();
        if (at_.ended()) break;
        if (may_have_directives_ && at_.at == at_.line && at_.peek() == '%') {
            if (!read_yaml_directive(scanner_, directives_)) return false;
            has_directives = true;
        } else if (at_.at_marker('.') && !has_directives) {
            at_.at += 3;
            const std::uint32_t line = at_.line;
            at_.skip_separation();
            if (!at_.ended() && at_.line == line)
                return scanner_.fail(at_.at, "text stands behind the end of a document");
            may_have_directives_ = true;
        } else if (may_have_directives_ && at_.at == at_.line &&
                   file_.substr(at_.at).starts_with("\xEF\xBB\xBF")) {
            at_.begin_line(at_.at + 3);
        } else {
            found = true;
            break;
        }
    }
    if (has_directives && (!found || !at_.at_marker('-')))
        return scanner_.fail(at_.at, "directives stand before no document", "begin the document with ---");
    return true;
}

bool YamlParser::document(bool is_marked) {
    if (is_marked) at_.at += 3;
    end_ = at_.at;
    if (!block_node(-1, {.compact = !is_marked})) return false;
    at_.skip_separation();
    if (at_.ended() || at_.at_marker()) return true;
    return scanner_.fail(at_.at,
                         at_.is_fresh() ? "this line does not belong to what stands above it"
                                        : "text stands behind the end of a value",
                         at_.is_fresh() ? "check its indentation"
                                        : "quote the whole value, or remove the text");
}

std::vector<Tree> read_yaml(const Sources& sources, SourceId id, Findings& findings) {
    const std::string_view file = sources.text(id);
    std::vector<Tree> trees;
    std::optional<YamlFault> fault = bad_byte(file);
    if (!fault) {
        YamlParser parser(file, id, findings);
        trees = parser.run();
        fault = parser.fault();
    }
    if (!fault) return trees;
    Finding finding = bad_data({id, fault->span}, std::move(fault->message));
    finding.id = std::move(fault->id);
    finding.help = std::move(fault->help);
    findings.push_back(std::move(finding));
    return trees;
}

}  // namespace factlint
