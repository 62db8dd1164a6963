// Lets a test run flip one row of a rule table (preset "mutation"), to prove that some test notices.
// In every other build mutated() is constexpr false and the calls vanish.
#pragma once

#include <chrono>
#include <string_view>

#include "base/money.hpp"

namespace base {

#ifdef MANDAT_MUTATION
bool mutated(std::string_view id);                 // is this the row named by MANDAT_MUTATE?
void declare_mutation(std::string_view id);        // listed by MANDAT_MUTATE=list
#else
constexpr bool mutated(std::string_view) { return false; }
constexpr void declare_mutation(std::string_view) {}
#endif

inline std::chrono::microseconds flipped(std::chrono::microseconds v) { return v + std::chrono::microseconds(1); }
inline std::chrono::hours flipped(std::chrono::hours v) { return v + std::chrono::hours(1); }
inline int flipped(int v) { return v + 1; }
inline Money flipped(Money v) { return Money{v.cents + 1}; }
inline Rate flipped(Rate v) { return Rate{v.e8 + 1'000'000}; }

}  // namespace base
