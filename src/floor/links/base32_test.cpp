#include "floor/links/base32.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <limits>

namespace links {
namespace {

constexpr auto largest = std::numeric_limits<std::int64_t>::max();

RC_GTEST_PROP(Base32, BringsEveryIdBack, ()) {
  const auto id = *rc::gen::inRange<std::int64_t>(1, largest);
  RC_ASSERT(id_from_base32(base32(id)) == id);
}

TEST(Base32, NeedsThirteenLettersForTheLargestId) {
  EXPECT_EQ(base32(largest), "7zzzzzzzzzzzz");
  EXPECT_EQ(id_from_base32("7zzzzzzzzzzzz"), largest);
  EXPECT_EQ(id_from_base32("8000000000000"), std::nullopt);
  EXPECT_EQ(id_from_base32("zzzzzzzzzzzzzz"), std::nullopt);
}

TEST(Base32, ReadsLettersInAnyCaseAndThoseThatPeopleMistake) {
  EXPECT_EQ(id_from_base32("1A0"), id_from_base32("iao"));
  EXPECT_EQ(id_from_base32("LaO"), id_from_base32("1a0"));
  EXPECT_EQ(normalised_base32("ILoO.xYz"), "1100.xyz");
}

TEST(Base32, KnowsOneFormOfAnIdOnly) {
  for (const char* wrong : {"", "0", "01", "o1", "1-2", "1 2", "1u", "é"})
    EXPECT_EQ(id_from_base32(wrong), std::nullopt) << wrong;
}

TEST(Base32, WritesFiveBytesAsEightLetters) {
  const std::array<unsigned char, 10> bytes{0xff, 0xff, 0xff, 0xff, 0xff, 0x00, 0x44, 0x32, 0x14, 0xc7};
  EXPECT_EQ(base32(std::span<const unsigned char>(bytes).first(5)), "zzzzzzzz");
  EXPECT_EQ(base32(bytes), "zzzzzzzz01234567");
}

}  // namespace
}  // namespace links
