// Whatever bytes documents, paths and messages hold: every format is UTF-8, steers no terminal and starts no script.
#include <boost/test/unit_test.hpp>

#include <random>

#include "report/render.h"
#include "text/utf8.h"

namespace factlint::test {
namespace {

constexpr std::string_view pieces[] = {"12",           "市",        "e\u0301", "👨‍👩‍👧",
                                       "\x1b[31m",     "\n",        "\r\n",    "\t",
                                       "\xff",         "\xe3\x81",  "\u202e",  "<script>",
                                       "</script>",    "{{title}}", "\x7f",    "\u009b",
                                       "\xEF\xBB\xBF", "\"",        "&amp;",   "\u2028"};

class Noise {
  public:
    explicit Noise(std::uint32_t seed) : random_(seed) {}

    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
    std::string text(std::uint32_t most) {
        std::string out;
        for (std::uint32_t i = below(most); i > 0; --i) out += pieces[below(std::size(pieces))];
        return out;
    }
    Place place(const Sources& sources) {
        const auto source = static_cast<SourceId>(below(static_cast<std::uint32_t>(sources.size())));
        const auto size = static_cast<std::uint32_t>(sources.text(source).size());
        const std::uint32_t begin = below(size + 1);
        return {source, {begin, begin + below(size - begin + 1)}};
    }
    Finding finding(const Sources& sources) {
        Finding finding;
        finding.id = text(3);
        finding.severity = static_cast<Severity>(below(3));
        finding.message = text(6);
        if (below(4) > 0) finding.primary = place(sources);
        finding.label = text(3);
        for (std::uint32_t i = below(4); i > 0; --i) finding.related.push_back({place(sources), text(3)});
        finding.derivation = {{text(4), text(3), text(2), {}, text(2), {place(sources)}}};
        finding.fixes = {{text(2), {{place(sources), text(2)}}}, {"", {{place(sources), text(2)}}}};
        finding.help = text(4);
        finding.path = text(3);
        return finding;
    }
    ClaimResult claim(const Sources& sources) {
        ClaimResult claim;
        claim.id = text(3);
        claim.documents = {text(3)};
        claim.verdict = static_cast<Verdict>(below(3));
        claim.message = text(5);
        claim.reason = claim.verdict == Verdict::not_checked ? text(4) : "";
        claim.places = {place(sources), place(sources)};
        claim.rule_place = place(sources);
        return claim;
    }

  private:
    std::mt19937 random_;
};

bool steers_a_terminal(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        const char32_t c = decoded.code_point;
        const bool control =
            (c < 0x20 && c != '\n') || (0x7F <= c && c <= 0x9F) || (0x202A <= c && c <= 0x202E);
        if (control) return true;
        at += decoded.size;
    }
    return false;
}

std::size_t occurrences(std::string_view text, std::string_view needle) {
    std::size_t count = 0;
    for (std::size_t at = text.find(needle); at != std::string_view::npos; at = text.find(needle, at + 1))
        ++count;
    return count;
}

}  // namespace

BOOST_AUTO_TEST_CASE(any_bytes_in_any_format) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        Noise noise(seed);
        Sources sources;
        for (int i = 0; i < 3; ++i) sources.add(noise.text(3), noise.text(i == 0 ? 400 : 20));
        Report report;
        for (int i = 0; i < 3; ++i) report.findings.push_back(noise.finding(sources));
        for (int i = 0; i < 3; ++i) report.claims.push_back(noise.claim(sources));
        report.documents = {{noise.text(3), noise.text(2), 1, 1, 1}};
        for (const ReportFormat& format : report_formats()) {
            const std::string out = format.render(report, sources, {false, true, "1.2.3"});
            BOOST_CHECK_MESSAGE(!first_invalid_utf8(out), format.name << ", seed " << seed);
            if (format.name == "html")
                BOOST_CHECK_EQUAL(occurrences(out, "<script>") + occurrences(out, "</script>"), 2U);
            else
                BOOST_CHECK_MESSAGE(!steers_a_terminal(out), format.name << ", seed " << seed);
        }
    }
}

}  // namespace factlint::test
