#include "base/id.hpp"

#include <gtest/gtest.h>

#include <type_traits>
#include <unordered_set>

namespace base {
namespace {

using ClaimId = Id<struct ClaimTag>;
using LotId = Id<struct LotTag>;

static_assert(!std::is_convertible_v<ClaimId, LotId> && !std::is_convertible_v<ClaimId, std::int64_t> &&
              !std::is_convertible_v<std::int64_t, ClaimId>);

TEST(Id, OfNothingIsFalse) {
  EXPECT_FALSE(ClaimId{});
  EXPECT_TRUE(ClaimId{7});
}

TEST(Id, IsOrderedAndHashedByItsValue) {
  EXPECT_LT(ClaimId{7}, ClaimId{8});
  const std::unordered_set<ClaimId> ids = {ClaimId{7}, ClaimId{8}, ClaimId{7}};
  EXPECT_EQ(ids.size(), 2u);
}

}  // namespace
}  // namespace base
