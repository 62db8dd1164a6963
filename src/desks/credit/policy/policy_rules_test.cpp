#include "desks/credit/policy/policy_rules.hpp"

#include <gtest/gtest.h>

namespace credit::policy {
namespace {

base::Instant at(const char* iso) { return base::instant_from_iso_utc(iso).value(); }
base::Day day(const char* iso) { return base::Day::from_iso(iso).value(); }

// C11.delay
TEST(PolicyRules, a_signature_is_awaited_to_the_end_of_the_fifteenth_day_in_paris) {
  EXPECT_EQ(signature_due(at("2026-11-23T09:00:00Z")), at("2026-12-08T23:00:00Z"));
}

// C11.reminder
TEST(PolicyRules, the_signatory_is_reminded_on_the_fifth_day_and_two_days_before_the_last) {
  const auto reminders = signature_reminders(at("2026-11-23T22:30:00Z"));  // 23:30 in Paris
  EXPECT_EQ(reminders.first, at("2026-11-28T08:00:00Z"));
  EXPECT_EQ(reminders.last, at("2026-12-06T08:00:00Z"));  // awaited to the end of the 8th
}

// C10.day
TEST(PolicyRules, a_policy_signed_elsewhere_was_signed_between_the_acceptance_and_today) {
  const auto accepted = day("2026-11-23"), today = day("2026-12-14");
  EXPECT_FALSE(may_have_been_signed_on(day("2026-11-22"), accepted, today));
  EXPECT_TRUE(may_have_been_signed_on(accepted, accepted, today));
  EXPECT_TRUE(may_have_been_signed_on(today, accepted, today));
  EXPECT_FALSE(may_have_been_signed_on(day("2026-12-15"), accepted, today));
}

// C11.code
TEST(PolicyRules, a_code_is_worth_a_quarter_of_an_hour_and_five_tries) {
  const auto sent = at("2026-11-23T09:00:00Z");
  EXPECT_EQ(standing_of({}, sent), CodeStanding::none);
  EXPECT_EQ(standing_of({sent, 4}, sent + base::minutes(15) - base::seconds(1)), CodeStanding::usable);
  EXPECT_EQ(standing_of({sent, 0}, sent + base::minutes(15)), CodeStanding::stale);
  EXPECT_EQ(standing_of({sent, 5}, sent), CodeStanding::spent);
  EXPECT_FALSE(may_sign_on(std::nullopt, sent));
  EXPECT_TRUE(may_sign_on(sent, sent + base::minutes(29)));
  EXPECT_FALSE(may_sign_on(sent, sent + base::minutes(30)));
}

// C11.code
TEST(PolicyRules, five_codes_may_be_sent_for_one_signature) { EXPECT_EQ(codes_sent.value(), 5); }

TEST(PolicyRules, C17_what_the_insured_is_shown_has_its_day_and_a_forfait_declares_no_turnover) {
  engine::Terms terms;
  const auto steps = onboarding(terms, day("2026-12-01"), day("2026-11-23"));
  ASSERT_EQ(steps.size(), 5U);
  EXPECT_EQ(steps[0].item, Item::portal);
  EXPECT_EQ(steps[0].due, day("2026-12-08"));
  EXPECT_EQ(steps[3].item, Item::declarations);
  EXPECT_EQ(steps[3].due, day("2027-03-30"));  // quarter to 28 February, 30 days after
  terms.model = engine::ContractModel::forfait;
  const auto fewer = onboarding(terms, day("2026-11-01"), day("2026-11-14"));
  ASSERT_EQ(fewer.size(), 4U);
  EXPECT_EQ(fewer[0].due, day("2026-11-21"));  // counted from the signature: the effect is past
  EXPECT_EQ(fewer[1].due, day("2026-11-29"));
}

// C17.delay
TEST(PolicyRules, C17_each_step_is_owed_to_the_end_of_its_day_and_reminded_two_days_before) {
  const auto delay = onboarding_delay(day("2026-12-08"));
  EXPECT_EQ(delay.due, base::instant_from_iso_utc("2026-12-08T23:00:00Z"));
  EXPECT_EQ(delay.reminder, base::instant_from_iso_utc("2026-12-06T08:00:00Z"));
  const auto summer = onboarding_delay(day("2026-07-01"));
  EXPECT_EQ(summer.due, base::instant_from_iso_utc("2026-07-01T22:00:00Z"));
  EXPECT_EQ(summer.reminder, base::instant_from_iso_utc("2026-06-29T07:00:00Z"));
}

TEST(PolicyRules, where_the_code_goes_is_shown_only_to_who_knows_it) {
  EXPECT_EQ(masked_email("ines@vauquelin.example"), "i•••@vauquelin.example");
  EXPECT_EQ(masked_phone("06 39 98 12 34"), "06 •• •• •• 34");
  EXPECT_EQ(masked_email("nul"), "•••");
}

}  // namespace
}  // namespace credit::policy
