// What must hold of every text that a stranger may send. libFuzzer searches for one that breaks it (fuzz/), the unit
// tests replay the seeds. A broken promise ends the process.
#pragma once

#include <span>
#include <string_view>

namespace support {

struct FuzzTarget {
  std::string_view name;  // of its folder in fuzz/seeds
  void (*check)(std::string_view input);
};

std::span<const FuzzTarget> fuzz_targets();

}  // namespace support
