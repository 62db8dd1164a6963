#include "base/clock.hpp"

#include <chrono>

namespace base {

Instant SystemClock::now() const {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<Duration>(since_epoch).count()};
}

Instant DemoClock::now() const { return SystemClock{}.now() + offset(); }

void DemoClock::advance(Duration by) {
  offset_micros_ += by.count();
  if (listener_) listener_();
}

}  // namespace base
