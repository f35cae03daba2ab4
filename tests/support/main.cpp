// The main of every Boost.Test executable here: Boost's own, after `--update` was taken from the arguments.
// Properties have a fixed seed, so that a red test is red again; RC_PARAMS="seed=7 max_success=10000" gives another.
#define BOOST_TEST_NO_MAIN
#define BOOST_TEST_ALTERNATIVE_INIT_API
#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

bool no_setup() { return true; }

}  // namespace

int main(int argc, char** argv) {
    ::setenv("RC_PARAMS", "seed=1", 0);
    std::vector<char*> arguments;
    for (int i = 0; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--update")
            ::setenv("FACTLINT_UPDATE", "1", 1);
        else
            arguments.push_back(argv[i]);
    }
    return boost::unit_test::unit_test_main(&no_setup, static_cast<int>(arguments.size()), arguments.data());
}
