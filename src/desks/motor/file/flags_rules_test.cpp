#include "desks/motor/file/flags_rules.hpp"

#include <gtest/gtest.h>

namespace motor::file {
namespace {

base::Day day(std::string_view iso) { return base::Day::from_iso(iso).value(); }

TEST(FlagRules, M35_the_insurer_offers_within_fifteen_days_of_the_report) {
  EXPECT_EQ(offer_by(day("2026-11-10")), day("2026-11-25"));
  EXPECT_EQ(offer_by(day("2027-02-20")), day("2027-03-07")) << "calendar days, over the end of a month";
}

TEST(FlagRules, M35_the_owner_answers_within_thirty_days_of_the_offer) {
  EXPECT_EQ(answer_by(day("2026-11-20")), day("2026-12-20"));
  EXPECT_EQ(answer_by(day("2027-01-31")), day("2027-03-02"));
}

TEST(FlagRules, M35_a_day_is_neither_to_come_nor_before_what_it_follows) {
  const auto today = day("2026-11-23");
  EXPECT_EQ(*check_flag_day(today, std::nullopt, today), today);
  EXPECT_EQ(*check_flag_day(day("2026-11-10"), day("2026-11-10"), today), day("2026-11-10"));
  EXPECT_TRUE(check_flag_day(day("2026-11-24"), std::nullopt, today).refused_as(flag_day_to_come));
  const auto early = check_flag_day(day("2026-11-09"), day("2026-11-10"), today);
  ASSERT_TRUE(early.refused_as(flag_day_too_early));
  EXPECT_EQ(early.refusal().field, "day");
}

}  // namespace
}  // namespace motor::file
