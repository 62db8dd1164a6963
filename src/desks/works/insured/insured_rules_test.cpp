#include "desks/works/insured/insured_rules.hpp"

#include <gmock/gmock.h>

namespace works::insured {
namespace {

using lot::State;
using testing::HasSubstr;
using testing::Not;

const base::Day today = *base::Day::of(2026, 11, 21);

LotFacts at(State state) {
  LotFacts facts{};
  facts.state = state;
  if (state > State::asked) facts.firm = "Plomberie du Parc";
  return facts;
}

// W31.firm
TEST(Insured, W31_firm_is_named_once_it_has_accepted) {
  for (const auto state : {State::to_assign, State::asked}) {
    EXPECT_THAT(standing(at(state), today), Not(HasSubstr("Plomberie")));
    EXPECT_FALSE(expected(at(state), today).of_insured);
  }
  for (const auto state : {State::awaiting_quote, State::quote_refused, State::quote_received, State::quote_at_insurer,
                           State::quote_validated, State::job_closed})
    EXPECT_THAT(standing(at(state), today), HasSubstr("Plomberie du Parc"));
}

// W31
TEST(Insured, W31_is_to_be_there_for_the_visit_until_its_day_is_over) {
  auto facts = at(State::quote_at_insurer);
  EXPECT_FALSE(expected(facts, today).of_insured);
  facts.visit_on = today;
  EXPECT_EQ(expected(facts, today).sentence,
            "Soyez présent le samedi 21 novembre 2026 pour la visite de l’expert de votre assureur.");
  EXPECT_EQ(standing(facts, today), "Un expert de votre assureur passe le samedi 21 novembre 2026.");
  EXPECT_FALSE(expected(facts, today + 1).of_insured);
  EXPECT_EQ(standing(facts, today + 1), "Votre assureur examine le devis de Plomberie du Parc.");
}

// W31
TEST(Insured, W31_signs_the_quote_and_learns_of_the_seven_days_unless_it_is_an_emergency) {
  auto facts = at(State::quote_validated);
  EXPECT_THAT(expected(facts, today).sentence, HasSubstr("sept jours"));
  facts.emergency = true;
  EXPECT_EQ(expected(facts, today).sentence, "Signez le devis de Plomberie du Parc pour que les travaux commencent.");
  facts.signed_by_insured = true;
  EXPECT_THAT(expected(facts, today).sentence, HasSubstr("Convenez avec Plomberie du Parc"));
}

// W31.when
TEST(Insured, W31_when_reads_the_day_the_works_begin_once_the_insurer_has_agreed) {
  auto facts = at(State::quote_validated);
  facts.signed_by_insured = true;
  EXPECT_THAT(standing(facts, today), Not(HasSubstr("commencent")));
  facts.starts_on = today + 3;
  EXPECT_EQ(standing(facts, today),
            "Votre assureur a accepté le devis de Plomberie du Parc. Les travaux de Plomberie du Parc commencent le "
            "mardi 24 novembre 2026.");
  EXPECT_EQ(expected(facts, today).sentence,
            "Soyez présent le mardi 24 novembre 2026 pour le début des travaux, puis réglez la facture de Plomberie du "
            "Parc une fois terminés.");
  facts.starts_on = today;
  EXPECT_THAT(standing(facts, today), HasSubstr("Plomberie du Parc intervient depuis le samedi 21 novembre 2026."));
  EXPECT_EQ(expected(facts, today).sentence, "Réglez la facture de Plomberie du Parc une fois les travaux terminés.");
  facts.signed_by_insured = false;
  EXPECT_THAT(expected(facts, today).sentence, HasSubstr("Signez le devis")) << "what he owes first comes first";
  facts.state = State::job_closed;
  EXPECT_THAT(standing(facts, today), Not(HasSubstr("novembre")));
}

// W31
TEST(Insured, W31_knows_what_he_will_pay) {
  EXPECT_TRUE(shares({}).empty());
  const auto all = shares({base::Money::euros(150), base::Money::euros(80), {}, base::Money::euros(300)});
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].label, "Franchise, à votre charge");
  EXPECT_EQ(all[2].amount, base::Money::euros(300));
}

}  // namespace
}  // namespace works::insured
