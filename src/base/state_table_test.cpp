#include "base/state_table.hpp"

#include <gtest/gtest.h>

namespace base {
namespace {

enum class Door { open, closed, locked, bricked_up };
enum class Act { shut, open, lock, unlock };

constexpr auto doors = state_table<Door, Act>("test.door", {{Door::open, Act::shut, Door::closed, "D1"},
                                                            {Door::closed, Act::open, Door::open, "D2"},
                                                            {Door::closed, Act::lock, Door::locked, "D3"},
                                                            {Door::locked, Act::unlock, Door::closed, "D4"}});

constexpr auto torn = state_table<Door, Act>(
    "test.torn", {{Door::open, Act::shut, Door::closed, "D1"}, {Door::open, Act::shut, Door::locked, "D2"}});

// A table can be judged by the compiler, in the mutation build too.
static_assert(doors.deterministic());
static_assert(doors.reaches(Door::open, Door::locked));
static_assert(doors.next(Door::open, Act::shut) == Door::closed);

TEST(StateTable, AnEventLeadsToTheStateOfItsRow) {
  EXPECT_EQ(doors.next(Door::open, Act::shut), Door::closed);
  EXPECT_EQ(doors.next(Door::closed, Act::open), Door::open);
  EXPECT_EQ(doors.next(Door::closed, Act::lock), Door::locked);
  EXPECT_EQ(doors.next(Door::locked, Act::unlock), Door::closed);
}

TEST(StateTable, AnEventThatIsNotForTheStateLeadsNowhere) {
  EXPECT_EQ(doors.next(Door::open, Act::lock), std::nullopt);
  EXPECT_EQ(doors.next(Door::bricked_up, Act::open), std::nullopt);
}

TEST(StateTable, TwoRowsForOneEventAreNotDeterministic) {
  EXPECT_TRUE(doors.deterministic());
  EXPECT_FALSE(torn.deterministic());
}

TEST(StateTable, AStateIsReachedThroughSeveralRowsOrNotAtAll) {
  EXPECT_TRUE(doors.reaches(Door::open, Door::locked));
  EXPECT_TRUE(doors.reaches(Door::open, Door::open));
  EXPECT_TRUE(doors.reaches(Door::bricked_up, Door::bricked_up));
  EXPECT_FALSE(doors.reaches(Door::open, Door::bricked_up));
  EXPECT_FALSE(torn.reaches(Door::closed, Door::open));
}

}  // namespace
}  // namespace base
