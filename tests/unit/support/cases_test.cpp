#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "support/cases.h"

using namespace factlint::test;

namespace {

/// Every section of the parsed input, made visible; errors last.
std::string described(const Case& item) {
    const auto file = parse_cases("in.txt", item.text("file"));
    std::string out;
    for (const auto& parsed : file.cases) {
        out += std::to_string(parsed.line) + " case [" + parsed.title + "]\n";
        for (const auto& section : parsed.sections) {
            out += std::to_string(section.line) + " section [" + section.name + "]";
            for (const auto& [key, value] : section.attributes) out += " " + key + "=[" + value + "]";
            out += " [" + section.text + "]\n";
        }
    }
    for (const auto& error : file.errors) out += error + "\n";
    return out;
}

struct ScratchFolder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("factlint-cases-" + std::to_string(getpid()));
    ScratchFolder() { std::filesystem::create_directories(path); }
    ~ScratchFolder() { std::filesystem::remove_all(path); }
    std::string write(const std::string& text) const {
        const auto file = (path / "one.txt").string();
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }
};

const Actual echo_input = [](const Case& item) { return item.text("input"); };

}  // namespace

BOOST_AUTO_TEST_CASE(case_files_are_read) { BOOST_TEST(for_each_case("support", described) == 0); }

BOOST_AUTO_TEST_CASE(escapes_give_bytes) {
    const auto file = parse_cases("in.txt", "== a ==\n-- input escaped --\na\\r\\n\\xEF\\u{30c6}\\\\n\n");
    BOOST_TEST(file.cases.at(0).text("input") == "a\r\n\xEFテ\\n");
}

BOOST_AUTO_TEST_CASE(a_wrong_expectation_fails) {
    const ScratchFolder folder;
    folder.write("== a ==\n-- input --\none\n-- expect --\ntwo\n");
    BOOST_TEST(for_each_case_in(folder.path.string(), false, echo_input) == 1);
}

BOOST_AUTO_TEST_CASE(a_folder_without_cases_fails) {
    const ScratchFolder folder;
    BOOST_TEST(for_each_case_in(folder.path.string(), false, echo_input) == 1);
    folder.write("no case here\n");
    BOOST_TEST(for_each_case_in(folder.path.string(), false, echo_input) == 1);
}

BOOST_AUTO_TEST_CASE(update_rewrites_expectations_alone) {
    const ScratchFolder folder;
    const auto file =
        folder.write("Prose.\n\n== a ==\n-- input --\none\n\\-- x --\n-- expect --\ntwo\nthree\n\n"
                     "== b ==\nprose\n-- input --\nfour\n\n== c ==\n-- expect --\n-- input --\nfive\n");
    BOOST_TEST(for_each_case_in(folder.path.string(), true, echo_input) == 0);
    BOOST_TEST(read_file(file).value() ==
               "Prose.\n\n== a ==\n-- input --\none\n\\-- x --\n-- expect --\none\n\\-- x --\n\n"
               "== b ==\nprose\n-- input --\nfour\n\n-- expect --\nfour\n\n== c ==\n-- expect --\nfive\n-- "
               "input --\nfive\n");
    BOOST_TEST(for_each_case_in(folder.path.string(), false, echo_input) == 0);
}

BOOST_AUTO_TEST_CASE(diff_names_the_lines) {
    BOOST_TEST(diff("a\nb\nc", "a\nx\nc") == "  a\n- b\n+ x\n  c\n");
    BOOST_TEST(diff("same", "same") == "");
}
