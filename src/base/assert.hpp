// A broken promise of our own code: kept on in release builds, ends the process (nothing half-true is saved).
#pragma once

namespace base {
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line);
}

#define MANDAT_ASSERT(condition) \
  (static_cast<bool>(condition) ? void(0) : ::base::assertion_failed(#condition, __FILE__, __LINE__))
