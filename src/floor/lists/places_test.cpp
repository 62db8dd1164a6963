#include "floor/lists/places.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace lists {
namespace {

// The bits of a set at the edges of its words.
RC_GTEST_PROP(Places, are_a_set, ()) {
  const auto size = *rc::gen::inRange<std::size_t>(0, 200);
  std::set<std::size_t> model;
  Places places(size);
  for (std::size_t place = 0; place < size; ++place)
    if (*rc::gen::inRange(0, 4) == 0) {
      model.insert(place);
      places.add(place);
    }
  RC_ASSERT(places.count() == static_cast<std::int64_t>(model.size()));
  RC_ASSERT(Places::all(size).count() == static_cast<std::int64_t>(size));
  for (std::size_t place = 0; place <= size; ++place) {
    const auto next = model.lower_bound(place);
    RC_ASSERT(places.from(place) == (next == model.end() ? size : *next));
    RC_ASSERT(places.before(place) == (next == model.begin() ? size : *std::prev(next)));
  }
}

}  // namespace
}  // namespace lists
