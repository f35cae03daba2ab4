// Result<T>: a value, or the finding that says why there is none.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

#include "text/finding.h"

namespace factlint {

/// Used where no value can be made. Where work can go on, findings are appended to a list instead.
template <class T> class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Finding finding) : state_(std::in_place_index<1>, std::move(finding)) {}

    explicit operator bool() const { return state_.index() == 0; }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    T& value() {
        assert(*this);
        return *std::get_if<0>(&state_);
    }
    const T& value() const {
        assert(*this);
        return *std::get_if<0>(&state_);
    }
    const Finding& error() const {
        assert(!*this);
        return *std::get_if<1>(&state_);
    }

  private:
    std::variant<T, Finding> state_;
};

}  // namespace factlint
