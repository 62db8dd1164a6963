// The accepted offer names the day of signature that decides the effect (C12).
#include <gmock/gmock.h>

#include "support/signing.hpp"

namespace {

namespace scene = support::contract_scene;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;

class CreditEffect : public support::SigningOnBothEngines {};
MANDAT_ON_BOTH_ENGINES(CreditEffect);

struct Case {
  std::string on_the_day, paper, why, effect;
};

// C12.policy: it is the 23rd, the very day that the offer names.
TEST_P(CreditEffect, C12_the_accepted_offer_names_the_last_day_that_counts_for_the_month) {
  for (const auto& expected : {Case{"before", "jusqu’au 23 du mois", "signée le 23 au plus tard", "2026-11-01"},
                               Case{"after", "jusqu’au 22 du mois", "signée après le 22", "2026-12-01"}}) {
    const Person broker = this->broker();
    auto offer = scene::forfait_offer("coface");
    offer.insert(offer.end(), {{"effect_cutoff_day", "23"}, {"on_cutoff_day", expected.on_the_day}});
    const auto id = to_sign(broker, offer);
    EXPECT_THAT(words_of(scene::policy(house(), id).document), HasSubstr(expected.paper));
    const auto token = scene::signing_token(house(), id);
    const auto page = verified(id, token);
    EXPECT_THAT(support::text_of_html(page.body),
                AllOf(HasSubstr("si vous signez aujourd’hui"), HasSubstr(expected.why)));
    ASSERT_EQ(sign(token, proof_in(page)).status, 200);
    EXPECT_EQ(scene::policy(house(), id).effect_on->iso(), expected.effect);
    EXPECT_THAT(text_at("/credit/dossiers/" + text(id) + "/police", &broker), HasSubstr(expected.why));
  }
}

}  // namespace
