// Offers compared and negotiated, proposed with the advice, answered by link or by e-mail; expiry, confirmation, bad
// input.
#include <gmock/gmock.h>

#include "desks/credit/acceptance/advice.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "support/contract_scene.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

namespace scene = support::contract_scene;
namespace offer = credit::offer;
using credit::placement::Step;
using credit::placement::WaitingFor;
using support::form;
using support::HouseOnBothEngines;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditOffers : public HouseOnBothEngines {
 protected:
  static std::string text(auto id) { return std::to_string(id.value); }
  static std::string file(credit::PlacementId id) { return "/credit/dossiers/" + text(id); }
  credit::placement::Placement placement(credit::PlacementId id) {
    return support::credit_scene::placement(house(), id);
  }
  int mails(std::string_view subject) {
    int count = 0;
    for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 200}); }))
      count += message.channel == messages::Channel::mail && message.subject.find(subject) != std::string::npos;
    return count;
  }
  web::Response answer(const std::string& token, std::vector<std::pair<std::string, std::string>> fields) {
    return house().post("/offre/" + token, nullptr, form(fields));
  }
};
MANDAT_ON_BOTH_ENGINES(CreditOffers);

// C6.quote, C7.offer, C7.differences, C18.comparison
TEST_P(CreditOffers, C7_two_models_stand_side_by_side_with_their_cover_their_cost_and_what_differs) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  auto fields = scene::turnover_offer("coface");
  fields.emplace_back("issued", "2026-11-23");
  const auto posted = house().post(file(id) + "/offres", &broker, scene::form_of(fields));
  ASSERT_EQ(posted.status, 303) << posted.body;
  scene::offered(house(), broker, id, scene::forfait_offer("atradius"));
  EXPECT_EQ(mails("Offre reçue de Coface"), 1);
  const auto page = text_at(file(id) + "/offres", &broker);
  EXPECT_THAT(page, AllOf(HasSubstr("110\u202F000,00\u00a0€"),  // Coface covers 60 000 + 50 000
                          HasSubstr("62,85\u00a0%"),            // of 175 000, one without an identifier
                          HasSubstr("12\u202F500,00\u00a0€"),   // 5 M€ × 0.25 %
                          HasSubstr("375\u202F000,00\u00a0€"),  // limite de décaissement, 30 times
                          HasSubstr("2\u202F000,00\u00a0€"), HasSubstr("les offres diffèrent")));
  EXPECT_THAT(page, HasSubstr("2\u202F000\u202F000,00\u00a0€"));  // 100 000 unpaid at 5 %: C18
  const auto other = text_at(file(id) + "/offres?marge=10", &broker);
  EXPECT_THAT(other, HasSubstr("1\u202F000\u202F000,00\u00a0€"));
  EXPECT_EQ(house().get(file(id) + "/offres?marge=rien", &broker).status, 422);
  const auto pdf = house().get(file(id) + "/comparatif/pdf", &broker);
  EXPECT_EQ(pdf.status, 200);
  EXPECT_TRUE(pdf.body.starts_with("%PDF-"));
  const auto workbook = house().get(file(id) + "/comparatif/xlsx", &broker);
  EXPECT_EQ(workbook.status, 200);
  EXPECT_TRUE(workbook.body.starts_with("PK"));
  EXPECT_EQ(house().get(file(id) + "/comparatif/exe", &broker).status, 404);
}

TEST_P(CreditOffers, C7_the_comparison_costs_the_same_statements_for_one_offer_or_several) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto cost = [&] {
    const auto before = db::statements_run();
    EXPECT_EQ(house().get(file(id) + "/offres", &broker).status, 200);
    return db::statements_run() - before;
  };
  scene::offered(house(), broker, id, scene::turnover_offer("coface"));
  const auto one = cost();
  scene::offered(house(), broker, id, scene::forfait_offer("atradius"));
  scene::offered(house(), broker, id, scene::turnover_offer("allianz-trade"));
  EXPECT_EQ(cost(), one);
}

// C16.entered
TEST_P(CreditOffers, what_is_wrong_in_an_offer_is_told_beside_its_field_and_nothing_typed_is_lost) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  auto fields = scene::turnover_offer("coface");
  fields.insert(fields.begin(), {{"issued", "2026-12-24"}, {"named_percentage", "beaucoup"}});
  const auto refused = house().post(file(id) + "/offres", &broker, scene::form_of(fields));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(support::text_of_html(refused.body),
              AllOf(HasSubstr("au plus tard aujourd’hui"), HasSubstr("Ce nombre ne se lit pas")));
  EXPECT_THAT(refused.body, AllOf(HasSubstr("value=\"beaucoup\""), HasSubstr("value=\"4 000 000\"")));
  scene::offered(house(), broker, id, scene::turnover_offer("coface"));
  auto again = scene::turnover_offer("coface");
  again.emplace_back("issued", "2026-11-23");
  const auto twice = house().post(file(id) + "/offres", &broker, scene::form_of(again));
  EXPECT_EQ(twice.status, 422);
  EXPECT_THAT(support::text_of_html(twice.body), HasSubstr("Coface a déjà une offre ici"));
}

