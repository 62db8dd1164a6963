// Rules of the specification as rows of code. bin/rules reads every MANDAT_RULE row and writes docs/rules.md.
#pragma once

#include <string_view>

#include "base/money.hpp"
#include "base/mutation.hpp"
#include "base/time.hpp"

namespace base {

struct Rule {
  std::string_view number;    // "W16", or "W15.restart" where one number has several rows
  std::string_view sentence;  // how we read it, in English
};

// A delay, a count, an amount or a rate of a rule. The mutation build can flip its value, and a test must notice.
template <class T>
struct Figure {
  std::string_view id;  // "W15.answer_delay"
  T standard;

  T value() const { return mutated(id) ? flipped(standard) : standard; }
};

}  // namespace base

#define MANDAT_RULE(number, sentence) \
  ::base::Rule { number, sentence }
