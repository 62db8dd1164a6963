#include "floor/lists/shelves.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace lists {
namespace {

// Counts how many were ever made: one that was forgotten is made again.
struct Counted {
  explicit Counted(std::atomic<int>* all) { ++*all; }
  std::size_t size() const { return rows; }
  std::size_t rows = 0;
};
using Ten = Shelves<Counted, 10>;

TEST(Shelves, P14_keep_the_lists_used_last_as_many_as_fit) {
  Ten shelves;
  std::atomic<int> made = 0;
  const auto use = [&](std::int64_t key, std::size_t rows) {
    return shelves.with(
        key,
        [&](Counted& held) {
          const bool kept = held.rows > 0;
          held.rows = rows;
          return kept;
        },
        &made);
  };
  EXPECT_FALSE(use(1, 4));
  EXPECT_FALSE(use(2, 4));
  EXPECT_TRUE(use(1, 4)) << "both fit";
  EXPECT_FALSE(use(3, 4)) << "eleven rows and more: the one used longest ago goes";
  EXPECT_TRUE(use(1, 4));
  EXPECT_FALSE(use(2, 4));
  EXPECT_EQ(made, 4);
  EXPECT_FALSE(use(4, 50));
  EXPECT_TRUE(use(4, 50)) << "the one used last stays, however long";
  EXPECT_FALSE(use(1, 4));
  EXPECT_FALSE(use(4, 1)) << "it went as soon as another was used";
  EXPECT_TRUE(use(1, 4));
}

TEST(Shelves, P14_a_list_that_shrank_makes_room) {
  Ten shelves;
  std::atomic<int> made = 0;
  const auto use = [&](std::int64_t key, std::size_t rows) {
    shelves.with(
        key, [&](Counted& held) { held.rows = rows; }, &made);
  };
  use(1, 8);
  use(1, 2);
  use(2, 8);
  use(1, 2);
  use(2, 8);
  EXPECT_EQ(made, 2);
}

TEST(Shelves, P14_one_thread_at_a_time_has_a_list) {
  Shelves<Counted, 1'000'000> shelves;
  std::atomic<int> made = 0;
  std::vector<std::thread> crowd;
  for (int i = 0; i < 4; ++i)
    crowd.emplace_back([&] {
      for (int turn = 0; turn < 2000; ++turn)
        shelves.with(
            turn % 3, [](Counted& held) { ++held.rows; }, &made);
    });
  for (auto& thread : crowd) thread.join();
  std::size_t all = 0;
  for (int key = 0; key < 3; ++key)
    shelves.with(
        key, [&](Counted& held) { all += held.rows; }, &made);
  EXPECT_EQ(all, 8000U);
  EXPECT_EQ(made, 3);
}

}  // namespace
}  // namespace lists
