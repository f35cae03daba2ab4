#include "text/transcode.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <limits>
#include <vector>

#include "text/listing.h"
#include "text/utf8.h"
#include "text/whole_file.h"

namespace factlint {
namespace {

constexpr Encoding table[] = {
    {"utf-8", "UTF-8", "utf8"},
    {"utf-16", "UTF-16", "utf16 unicode"},
    {"utf-16le", "UTF-16LE", "utf16le"},
    {"utf-16be", "UTF-16BE", "utf16be"},
    {"utf-32", "UTF-32", "utf32"},
    {"utf-32le", "UTF-32LE", "utf32le"},
    {"utf-32be", "UTF-32BE", "utf32be"},
    {"windows-1250", "CP1250", "cp1250"},
    {"windows-1251", "CP1251", "cp1251"},
    {"windows-1252", "CP1252", "cp1252 ansi"},
    {"windows-1253", "CP1253", "cp1253"},
    {"windows-1254", "CP1254", "cp1254"},
    {"windows-1255", "CP1255", "cp1255"},
    {"windows-1256", "CP1256", "cp1256"},
    {"windows-1257", "CP1257", "cp1257"},
    {"windows-1258", "CP1258", "cp1258"},
    {"windows-874", "CP874", "cp874 tis-620"},
    {"iso-8859-1", "ISO-8859-1", "latin1 latin-1"},
    {"iso-8859-2", "ISO-8859-2", "latin2 latin-2"},
    {"iso-8859-3", "ISO-8859-3", "latin3"},
    {"iso-8859-4", "ISO-8859-4", "latin4"},
    {"iso-8859-5", "ISO-8859-5", "cyrillic"},
    {"iso-8859-6", "ISO-8859-6", "arabic"},
    {"iso-8859-7", "ISO-8859-7", "greek"},
    {"iso-8859-8", "ISO-8859-8", "hebrew"},
    {"iso-8859-9", "ISO-8859-9", "latin5"},
    {"iso-8859-10", "ISO-8859-10", "latin6"},
    {"iso-8859-13", "ISO-8859-13", "latin7"},
    {"iso-8859-14", "ISO-8859-14", "latin8"},
    {"iso-8859-15", "ISO-8859-15", "latin9 latin-9"},
    {"iso-8859-16", "ISO-8859-16", "latin10"},
    {"shift_jis", "CP932", "shift-jis sjis windows-31j cp932 ms932"},
    {"euc-jp", "EUC-JP-MS", "eucjp"},
    {"iso-2022-jp", "ISO-2022-JP", "jis"},
    {"gbk", "GB18030", "gb2312 cp936"},
    {"gb18030", "GB18030"},
    {"big5", "BIG5-HKSCS", "big5-hkscs cp950"},
    {"euc-kr", "CP949", "euckr cp949 windows-949 ks-c-5601-1987"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U"},
    {"macintosh", "MACINTOSH", "mac-roman macroman"},
    {"ibm437", "CP437", "cp437"},
    {"ibm850", "CP850", "cp850"},
    {"ibm852", "CP852", "cp852"},
    {"ibm866", "CP866", "cp866"},
};

constexpr std::uint64_t largest_source = std::numeric_limits<std::uint32_t>::max();

bool has_word(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

struct Mark {
    std::string_view bytes;
    std::string_view encoding;
};
/// The longer ones first: FF FE begins both.
constexpr std::array<Mark, 4> marks = {{{std::string_view("\xFF\xFE\0\0", 4), "utf-32le"},
                                        {std::string_view("\0\0\xFE\xFF", 4), "utf-32be"},
                                        {"\xFF\xFE", "utf-16le"},
                                        {"\xFE\xFF", "utf-16be"}}};

const Mark* mark_of(std::string_view bytes) {
    const auto found = std::find_if(marks.begin(), marks.end(),
                                    [&](const Mark& mark) { return bytes.starts_with(mark.bytes); });
    return found == marks.end() ? nullptr : &*found;
}

/// Which of two byte orders: as the mark says, else that of Windows.
const Encoding& with_byte_order(std::string_view bytes, const Encoding& encoding) {
    if (encoding.name != "utf-16" && encoding.name != "utf-32") return encoding;
    const Mark* mark = mark_of(bytes);
    const bool fits = mark && mark->encoding.starts_with(encoding.name);
    return *find_encoding(fits ? mark->encoding : std::string(encoding.name) + "le");
}

/// Bytes of the shortest character: what a fault takes at least.
std::size_t unit_of(const Encoding& encoding) {
    return encoding.name.starts_with("utf-16") ? 2 : encoding.name.starts_with("utf-32") ? 4 : 1;
}

/// An open converter to UTF-8.
class Converter {
  public:
    explicit Converter(const Encoding& encoding)
        : handle_(iconv_open("UTF-8", std::string(encoding.iconv_name).c_str())) {}
    ~Converter() {
        if (is_open()) iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    // iconv_open() says with this value that there is none.
    bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    /// Appends what can be decoded from the start of `bytes`, and removes it there; an errno, 0 at the end.
    int run(std::string_view& bytes, std::string& out) {
        char* from = const_cast<char*>(bytes.data());  // iconv(3) does not write there
        std::size_t left = bytes.size();
        const int error = convert(&from, &left, out);
        bytes.remove_prefix(bytes.size() - left);
        return error;
    }

    /// Appends the letter that waits for an accent (windows-1258, big5).
    void flush(std::string& out) { convert(nullptr, nullptr, out); }

  private:
    int convert(char** from, std::size_t* left, std::string& out) {
        std::array<char, 16384> buffer;
        for (;;) {
            char* to = buffer.data();
            std::size_t room = buffer.size();
            const std::size_t result = iconv(handle_, from, left, &to, &room);
            const int error = result == static_cast<std::size_t>(-1) ? errno : 0;
            out.append(buffer.data(), buffer.size() - room);
            if (error != E2BIG) return error;
        }
    }

    iconv_t handle_;
};

Finding found_by_mark(const std::string& path, SourceId source, const Encoding& encoding) {
    Finding finding;
    finding.id = "encoding-found";
    finding.severity = Severity::note;
    finding.message = path + " is read as " + std::string(encoding.name) + ": it has such a byte order mark";
    finding.primary = Place{source, {}};
    finding.help = "save it as UTF-8, or declare `encoding: " + std::string(encoding.name) + "`";
    return finding;
}

Finding undecodable(const std::string& path, Place place, const Encoding& encoding, std::size_t count) {
    Finding finding;
    finding.id = "undecodable-bytes";
    finding.concern = Concern::input;
    finding.message = counted(count, "place") + " of " + path +
                      (count == 1 ? " is no character of " : " are no characters of ") +
                      std::string(encoding.name);
    finding.primary = place;
    finding.label = count == 1 ? "here" : "the first";
    finding.help = "mend the file, or declare another `encoding`";
    return finding;
}

Finding not_converted(const std::string& path, std::string reason) {
    Finding finding;
    finding.id = "unreadable-file";
    finding.concern = Concern::input;
    finding.message = "cannot read " + path + ": " + std::move(reason);
    finding.path = path;
    finding.help = "save it as UTF-8";
    return finding;
}

}  // namespace

std::span<const Encoding> encodings() { return table; }

const Encoding* find_encoding(std::string_view name) {
    std::string wanted;
    for (const char c : name)
        wanted += 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c == '_' ? '-' : c;
    const auto is_it = [&](const Encoding& encoding) {
        return encoding.name == wanted || has_word(encoding.other_names, wanted);
    };
    const auto found = std::find_if(std::begin(table), std::end(table), is_it);
    return found == std::end(table) ? nullptr : found;
}

std::string encoding_suggestion(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Encoding& encoding : table) names.push_back(encoding.name);
    return suggestion(name, names);
}

const Encoding* encoding_of_mark(std::string_view first_bytes) {
    const Mark* mark = mark_of(first_bytes);
    return mark ? find_encoding(mark->encoding) : nullptr;
}

std::optional<DecodedText> decode_text(std::string_view bytes, const Encoding& encoding) {
    const Encoding& exact = with_byte_order(bytes, encoding);
    if (const Mark* mark = mark_of(bytes); mark && mark->encoding == exact.name)
        bytes.remove_prefix(mark->bytes.size());
    Converter converter(exact);
    if (!converter.is_open()) return std::nullopt;
    DecodedText decoded;
    decoded.text.reserve(bytes.size() + bytes.size() / 2);
    std::size_t behind_last = std::string::npos;
    const bool keeps_its_place = exact.name.starts_with("iso-2022");  // what flush() would lose
    while (converter.run(bytes, decoded.text) != 0) {
        if (!keeps_its_place) converter.flush(decoded.text);
        if (decoded.undecodable == 0) decoded.first = decoded.text.size();
        if (decoded.text.size() != behind_last) ++decoded.undecodable;
        append_utf8(decoded.text, replacement_character);
        behind_last = decoded.text.size();
        bytes.remove_prefix(std::min(unit_of(exact), bytes.size()));
    }
    converter.flush(decoded.text);
    return decoded;
}

Result<SourceId> load_decoded(Sources& sources, const std::string& path, const std::string& path_on_disk,
                              const Encoding* declared, Findings& findings) {
    auto bytes = whole_file(path, path_on_disk);
    if (!bytes) return bytes.error();
    const Encoding* encoding = declared ? declared : encoding_of_mark(*bytes);
    if (!encoding || encoding->name == "utf-8") return sources.add(path, std::move(*bytes));
    auto decoded = decode_text(*bytes, *encoding);
    if (!decoded)
        return not_converted(path, "this system has no converter from " + std::string(encoding->name));
    if (decoded->text.size() > largest_source) return not_converted(path, "as UTF-8 it is over 4 GiB");
    const std::size_t undecodable_count = decoded->undecodable;
    const auto first = static_cast<std::uint32_t>(decoded->first);
    const SourceId source = sources.add(path, std::move(decoded->text));
    if (!declared) findings.push_back(found_by_mark(path, source, *encoding));
    if (undecodable_count != 0)
        findings.push_back(undecodable(path, {source, {first, first + 3}}, *encoding, undecodable_count));
    return source;
}

}  // namespace factlint
