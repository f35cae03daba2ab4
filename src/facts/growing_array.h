// GrowingArray: an array of facts that never holds them twice. std::vector copies into new memory when it grows, so
// that for a moment a file of nothing but digits takes up to twice its facts; realloc moves large blocks page by page.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <initializer_list>
#include <new>
#include <type_traits>
#include <utility>

namespace factlint {

/// The part of std::vector's interface that recognition and its readers need, for a trivially copyable T. Throws
/// std::bad_alloc where memory ends. Growth is amortised O(1); memory is at most twice what is used, untouched pages
/// excepted.
template <class T> class GrowingArray {
  public:
    using value_type = T;
    using iterator = T*;
    using const_iterator = const T*;

    GrowingArray() = default;
    GrowingArray(const GrowingArray& other) { append(other.begin(), other.size_); }
    GrowingArray(GrowingArray&& other) noexcept { swap(other); }
    GrowingArray& operator=(GrowingArray other) noexcept {
        swap(other);
        return *this;
    }
    ~GrowingArray() { std::free(data_); }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    T* begin() { return data_; }
    T* end() { return data_ + size_; }
    const T* begin() const { return data_; }
    const T* end() const { return data_ + size_; }
    T& operator[](std::size_t index) { return data_[index]; }
    const T& operator[](std::size_t index) const { return data_[index]; }
    T& back() { return data_[size_ - 1]; }
    const T& back() const { return data_[size_ - 1]; }

    void push_back(T item) {
        if (size_ == capacity_) grow(size_ + 1);
        data_[size_++] = item;
    }
    void append(std::initializer_list<T> items) { append(items.begin(), items.size()); }
    /// Makes room before `index`: what stands there moves up. O(items behind it).
    void insert(std::size_t index, T item) {
        push_back(item);
        for (std::size_t i = size_ - 1; i > index; --i) data_[i] = data_[i - 1];
        data_[index] = item;
    }
    /// Takes [first, last) out. O(items behind it).
    void erase(std::size_t first, std::size_t last) {
        if (first == last) return;
        for (; last < size_; ++first, ++last) data_[first] = data_[last];
        size_ = first;
    }
    /// Precondition: size <= size().
    void shrink(std::size_t size) { size_ = size; }

  private:
    static_assert(std::is_trivially_copyable_v<T>);
    static constexpr std::size_t least = 64;

    void append(const T* items, std::size_t count) {
        if (size_ + count > capacity_) grow(size_ + count);
        for (std::size_t i = 0; i < count; ++i) data_[size_++] = items[i];
    }
    void grow(std::size_t wanted) {
        std::size_t capacity = capacity_ == 0 ? least : capacity_;
        while (capacity < wanted) capacity *= 2;
        auto* data = static_cast<T*>(std::realloc(static_cast<void*>(data_), capacity * sizeof(T)));
        if (data == nullptr) throw std::bad_alloc();
        data_ = data;
        capacity_ = capacity;
    }
    void swap(GrowingArray& other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        std::swap(capacity_, other.capacity_);
    }

    T* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace factlint
