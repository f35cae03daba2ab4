// Hashes of keys: those that occur more than once are found in sets of any size, split, merged and searched by threads.
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <rapidcheck.h>

#include "check/table/key_set.h"

using namespace factlint;

namespace {

using Hashes = std::vector<std::uint64_t>;

/// Those of one part of all that occur more than once, by counting.
Hashes counted_repetitions(const Hashes& hashes, std::uint32_t part, std::uint32_t parts) {
    std::map<std::uint64_t, int> counts;
    for (const std::uint64_t hash : hashes) ++counts[hash];
    Hashes repeated;
    for (const auto& [hash, count] : counts)
        if (count > 1 && (hash & (parts - 1)) == part) repeated.push_back(hash);
    return repeated;
}

/// Keys of which some meet.
Hashes hashes_of_numbers(std::size_t count, std::size_t period) {
    Hashes hashes;
    for (std::size_t i = 0; i < count; ++i) hashes.push_back(hash_text(std::to_string(i % period)));
    return hashes;
}

}  // namespace

BOOST_AUTO_TEST_CASE(repeated_hashes_are_those_that_counting_finds) {
    BOOST_TEST(rc::check([] {
        const auto hashes = *rc::gen::container<Hashes>(rc::gen::oneOf(
            rc::gen::arbitrary<std::uint64_t>(), rc::gen::inRange<std::uint64_t>(0, 50),
            rc::gen::map(rc::gen::inRange<std::uint64_t>(0, 50), [](std::uint64_t at) { return at << 58; })));
        const auto most = *rc::gen::inRange<std::size_t>(2, 100);
        std::vector<KeyHashes> sets;
        for (int i = 0; i < 3; ++i) sets.emplace_back(most);
        for (std::size_t i = 0; i < hashes.size(); ++i) sets[i * i % 3].add(hashes[i]);
        sets[0].merge(std::move(sets[1]));
        sets[0].merge(std::move(sets[2]));
        const std::uint32_t parts = sets[0].parts();
        RC_ASSERT(sets[0].repeated(2) == counted_repetitions(hashes, 0, parts));
    }));
}

BOOST_AUTO_TEST_CASE(repeated_hashes_of_large_sets) {
    for (const std::size_t period : {1u, 1000u, 599'990u, 600'000u}) {
        const Hashes hashes = hashes_of_numbers(600'000, period);
        for (const std::size_t most : {100'000u, 10'000'000u}) {
            KeyHashes first(most), second(most);
            for (std::size_t i = 0; i < hashes.size(); ++i) (i % 3 == 0 ? first : second).add(hashes[i]);
            first.merge(std::move(second));
            const std::uint32_t parts = first.parts();
            BOOST_TEST((first.repeated(3) == counted_repetitions(hashes, 0, parts)));
            BOOST_TEST(first.repeated(1).empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_hash_in_most_rows_needs_no_parts) {
    KeyHashes some(1000);
    for (std::uint64_t i = 0; i < 300'000; ++i) some.add(i % 1000 == 0 ? i << 40 | 1 : 7);
    BOOST_TEST(some.parts() == 1);
    BOOST_TEST((some.repeated(1) == Hashes{7}));
}

BOOST_AUTO_TEST_CASE(hashes_of_texts_differ) {
    std::set<std::uint64_t> hashes;
    std::size_t count = 0;
    for (std::size_t size = 0; size <= 40; ++size)
        for (std::size_t at = 0; at < std::max<std::size_t>(size, 1); ++at)
            for (const char byte : {'\0', 'a', 'b'}) {
                std::string text(size, 'x');
                if (size > 0) text[at] = byte;
                hashes.insert(hash_text(text));
                count += size > 0 || byte == 'a' ? 1 : 0;
            }
    BOOST_TEST(hashes.size() == count);
}
