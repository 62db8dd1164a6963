// What time does around an offer: its end put off by an administrator, calls with underwriters brought to mind (C9).
#include <gmock/gmock.h>

#include "desks/credit/offer/call_reminders.hpp"
#include "desks/credit/offer/offer_actions.hpp"
#include "support/contract_scene.hpp"
#include "support/house_on_both_engines.hpp"

namespace {

namespace scene = support::contract_scene;
namespace offer = credit::offer;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;

class CreditOfferDelays : public support::HouseOnBothEngines {
 protected:
  static std::string text(auto id) { return std::to_string(id.value); }
  int sent(std::string_view subject) {
    int count = 0;
    for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 500}); }))
      count += message.subject.find(subject) != std::string::npos ? 1 : 0;
    return count;
  }
  int mails(std::string_view subject) {
    int count = 0;
    for (const auto& message : read([&](db::Transaction& tx) {
           return messages::list(tx, {.channel = messages::Channel::mail, .limit = 500});
         }))
      count += message.subject.find(subject) != std::string::npos ? 1 : 0;
    return count;
  }
  web::Response answer(const std::string& token, std::vector<std::pair<std::string, std::string>> fields) {
    return house().post("/offre/" + token, nullptr, form(fields));
  }
};
MANDAT_ON_BOTH_ENGINES(CreditOfferDelays);

// C9.moved
TEST_P(CreditOfferDelays, C9_moved_by_an_administrator_the_offers_last_day_its_warnings_and_the_pipeline_follow) {
  const Person broker = this->broker(), administrator = this->administrator();
  const auto id = scene::presented(house(), broker);
  const auto made = scene::proposed(house(), broker, id, scene::turnover_offer("coface"));  // to 23 December
  const auto delay = read([&](db::Transaction& tx) {
    return deadlines::pending(tx, offer::offer_subject, made.value, "C9.expiry").value();
  });
  ASSERT_EQ(house()
                .post("/administration/echeances/" + text(delay.id) + "/prolongation", &administrator,
                      form({{"jour", "2026-12-30"}, {"heure", ""}, {"motif", "Fêtes"}}))
                .status,
            303);
  EXPECT_EQ(support::credit_scene::placement(house(), id).next_due_at,
            base::instant_from_iso_utc("2026-12-30T23:00:00Z"));
  EXPECT_EQ(scene::offer(house(), made).last_day, base::Day::from_iso("2026-12-30"));
  EXPECT_THAT(text_at("/notifications", &broker), AllOf(HasSubstr("Échéance reportée"), HasSubstr("Fêtes")));
  const auto go_to = [&](const char* iso) {
    house().clock().set(base::instant_from_iso_utc(iso).value());
    house().settle();
  };
  go_to("2026-12-16T08:00:00Z");
  EXPECT_EQ(mails("expire bientôt"), 0);
  go_to("2026-12-23T08:00:00Z");
  EXPECT_EQ(mails("expire bientôt"), 1);
  go_to("2026-12-28T08:00:00Z");
  EXPECT_EQ(mails("expire bientôt"), 2);
  const auto token = scene::offer_token(house(), made);
  house().clock().set(base::instant_from_iso_utc("2026-12-30T22:59:59Z").value());
  EXPECT_EQ(answer(token, {{"reponse", "accepter"}, {"accuse", "oui"}, {"name", "Inès Vauquelin"}}).status, 200);
  EXPECT_EQ(scene::offer(house(), made).state, offer::State::accepted);
}

// C9.reminded
TEST_P(CreditOfferDelays, C9_reminded_of_a_booked_call_the_day_before_then_asked_for_its_outcome) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto made = scene::offered(house(), broker, id, scene::turnover_offer("coface"));
  const auto today = base::paris::day_of(house().clock().now());
  const auto book = [&](base::Day day, std::string time, std::string who) {
    return house()
        .post("/credit/offres/" + text(made) + "/suite", &broker,
              form({{"acte", "appel"},
                    {"day", day.iso()},
                    {"time", std::move(time)},
                    {"underwriter", std::move(who)},
                    {"subject", "Aciéries du Rhône"}}))
        .status;
  };
  ASSERT_EQ(book(today + 3, "14:30", "Léa Garrigue"), 303);
  ASSERT_EQ(book(today + 3, "16:00", "Paul Noté"), 303);
  const auto calls = read([&](db::Transaction& tx) { return offer::calls_of(tx, made); });
  ASSERT_EQ(house()
                .post("/credit/offres/" + text(made) + "/suite", &broker,
                      form({{"acte", "resultat"}, {"call", std::to_string(calls[1].id)}, {"outcome", "Annulé"}}))
                .status,
            303);
  const auto go_to = [&](base::Day day, int hour, int minute) {
    house().clock().set(base::paris::at(day, hour, minute));
    house().settle();
  };
  go_to(today + 2, 8, 59);
  EXPECT_EQ(sent("Appel avec"), 0);
  go_to(today + 2, 9, 0);
  EXPECT_EQ(sent("Appel avec Léa Garrigue, Coface"), 1);
  go_to(today + 3, 14, 29);
  EXPECT_EQ(sent("notez ce qui en est sorti"), 0);
  go_to(today + 3, 16, 0);
  EXPECT_EQ(sent("Appel avec Léa Garrigue : notez ce qui en est sorti"), 1);
  EXPECT_EQ(sent("Paul Noté"), 0);
}

TEST_P(CreditOfferDelays, C9_reminded_an_hour_ahead_of_a_call_booked_for_the_same_day) {
  const Person broker = this->broker();
  const auto id = scene::presented(house(), broker);
  const auto made = scene::offered(house(), broker, id, scene::turnover_offer("coface"));
  const auto call_at = house().clock().now() + base::hours(3);
  offer::Call call{
      .id = 77, .booked_for = call_at, .underwriter = "Léa", .subject = "A", .outcome = {}, .noted_at = {}};
  act([&](platform::Act& act) {
    offer::insert(act.tx, made, call);
    offer::start_reminders(act, offer::find(act.tx, made).value(), call);
    return 0;
  });
  const auto reminded = [&] { return sent("Appel avec Léa, Coface"); };
  house().clock().set(call_at - base::minutes(61));
  house().settle();
  EXPECT_EQ(reminded(), 0);
  house().clock().set(call_at - base::minutes(60));
  house().settle();
  EXPECT_EQ(reminded(), 1);
}

}  // namespace
