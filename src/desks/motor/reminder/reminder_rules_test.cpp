#include "desks/motor/reminder/reminder_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace motor::reminder {
namespace {

base::Instant at(std::string_view iso) { return base::instant_from_iso_utc(iso).value(); }
base::Day day(std::string_view iso) { return base::Day::from_iso(iso).value(); }
const base::Instant monday = at("2026-11-23T09:00:00Z");  // 10:00 in Paris

TEST(ReminderRules, M34_reminds_of_documents_after_three_days_of_the_invoice_after_seven_then_each_week) {
  const Pace pace;
  EXPECT_EQ(next_reminder({Awaited::documents, monday}, pace, monday), at("2026-11-26T08:00:00Z"));
  EXPECT_EQ(next_reminder({Awaited::invoice, monday}, pace, monday), at("2026-11-30T08:00:00Z"));
  EXPECT_EQ(next_reminder({Awaited::documents, monday, 1}, pace, monday), at("2026-11-30T08:00:00Z"));
  EXPECT_TRUE(next_reminder({Awaited::documents, monday, 3}, pace, monday));
  EXPECT_FALSE(next_reminder({Awaited::documents, monday, 4}, pace, monday)) << "four at most";
  Pace none;
  none.most = 0;
  EXPECT_FALSE(next_reminder({Awaited::invoice, monday}, none, monday));
}

TEST(ReminderRules, M34_leaves_at_nine_in_Paris_on_both_sides_of_a_clock_change) {
  const Pace pace;
  EXPECT_EQ(next_reminder({Awaited::documents, at("2027-03-25T12:00:00Z")}, pace, at("2027-03-25T12:00:00Z")),
            at("2027-03-28T07:00:00Z"));
  EXPECT_EQ(next_reminder({Awaited::documents, at("2027-10-28T12:00:00Z")}, pace, at("2027-10-28T12:00:00Z")),
            at("2027-10-31T08:00:00Z"));
}

TEST(ReminderRules, M34_quiet_until_the_announced_day) {  // M34.quiet
  const Pace pace;
  EXPECT_EQ(next_reminder({Awaited::invoice, monday, 0, day("2026-12-10")}, pace, monday), at("2026-12-10T08:00:00Z"));
  EXPECT_EQ(next_reminder({Awaited::invoice, monday, 0, day("2026-11-25")}, pace, monday), at("2026-11-30T08:00:00Z"))
      << "a day that is sooner changes nothing";
  EXPECT_TRUE(quiet_on(day("2026-12-10"), day("2026-12-09")));
  EXPECT_FALSE(quiet_on(day("2026-12-10"), day("2026-12-10")));
  EXPECT_FALSE(quiet_on(std::nullopt, day("2026-12-10")));
}

TEST(ReminderRules, M34_never_reminds_in_the_past) {
  const Pace pace;
  EXPECT_EQ(next_reminder({Awaited::invoice, monday}, pace, at("2027-01-05T12:00:00Z")), at("2027-01-06T08:00:00Z"));
  EXPECT_EQ(next_reminder({Awaited::invoice, monday}, pace, at("2027-01-05T06:00:00Z")), at("2027-01-05T08:00:00Z"));
}

TEST(ReminderRules, M24_cap_shortens_what_is_announced_too_far) {  // M24.cap
  const Pace pace;
  EXPECT_EQ(quiet_until(day("2026-12-10"), day("2026-11-23"), pace), day("2026-12-10"));
  EXPECT_EQ(quiet_until(day("2026-12-23"), day("2026-11-23"), pace), day("2026-12-23"));
  EXPECT_EQ(quiet_until(day("2026-12-24"), day("2026-11-23"), pace), day("2026-12-23"));
  Pace short_pace;
  short_pace.cap_days = 10;
  EXPECT_EQ(quiet_until(day("2027-06-01"), day("2026-11-23"), short_pace), day("2026-12-03"));
}

TEST(ReminderRules, M34_waits_in_two_states_only) {
  for (const auto state : file::states)
    EXPECT_EQ(awaited(state).has_value(),
              state == file::State::awaiting_documents || state == file::State::awaiting_invoice);
}

TEST(ReminderRules, M34_sent_what_is_awaited_and_comes_is_the_firms_word_to_say) {  // M34.sent
  using file::Event;
  using enum file::State;
  EXPECT_EQ(step(in_progress, awaiting_invoice, Event::invoice_received), Step::answered)
      << "nothing was awaited before it came";
  EXPECT_EQ(step(awaiting_invoice, awaiting_invoice, Event::invoice_received), Step::answered);
  EXPECT_EQ(step(awaiting_documents, awaiting_documents, Event::document_received), Step::answered);
  EXPECT_EQ(step(awaiting_documents, awaiting_documents, Event::invoice_received), Step::answered);
  EXPECT_EQ(step(awaiting_invoice, awaiting_invoice, Event::document_received), Step::nothing) << "no invoice";
  EXPECT_EQ(step(awaiting_invoice, awaiting_invoice, Event::report_posted), Step::nothing);
}

TEST(ReminderRules, M34_a_wait_begins_with_its_state_and_anew_with_each_refusal_and_request) {
  using file::Event;
  using enum file::State;
  EXPECT_EQ(step(in_progress, awaiting_invoice, Event::works_announced), Step::begins);
  EXPECT_EQ(step(awaiting_documents, awaiting_invoice, Event::documents_judged), Step::begins);
  EXPECT_EQ(step(awaiting_invoice, awaiting_invoice, Event::invoice_refused), Step::begins);
  EXPECT_EQ(step(awaiting_documents, awaiting_documents, Event::document_asked), Step::begins);
  EXPECT_EQ(step(awaiting_documents, visit_planned, Event::documents_judged), Step::ends);
  EXPECT_EQ(step(awaiting_invoice, closed, Event::invoice_accepted), Step::ends);
  EXPECT_EQ(step(visit_planned, in_progress, Event::report_posted), Step::nothing);
}

RC_GTEST_PROP(ReminderRules, M34_quiet_holds_whatever_the_pace, ()) {  // M34.quiet
  Pace pace;
  pace.documents_days = *rc::gen::inRange(1, 60);
  pace.invoice_days = *rc::gen::inRange(1, 60);
  pace.again_days = *rc::gen::inRange(1, 60);
  const base::Instant since = monday + base::hours(*rc::gen::inRange(0, 5000));
  const base::Instant now = since + base::hours(*rc::gen::inRange(0, 2000));
  const base::Day quiet = base::paris::day_of(now) + *rc::gen::inRange(-20, 60);
  const auto what = *rc::gen::element(Awaited::documents, Awaited::invoice);
  const auto next = next_reminder({what, since, *rc::gen::inRange(0, 4), quiet}, pace, now);
  RC_ASSERT(next.has_value());
  RC_ASSERT(*next > now);
  RC_ASSERT(!quiet_on(quiet, base::paris::day_of(*next)));
  const auto wall = base::paris::wall_time(*next);
  RC_ASSERT(wall.hour == 9 && wall.minute == 0);
}

}  // namespace
}  // namespace motor::reminder
