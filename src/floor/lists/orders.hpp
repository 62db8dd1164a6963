// The orders in which a list kept in memory can be shown (ADR 15): each is made when first asked for, then kept up.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "base/assert.hpp"

namespace lists {

using Place = std::uint32_t;

// `before(which, a, b)`: whether place `a` stands before place `b` in that order; no two stand alike. Not thread-safe.
template <std::size_t count>
class Orders {
 public:
  template <class Before>
  const std::vector<Place>& of(std::size_t which, std::size_t size, Before before) {
    auto& order = orders_[which];
    if (made_[which]) return order;
    order.resize(size);
    std::iota(order.begin(), order.end(), Place{0});
    std::sort(order.begin(), order.end(), [&](Place a, Place b) { return before(which, a, b); });
    made_[which] = true;
    return order;
  }

  // To be called before what the place is compared by changes, and `join` after it.
  template <class Before>
  void leave(Place place, Before before) {
    for (std::size_t which = 0; which < count; ++which) {
      if (!made_[which]) continue;
      const auto at = position(which, place, before);
      MANDAT_ASSERT(at != orders_[which].end() && *at == place);
      orders_[which].erase(at);
    }
  }
  template <class Before>
  void join(Place place, Before before) {
    for (std::size_t which = 0; which < count; ++which)
      if (made_[which]) orders_[which].insert(position(which, place, before), place);
  }

  void forget() {
    for (auto& order : orders_) order.clear();
    made_ = {};
  }

 private:
  template <class Before>
  auto position(std::size_t which, Place place, Before before) {
    auto& order = orders_[which];
    return std::lower_bound(order.begin(), order.end(), place, [&](Place a, Place b) { return before(which, a, b); });
  }

  std::array<std::vector<Place>, count> orders_;
  std::array<bool, count> made_{};
};

}  // namespace lists
