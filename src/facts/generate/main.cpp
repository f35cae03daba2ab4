// generate_languages OUT_DIR und.yaml FILE.yaml…: writes languages.inc, language_files.inc and latin_decompositions.inc.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "facts/generate/language_source.h"
#include "facts/generate/latin.h"
#include "facts/generate/settings.h"
#include "facts/generate/tables.h"

namespace factlint::generate {
namespace {

/// An array named `<tag>_<name>`; an element of no meaning where there would be none.
template <class Range, class Function>
void write_array(std::ostream& out, const std::string& head, const Range& range, Function item) {
    out << "constexpr " << head << "[" << std::max<std::size_t>(1, range.size()) << "] = {";
    std::size_t column = 0;
    for (const auto& element : range) {
        if (column++ % 16 == 0) out << "\n";
        item(element);
        out << ",";
    }
    out << "\n};\n";
}

std::string literal(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

void write_arrays(std::ostream& out, const LanguageData& data) {
    const std::string tag(data.tag);
    const auto number = [&](auto value) { out << static_cast<std::int64_t>(value); };
    const auto bits = [&](std::uint64_t value) { out << value << "u"; };
    const auto text = [&](std::string_view value) { out << literal(value); };
    const auto cell = [&](const TrieCell& value) {
        out << "{" << value.base << "u," << value.word << "," << int{value.label} << "}";
    };
    write_array(out, "TrieCell " + tag + "_cells", data.lexicon.cells, cell);
    write_array(out, "TrieCell " + tag + "_backwards", data.lexicon.backwards, cell);
    write_array(out, "WordSenses " + tag + "_words", data.lexicon.words, [&](const WordSenses& word) {
        out << "{" << word.first << "u," << word.count << "u,RoleSet::of_bits({";
        for (const std::uint64_t value : word.roles.bits) out << value << "u,";
        out << "})}";
    });
    write_array(out, "Sense " + tag + "_senses", data.lexicon.senses, [&](const Sense& sense) {
        out << "{static_cast<Role>(" << static_cast<int>(sense.role) << ")," << int{sense.exponent} << ","
            << sense.spelling << "," << sense.value << "}";
    });
    write_array(out, "char " + tag + "_spellings", data.lexicon.spellings, number);
    write_array(out, "std::uint64_t " + tag + "_starts", data.starts, bits);
    write_array(out, "std::uint8_t " + tag + "_start_sizes", data.start_sizes, number);
    write_array(out, "std::uint64_t " + tag + "_characters", data.characters, bits);
    write_array(out, "std::string_view " + tag + "_detect", data.detect, text);
    write_array(out, "std::string_view " + tag + "_scripts", data.scripts, text);
    write_array(out, "std::string_view " + tag + "_scale_words", data.scale_words, text);
    write_array(out, "Slip " + tag + "_slips", data.slips, [&](const Slip& slip) {
        out << "{" << literal(slip.written) << "," << literal(slip.meant) << "}";
    });
    write_array(out, "std::string_view " + tag + "_weekday_words", data.weekday_words, text);
    write_array(out, "std::string_view " + tag + "_weekday_marks", data.weekday_marks, text);
}

/// Arrays named `<tag>_…`, then one LanguageData named `<tag>_data`.
void write_language(std::ostream& out, const LanguageData& data) {
    const std::string tag(data.tag);
    write_arrays(out, data);
    const auto view = [&](std::string_view name, std::size_t size) {
        return "{" + tag + "_" + std::string(name) + ", " + std::to_string(size) + "}";
    };
    out << "constexpr LanguageData " << tag << "_data = {\n.tag = " << literal(data.tag)
        << ",\n.english_name = " << literal(data.english_name) << ",\n.id = LanguageId{"
        << static_cast<int>(data.id) << "},\n";
    for (const Setting& setting : settings())
        out << "." << setting.name << " = " << literal(data, setting) << ",\n";
    out << ".lexicon = {" << view("cells", data.lexicon.cells.size()) << ", "
        << view("backwards", data.lexicon.backwards.size()) << ", "
        << view("words", data.lexicon.words.size()) << ", " << view("senses", data.lexicon.senses.size())
        << ", " << view("spellings", data.lexicon.spellings.size()) << ", "
        << (data.lexicon.proclitics ? "true" : "false") << "},\n.signs = " << literal(data.signs)
        << ",\n.starts = " << view("starts", data.starts.size())
        << ",\n.start_sizes = " << view("start_sizes", data.start_sizes.size())
        << ",\n.characters = " << view("characters", data.characters.size())
        << ",\n.detect = " << view("detect", data.detect.size())
        << ",\n.scripts = " << view("scripts", data.scripts.size())
        << ",\n.scale_words = " << view("scale_words", data.scale_words.size())
        << ",\n.weekday_words = " << view("weekday_words", data.weekday_words.size())
        << ",\n.weekday_marks = " << view("weekday_marks", data.weekday_marks.size())
        << ",\n.slips = " << view("slips", data.slips.size())
        << ",\n.regions = {},\n.noun_in_ratio = " << (data.noun_in_ratio ? "true" : "false")
        << ",\n.kinds = " << data.kinds << "};\n";
}

/// The same with other settings, named `<tag>_<index>`.
void write_regional(std::ostream& out, const LanguageData& language, const LanguageData& data,
                    const std::string& name) {
    write_array(out, "std::string_view " + name + "_regions", data.regions,
                [&](std::string_view region) { out << literal(region); });
    out << "constexpr LanguageData " << name << " = [] {\nLanguageData data = " << language.tag << "_data;\n";
    for (const Setting& setting : settings())
        if (literal(data, setting) != literal(language, setting))
            out << "data." << setting.name << " = " << literal(data, setting) << ";\n";
    out << "data.regions = {" << name << "_regions, " << data.regions.size() << "};\nreturn data;\n}();\n";
}

/// The file itself, for a project that changes a language: in pieces that compilers take as one literal, cut at line ends.
void write_file(std::ostream& out, std::string_view tag, std::string_view text) {
    constexpr std::size_t piece = 8000;
    out << "{\"" << tag << "\", {";
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = rest.size() <= piece ? rest.size() : rest.rfind('\n', piece) + 1;
        out << "\nR\"yaml(" << rest.substr(0, end) << ")yaml\"";
        rest.remove_prefix(end);
    }
    out << ", " << text.size() << "}},\n";
}

/// The language of one file; empty where there is none, with the reason in `findings`.
LanguageSource read_file(const std::string& path, Sources& sources, Findings& findings) {
    const auto source = sources.load(path, path);
    if (!source) return findings.push_back(source.error()), LanguageSource{};
    const auto tree = yaml::read(sources, *source, findings);
    if (!tree || !tree->root || !is_language_file(*tree->root)) return {};
    LanguageSource language = read_language(*tree->root, *source, findings);
    for (const std::string_view name : missing_settings(language))
        if (language.settings["language"] != "und")
            findings.push_back(
                problem("missing-setting", {*source, {}}, "the setting " + quoted(name) + " is missing"));
    for (const std::string_view slip : stray_slips(language))
        findings.push_back(
            problem("bad-word", {*source, {}}, quoted(slip) + " is written for no scale word"));
    return language;
}

void write_all(std::ostream& out, std::ostream& files, const std::vector<std::string>& paths,
               Findings& findings, Sources& sources) {
    const LanguageSource shared = read_file(paths.front(), sources, findings);
    std::string names;
    std::string regional_names;
    for (std::size_t i = 1; i < paths.size(); ++i) {
        const LanguageSource language = read_file(paths[i], sources, findings);
        if (!findings.empty()) continue;
        Tables tables = compile(language, shared);
        const LanguageData data = data_of(language, tables, static_cast<LanguageId>(i - 1));
        write_language(out, data);
        names += std::string(tables.tag) + "_data, ";
        std::size_t index = 0;
        for (const LanguageData& regional : regional_of(language, tables, data)) {
            const std::string name = std::string(tables.tag) + "_" + std::to_string(++index);
            write_regional(out, data, regional, name);
            regional_names += name + ", ";
        }
    }
    out << "constexpr LanguageData built_in[] = {" << names
        << "};\nconstexpr LanguageData built_in_regional[] = {" << regional_names << "};\n";
    files << "constexpr LanguageFile language_files[] = {\n";
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const std::string& path = paths[i];
        const std::size_t begin = path.rfind('/') + 1;
        write_file(files, std::string_view(path).substr(begin, path.rfind('.') - begin),
                   sources.text(static_cast<SourceId>(i)));
    }
    files << "};\n";
}

}  // namespace
}  // namespace factlint::generate

int main(int argc, char** argv) {
    using namespace factlint;
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() < 3) {
        std::cerr << "usage: generate_languages OUT_DIR und.yaml FILE.yaml…\n";
        return 2;
    }
    Sources sources;
    Findings findings;
    std::ofstream latin(arguments[0] + "/latin_decompositions.inc");
    generate::write_latin_decompositions(latin);
    std::ofstream languages(arguments[0] + "/languages.inc"), files(arguments[0] + "/language_files.inc");
    generate::write_all(languages, files, {arguments.begin() + 1, arguments.end()}, findings, sources);
    std::cerr << problem_lines(findings, sources);
    return findings.empty() && latin.flush() && languages.flush() && files.flush() ? 0 : 1;
}
