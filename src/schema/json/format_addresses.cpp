#include "schema/json/format_addresses.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "schema/json/idna.h"
#include "schema/json/punycode.h"
#include "text/normal_form.h"
#include "text/utf8.h"

namespace factlint::schema {
namespace {

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }
bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_one_of(char c, std::string_view any) { return any.find(c) != std::string_view::npos; }

/// Calls `visit` for each part between `separator`s; stops at the first false.
template <class Visit> bool all_parts(std::string_view text, char separator, Visit visit) {
    for (;;) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (!visit(text.substr(0, end))) return false;
        if (end == text.size()) return true;
        text.remove_prefix(end + 1);
    }
}

bool is_octet(std::string_view text) {
    if (text.empty() || text.size() > 3 || !std::all_of(text.begin(), text.end(), is_digit)) return false;
    if (text.size() > 1 && text.front() == '0') return false;
    return text.size() < 3 || text <= "255";
}

bool is_group(std::string_view text) {
    return !text.empty() && text.size() <= 4 && std::all_of(text.begin(), text.end(), is_hex_digit);
}

/// How many 16-bit groups "a:b:1.2.3.4" is; -1 where it is none. The address of IPv4 may only be last.
int count_groups(std::string_view text) {
    int groups = 0;
    if (text.empty()) return 0;
    const bool good = all_parts(text, ':', [&](std::string_view part) {
        const bool is_last = part.data() + part.size() == text.data() + text.size();
        if (is_last && is_ipv4(part)) {
            groups += 2;
            return true;
        }
        ++groups;
        return is_group(part);
    });
    return good ? groups : -1;
}

constexpr std::string_view ace_prefix = "xn--";
constexpr std::size_t longest_label = 63, longest_name = 253;

/// Letters, digits and hyphens, in any case.
bool is_ascii_label(std::string_view label) {
    return !label.empty() && label.size() <= longest_label && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), [](char c) { return is_alphanumeric(c) || c == '-'; });
}

std::string lower(std::string_view label) {
    std::string lowered(label);
    for (char& c : lowered)
        if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lowered;
}

/// A label as it is shown and as it is sent.
struct Label {
    std::u32string unicode;
    std::string ascii;
};

/// nullopt where it is no label of IDNA 2008.
std::optional<Label> label_of(std::string_view text) {
    Label label;
    if (std::all_of(text.begin(), text.end(), is_ascii)) {
        label.ascii = lower(text);
        if (!is_ascii_label(text)) return std::nullopt;
        label.unicode.assign(label.ascii.begin(), label.ascii.end());
        const bool is_plain = text.size() < 4 || text.substr(2, 2) != "--";
        if (is_plain) return label;
        const auto decoded = label.ascii.starts_with(ace_prefix)
                                 ? from_punycode(std::string_view(label.ascii).substr(ace_prefix.size()))
                                 : std::nullopt;
        if (!decoded || std::all_of(decoded->begin(), decoded->end(), [](char32_t c) { return c < 0x80; }))
            return std::nullopt;
        label.unicode = *decoded;
    } else {
        for (std::size_t at = 0; at < text.size(); at += code_point_size(text, at))
            label.unicode += decode(text, at).code_point;
        if (label.unicode.size() > longest_label) return std::nullopt;
    }
    const auto encoded = punycode(label.unicode);
    if (!encoded || encoded->size() + ace_prefix.size() > longest_label || !is_unicode_label(label.unicode))
        return std::nullopt;
    const std::string ascii = std::string(ace_prefix) + *encoded;
    if (!label.ascii.empty() && label.ascii != ascii) return std::nullopt;
    label.ascii = ascii;
    return label;
}

/// Labels between points; of IDNA, the full stops of East Asian scripts are points, too.
std::string with_plain_points(std::string_view name) {
    std::string plain;
    for (std::size_t at = 0; at < name.size();) {
        const Decoded next = decode(name, at);
        const bool is_point =
            next.code_point == 0x3002 || next.code_point == 0xFF0E || next.code_point == 0xFF61;
        plain += is_point ? std::string_view(".") : name.substr(at, next.size);
        at += next.size;
    }
    return plain;
}

/// What a part of a URI may hold.
struct Alphabet {
    std::string_view marks;  ///< besides letters and digits
    bool any_script = false;

