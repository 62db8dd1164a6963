#include "desks/credit/engine/calculus.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "desks/credit/engine/effect.hpp"
#include "desks/credit/engine/refusals.hpp"
#include "support/replay.hpp"

namespace credit::engine {
namespace {

base::Day day(int year, int month, int of_month) { return *base::Day::of(year, month, of_month); }

DeadlineCase example() {
  DeadlineCase of;
  of.terms.declaration_base = DeclarationBase::maximum_credit_period;
  of.invoices = {{"F-1", {.issued = day(2025, 3, 10), .due = day(2025, 5, 9)}}};
  return of;
}

std::map<DeadlineKind, base::Day> dates(const DeadlineCase& of) {
  const auto result = deadlines(of);
  EXPECT_EQ(testing_support::replay_fault(result->explanation), "");
  std::map<DeadlineKind, base::Day> found;
  for (const auto& date : result->dates) found[date.kind] = date.day.value;
  return found;
}

TEST(CalculusRules, C23_example_invoice_of_10_03_2025) {
  auto found = dates(example());
  EXPECT_EQ(found[DeadlineKind::threat_declaration], day(2025, 8, 7));  // 08/07 + 30, C16.dms
  EXPECT_EQ(found[DeadlineKind::claim_file], day(2025, 10, 6));         // C16.di
  EXPECT_EQ(found[DeadlineKind::due_date], day(2025, 5, 9));
  EXPECT_EQ(found[DeadlineKind::extension], day(2025, 7, 8));
  EXPECT_EQ(found[DeadlineKind::stop_of_deliveries], day(2025, 7, 8));  // C23.stop
}

TEST(CalculusRules, C16_the_declaration_is_counted_from_the_day_the_policy_names) {
  auto of = example();
  of.terms.declaration_base = DeclarationBase::due_date;
  EXPECT_EQ(dates(of)[DeadlineKind::threat_declaration], day(2025, 6, 8));
  EXPECT_EQ(dates(of)[DeadlineKind::stop_of_deliveries], day(2025, 6, 8));  // no later than the declaration
  of.terms.declaration_base = DeclarationBase::extended_due_date;
  EXPECT_EQ(dates(of)[DeadlineKind::threat_declaration], day(2025, 6, 8));
  of.invoices[0].days.extended_to = day(2025, 6, 9);
  EXPECT_EQ(dates(of)[DeadlineKind::threat_declaration], day(2025, 7, 9));
  EXPECT_EQ(dates(of)[DeadlineKind::due_date], day(2025, 6, 9));
}

TEST(CalculusRules, C16_an_extension_beyond_60_days_needs_the_insurer) {
  auto of = example();
  of.invoices[0].days.extended_to = of.invoices[0].days.due + 60;
  EXPECT_TRUE(deadlines(of).ok());
  of.invoices[0].days.extended_to = of.invoices[0].days.due + 61;  // C16.extension
  EXPECT_TRUE(deadlines(of).refused_as(extension_not_agreed));
  EXPECT_EQ(deadlines(of).refusal().field, "invoices/0/extended_to");
  of.invoices[0].days.consent = InvoiceDays::Consent::agreed;
  EXPECT_TRUE(deadlines(of).ok());
  of.invoices[0].days.extended_to = of.invoices[0].days.due - 1;
  EXPECT_TRUE(deadlines(of).refused_as(day_before));
}

TEST(CalculusRules, C16_a_term_beyond_the_dmc_is_told_and_has_no_declaration) {
  auto of = example();
  of.invoices[0].days.due = day(2025, 7, 8);  // 120 days
  EXPECT_TRUE(deadlines(of)->beyond_credit_period.empty());
  of.invoices[0].days.due = day(2025, 7, 9);  // C16.dmc
  EXPECT_EQ(deadlines(of)->beyond_credit_period, std::vector<std::string>{"F-1"});
  EXPECT_FALSE(dates(of).contains(DeadlineKind::threat_declaration));
  of.buyer = Zone::abroad;
  EXPECT_TRUE(deadlines(of)->beyond_credit_period.empty());
  EXPECT_EQ(dates(of)[DeadlineKind::threat_declaration], day(2025, 10, 6));  // 180 + 30 days
}

TEST(CalculusRules, C23_what_is_done_is_no_longer_shown) {
  auto of = example();
  of.threat_declared = day(2025, 7, 1);
  auto found = dates(of);
  EXPECT_EQ(found.size(), 1U);
  EXPECT_EQ(found[DeadlineKind::claim_file], day(2025, 8, 30));  // from the declaration made
  of.claim_filed = day(2025, 8, 1);
  EXPECT_TRUE(dates(of).empty());
  EXPECT_EQ(deadlines(of)->payable->value, day(2025, 12, 29));  // C16.waiting: 150 days
  of.claim_filed = day(2025, 6, 30);
  EXPECT_TRUE(deadlines(of).refused_as(day_before));
  of = example();
  of.invoices[0].paid_on = day(2025, 5, 1);
  EXPECT_TRUE(dates(of).empty());
}

TEST(CalculusRules, C23_an_insolvency_gives_two_months_or_four_and_three_for_the_goods) {
  auto of = example();
  of.invoices.clear();
  EXPECT_TRUE(deadlines(of).refused_as(none_given));
  of.insolvency = Insolvency{day(2025, 12, 31)};
  auto found = dates(of);  // C23.insolvency
  EXPECT_EQ(found[DeadlineKind::proof_of_claim], day(2026, 2, 28));
  EXPECT_EQ(found[DeadlineKind::retention_of_title], day(2026, 3, 31));
  of.insolvency->creditor = Zone::abroad;
  EXPECT_EQ(dates(of)[DeadlineKind::proof_of_claim], day(2026, 4, 30));
  of.proof_filed = of.title_claimed = day(2026, 1, 5);
  EXPECT_TRUE(dates(of).empty());
  of.claim_filed = day(2026, 1, 5);
  EXPECT_EQ(deadlines(of)->payable->value, day(2026, 2, 4));  // 30 days
  of.terms.waiting_base = WaitingBase::admission_of_claim;
  EXPECT_FALSE(deadlines(of)->payable);
  of.claim_admitted = day(2026, 3, 1);
  EXPECT_EQ(deadlines(of)->payable->value, day(2026, 3, 31));
}

TEST(CalculusRules, C23_the_earliest_date_that_is_not_past_binds) {
  auto of = example();
  EXPECT_EQ(deadlines(of)->next->kind, DeadlineKind::due_date);
  of.today = day(2025, 5, 10);
  EXPECT_EQ(deadlines(of)->dates[0].standing, BindingDate::Standing::past);
  EXPECT_EQ(deadlines(of)->next->kind, DeadlineKind::extension);
  of.today = day(2025, 8, 7);
  EXPECT_EQ(deadlines(of)->next->kind, DeadlineKind::threat_declaration);
  of.today = day(2025, 10, 7);
  EXPECT_FALSE(deadlines(of)->next);
  of.invoices.push_back({"F-2", {.issued = day(2025, 9, 1), .due = day(2025, 9, 30)}});
  EXPECT_EQ(deadlines(of)->next->invoice, "F-2");
}

TEST(CalculusRules, C23_each_date_is_reminded_15_5_and_1_days_before) {
  const std::vector<base::Day> expected{day(2025, 7, 23), day(2025, 8, 2), day(2025, 8, 6)};
  EXPECT_EQ(reminders(day(2025, 8, 7)), expected);  // C23.reminders
  EXPECT_EQ(deadlines(example())->dates[3].reminders, expected);
}

TEST(CalculusRules, C23_an_invoice_cannot_be_due_before_it_is_issued) {
  auto of = example();
  of.invoices[0].days.due = day(2025, 3, 9);
  EXPECT_EQ(deadlines(of).refusal().field, "invoices/0/due");
}

TEST(CalculusRules, C23_every_deadline_has_its_words) {
  for (int i = 0; i <= static_cast<int>(DeadlineKind::retention_of_title); ++i)
    EXPECT_FALSE(label(static_cast<DeadlineKind>(i)).empty() || to_text(static_cast<DeadlineKind>(i)).empty());
}

RC_GTEST_PROP(CalculusRules, C23_a_later_invoice_or_due_date_never_binds_earlier, ()) {
  auto of = example();
  of.terms.declaration_base = *rc::gen::element(DeclarationBase::due_date, DeclarationBase::extended_due_date,
                                                DeclarationBase::maximum_credit_period);
  auto& days = of.invoices[0].days;
  days.issued = base::Day{*rc::gen::inRange(19'000, 30'000)};
  days.due = days.issued + *rc::gen::inRange(0, 100);
  const auto before = dates(of);
  const int later = *rc::gen::inRange(0, 400);
  const auto more = *rc::gen::inRange(0, 20);
  days.issued = days.issued + later;
  days.due = days.due + later + more;
  for (const auto& [kind, when] : dates(of)) RC_ASSERT(when >= before.at(kind));
}

RC_GTEST_PROP(CalculusRules, C23_later_notices_give_later_days, ()) {
  auto of = example();
  of.invoices.clear();
  of.insolvency = Insolvency{base::Day{*rc::gen::inRange(19'000, 30'000)}};
  const auto before = dates(of);
  of.insolvency->published = of.insolvency->published + 1;
  for (const auto& [kind, when] : dates(of)) RC_ASSERT(when >= before.at(kind));
}

TEST(EffectRules, C12_signed_by_the_15th_the_policy_holds_from_the_1st_of_the_month) {
  EXPECT_EQ(effect_date(day(2026, 11, 1)).day.value, day(2026, 11, 1));
  EXPECT_EQ(effect_date(day(2026, 11, 14)).day.value, day(2026, 11, 1));
  EXPECT_EQ(effect_date(day(2026, 11, 15)).day.value, day(2026, 11, 1));
  EXPECT_EQ(effect_date(day(2026, 11, 16)).day.value, day(2026, 12, 1));
  EXPECT_EQ(effect_date(day(2026, 12, 31)).day.value, day(2027, 1, 1));
  EXPECT_EQ(testing_support::replay_fault(effect_date(day(2026, 12, 31)).explanation), "");
}

TEST(EffectRules, C12_the_15th_may_count_as_after_and_the_day_may_be_another) {
  const EffectTerms after{.on_the_day = CutoffDay::counts_as_after};
  EXPECT_EQ(effect_date(day(2026, 11, 14), after).day.value, day(2026, 11, 1));
  EXPECT_EQ(effect_date(day(2026, 11, 15), after).day.value, day(2026, 12, 1));
  EXPECT_EQ(effect_date(day(2026, 11, 20), {.cutoff_day = 20}).day.value, day(2026, 11, 1));
  EXPECT_TRUE(faults(EffectTerms{.cutoff_day = 28}).empty());
  EXPECT_EQ(faults(EffectTerms{.cutoff_day = 29}).at(0).code, day_of_no_month);
  EXPECT_EQ(faults(EffectTerms{.cutoff_day = 0}).at(0).field, "cutoff_day");
}

TEST(EffectRules, C12_the_explanation_names_the_day_that_decides) {
  const auto last = [](base::Day signed_on, const EffectTerms& terms) {
    const auto effect = effect_date(signed_on, terms);
    EXPECT_EQ(testing_support::replay_fault(effect.explanation), "");
    return effect.explanation.back().label;
  };
  EXPECT_EQ(last(day(2026, 11, 15), {}), "1er du mois : signée le 15 au plus tard");
  EXPECT_EQ(last(day(2026, 11, 16), {}), "1er du mois suivant : signée après le 15");
  Terms terms;
  terms.effect_cutoff_day = 20;
  terms.on_cutoff_day = CutoffDay::counts_as_after;
  EXPECT_EQ(last(day(2026, 11, 19), effect_terms(terms)), "1er du mois : signée le 19 au plus tard");
  EXPECT_EQ(last(day(2026, 11, 20), effect_terms(terms)), "1er du mois suivant : signée après le 19");
  terms.effect_cutoff_day = 1;
  EXPECT_EQ(last(day(2026, 11, 1), effect_terms(terms)), "1er du mois suivant");  // never the month itself
}

RC_GTEST_PROP(EffectRules, C12_a_later_signature_never_takes_effect_earlier, ()) {
  const base::Day signed_on{*rc::gen::inRange(19'000, 30'000)};
  RC_ASSERT(effect_date(signed_on + 1).day.value >= effect_date(signed_on).day.value);
  RC_ASSERT(effect_date(signed_on).day.value.day_of_month() == 1);
}

}  // namespace
}  // namespace credit::engine