// C9.call
TEST_P(CreditOffers, C8_each_round_is_kept_with_what_changed_and_the_underwriters_call_is_noted) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto made = scene::offered(house(), broker, id, scene::turnover_offer("coface"));
  const std::string at = "/credit/offres/" + text(made);
  EXPECT_THAT(house().get(at + "/version", &broker).body, HasSubstr("value=\"0,25\""));
  auto fields = scene::turnover_offer("coface");
  fields.insert(fields.begin(), {{"issued", "2026-11-23"}, {"line_rate_1", "0,20"}, {"note", "Taux France négocié"}});
  ASSERT_EQ(house().post(at + "/version", &broker, scene::form_of(fields)).status, 303);
  EXPECT_THAT(text_at(at, &broker),
              AllOf(HasSubstr("Version 2"), HasSubstr("Version 1"), HasSubstr("Taux France négocié"),
                    HasSubstr("Taux, France"), HasSubstr("0,25\u00a0% → 0,2\u00a0%")));
  ASSERT_EQ(house()
                .post(at + "/suite", &broker,
                      form({{"acte", "appel"},
                            {"day", "2026-11-24"},
                            {"time", "09:30"},
                            {"underwriter", "Léa Garrigue"},
                            {"subject", "Aciéries du Rhône : 100 000 € demandés"}}))
                .status,
            303);
  const auto wrong = house().post(at + "/suite", &broker, form({{"acte", "appel"}, {"day", "demain"}, {"time", "9h"}}));
  EXPECT_EQ(wrong.status, 422);
  // C9.call: one that is over is noted, not booked.
  const auto past = house().post(at + "/suite", &broker,
                                 form({{"acte", "appel"},
                                       {"day", base::paris::day_of(house().clock().now()).iso()},
                                       {"time", "00:00"},
                                       {"underwriter", "Léa Garrigue"},
                                       {"subject", "Hier"}}));
  EXPECT_EQ(past.status, 422);
  EXPECT_THAT(support::text_of_html(past.body), HasSubstr("Indiquez un jour et une heure à venir"));
  const auto calls = read([&](db::Transaction& tx) { return offer::calls_of(tx, made); });
  ASSERT_EQ(calls.size(), 1U);
  ASSERT_EQ(
      house()
          .post(at + "/suite", &broker,
                form({{"acte", "resultat"}, {"call", std::to_string(calls[0].id)}, {"outcome", "Portée à 80 000 €"}}))
          .status,
      303);
  EXPECT_THAT(text_at(at, &broker), AllOf(HasSubstr("24 nov. 2026, 09:30"), HasSubstr("Portée à 80 000 €")));
}

