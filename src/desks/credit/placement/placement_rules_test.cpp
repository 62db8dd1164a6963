#include <gtest/gtest.h>

#include "desks/credit/placement/correction_rules.hpp"
#include "desks/credit/placement/placement_tabs.hpp"
#include "desks/credit/placement/plan_rules.hpp"

namespace credit::placement {
namespace {

TEST(NineSteps, C1_C13_lead_from_the_first_contact_to_the_policy_in_this_order) {
  constexpr Event way[] = {Event::contact_recorded,   Event::information_complete, Event::assembled,
                           Event::sent_to_insurers,   Event::offers_presented,     Event::recommended,
                           Event::accepted_by_client, Event::policy_issued,        Event::signed_by_client};
  Step step = Step::contact;
  for (std::size_t i = 0; i < nine_steps.size(); ++i) {
    EXPECT_EQ(step, nine_steps[i]);
    EXPECT_EQ(number_of(step), static_cast<int>(i) + 1);
    step = transitions.next(step, way[i]).value();
  }
  EXPECT_EQ(step, Step::in_force);
}

TEST(NineSteps, go_back_only_where_something_is_to_be_done_again) {
  EXPECT_EQ(transitions.next(Step::analysis, Event::information_reopened), Step::information);
  EXPECT_EQ(transitions.next(Step::submission, Event::information_reopened), Step::information);
  EXPECT_EQ(transitions.next(Step::presentation, Event::insurers_asked_again), Step::quotes);
  EXPECT_EQ(transitions.next(Step::acceptance, Event::declined_by_client), Step::presentation);
  EXPECT_EQ(transitions.next(Step::signature, Event::signature_refused), Step::presentation);
  for (const Step step : {Step::issuance, Step::signature})  // C10.back
    EXPECT_EQ(transitions.next(step, Event::acceptance_retracted), Step::presentation);
  EXPECT_EQ(transitions.next(Step::in_force, Event::acceptance_retracted), std::nullopt);
  EXPECT_EQ(transitions.next(Step::quotes, Event::information_reopened), std::nullopt);
  EXPECT_EQ(transitions.next(Step::in_force, Event::given_up), std::nullopt);
  for (const Step step : nine_steps) EXPECT_EQ(transitions.next(step, Event::given_up), Step::abandoned);
}

TEST(Plan, C13_covers_ten_days_after_the_first_contact_and_sends_the_case_the_day_it_is_complete) {
  const auto contact = base::Day::of(2026, 11, 23).value();
  EXPECT_EQ(expected_on(Step::contact, contact), contact);
  EXPECT_EQ(expected_on(Step::information, contact)->iso(), "2026-11-25");
  EXPECT_EQ(expected_on(Step::analysis, contact), expected_on(Step::information, contact));
  EXPECT_EQ(expected_on(Step::submission, contact), expected_on(Step::information, contact));
  EXPECT_EQ(expected_on(Step::quotes, contact)->iso(), "2026-11-29");
  EXPECT_EQ(expected_on(Step::presentation, contact)->iso(), "2026-11-30");
  EXPECT_EQ(expected_on(Step::acceptance, contact)->iso(), "2026-12-01");
  EXPECT_EQ(expected_on(Step::issuance, contact)->iso(), "2026-12-02");
  EXPECT_EQ(expected_on(Step::signature, contact)->iso(), "2026-12-03");
  EXPECT_EQ(expected_on(Step::in_force, contact), std::nullopt);
  EXPECT_EQ(base::iso_utc(late_from(contact)), "2026-11-23T23:00:00Z");
}

TEST(Plan, C13_names_who_owes_each_step) {
  EXPECT_EQ(usual_holder(Step::information), WaitingFor::company);
  EXPECT_EQ(usual_holder(Step::analysis), WaitingFor::broker);
  EXPECT_EQ(usual_holder(Step::quotes), WaitingFor::insurers);
  EXPECT_EQ(usual_holder(Step::presentation), WaitingFor::broker);
  EXPECT_EQ(usual_holder(Step::acceptance), WaitingFor::company);
  EXPECT_EQ(usual_holder(Step::in_force), WaitingFor::nobody);
}

// C1.corrected
TEST(Correction, C1_corrected_the_company_stays_once_the_policy_is_out_for_signature) {
  for (int s = 0; s <= static_cast<int>(Step::abandoned); ++s)
    for (const auto who : {WaitingFor::broker, WaitingFor::company, WaitingFor::insurers, WaitingFor::nobody}) {
      const auto step = static_cast<Step>(s);
      const bool fixed = step == Step::in_force || (step == Step::signature && who == WaitingFor::company);
      EXPECT_EQ(company_is_fixed(step, who), fixed) << s;
    }
}

// C1.mailed
TEST(Correction, C1_mailed_an_address_is_needed_from_the_proposal_on) {
  EXPECT_FALSE(needs_address(Step::information));
  EXPECT_FALSE(needs_address(Step::presentation));
  EXPECT_TRUE(needs_address(Step::acceptance));
  EXPECT_TRUE(needs_address(Step::issuance));
  EXPECT_TRUE(needs_address(Step::signature));
  EXPECT_TRUE(needs_address(Step::in_force));
  EXPECT_FALSE(needs_address(Step::abandoned));
}

TEST(PipelineTabs, hold_each_placement_in_all_and_in_one_part_of_the_way) {
  for (int s = 0; s <= static_cast<int>(Step::abandoned); ++s) {
    const auto step = static_cast<Step>(s);
    EXPECT_EQ(tabs_of(step, WaitingFor::company), (std::vector{Tab::all, part_of(step)}));
    EXPECT_EQ(tabs_of(step, WaitingFor::broker), (std::vector{Tab::all, Tab::to_do, part_of(step)}));
    EXPECT_EQ(step_from_text(to_text(step)), step);
    EXPECT_FALSE(label(step).empty());
  }
}

}  // namespace
}  // namespace credit::placement
