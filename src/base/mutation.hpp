// Lets a test run flip one row of a rule table (preset "mutation"), to prove that some test notices.
// In every other build mutated() is constexpr false and the calls vanish.
//
// The protocol of that build, for the runner of the tests:
//   MANDAT_MUTATE=list MANDAT_MUTATION_LIST=FILE unit_tests …   appends to FILE, when the process ends, the id of each
//       figure the run asked for and of each row of each state table it stepped through: one a line, sorted. Several
//       processes may append to one FILE: sort -u it. Without the variable the ids go to standard output.
//   MANDAT_MUTATE=ID unit_tests …                               flips that one: a figure takes its flipped() value,
//       a row of a state table ("works.lot.3": table, index from 0) is missing. A run that passes has not noticed.
//   Neither set: the tables stand as written.
// A table evaluated by the compiler (static_assert) is never flipped.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/money.hpp"

namespace base {

#ifdef MANDAT_MUTATION
bool mutated(std::string_view id);                                                 // is this the one flipped?
bool mutated_row(std::string_view table, std::size_t row, std::size_t row_count);  // notes all rows of the table
#else
constexpr bool mutated(std::string_view) { return false; }
constexpr bool mutated_row(std::string_view, std::size_t, std::size_t) { return false; }
#endif

// The smallest change of a figure: one unit of its type, so that a test must stand at the very boundary; one point of a
// rate.
template <class Rep, class Period>
constexpr std::chrono::duration<Rep, Period> flipped(std::chrono::duration<Rep, Period> v) {
  return v + std::chrono::duration<Rep, Period>(1);
}
constexpr int flipped(int v) { return v + 1; }
constexpr std::int64_t flipped(std::int64_t v) { return v + 1; }
constexpr Money flipped(Money v) { return Money{v.cents + 1}; }
constexpr Rate flipped(Rate v) { return Rate{v.e8 + 1'000'000}; }

}  // namespace base