// C9.answer
TEST_P(CreditOffers, C36_an_offer_is_proposed_once_the_advice_is_whole_and_accepted_from_an_unselected_choice) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto made = scene::offered(house(), broker, id, scene::turnover_offer("coface"));
  const std::string at = "/credit/offres/" + text(made);
  const auto early = house().post(at + "/suite", &broker, form({{"acte", "proposer"}}));
  EXPECT_EQ(early.status, 409);
  EXPECT_THAT(support::text_of_html(early.body), HasSubstr("Mandat de placement signé, Numéro ORIAS du courtier"));
  const auto drafted = text_at(file(id) + "/conseil", &broker);
  EXPECT_THAT(drafted, AllOf(HasSubstr("Nous recommandons l’offre de Coface"), HasSubstr("4 acheteurs")));
  scene::advise(house(), broker, id);
  scene::watch(house(), broker, id);
  const auto other = scene::offered(house(), broker, id, scene::forfait_offer("atradius"));  // C36.named
  const auto unnamed = house().post("/credit/offres/" + text(other) + "/suite", &broker, form({{"acte", "proposer"}}));
  EXPECT_EQ(unnamed.status, 409);
  EXPECT_THAT(support::text_of_html(unnamed.body), HasSubstr("ne nomme pas Atradius"));
  ASSERT_EQ(house().post(at + "/suite", &broker, form({{"acte", "proposer"}})).status, 303);
  EXPECT_EQ(placement(id).step, Step::acceptance);
  EXPECT_EQ(placement(id).waiting_for, WaitingFor::company);
  const auto token = scene::offer_token(house(), made);
  const auto page = house().get("/offre/" + token);
  EXPECT_THAT(support::text_of_html(page.body),
              AllOf(HasSubstr("Offre de Coface"), HasSubstr("ACCEPTER"), HasSubstr("110\u202F000,00\u00a0€")));
  EXPECT_THAT(page.body, Not(HasSubstr("checked")));
  EXPECT_EQ(scene::offer(house(), made).state, offer::State::recommended);  // looking changed nothing
  EXPECT_TRUE(house().get("/offre/" + token + "/conseil").body.starts_with("%PDF-"));
  EXPECT_TRUE(house().get("/offre/" + token + "/comparatif").body.starts_with("%PDF-"));
  EXPECT_EQ(answer(token, {}).status, 422);
  const auto unread = answer(token, {{"reponse", "accepter"}, {"name", "Inès Vauquelin"}});
  EXPECT_EQ(unread.status, 422);
  EXPECT_THAT(support::text_of_html(unread.body), HasSubstr("cochez la case"));
  const auto yes = answer(token, {{"reponse", "accepter"}, {"accuse", "oui"}, {"name", "Inès Vauquelin"}});
  EXPECT_EQ(yes.status, 200);
  EXPECT_THAT(support::text_of_html(yes.body), HasSubstr("Vous avez accepté cette offre"));
  EXPECT_EQ(placement(id).step, Step::issuance);
  EXPECT_EQ(scene::offer(house(), other).state, offer::State::declined);  // C9.others
  EXPECT_FALSE(read([&](db::Transaction& tx) {
    return deadlines::pending(tx, offer::offer_subject, other.value, offer::deadline_rule::expiry);
  }));
  EXPECT_TRUE(missing(read([&](db::Transaction& tx) { return credit::acceptance::advice_of(tx, id); }).file).empty());
  EXPECT_EQ(answer(token, {{"reponse", "refuser"}, {"name", "Inès Vauquelin"}}).status, 409);
  EXPECT_EQ(scene::offer(house(), made).state, offer::State::accepted);
  EXPECT_THAT(text_at(file(id), &broker), HasSubstr("Offre de Coface acceptée par le client"));
  EXPECT_THAT(text_at("/notifications", &broker), HasSubstr("accepte l’offre"));
}

TEST_P(CreditOffers, C9_the_client_is_warned_seven_and_two_days_before_and_the_link_dies_at_the_very_minute) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto made = scene::proposed(house(), broker, id, scene::turnover_offer("coface"));  // to 23 December
  const auto token = scene::offer_token(house(), made);
  const auto go_to = [&](const char* iso) {
    house().clock().set(base::instant_from_iso_utc(iso).value());
    house().settle();
  };
  go_to("2026-12-16T07:59:59Z");
  EXPECT_EQ(mails("expire bientôt"), 0);
  go_to("2026-12-16T08:00:00Z");
  EXPECT_EQ(mails("expire bientôt"), 1);
  go_to("2026-12-21T08:00:00Z");
  EXPECT_EQ(mails("expire bientôt"), 2);
  house().clock().set(base::instant_from_iso_utc("2026-12-23T22:59:59Z").value());
  EXPECT_THAT(support::text_of_html(house().get("/offre/" + token).body), HasSubstr("ACCEPTER"));
  house().clock().set(base::instant_from_iso_utc("2026-12-23T23:00:00Z").value());  // the worker has not fired yet
  const auto late = answer(token, {{"reponse", "accepter"}, {"accuse", "oui"}, {"name", "Inès Vauquelin"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(support::text_of_html(late.body), HasSubstr("L’offre a expiré"));
  house().settle();
  EXPECT_EQ(scene::offer(house(), made).state, offer::State::recommended);
  EXPECT_EQ(placement(id).waiting_for, WaitingFor::broker);
}

// C9.stale_limits
TEST_P(CreditOffers, C9_an_expired_offer_is_accepted_once_the_insurer_confirmed_and_its_limits_are_flagged) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto made = scene::proposed(house(), broker, id, scene::turnover_offer("coface"));
  const std::string at = "/credit/offres/" + text(made);
  house().clock().set(base::instant_from_iso_utc("2026-12-28T09:00:00Z").value());
  house().settle();
  const Person later = support::new_member(platform(), broker.actor.organisation);  // sessions are over
  const auto mail = form({{"reponse", "accepter"},
                          {"day", "2026-12-28"},
                          {"time", "09:15"},
                          {"name", "Inès Vauquelin"},
                          {"words", "D’accord"},
                          {"accuse", "oui"}});
  const auto expired = house().post(at + "/accord", &later, mail);
  EXPECT_EQ(expired.status, 409);
  EXPECT_THAT(support::text_of_html(expired.body), HasSubstr("a expiré le 23 déc. 2026"));
  EXPECT_THAT(text_at(at, &later), HasSubstr("Cette offre a expiré"));
  ASSERT_EQ(house().post(at + "/suite", &later, form({{"acte", "confirmer"}, {"until", "2027-01-10"}})).status, 303);
  EXPECT_EQ(mails("Votre accord sur l’offre"), 2);  // a fresh link
  house().clock().advance(base::minutes(30));
  const auto token = scene::offer_token(house(), made);
  EXPECT_EQ(answer(token, {{"reponse", "accepter"}, {"accuse", "oui"}, {"name", "Inès Vauquelin"}}).status, 200);
  EXPECT_EQ(scene::offer(house(), made).limits, credit::acceptance::Limits::possibly_stale);
  EXPECT_THAT(text_at(file(id) + "/police", &later), HasSubstr("Des limites ont pu changer"));
}

TEST_P(CreditOffers, C9_an_answer_by_mail_is_recorded_with_its_words_and_counts_from_when_it_came) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto made = scene::proposed(house(), broker, id, scene::forfait_offer("coface"));
  const std::string at = "/credit/offres/" + text(made);
  const auto unread =
      house().post(at + "/accord", &broker, form({{"reponse", "accepter"}, {"day", "2027-01-01"}, {"time", "10:00"}}));
  EXPECT_EQ(unread.status, 422);
  EXPECT_THAT(support::text_of_html(unread.body), AllOf(HasSubstr("Indiquez quand l’e-mail est arrivé"),
                                                        HasSubstr("cochez la case"), HasSubstr("Remplissez ce champ")));
  house().clock().set(base::instant_from_iso_utc("2026-12-23T22:58:00Z").value());
  house().settle();
  const Person later = support::new_member(platform(), broker.actor.organisation);
  house().clock().advance(base::hours(1));  // expired now; the mail came a minute before it did
  house().settle();
  const auto recorded = house().post(at + "/accord", &later,
                                     form({{"reponse", "accepter"},
                                           {"day", "2026-12-23"},
                                           {"time", "23:59"},
                                           {"name", "Inès Vauquelin"},
                                           {"words", "Bon pour accord, cordialement"},
                                           {"accuse", "oui"}}));
  EXPECT_EQ(recorded.status, 303) << support::text_of_html(recorded.body);
  EXPECT_EQ(placement(id).step, Step::issuance);
  EXPECT_THAT(text_at(at, &later), AllOf(HasSubstr("par e-mail"), HasSubstr("Bon pour accord, cordialement")));
}