    bool accepts(std::string_view text) const {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (c == '%') {
                if (i + 2 >= text.size() || !is_hex_digit(text[i + 1]) || !is_hex_digit(text[i + 2]))
                    return false;
                i += 2;
            } else if (!is_alphanumeric(c) && !is_one_of(c, marks) && !(any_script && !is_ascii(c))) {
                return false;
            }
        }
        return true;
    }
};

bool is_ip_literal(std::string_view text) {
    if (!text.starts_with('[') || !text.ends_with(']')) return false;
    text = text.substr(1, text.size() - 2);
    if (!text.starts_with('v') && !text.starts_with('V')) return is_ipv6(text);
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos || point < 2) return false;
    const std::string_view version = text.substr(1, point - 1), rest = text.substr(point + 1);
    return std::all_of(version.begin(), version.end(), is_hex_digit) && !rest.empty() &&
           Alphabet{"-._~!$&'()*+,;=:"}.accepts(rest) && !is_one_of('%', rest);
}

bool is_authority(std::string_view text, bool any_script) {
    const std::size_t at = text.rfind('@');
    if (at != std::string_view::npos) {
        if (!Alphabet{"-._~!$&'()*+,;=:", any_script}.accepts(text.substr(0, at))) return false;
        text.remove_prefix(at + 1);
    }
    const std::size_t colon = text.rfind(':'), bracket = text.rfind(']');
    const bool has_port =
        colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
    const std::string_view port = has_port ? text.substr(colon + 1) : std::string_view{};
    const std::string_view host = has_port ? text.substr(0, colon) : text;
    if (!std::all_of(port.begin(), port.end(), is_digit)) return false;
    return host.starts_with('[') ? is_ip_literal(host)
                                 : Alphabet{"-._~!$&'()*+,;=", any_script}.accepts(host);
}

/// Without its scheme: hier-part or relative-part, query and fragment.
bool is_after_scheme(std::string_view text, bool any_script) {
    const Alphabet path_alphabet{"-._~!$&'()*+,;=:@/", any_script},
        query_alphabet{"-._~!$&'()*+,;=:@/?", any_script};
    const std::size_t hash = std::min(text.find('#'), text.size());
    if (hash < text.size() && !query_alphabet.accepts(text.substr(hash + 1))) return false;
    text = text.substr(0, hash);
    const std::size_t question = std::min(text.find('?'), text.size());
    if (question < text.size() && !query_alphabet.accepts(text.substr(question + 1))) return false;
    text = text.substr(0, question);
    if (!text.starts_with("//")) return path_alphabet.accepts(text);
    const std::size_t slash = std::min(text.find('/', 2), text.size());
    return is_authority(text.substr(2, slash - 2), any_script) && path_alphabet.accepts(text.substr(slash));
}

/// Behind its colon; 0 where there is no scheme.
std::size_t scheme_size(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || !is_letter(text.front())) return 0;
    const std::string_view scheme = text.substr(0, colon);
    const bool good = std::all_of(scheme.begin(), scheme.end(),
                                  [](char c) { return is_alphanumeric(c) || is_one_of(c, "+-."); });
    return good ? colon + 1 : 0;
}

bool is_absolute(std::string_view text, bool any_script) {
    const std::size_t scheme = scheme_size(text);
    return scheme > 0 && is_after_scheme(text.substr(scheme), any_script);
}

bool is_reference(std::string_view text, bool any_script) {
    if (is_absolute(text, any_script)) return true;
    const std::string_view first = text.substr(0, std::min(text.find_first_of("/?#"), text.size()));
    return !is_one_of(':', first) && is_after_scheme(text, any_script);
}

bool is_local_part(std::string_view text, bool any_script) {
    const auto is_letter_of_word = [&](char c) {
        return is_alphanumeric(c) || is_one_of(c, "!#$%&'*+-/=?^_`{|}~") || (any_script && !is_ascii(c));
    };
    if (!text.starts_with('"'))
        return all_parts(text, '.', [&](std::string_view word) {
            return !word.empty() && std::all_of(word.begin(), word.end(), is_letter_of_word);
        });
    if (text.size() < 2 || !text.ends_with('"')) return false;
    text = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && ++i == text.size()) return false;
        const bool printable = ' ' <= text[i] && text[i] <= '~';
        if (!(printable || (any_script && !is_ascii(text[i])))) return false;
        if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) return false;
    }
    return true;
}

