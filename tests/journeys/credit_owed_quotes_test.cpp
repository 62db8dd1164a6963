// Quotes after the blind test (C6): who owes one and for how long, the broker reminded; one that comes while the client
// decides on another.
#include <gmock/gmock.h>

#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "desks/credit/offer/owed_quotes.hpp"
#include "support/contract_scene.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

namespace scene = support::contract_scene;
namespace offer = credit::offer;
using support::form;
using support::Person;
using support::text_of_html;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditOwedQuotes : public support::HouseOnBothEngines {
 protected:
  static std::string text(auto id) { return std::to_string(id.value); }
  static std::string file(credit::PlacementId id) { return "/credit/dossiers/" + text(id); }
  int reminded() {
    int count = 0;
    for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 500}); }))
      count += message.subject.starts_with("Offre de Coface attendue") ? 1 : 0;
    return count;
  }
  void go_to(const char* iso) {
    house().clock().set(base::instant_from_iso_utc(iso).value());
    house().settle();
  }
  Person colleague(const Person& of) { return support::new_member(platform(), of.actor.organisation); }
  web::Response enter(credit::PlacementId id, const Person& by, const std::string& insurer) {
    auto fields = scene::turnover_offer(insurer);
    fields.emplace_back("issued", base::paris::day_of(house().clock().now()).iso());
    return house().post(file(id) + "/offres", &by, scene::form_of(fields));
  }
};
MANDAT_ON_BOTH_ENGINES(CreditOwedQuotes);

// C6, C6.owed
TEST_P(CreditOwedQuotes, C6_owed_who_granted_a_limit_and_sent_no_offer_is_shown_with_its_days_and_the_broker_reminded) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);  // closed on the 23rd; Atradius never answered
  EXPECT_THAT(text_at(file(id) + "/offres", &broker),
              AllOf(HasSubstr("Coface"), HasSubstr("Offre attendue"), Not(HasSubstr("Atradius"))));
  EXPECT_THAT(text_at(file(id) + "/matrice", &broker), AllOf(HasSubstr("Offre attendue"), HasSubstr("Sans réponse")));
  go_to("2026-11-28T07:59:59Z");
  EXPECT_EQ(reminded(), 0);
  go_to("2026-11-28T08:00:00Z");
  EXPECT_EQ(reminded(), 1);
  const Person later = colleague(broker);
  EXPECT_THAT(text_at(file(id) + "/offres", &later), HasSubstr("Attendue depuis 5 jours"));
  EXPECT_THAT(text_at(file(id) + "/matrice", &later), HasSubstr("Offre attendue depuis 5 jours"));
  EXPECT_THAT(text_at("/notifications", &later), HasSubstr("n’a pas remis d’offre"));
  go_to("2026-12-03T08:00:00Z");
  EXPECT_EQ(reminded(), 2);
  go_to("2026-12-08T08:00:00Z");
  EXPECT_EQ(reminded(), 3);
  go_to("2026-12-31T08:00:00Z");
  EXPECT_EQ(reminded(), 3);
}

// C6.owed
TEST_P(CreditOwedQuotes, C6_owed_no_more_once_the_offer_came_or_the_insurer_is_asked_again) {
  const Person broker = this->broker();
  const auto quoted = scene::presented(house(), broker), again = scene::presented(house(), broker);
  ASSERT_EQ(enter(quoted, broker, "coface").status, 303);
  EXPECT_THAT(text_at(file(quoted) + "/offres", &broker), Not(HasSubstr("a répondu au test à blanc")));
  EXPECT_THAT(text_at(file(quoted) + "/matrice", &broker), HasSubstr("Offre reçue"));
  support::credit_scene::launch(house(), broker, again);
  go_to("2026-11-28T08:00:00Z");
  EXPECT_EQ(reminded(), 0);
}

// C6.owed
TEST_P(CreditOwedQuotes, C6_owed_no_more_while_a_policy_is_made_and_again_once_the_client_came_back) {
  const Person broker = this->broker();
  const auto id = support::credit_scene::open(house(), broker);
  support::credit_scene::add_buyers(house(), broker, id);
  support::credit_scene::complete_information(house(), broker, id);
  const auto test = support::credit_scene::launch(house(), broker, id);
  for (const auto& submission : support::credit_scene::submissions(house(), test.id))
    ASSERT_TRUE(credit::blind_test::save_answers(platform(), broker.actor, submission.id,
                                                 form({{"first", "1"}, {"last", "3"}, {"k_1", "approved"}})));
  ASSERT_TRUE(credit::blind_test::close_test(platform(), broker.actor, id));
  const auto awaited = [&] {
    int count = 0;
    for (const auto& delay : read([&](db::Transaction& tx) { return deadlines::of_file(tx, credit::file_of(id)); }))
      count += delay.rule == "C6.owed" && delay.state == deadlines::State::pending ? 1 : 0;
    return count;
  };
  EXPECT_EQ(awaited(), 2);
  scene::accepted(house(), broker, id, scene::turnover_offer("coface"));
  EXPECT_EQ(awaited(), 0);
  ASSERT_EQ(
      house().post(file(id) + "/police/retrait", &broker, form({{"side", "client"}, {"reason", "Il hésite"}})).status,
      303);
  EXPECT_EQ(awaited(), 1);
}

// C6.kept
TEST_P(CreditOwedQuotes,
       C6_a_quote_that_comes_while_the_client_decides_is_noted_and_one_too_late_keeps_what_was_typed) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto made = scene::proposed(house(), broker, id, scene::turnover_offer("coface"));
  EXPECT_THAT(text_at(file(id) + "/offres", &broker), HasSubstr("Saisir une offre"));
  ASSERT_EQ(enter(id, broker, "atradius").status, 303);
  EXPECT_EQ(scene::offer(house(), made).state, offer::State::recommended);  // his question stands
  // A new version of the one he reads is not taken, and not lost.
  auto version = scene::turnover_offer("atradius");
  version.insert(version.begin(), {{"issued", "2026-11-23"}, {"note", "Taux revu hier soir"}});
  const auto atradius = read([&](db::Transaction& tx) { return offer::find(tx, id, "atradius").value().id; });
  const auto meanwhile =
      house().post("/credit/offres/" + text(atradius) + "/version", &broker, scene::form_of(version));
  EXPECT_EQ(meanwhile.status, 409);
  EXPECT_THAT(text_of_html(meanwhile.body),
              AllOf(HasSubstr("reprenez d’abord la main"), HasSubstr("Taux revu hier soir")));
  const auto token = scene::offer_token(house(), made);
  ASSERT_EQ(house()
                .post("/offre/" + token, nullptr, form({{"reponse", "accepter"}, {"accuse", "oui"}, {"name", "I. V."}}))
                .status,
            200);
  const auto late = enter(id, broker, "allianz-trade");
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(text_of_html(late.body), HasSubstr("Ce dossier ne prend plus d’offre"));
  EXPECT_THAT(late.body, AllOf(HasSubstr("value=\"4 000 000\""), HasSubstr("value=\"Frais de limite\"")));
  const Person stranger = this->broker();
  EXPECT_EQ(enter(id, stranger, "allianz-trade").status, 404);
}

}  // namespace
