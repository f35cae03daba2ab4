#include "check/files.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

namespace factlint {
namespace {

constexpr std::string_view wildcards = "*?[{";

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> always_left_out = {".git", "node_modules", "build"};
constexpr int brace_depth = 4;  // {a,{b,c}}: deeper alternatives are text

/// "[a-z]" at the start of `glob`: whether it takes `byte`, and how long it is; 0 where it is no class.
std::size_t match_class(std::string_view glob, char byte, bool& taken) {
    const auto close = glob.find(']', 2);
    if (close == std::string_view::npos) return 0;
    std::string_view members = glob.substr(1, close - 1);
    const bool negated = members.starts_with('!') || members.starts_with('^');
    if (negated) members.remove_prefix(1);
    bool found = false;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i + 2 < members.size() && members[i + 1] == '-') {
            found = found || (members[i] <= byte && byte <= members[i + 2]);
            i += 2;
        } else {
            found = found || members[i] == byte;
        }
    }
    taken = found != negated && byte != '/';
    return close + 1;
}

/// How many bytes of `glob` its first element has where it takes the first byte of `path`; 0 where it does not.
std::size_t match_one(std::string_view glob, char byte) {
    if (glob[0] == '?') return byte == '/' ? 0 : 1;
    if (glob[0] == '[') {
        bool taken = false;
        const std::size_t length = match_class(glob, byte, taken);
        if (length > 0) return taken ? length : 0;
    }
    return glob[0] == byte ? 1 : 0;
}

/// Greedy with one remembered star of each kind: linear in path × stars, no recursion.
bool match_plain(std::string_view glob, std::string_view path) {
    struct Retry {
        std::size_t glob = std::string_view::npos, path = 0;
    };
    Retry star, double_star;
    std::size_t g = 0, p = 0;
    while (p < path.size()) {
        if (glob.substr(g).starts_with("**")) {
            const std::size_t after = g + 2 + (glob.substr(g + 2).starts_with('/') ? 1 : 0);
            double_star = {after, p};
            star = {};
            g = after;
        } else if (g < glob.size() && glob[g] == '*') {
            star = {++g, p};
        } else if (const std::size_t taken = g < glob.size() ? match_one(glob.substr(g), path[p]) : 0;
                   taken > 0) {
            g += taken;
            ++p;
        } else if (star.glob != std::string_view::npos && path[star.path] != '/') {
            g = star.glob;
            p = ++star.path;
        } else if (double_star.glob != std::string_view::npos) {
            g = double_star.glob;
            p = ++double_star.path;
            star = {};
        } else {
            return false;
        }
    }
    while (g < glob.size() && glob[g] == '*') ++g;
    return g == glob.size();
}

/// The alternatives of the first {a,b} in `glob`, or `glob` alone.
std::vector<std::string> alternatives(std::string_view glob, int depth) {
    const auto open = glob.find('{');
    const auto close = open == std::string_view::npos ? open : glob.find('}', open);
    if (close == std::string_view::npos || depth == 0) return {std::string(glob)};
    std::vector<std::string> result;
    std::string_view inner = glob.substr(open + 1, close - open - 1);
    for (bool more = true; more;) {
        const auto comma = inner.find(',');
        more = comma != std::string_view::npos;
        std::string one(glob.substr(0, open));
        one.append(inner.substr(0, comma)).append(glob.substr(close + 1));
        const auto rest = alternatives(one, depth - 1);
        result.insert(result.end(), rest.begin(), rest.end());
        if (more) inner.remove_prefix(comma + 1);
    }
    return result;
}

/// One line of a .gitignore (gitignore(5)).
struct IgnoreRule {
    std::string glob;  ///< relative to the folder of the file, "**/" in front where it has no slash
    bool negated = false;
    bool folders_only = false;
};

std::vector<IgnoreRule> read_gitignore(const fs::path& folder, const std::string& prefix) {
    std::vector<IgnoreRule> rules;
    std::ifstream file(folder / ".gitignore");
    for (std::string line; std::getline(file, line);) {
        while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.pop_back();
        if (line.empty() || line[0] == '#') continue;
        IgnoreRule rule;
        rule.negated = line[0] == '!';
        if (rule.negated) line.erase(0, 1);
        rule.folders_only = line.ends_with('/');
        if (rule.folders_only) line.pop_back();
        const bool anchored = line.find('/') != std::string::npos;
        if (line.starts_with('/')) line.erase(0, 1);
        rule.glob = prefix + (anchored ? "" : "**/") + line;
        rules.push_back(std::move(rule));
    }
    return rules;
}

class Walker {
  public:
    Walker(const std::string& root, const std::vector<std::string>& globs,
           const std::vector<std::string>& exclude)
        : root_(root), globs_(globs), exclude_(exclude) {}

    std::vector<std::string> walk(const std::string& from) {
        load_ignores_above(from);
        visit(from);
        std::sort(found_.begin(), found_.end());
        return std::move(found_);
    }

  private:
    void load_ignores_above(const std::string& folder) {
        for (std::size_t at = 0; at < folder.size(); at = folder.find('/', at) + 1) {
            add_ignores(folder.substr(0, at));
            if (folder.find('/', at) == std::string::npos) break;
        }
    }

