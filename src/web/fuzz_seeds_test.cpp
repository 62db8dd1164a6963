// The seeds of the fuzzers, replayed: what they once broke stays mended.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/fuzz_targets.hpp"

namespace web {
namespace {

TEST(FuzzSeeds, break_no_promise_of_any_parser) {
  const std::filesystem::path seeds = std::filesystem::path(MANDAT_SOURCE_DIR) / "fuzz" / "seeds";
  for (const support::FuzzTarget& target : support::fuzz_targets()) {
    std::size_t replayed = 0;
    for (const auto& entry : std::filesystem::directory_iterator(seeds / target.name)) {
      SCOPED_TRACE(entry.path());
      std::ifstream file(entry.path(), std::ios::binary);
      target.check(std::string(std::istreambuf_iterator<char>(file), {}));
      ++replayed;
    }
    EXPECT_GT(replayed, 0u) << target.name;
  }
}

}  // namespace
}  // namespace web
