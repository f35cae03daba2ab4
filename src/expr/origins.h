// Origins of facts, each once, in the order of their first appearance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_set>
#include <utility>
#include <vector>

namespace factlint::expr {

class Origins {
  public:
    void add(std::uint32_t origin) {
        if (seen_.insert(origin).second) items_.push_back(origin);
    }
    std::size_t size() const { return items_.size(); }
    std::vector<std::uint32_t> take() { return std::move(items_); }

  private:
    std::vector<std::uint32_t> items_;
    std::unordered_set<std::uint32_t> seen_;
};

}  // namespace factlint::expr
