#include "desks/credit/offer/quote.hpp"

#include <gtest/gtest.h>

#include "desks/credit/offer/offer_figures.hpp"
#include "desks/credit/offer/offer_form.hpp"

namespace credit::offer {
namespace {

using base::Money;
using base::Rate;

base::Day day(const char* iso) { return base::Day::from_iso(iso).value(); }

web::Fields form_of(const Pairs& pairs) {
  web::Fields form;
  for (const auto& [name, value] : pairs) form.add(name, value);
  return form;
}

Pairs turnover_pairs() {
  return {{"issued", "2026-11-20"},         {"model", "turnover_declaration"},
          {"minimum_premium", "10 000"},    {"disbursement_multiple", "30"},
          {"line_name_1", "France"},        {"line_rate_1", "0,25"},
          {"line_turnover_1", "4 000 000"}, {"line_name_2", "Export"},
          {"line_zone_2", "export"},        {"line_rate_2", "0,25"},
          {"line_turnover_2", "1 000 000"}, {"deposits", "10 000"},
          {"fee_name_1", "Limites"},        {"fee_count_1", "3"},
          {"fee_unit_1", "40,50"}};
}

Quote turnover_quote() {
  auto round = read_round(form_of(turnover_pairs()), day("2026-11-23"));
  EXPECT_TRUE(round.ok());
  return std::move(round).value().quote;
}

const SheetLine* line(const std::vector<SheetLine>& sheet, std::string_view key) {
  for (const auto& one : sheet)
    if (one.key == key) return &one;
  return nullptr;
}

// C16.entered
TEST(Quote, what_the_insurer_does_not_say_keeps_its_usual_value) {
  const auto quote = turnover_quote();
  const engine::Terms usual;
  EXPECT_EQ(quote.premium.terms.credit_period_france, usual.credit_period_france);
  EXPECT_EQ(quote.premium.terms.named_percentage, Rate::percent(90));
  EXPECT_EQ(quote.premium.terms.disbursement_multiple, Rate::percent(3000));
  EXPECT_EQ(quote.premium.terms.minimum_premium, Money::euros(10'000));
  ASSERT_EQ(quote.premium.lines.size(), 2U);
  EXPECT_EQ(quote.premium.lines[1].zone, engine::Zone::abroad);
  EXPECT_EQ(quote.premium.fees.front().unit, Money{4050});
}

// C16.entered
TEST(Quote, every_clause_comes_back_from_its_form_and_from_what_is_kept) {
  Quote quote = turnover_quote();
  quote.premium.terms.aggregate = Money{123'456};
  quote.premium.terms.unnamed_percentage = Rate::percent(60);
  quote.premium.terms.declaration_base = engine::DeclarationBase::maximum_credit_period;
  quote.premium.terms.waiting_protracted = 180;
  quote.premium.terms.effect_cutoff_day = 20;
  quote.premium.terms.on_cutoff_day = engine::CutoffDay::counts_as_after;
  const auto kept = quote_from_json(to_json(quote));
  EXPECT_EQ(kept.premium.terms, quote.premium.terms);
  EXPECT_EQ(kept.deposits, quote.deposits);
  EXPECT_EQ(kept.premium.lines[0].rate, quote.premium.lines[0].rate);
  auto pairs = pairs_of(quote);
  pairs.emplace_back("issued", "2026-11-20");
  const auto again = read_round(form_of(pairs), day("2026-11-23"));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->quote.premium.terms, quote.premium.terms);
  EXPECT_EQ(again->quote.premium.lines[1].insurable_turnover, Money::euros(1'000'000));
}

TEST(Quote, what_does_not_read_or_cannot_be_is_told_beside_its_field) {
  auto pairs = turnover_pairs();
  pairs.insert(pairs.begin(), {{"named_percentage", "beaucoup"}, {"waiting_insolvency", "30 jours ou plus"}});
  pairs.insert(pairs.begin(), {"issued", "2026-11-24"});
  const auto wrong = read_round(form_of(pairs), day("2026-11-23"));
  ASSERT_FALSE(wrong.ok());
  std::vector<std::string> fields;
  for (const auto& refusal : wrong.refusals()) fields.push_back(refusal.field);
  EXPECT_EQ(fields, (std::vector<std::string>{"issued", "named_percentage", "waiting_insolvency"}));
  auto reversed = turnover_pairs();
  reversed.emplace_back("unnamed_percentage", "95");
  const auto judged = read_round(form_of(reversed), day("2026-11-23"));
  ASSERT_FALSE(judged.ok());
  EXPECT_EQ(judged.refusal().field, "unnamed_percentage");
  auto rate = turnover_pairs();
  rate.insert(rate.begin(), {{"line_rate_2", "250"}});
  const auto high = read_round(form_of(rate), day("2026-11-23"));
  ASSERT_FALSE(high.ok());
  EXPECT_EQ(high.refusal().field, "line_rate_2");
}

TEST(Quote, C12_the_day_that_decides_the_effect_is_a_clause_of_the_offer) {
  const auto with = [](const char* typed) {
    auto pairs = turnover_pairs();
    pairs.emplace_back("effect_cutoff_day", typed);
    return read_round(form_of(pairs), day("2026-11-23"));
  };
  const auto usual = sheet_of(with("")->quote), other = sheet_of(with("20")->quote);
  EXPECT_EQ(line(usual, "effect_cutoff_day")->value, "le 15");
  EXPECT_EQ(line(other, "effect_cutoff_day")->value, "le 20");
  EXPECT_EQ(with("29").refusal().field, "effect_cutoff_day");
  EXPECT_EQ(with("le 20").refusal().code, bad_count);
}

TEST(Quote, C14_a_forfait_has_no_rate_no_minimum_and_no_deposit) {
  const auto round = read_round(form_of({{"issued", "2026-11-20"},
                                         {"model", "forfait"},
                                         {"fixed_premium", "2 000"},
                                         {"minimum_premium", "9 000"},
                                         {"turnover_ceiling", "800 000"},
                                         {"deposits", "500"}}),
                                day("2026-11-23"));
  ASSERT_TRUE(round.ok());
  const auto figures = figures_of(round->quote, {});
  ASSERT_TRUE(figures.ok());
  EXPECT_EQ(figures->premium.premium.value, Money::euros(2000));
  EXPECT_EQ(round->quote.deposits, Money{});
  const auto sheet = sheet_of(round->quote);
  EXPECT_EQ(line(sheet, "minimum_premium"), nullptr);
  ASSERT_NE(line(sheet, "fixed_premium"), nullptr);
}

// C7.differences
TEST(Quote, a_line_on_which_insurers_part_is_lit_and_only_such_a_line) {
  const auto one = turnover_quote();
  Quote other = one;
  other.premium.terms.claim_filing = 90;
  int lit = 0;
  for (const auto& compared_line : compared({one, other}))
    if (compared_line.standing == ComparedLine::Standing::differs) {
      ++lit;
      EXPECT_EQ(compared_line.label, "Demande d’indemnisation");
      EXPECT_EQ(compared_line.values, (std::vector<std::string>{"60 jours", "90 jours"}));
    }
  EXPECT_EQ(lit, 1);
}

TEST(Quote, C8_a_round_tells_what_changed_before_and_after) {
  const auto before = turnover_quote();
  Quote after = before;
  after.premium.lines[0].rate = Rate{200'000};
  after.premium.terms.disbursement_multiple = Rate::percent(4000);
  after.premium.fees.clear();
  const auto found = changes(before, after);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].label, "Taux, France");
  EXPECT_EQ(found[0].before, "0,25\u00a0%");
  EXPECT_EQ(found[0].after, "0,2\u00a0%");
  EXPECT_EQ(found[1].label, "Limite de décaissement, multiple");
  EXPECT_EQ(found[2].after, "");
  EXPECT_TRUE(changes(before, before).empty());
}

// C7.offer
TEST(Quote, an_offer_is_worth_what_it_covers_within_its_limite_de_decaissement) {
  auto quote = turnover_quote();
  quote.premium.terms.disbursement_multiple.reset();
  quote.premium.terms.disbursement_amount = Money::euros(50'000);
  const Cover cover{.exposures = {Money::euros(100'000), Money::euros(50'000)},
                    .grants = {{.limit = Money::euros(60'000)}, {.limit = Money::euros(70'000)}},
                    .insolvency_only = {},
                    .answers = Cover::Answers::some};
  const auto figures = figures_of(quote, cover);
  ASSERT_TRUE(figures.ok());
  EXPECT_EQ(figures->totals.covered.value, Money::euros(110'000));
  EXPECT_EQ(figures->totals.insured_part.value, Money::euros(99'000));
  EXPECT_EQ(figures->totals.usable.value, Money::euros(50'000));
  EXPECT_EQ(figures->premium.premium.value, Money::euros(12'500));
  EXPECT_EQ(figures->premium.tax.value, Money::euros(900));  // 9 % of the domestic 10 000
  EXPECT_EQ(figures->premium.total.value, Money{12'500'00 + 900'00 + 121'50 + 24'30});
}

// C18.comparison
TEST(Quote, the_cost_after_tax_leaves_out_the_vat_that_is_recovered) {
  const auto figures = figures_of(turnover_quote(), {});
  ASSERT_TRUE(figures.ok());
  EXPECT_EQ(figures->cost.charge.value, Money{12'500'00 + 900'00 + 121'50});
  EXPECT_EQ(figures->cost.after_tax.value, Money{1'352'150 - 338'038});  // less 25 %, half a cent away from zero
  ASSERT_TRUE(figures->provisional_limit);
  EXPECT_EQ(figures->provisional_limit->value, Money::euros(300'000));  // on the deposits
}

}  // namespace
}  // namespace credit::offer
