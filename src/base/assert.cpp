#include "base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace base {

void assertion_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "mandat: assertion failed: %s (%s:%d)\n", condition, file, line);
  std::abort();
}

}  // namespace base
