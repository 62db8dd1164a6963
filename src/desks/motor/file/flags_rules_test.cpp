#include <gtest/gtest.h>

#include "desks/motor/file/flags.hpp"

namespace motor::file {
namespace {

TEST(FlagRules, M35_the_insurer_offers_within_fifteen_days_and_the_owner_answers_within_thirty) {
  EXPECT_EQ(offer_days.value(), 15) << "C. route L327-1, of the report";
  EXPECT_EQ(answer_days.value(), 30) << "C. route L327-1, of the offer";
}

}  // namespace
}  // namespace motor::file
