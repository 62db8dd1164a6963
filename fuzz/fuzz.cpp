// libFuzzer's entry: the target is chosen by the name of the program (see fuzz/build).
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "support/fuzz_targets.hpp"

namespace {

const support::FuzzTarget* chosen = nullptr;

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char*** arguments) {
  std::string_view program = (*arguments)[0];
  program.remove_prefix(program.rfind('/') + 1);
  for (const support::FuzzTarget& target : support::fuzz_targets())
    if (target.name == program) chosen = &target;
  if (chosen == nullptr) std::fprintf(stderr, "no such target\n");
  return chosen == nullptr ? 1 : 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  chosen->check({reinterpret_cast<const char*>(data), size});
  return 0;
}
