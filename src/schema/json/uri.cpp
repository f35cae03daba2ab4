#include "schema/json/uri.h"

#include <charconv>
#include <optional>
#include <vector>

namespace factlint::schema {
namespace {

/// The parts of a URI reference without its fragment; each with the characters that mark it.
struct Parts {
    std::string_view scheme;     ///< "http:"
    std::string_view authority;  ///< "//example.com"
    std::string_view path;
    std::string_view query;  ///< "?a=b"
};

bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

std::string_view scheme_of(std::string_view uri) {
    const std::size_t colon = uri.find(':');
    if (colon == std::string_view::npos || !is_letter(uri.front())) return {};
    const bool plain = uri.substr(0, colon).find_first_of("/?") == std::string_view::npos;
    return plain ? uri.substr(0, colon + 1) : std::string_view{};
}

Parts parts_of(std::string_view uri) {
    Parts parts;
    parts.scheme = scheme_of(uri);
    uri.remove_prefix(parts.scheme.size());
    const std::size_t question = std::min(uri.find('?'), uri.size());
    parts.query = uri.substr(question);
    uri = uri.substr(0, question);
    if (uri.starts_with("//")) parts.authority = uri.substr(0, std::min(uri.find('/', 2), uri.size()));
    parts.path = uri.substr(parts.authority.size());
    return parts;
}

std::string without_dots(std::string_view path) {
    std::vector<std::string_view> segments;
    const bool absolute = path.starts_with('/');
    bool folder = false;
    for (std::size_t at = absolute ? 1 : 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view segment = path.substr(at, end - at);
        at = end + 1;
        folder = segment == "." || segment == "..";
        if (segment == "..") {
            if (!segments.empty() && segments.back() != "..")
                segments.pop_back();
            else if (!absolute)
                segments.push_back(segment);
        } else if (segment != ".") {
            segments.push_back(segment);
        }
    }
    std::string joined = absolute ? "/" : "";
    for (std::size_t i = 0; i < segments.size(); ++i) joined.append(i == 0 ? "" : "/").append(segments[i]);
    if (folder && !segments.empty()) joined += '/';
    return joined;
}

std::string merged(const Parts& base, std::string_view path) {
    if (!base.authority.empty() && base.path.empty()) return "/" + std::string(path);
    const std::size_t slash = base.path.rfind('/');
    return std::string(base.path.substr(0, slash == std::string_view::npos ? 0 : slash + 1)).append(path);
}

}  // namespace

std::pair<std::string_view, std::string_view> split_fragment(std::string_view uri) {
    const std::size_t hash = uri.find('#');
    if (hash == std::string_view::npos) return {uri, {}};
    return {uri.substr(0, hash), uri.substr(hash + 1)};
}

std::string resolve_uri(std::string_view base, std::string_view reference) {
    const std::size_t hash = std::min(reference.find('#'), reference.size());
    const std::string_view fragment = reference.substr(hash);
    const Parts from = parts_of(split_fragment(base).first), to = parts_of(reference.substr(0, hash));
    const auto join = [&](const Parts& site, std::string_view path, std::string_view query) {
        return std::string(site.scheme).append(site.authority).append(path).append(query).append(fragment);
    };
    // The path of urn:… is opaque: it has no segments.
    const auto path_of = [](const Parts& parts) {
        return parts.path.find('/') == std::string_view::npos ? std::string(parts.path)
                                                              : without_dots(parts.path);
    };
    if (!to.scheme.empty()) return join(to, path_of(to), to.query);
    if (!to.authority.empty()) return join({from.scheme, to.authority, {}, {}}, path_of(to), to.query);
    if (to.path.empty()) return join(from, from.path, to.query.empty() ? from.query : to.query);
    const std::string path = to.path.starts_with('/') ? std::string(to.path) : merged(from, to.path);
    return join(from, without_dots(path), to.query);
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        const std::string_view digits = text.substr(i + 1, 2);
        const char* const end = digits.data() + digits.size();
        const bool is_code =
            text[i] == '%' && digits.size() == 2 && std::from_chars(digits.data(), end, value, 16).ptr == end;
        decoded += is_code ? static_cast<char>(value) : text[i];
        i += is_code ? 2 : 0;
    }
    return decoded;
}

}  // namespace factlint::schema
