// What was written about a file to an organisation, as a list asks of it whether it may still be read (W14).
#pragma once

#include <vector>

#include "base/time.hpp"
#include "floor/platform/act.hpp"

namespace visit {

struct Written {
  platform::FileRef file;
  base::Instant at;
};

}  // namespace visit
