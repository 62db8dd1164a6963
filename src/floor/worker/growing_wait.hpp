// How long to wait before trying again what has failed.
#pragma once

#include <algorithm>

#include "base/assert.hpp"
#include "base/time.hpp"

namespace worker {

// After the n-th failure (n ≥ 1): `first`, then twice as long each time, up to `longest`.
constexpr base::Duration growing_wait(base::Duration first, base::Duration longest, int failures) {
  MANDAT_ASSERT(failures >= 1);
  base::Duration wait = first;
  for (int i = 1; i < failures && wait < longest; ++i) wait *= 2;
  return std::min(wait, longest);
}

}  // namespace worker