/// [192.0.2.1] or [IPv6:2001:db8::1].
bool is_address_literal(std::string_view text) {
    if (!text.starts_with('[') || !text.ends_with(']')) return false;
    text = text.substr(1, text.size() - 2);
    constexpr std::string_view tag = "IPv6:";
    return text.starts_with(tag) ? is_ipv6(text.substr(tag.size())) : is_ipv4(text);
}

bool is_mailbox(std::string_view text, bool any_script) {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos || !is_local_part(text.substr(0, at), any_script)) return false;
    const std::string_view domain = text.substr(at + 1);
    if (any_script && is_idn_hostname(composed(domain))) return true;
    return is_hostname(domain) || is_address_literal(domain);
}

bool is_variable_name(std::string_view name) {
    return all_parts(name, '.',
                     [](std::string_view part) { return !part.empty() && Alphabet{"_"}.accepts(part); });
}

/// "var", "var:3" or "var*".
bool is_variable(std::string_view text) {
    if (text.ends_with('*')) return is_variable_name(text.substr(0, text.size() - 1));
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return is_variable_name(text);
    const std::string_view length = text.substr(colon + 1);
    constexpr std::size_t most_digits = 4;
    return is_variable_name(text.substr(0, colon)) && !length.empty() && length.size() <= most_digits &&
           length.front() != '0' && std::all_of(length.begin(), length.end(), is_digit);
}

}  // namespace

bool is_hex_digit(char c) { return is_digit(c) || ('a' <= c && c <= 'f') || ('A' <= c && c <= 'F'); }

bool is_ipv4(std::string_view text) {
    int octets = 0;
    return all_parts(text, '.', [&](std::string_view part) { return ++octets <= 4 && is_octet(part); }) &&
           octets == 4;
}

bool is_ipv6(std::string_view text) {
    constexpr int groups = 8;
    const std::size_t gap = text.find("::");
    if (gap == std::string_view::npos) return count_groups(text) == groups;
    const std::string_view before = text.substr(0, gap), after = text.substr(gap + 2);
    const int left = count_groups(before), right = count_groups(after);
    return left >= 0 && right >= 0 && left + right < groups && !is_one_of('.', before);
}

bool is_idn_hostname(std::string_view text) {
    constexpr std::size_t longest_text = 4 * longest_name;
    if (text.size() > longest_text) return false;
    std::vector<std::u32string> labels;
    std::size_t size = 0;
    const bool good = all_parts(with_plain_points(text), '.', [&](std::string_view part) {
        auto label = label_of(part);
        if (!label) return false;
        size += label->ascii.size() + 1;
        labels.push_back(std::move(label->unicode));
        return true;
    });
    if (!good || size - 1 > longest_name) return false;
    return std::none_of(labels.begin(), labels.end(), has_right_to_left) ||
           std::all_of(labels.begin(), labels.end(), is_bidi_label);
}

bool is_hostname(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_ascii) && is_idn_hostname(text);
}

bool is_email(std::string_view text) { return is_mailbox(text, false); }
bool is_idn_email(std::string_view text) { return is_mailbox(text, true); }
bool is_uri(std::string_view text) { return is_absolute(text, false); }
bool is_uri_reference(std::string_view text) { return is_reference(text, false); }
bool is_iri(std::string_view text) { return is_absolute(text, true); }
bool is_iri_reference(std::string_view text) { return is_reference(text, true); }

bool is_uri_template(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '{') {
            const std::size_t end = text.find('}', i);
            if (end == std::string_view::npos) return false;
            std::string_view variables = text.substr(i + 1, end - i - 1);
            if (!variables.empty() && is_one_of(variables.front(), "+#./;?&=,!@|"))
                variables.remove_prefix(1);
            if (!all_parts(variables, ',', is_variable)) return false;
            i = end;
        } else if (c == '%') {
            if (!Alphabet{}.accepts(text.substr(i, 3))) return false;
        } else if (is_ascii(c) && (c <= ' ' || is_one_of(c, "\"<>\\^`|}\x7F"))) {
            return false;
        }
    }
    return true;
}

}  // namespace factlint::schema
