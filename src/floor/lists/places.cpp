#include "floor/lists/places.hpp"

#include <bit>

#include "base/assert.hpp"

namespace lists {
namespace {

constexpr std::size_t bits = 64;

}  // namespace

Places Places::all(std::size_t size) {
  Places places(size);
  std::fill(places.words_.begin(), places.words_.end(), ~std::uint64_t{0});
  if (size % bits != 0) places.words_.back() >>= bits - size % bits;
  return places;
}

Places& Places::operator&=(const Places& other) {
  MANDAT_ASSERT(size_ == other.size_);
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  return *this;
}

std::int64_t Places::count() const {
  std::int64_t count = 0;
  for (const std::uint64_t word : words_) count += std::popcount(word);
  return count;
}

std::size_t Places::from(std::size_t place) const {
  for (std::size_t i = place / bits; place < size_; place = ++i * bits) {
    const std::uint64_t left = words_[i] >> place % bits;
    if (left != 0) return place + static_cast<std::size_t>(std::countr_zero(left));
  }
  return size_;
}

std::size_t Places::before(std::size_t place) const {
  while (place > 0) {
    const std::size_t i = (place - 1) / bits;
    const std::uint64_t left = words_[i] << (bits - 1 - (place - 1) % bits);
    if (left != 0) return place - 1 - static_cast<std::size_t>(std::countl_zero(left));
    place = i * bits;
  }
  return size_;
}

}  // namespace lists
