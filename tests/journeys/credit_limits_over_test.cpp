// Limits that end before the offer does: told where offers are compared, when one is accepted, when the policy is drawn
// (C9.stale_limits).
#include <gmock/gmock.h>

#include "desks/credit/blind_test/test_actions.hpp"
#include "support/signing.hpp"

namespace {

namespace scene = support::contract_scene;
using credit::acceptance::Limits;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditLimitsOver : public support::SigningOnBothEngines {
 protected:
  static std::string file(credit::PlacementId id) { return "/credit/dossiers/" + text(id); }
  // Coface's answers hold until the 28th, and one of them until the 15th of January.
  credit::PlacementId presented(const Person& broker) {
    const auto id = support::credit_scene::open(house(), broker);
    support::credit_scene::add_buyers(house(), broker, id);
    support::credit_scene::complete_information(house(), broker, id);
    const auto test = support::credit_scene::launch(house(), broker, id);
    for (const auto& submission : support::credit_scene::submissions(house(), test.id)) {
      if (submission.insurer != "coface") continue;
      const auto answered = [&](scene::Pairs fields) {
        fields.insert(fields.end(), {{"first", "1"}, {"last", "3"}});
        return credit::blind_test::save_answers(platform(), broker.actor, submission.id, form(fields)).ok();
      };
      EXPECT_TRUE(answered({{"valid_until", "2026-11-28"}, {"k_1", "partly_approved"}, {"a_1", "60 000"}}));
      EXPECT_TRUE(answered({{"valid_until", "2027-01-15"}, {"k_2", "approved"}, {"k_3", "refused"}}));
    }
    EXPECT_TRUE(credit::blind_test::close_test(platform(), broker.actor, id).ok());
    return id;
  }
  Person on_the_first_of_december(const Person& broker) {
    house().clock().set(base::instant_from_iso_utc("2026-12-01T09:00:00Z").value());
    house().settle();
    return support::new_member(platform(), broker.actor.organisation);  // sessions are over
  }
};
MANDAT_ON_BOTH_ENGINES(CreditLimitsOver);

// C9.stale_limits
TEST_P(CreditLimitsOver, C9_limits_over_before_the_offer_are_told_at_the_comparison_the_acceptance_and_in_the_policy) {
  const Person broker = this->broker();
  const auto id = presented(broker);
  const auto made = scene::proposed(house(), broker, id, scene::turnover_offer("coface"));  // to 23 December
  EXPECT_THAT(text_at(file(id) + "/offres", &broker), Not(HasSubstr("Des limites ont pu changer")));
  const Person later = on_the_first_of_december(broker);
  EXPECT_THAT(text_at(file(id) + "/offres", &later),
              AllOf(HasSubstr("Des limites ont pu changer"), HasSubstr("ont pris fin le 28 nov. 2026"),
                    HasSubstr("Terminé, à faire confirmer, en plus"), HasSubstr("60\u202F000,00")));
  const auto token = scene::offer_token(house(), made);
  ASSERT_EQ(house()
                .post("/offre/" + token, nullptr, form({{"reponse", "accepter"}, {"accuse", "oui"}, {"name", "I. V."}}))
                .status,
            200);
  EXPECT_EQ(scene::offer(house(), made).limits, Limits::possibly_stale);
  EXPECT_THAT(text_at("/credit/offres/" + text(made), &later), HasSubstr("faites-les confirmer"));
  EXPECT_THAT(text_at(file(id) + "/police", &later),
              AllOf(HasSubstr("1 limite a pris fin"), HasSubstr("Aciéries du Rhône"),
                    HasSubstr("terminée le 28 nov. 2026"), HasSubstr("comme terminées")));
  scene::watch(house(), later, id);
  scene::issued(house(), later, id);
  const auto annex = words_of(scene::policy(house(), id).document);
  EXPECT_THAT(annex, AllOf(HasSubstr("Limites terminées, à confirmer par l’assureur"), HasSubstr("28/11/2026"),
                           HasSubstr("Aciéries du Rhône"), HasSubstr("Bâtir Ouest"), HasSubstr("15/01/2027"),
                           Not(HasSubstr("Aucune limite dénommée"))));
}

// C9.stale_limits
TEST_P(CreditLimitsOver, C9_an_acceptance_by_mail_counts_the_limits_on_the_day_it_came) {
  const Person broker = this->broker();
  const auto propose = [&] {
    return scene::proposed(house(), broker, presented(broker), scene::turnover_offer("coface"));
  };
  const auto in_time = propose(), later_than_they = propose();
  const Person later = on_the_first_of_december(broker);
  const auto accepted_on = [&](credit::offer::OfferId made, const std::string& day) {
    return house()
        .post("/credit/offres/" + text(made) + "/accord", &later,
              form({{"reponse", "accepter"},
                    {"day", day},
                    {"time", "10:00"},
                    {"name", "Inès Vauquelin"},
                    {"words", "D’accord"},
                    {"accuse", "oui"}}))
        .status;
  };
  ASSERT_EQ(accepted_on(in_time, "2026-11-28"), 303);
  EXPECT_EQ(scene::offer(house(), in_time).limits, Limits::as_answered);
  ASSERT_EQ(accepted_on(later_than_they, "2026-11-29"), 303);
  EXPECT_EQ(scene::offer(house(), later_than_they).limits, Limits::possibly_stale);
}

}  // namespace
