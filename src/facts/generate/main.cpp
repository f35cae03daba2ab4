// generate_languages OUT_DIR und.yaml FILE.yaml…: writes languages.inc and latin_decompositions.inc.
#include <exception>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "facts/generate/language_source.h"
#include "facts/generate/latin.h"
#include "facts/generate/tables.h"

namespace {

using namespace factlint::generate;

void write_languages(std::ostream& out, const std::vector<std::string>& paths) {
    const LanguageSource shared = read_language_file(paths.front());
    std::string names;
    for (std::size_t i = 1; i < paths.size(); ++i) {
        const LanguageSource source = read_language_file(paths[i]);
        write_language(out, source, compile(source, shared), static_cast<int>(i - 1));
        names += source.settings.at("language") + "_data, ";
    }
    out << "constexpr LanguageData languages[] = {" << names << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    try {
        std::ofstream latin(arguments.at(0) + "/latin_decompositions.inc");
        write_latin_decompositions(latin);
        std::ofstream languages(arguments.at(0) + "/languages.inc");
        write_languages(languages, {arguments.begin() + 1, arguments.end()});
        return latin && languages ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << "generate_languages: " << error.what() << "\n";
        return 1;
    }
}
