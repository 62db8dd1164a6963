#include "desks/works/lot/lot_rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace works::lot {
namespace {

using claim::Detail;
using claim::Status;
using claim::WaitingFor;

Situation with(mandate::State live, std::optional<quote::State> quote = {}) {
  Situation lot;
  lot.live = live;
  lot.quote = quote;
  return lot;
}
const Situation unassigned{};
const Situation asked = with(mandate::State::asked);
const Situation accepted = with(mandate::State::accepted);
const Situation received = with(mandate::State::quoted, quote::State::received);
const Situation validated = with(mandate::State::quoted, quote::State::validated);
const Situation job_closed = with(mandate::State::closed, quote::State::validated);

Situation abandoned_lot() {
  Situation lot;
  lot.abandoned = true;
  return lot;
}
Shown shown_of(std::initializer_list<Situation> lots, Closures closures = {}) {
  return shown(std::span<const Situation>(lots.begin(), lots.size()), closures);
}
bool finished_with(std::initializer_list<Situation> lots, Closures closures) {
  return finished(std::span<const Situation>(lots.begin(), lots.size()), closures);
}

TEST(LotRules, W23_the_file_awaits_a_quote_until_it_is_uploaded_then_runs) {
  for (const auto& lot : {unassigned, asked, accepted}) EXPECT_EQ(shown_of({lot}).status, Status::awaiting_quote);
  for (const auto& lot : {received, validated, job_closed}) EXPECT_EQ(shown_of({lot}).status, Status::in_progress);
}

TEST(LotRules, W23_each_step_names_its_detail_and_who_holds_it) {
  struct Row {
    Situation lot;
    Detail detail;
    WaitingFor who;
  };
  Situation again = unassigned;
  again.asked_before = true;
  Situation overdue = accepted;
  overdue.quote_overdue = true;
  Situation visit = with(mandate::State::quoted, quote::State::at_insurer);
  visit.visit_planned = true;
  const Row rows[] = {
      {unassigned, Detail::to_assign, WaitingFor::broker},
      {again, Detail::to_reassign, WaitingFor::broker},
      {asked, Detail::awaiting_answer, WaitingFor::tradesman},
      {accepted, Detail::awaiting_quote, WaitingFor::tradesman},
      {overdue, Detail::quote_overdue, WaitingFor::tradesman},
      {with(mandate::State::quoted, quote::State::refused), Detail::quote_refused, WaitingFor::broker},
      {received, Detail::quote_to_send, WaitingFor::broker},
      {with(mandate::State::quoted, quote::State::at_insurer), Detail::quote_at_insurer, WaitingFor::insurer},
      {visit, Detail::visit_planned, WaitingFor::insurer},
      {validated, Detail::quote_validated, WaitingFor::tradesman},
      {with(mandate::State::quoted, quote::State::adjusted), Detail::quote_validated, WaitingFor::tradesman},
      {job_closed, Detail::job_closed, WaitingFor::broker},
  };
  for (const auto& row : rows) {
    const auto found = shown_of({row.lot});
    EXPECT_EQ(found.detail, row.detail) << label(row.detail);
    EXPECT_EQ(found.waiting_for, row.who) << label(row.detail);
  }
}

TEST(LotRules, W21_a_lot_whose_firm_refused_expired_or_gave_back_is_to_be_assigned_again) {
  for (const auto ended :
       {mandate::State::refused, mandate::State::expired, mandate::State::cancelled, mandate::State::withdrawn})
    EXPECT_EQ(state_of(with(ended)), State::to_assign);
}

TEST(LotRules, W12_the_file_shows_its_least_advanced_lot) {  // W12.least_advanced
  EXPECT_EQ(shown_of({validated, asked, received}).detail, Detail::awaiting_answer);
  EXPECT_EQ(shown_of({validated, asked, received}).lot, 1U);
  EXPECT_EQ(shown_of({received, validated}).status, Status::in_progress);
}

TEST(LotRules, W12_an_abandoned_lot_does_not_hold_the_file_back) {
  EXPECT_EQ(shown_of({abandoned_lot(), received}).detail, Detail::quote_to_send);
}

TEST(LotRules, W26_the_file_is_finished_only_when_both_closures_hold) {  // W26.two_closures
  const Closures broker{.by_broker = true};
  EXPECT_FALSE(finished_with({job_closed}, {}));
  EXPECT_FALSE(finished_with({validated}, broker));
  EXPECT_TRUE(finished_with({job_closed}, broker));
  EXPECT_EQ(shown_of({job_closed}, broker).status, Status::closed);
  EXPECT_EQ(shown_of({validated}, broker).detail, Detail::broker_closed);
}

TEST(LotRules, W28_one_closed_lot_among_abandoned_ones_finishes_the_file_but_none_does_not) {
  const Closures broker{.by_broker = true};
  EXPECT_TRUE(finished_with({job_closed, abandoned_lot()}, broker));
  EXPECT_FALSE(finished_with({abandoned_lot()}, broker));
  EXPECT_FALSE(finished_with({job_closed, accepted}, broker));
}

TEST(LotRules, W23_an_abandoned_file_is_without_sequel_and_waits_for_nobody) {
  const auto found = shown_of({accepted}, {.abandoned = true});
  EXPECT_EQ(found.status, Status::abandoned);
  EXPECT_EQ(found.waiting_for, WaitingFor::nobody);
  EXPECT_EQ(shown_of({abandoned_lot()}).status, Status::abandoned);
  EXPECT_FALSE(finished_with({job_closed}, {.by_broker = true, .abandoned = true}));
}

RC_GTEST_PROP(LotRules, W12_adding_a_lot_never_makes_the_file_look_more_advanced, ()) {
  const Situation all[] = {unassigned, asked, accepted, received, validated, job_closed};
  std::vector<Situation> lots{all[*rc::gen::inRange(0, 6)], all[*rc::gen::inRange(0, 6)]};
  const auto before = state_of(lots[shown(lots, {}).lot]);
  lots.push_back(all[*rc::gen::inRange(0, 6)]);
  RC_ASSERT(state_of(lots[shown(lots, {}).lot]) <= before);
}

}  // namespace
}  // namespace works::lot
