// orders ROWS [jsonl]: a CSV of id,date,currency,amount,status on standard output, or the same as JSON Lines; the same for the
// same number.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace {

constexpr std::array<std::string_view, 5> currencies = {"USD", "EUR", "JPY", "VND", "GBP"};
constexpr std::array<std::string_view, 4> statuses = {"paid", "open", "void", "refunded"};

/// xorshift64* (Vigna 2016).
class Random {
  public:
    unsigned below(unsigned end) {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return static_cast<unsigned>((state_ * 0x2545F4914F6CDD1Du) >> 33) % end;
    }

  private:
    std::uint64_t state_ = 20250101;
};

}  // namespace

int main(int count, char** arguments) {
    const long rows = count > 1 ? std::atol(arguments[1]) : 1000;
    Random random;
    const bool json = count > 2 && std::string_view(arguments[2]) == "jsonl";
    const auto line =
        json ? fmt::runtime("{{\"id\": {}, \"date\": \"20{}-{:02}-{:02}\", \"currency\": \"{}\", "
                            "\"amount\": {}.{:02}, \"status\": \"{}\"}}\n")
             : fmt::runtime("{},20{}-{:02}-{:02},{},{}.{:02},{}\n");
    std::string block = json ? "" : "id,date,currency,amount,status\n";
    for (long id = 1; id <= rows; ++id) {
        block += fmt::format(line, id, 10 + random.below(16), 1 + random.below(12), 1 + random.below(28),
                             currencies[random.below(currencies.size())], 1 + random.below(99999),
                             random.below(100), statuses[random.below(statuses.size())]);
        if (block.size() < (1u << 16) && id != rows) continue;
        std::fwrite(block.data(), 1, block.size(), stdout);
        block.clear();
    }
    return std::ferror(stdout) ? 1 : 0;
}
