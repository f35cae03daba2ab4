// A rapidcheck property as a Boost test.
#pragma once

#include <boost/test/unit_test.hpp>
#include <functional>
#include <rapidcheck.h>
#include <string>

namespace factlint {

inline void property(const std::string& description, const std::function<void()>& check) {
    const bool holds = rc::check(description, check);
    BOOST_TEST(holds, description);
}

}  // namespace factlint
