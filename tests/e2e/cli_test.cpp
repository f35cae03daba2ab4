// Runs the program as a user does. In tests/cases/cli/*.txt the sections `file path=…` make up a scratch folder, `run` is
// a shell script in which `factlint` is the program, and `expect` is what it prints, both streams, and its exit code.
#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdlib.h>
#include <sys/wait.h>

#include "support/cases.h"

using namespace factlint::test;
namespace fs = std::filesystem;

namespace {

class ScratchFolder {
  public:
    ScratchFolder() {
        std::string name = (fs::temp_directory_path() / "factlint-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() { fs::remove_all(path_); }

    fs::path project() const { return path_ / "project"; }
    fs::path script() const { return path_ / "script.sh"; }

  private:
    fs::path path_;
};

void write_file(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

/// A final newline, as editors leave it; a section with `escaped` says its bytes itself.
std::string file_text(const Section& section) {
    const bool exact = !section.attribute("escaped").empty();
    return exact || section.text.empty() ? section.text : section.text + "\n";
}

/// Both output streams in the order of writing, then the exit code.
std::string run(const std::string& command) {
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 4096> buffer{};
    while (const auto count = std::fread(buffer.data(), 1, buffer.size(), pipe))
        output.append(buffer.data(), count);
    const int status = pclose(pipe);
    if (!output.empty() && !output.ends_with('\n')) output += '\n';
    return output + "exit " +
           std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

std::string actual(const Case& item) {
    const ScratchFolder scratch;
    fs::create_directories(scratch.project());
    for (const auto& section : item.sections)
        if (section.name == "file")
            write_file(scratch.project() / section.attribute("path"), file_text(section));
    write_file(scratch.script(), item.text("run") + "\n");
    return run("cd " + scratch.project().string() +
               " && env -i LANG=C HOME=. PATH=" + fs::path(FACTLINT_BIN).parent_path().string() +
               ":/usr/bin:/bin sh " + scratch.script().string() + " 2>&1 </dev/null");
}

}  // namespace

BOOST_AUTO_TEST_CASE(cases) { BOOST_TEST(for_each_case("cli", actual) == 0); }
