#include "floor/deadlines/deadlines.hpp"

namespace deadlines {

bool ClockWatch::observe(base::Instant wall, base::Duration monotonic) {
  if (!reference_) reference_ = {wall, monotonic};
  const base::Duration parted = (wall - reference_->first) - (monotonic - reference_->second);
  if (std::chrono::abs(parted) > clock_tolerance.value()) holding_ = true;
  return !holding_;
}

void ClockWatch::confirm() {
  reference_.reset();
  holding_ = false;
}

}  // namespace deadlines