TEST_P(CreditOffers, C9_a_refusal_or_a_change_of_mind_leads_back_to_the_comparison) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto made = scene::proposed(house(), broker, id, scene::turnover_offer("coface"));
  const auto first = scene::offer_token(house(), made);
  ASSERT_EQ(house().post("/credit/offres/" + text(made) + "/suite", &broker, form({{"acte", "reprendre"}})).status,
            303);
  EXPECT_EQ(placement(id).step, Step::presentation);
  EXPECT_THAT(support::text_of_html(house().get("/offre/" + first).body), HasSubstr("n’est plus d’actualité"));
  EXPECT_EQ(answer(first, {{"reponse", "accepter"}, {"accuse", "oui"}, {"name", "I. V."}}).status, 409);
  ASSERT_EQ(house().post("/credit/offres/" + text(made) + "/suite", &broker, form({{"acte", "proposer"}})).status, 303);
  const auto second = scene::offer_token(house(), made);
  EXPECT_EQ(answer(second, {{"reponse", "refuser"}, {"name", "Inès Vauquelin"}, {"words", "Trop cher"}}).status, 200);
  EXPECT_EQ(placement(id).step, Step::presentation);
  EXPECT_EQ(scene::offer(house(), made).state, offer::State::declined);
  EXPECT_THAT(text_at("/notifications", &broker), HasSubstr("Trop cher"));
}

TEST_P(CreditOffers, C20_a_prospect_shows_what_the_brokers_own_insurers_said_of_it) {
  const Person broker = this->broker(), other = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto siren = read([&](db::Transaction& tx) { return credit::portfolio::buyers_of(tx, id); }).front().identifier;
  const auto page = text_at("/credit/prospects?siren=" + siren, &broker);
  EXPECT_THAT(page, AllOf(HasSubstr("Coface"), HasSubstr("60\u202F000,00\u00a0€"), HasSubstr("Accordé en partie"),
                          HasSubstr("1 assureur répond : 1 en partie"), HasSubstr("ce n’est pas une note financière")));
  EXPECT_THAT(text_at("/credit/prospects?siren=" + siren, &other), HasSubstr("Rien n’est connu de " + siren));
  const auto wrong = house().get("/credit/prospects?siren=123456789", &broker);
  EXPECT_EQ(wrong.status, 422);
  EXPECT_THAT(wrong.body, HasSubstr("value=\"123456789\""));
}

}  // namespace
