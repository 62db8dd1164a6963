// Places of a list kept in memory (ADR 15), as a set of bits.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace lists {

// A set of places, from 0 to size() - 1.
class Places {
 public:
  Places() = default;
  explicit Places(std::size_t size) : size_(size), words_((size + 63) / 64) {}
  static Places all(std::size_t size);

  std::size_t size() const { return size_; }
  bool has(std::size_t place) const { return (words_[place / 64] >> place % 64 & 1) != 0; }
  void add(std::size_t place) { words_[place / 64] |= std::uint64_t{1} << place % 64; }
  Places& operator&=(const Places& other);
  std::int64_t count() const;
  // The first one from `place` on, the last one before it; size() when there is none.
  std::size_t from(std::size_t place) const;
  std::size_t before(std::size_t place) const;
  template <class Test>
  void keep(Test test);  // those that pass test(place)

 private:
  std::size_t size_ = 0;
  std::vector<std::uint64_t> words_;
};

template <class Test>
void Places::keep(Test test) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i] == 0) continue;
    const std::size_t first = i * 64, last = std::min(first + 64, size_);
    std::uint64_t passed = 0;
    for (std::size_t place = first; place < last; ++place) passed |= std::uint64_t{test(place)} << (place - first);
    words_[i] &= passed;
  }
}

}  // namespace lists