    void add_ignores(const std::string& prefix) {
        const auto rules = read_gitignore(fs::path(root_) / prefix, prefix);
        ignores_.insert(ignores_.end(), rules.begin(), rules.end());
    }

    bool left_out(const std::string& path, const std::string& name, bool folder) const {
        if (folder &&
            std::find(always_left_out.begin(), always_left_out.end(), name) != always_left_out.end())
            return true;
        for (const std::string& glob : exclude_)
            if (glob_match(glob, path)) return true;
        bool ignored = false;
        for (const IgnoreRule& rule : ignores_)
            if ((folder || !rule.folders_only) && match_plain(rule.glob, path)) ignored = !rule.negated;
        return ignored;
    }

    void visit(const std::string& prefix) {
        const std::size_t outer = ignores_.size();
        add_ignores(prefix);
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(
                 fs::path(root_) / prefix, fs::directory_options::skip_permission_denied, error)) {
            const std::string name = entry.path().filename().string();
            const std::string path = prefix + name;
            const bool folder = entry.is_directory(error) && !entry.is_symlink(error);
            if (left_out(path, name, folder)) continue;
            if (folder)
                visit(path + "/");
            else if (entry.is_regular_file(error) && matches(path))
                found_.push_back(path);
        }
        ignores_.resize(outer);
    }

    bool matches(const std::string& path) const {
        return std::any_of(globs_.begin(), globs_.end(),
                           [&](const std::string& glob) { return match_plain(glob, path); });
    }

    const std::string& root_;
    const std::vector<std::string>& globs_;
    const std::vector<std::string>& exclude_;
    std::vector<IgnoreRule> ignores_;
    std::vector<std::string> found_;
};

std::string read_all(int descriptor) {
    std::string output;
    std::array<char, 65536> buffer;
    for (ssize_t got; (got = read(descriptor, buffer.data(), buffer.size())) > 0;)
        output.append(buffer.data(), static_cast<std::size_t>(got));
    return output;
}

/// Runs a program found on PATH with no shell between; its standard output, or nullopt where it fails.
std::optional<std::string> output_of(std::vector<std::string> command) {
    std::array<int, 2> pipe_ends;
    if (pipe2(pipe_ends.data(), O_CLOEXEC) != 0) return std::nullopt;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::vector<char*> arguments;
    for (std::string& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    const int failed = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(pipe_ends[1]);
    std::string output = failed == 0 ? read_all(pipe_ends[0]) : "";
    close(pipe_ends[0]);
    int status = 0;
    if (failed != 0 || waitpid(child, &status, 0) != child || status != 0) return std::nullopt;
    return output;
}

}  // namespace

std::string path_on_disk(const std::string& root, const std::string& path) {
    return path.starts_with('/') ? path : root + "/" + path;
}

bool is_glob(std::string_view path) { return path.find_first_of(wildcards) != std::string_view::npos; }

bool glob_match(std::string_view glob, std::string_view path) {
    const auto globs = alternatives(glob, brace_depth);
    return std::any_of(globs.begin(), globs.end(),
                       [&](const std::string& one) { return match_plain(one, path); });
}

std::vector<std::string> expand_glob(const std::string& root, std::string_view glob,
                                     const std::vector<std::string>& exclude) {
    const auto wildcard = glob.find_first_of(wildcards);
    if (wildcard == std::string_view::npos) {
        std::error_code error;
        const fs::path path = fs::path(root) / glob;
        return fs::exists(path, error) ? std::vector<std::string>{std::string(glob)}
                                       : std::vector<std::string>{};
    }
    const auto slash = glob.substr(0, wildcard).rfind('/');
    const std::string from(slash == std::string_view::npos ? "" : glob.substr(0, slash + 1));
    return Walker(root, alternatives(glob, brace_depth), exclude).walk(from);
}

bool stays_inside(std::string_view path) {
    if (path.starts_with('/')) return false;
    for (std::size_t at = 0; at <= path.size();) {
        const auto slash = std::min(path.find('/', at), path.size());
        if (path.substr(at, slash - at) == "..") return false;
        at = slash + 1;
    }
    return true;
}

std::optional<std::vector<std::string>> tracked_files(const std::string& root) {
    const auto listed = output_of({"git", "-C", root, "ls-files", "-z"});
    if (!listed) return std::nullopt;
    std::vector<std::string> files;
    for (std::size_t at = 0; at < listed->size();) {
        const auto end = std::min(listed->find('\0', at), listed->size());
        files.push_back(listed->substr(at, end - at));
        at = end + 1;
    }
    std::sort(files.begin(), files.end());
    return files;
}

Finding leaves_root(const std::string& path, const Place& place) {
    Finding finding;
    finding.id = "leaves-root";
    finding.concern = Concern::rule;
    finding.message = path + " leads out of the project";
    finding.primary = place;
    finding.help = "rule files read only files below the project root; name others with --documents";
    return finding;
}

Finding matches_nothing(const std::string& glob, const std::optional<Place>& place, std::string help) {
    Finding finding;
    finding.id = "no-document";
    finding.concern = Concern::input;
    finding.message = "no file matches " + glob + (place ? "" : ", which the command line names");
    finding.primary = place;
    finding.help = std::move(help);
    return finding;
}

}  // namespace factlint
