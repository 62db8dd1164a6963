#include "desks/works/admission/admission_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace works::admission {
namespace {

base::Day day(std::string_view iso) { return base::Day::from_iso(iso).value(); }

TEST(Checklist, asks_tradesmen_for_six_papers_and_lets_them_add_a_qualification) {  // W1, W2
  using enum PaperKind;
  for (const PaperKind kind : {registration, decennale, liability, urssaf, bank_details, identity})
    EXPECT_EQ(standard_need(Role::tradesman, kind), Need::required) << to_text(kind);
  EXPECT_EQ(standard_need(Role::tradesman, qualification), Need::optional);
  EXPECT_EQ(standard_need(Role::tradesman, orias), Need::unasked);
}

TEST(Checklist, asks_brokers_for_orias_registration_liability_and_bank_details) {  // W6
  using enum PaperKind;
  for (const PaperKind kind : {orias, registration, liability, bank_details})
    EXPECT_EQ(standard_need(Role::broker, kind), Need::required) << to_text(kind);
  for (const PaperKind kind : {decennale, urssaf, identity, qualification})
    EXPECT_EQ(standard_need(Role::broker, kind), Need::unasked) << to_text(kind);
}

Item item(PaperKind kind, Need need, PaperState state) {
  Item made{kind, need};
  if (state != PaperState::missing)
    made.paper = Paper{.id = {1},
                       .organisation = {1},
                       .kind = kind,
                       .state = state,
                       .document = {1},
                       .received = {},
                       .decided = {},
                       .decided_by = {},
                       .reason = {},
                       .valid_until = {}};
  return made;
}

TEST(Applicant, is_complete_once_every_required_paper_is_accepted) {  // W1, W5
  for (const PaperState state : {PaperState::missing, PaperState::received, PaperState::refused, PaperState::expired}) {
    const Item items[] = {item(PaperKind::registration, Need::required, PaperState::accepted),
                          item(PaperKind::urssaf, Need::required, state)};
    EXPECT_FALSE(complete(items)) << to_text(state);
    EXPECT_EQ(any_to_judge(items), state == PaperState::received);
  }
  const Item items[] = {item(PaperKind::registration, Need::required, PaperState::accepted),
                        item(PaperKind::qualification, Need::optional, PaperState::missing),
                        item(PaperKind::orias, Need::unasked, PaperState::missing)};
  EXPECT_TRUE(complete(items));
}

TEST(Applicant, is_our_turn_while_something_is_to_judge_to_validate_or_to_tick) {  // W3
  const Item accepted[] = {item(PaperKind::registration, Need::required, PaperState::accepted)};
  EXPECT_TRUE(ours({.submitted = true, .trade_to_tick = false}, accepted));
  EXPECT_FALSE(ours({.submitted = false, .trade_to_tick = false}, accepted));
  EXPECT_TRUE(ours({.submitted = false, .trade_to_tick = true}, accepted));
  const Item missing[] = {accepted[0], item(PaperKind::urssaf, Need::required, PaperState::missing)};
  EXPECT_FALSE(ours({.submitted = true, .trade_to_tick = false}, missing));
  const Item received[] = {missing[1], item(PaperKind::identity, Need::required, PaperState::received)};
  EXPECT_TRUE(ours({.submitted = false, .trade_to_tick = false}, received));
}

TEST(Applicant, still_has_to_send_what_is_required_and_neither_accepted_nor_received) {  // W5.missing
  const Item items[] = {item(PaperKind::registration, Need::required, PaperState::missing),
                        item(PaperKind::urssaf, Need::required, PaperState::refused),
                        item(PaperKind::liability, Need::required, PaperState::expired),
                        item(PaperKind::identity, Need::required, PaperState::received),
                        item(PaperKind::bank_details, Need::required, PaperState::accepted),
                        item(PaperKind::qualification, Need::optional, PaperState::missing)};
  EXPECT_EQ(to_send(items), (std::vector{PaperKind::registration, PaperKind::urssaf, PaperKind::liability}));
  EXPECT_EQ(missing_delay.value(), base::hours(24));
}

TEST(Partner, lapses_the_day_after_a_required_periodic_paper_has_ended) {  // W8.lapse
  const auto ending = [](PaperKind kind, Need need, PaperState state) {
    Item made = item(kind, need, state);
    made.paper->valid_until = day("2026-11-30");
    return made;
  };
  const auto lapsed = [&](PaperKind kind, Need need, PaperState state, std::string_view on) {
    const Item items[] = {ending(kind, need, state)};
    return !ended(items, day(on)).empty();
  };
  for (const PaperKind kind : {PaperKind::liability, PaperKind::urssaf, PaperKind::orias}) {
    EXPECT_FALSE(lapsed(kind, Need::required, PaperState::accepted, "2026-11-30"));
    EXPECT_TRUE(lapsed(kind, Need::required, PaperState::expired, "2026-12-01"));
    EXPECT_TRUE(lapsed(kind, Need::required, PaperState::received, "2026-12-01")) << "a new one sent is not accepted";
    EXPECT_FALSE(lapsed(kind, Need::optional, PaperState::expired, "2026-12-01"));
  }
  EXPECT_FALSE(lapsed(PaperKind::decennale, Need::required, PaperState::expired, "2026-12-01"))
      << "its trades are gone";
  EXPECT_FALSE(lapsed(PaperKind::qualification, Need::required, PaperState::expired, "2026-12-01"));
}

TEST(Paper, holds_six_months_or_a_year_or_until_the_day_written_on_it) {  // W8.periodic
  EXPECT_EQ(usual_last_day(PaperKind::urssaf, day("2026-11-23")), day("2027-05-22"));
  EXPECT_EQ(usual_last_day(PaperKind::liability, day("2026-11-23")), day("2027-11-22"));
  EXPECT_EQ(usual_last_day(PaperKind::orias, day("2028-02-29")), day("2029-02-27"));
  EXPECT_EQ(usual_last_day(PaperKind::decennale, day("2026-11-23")), std::nullopt);
  EXPECT_EQ(usual_last_day(PaperKind::bank_details, day("2026-11-23")), std::nullopt);
  EXPECT_EQ(months_after(day("2026-08-31"), 6), day("2027-02-28"));
  EXPECT_EQ(months_after(day("2026-08-31"), 4), day("2026-12-31"));
  EXPECT_EQ(term_of(PaperKind::decennale), Term::as_written);
  EXPECT_EQ(term_of(PaperKind::identity), Term::endless);
  EXPECT_EQ(term_of(PaperKind::qualification), Term::perhaps);  // W2
}

RC_GTEST_PROP(PaperMonths, keep_the_day_or_end_the_month, ()) {  // W8.periodic
  const base::Day from = day("2020-01-01") + *rc::gen::inRange(0, 20'000);
  const int months = *rc::gen::inRange(0, 40);
  const base::Day to = months_after(from, months);
  RC_ASSERT((to.year() * 12 + to.month()) - (from.year() * 12 + from.month()) == months);
  RC_ASSERT(to.day_of_month() == from.day_of_month() || (to + 1).day_of_month() == 1);
}

TEST(Paper, knows_each_event_in_its_state_only) {  // W1, W5, W8.expiry
  using enum PaperState;
  EXPECT_EQ(paper_transitions.next(missing, PaperEvent::upload), received);
  EXPECT_EQ(paper_transitions.next(received, PaperEvent::upload), received);
  EXPECT_EQ(paper_transitions.next(received, PaperEvent::accept), accepted);
  EXPECT_EQ(paper_transitions.next(received, PaperEvent::refuse), refused);
  EXPECT_EQ(paper_transitions.next(refused, PaperEvent::upload), received);
  EXPECT_EQ(paper_transitions.next(accepted, PaperEvent::upload), received);
  EXPECT_EQ(paper_transitions.next(accepted, PaperEvent::expire), expired);
  EXPECT_EQ(paper_transitions.next(expired, PaperEvent::upload), received);
  EXPECT_FALSE(paper_transitions.next(missing, PaperEvent::accept));
  EXPECT_FALSE(paper_transitions.next(refused, PaperEvent::accept));
  EXPECT_FALSE(paper_transitions.next(received, PaperEvent::expire));
}

TEST(AdmissionDelays, are_24_and_48_hours_30_and_7_days) {  // W3, W8.expiry
  EXPECT_EQ(target_delay.value(), base::hours(24));
  EXPECT_EQ(review_delay.value(), base::hours(48));
  EXPECT_EQ(first_warning_days.value(), 30);
  EXPECT_EQ(last_warning_days.value(), 7);
}

TEST(AdmissionDelays, end_a_sitting_ten_minutes_after_its_last_verdict) {  // W5.together
  EXPECT_EQ(sitting_ends_after.value(), base::minutes(10));
}

}  // namespace
}  // namespace works::admission
