// What the insured is shown once he is covered (C17): a delay of the broker's for each step, in his list and in the
// company's, reminded, told once it is late, put off, ended by its completion.
#include <gmock/gmock.h>

#include "desks/credit/policy/onboarding.hpp"
#include "support/signing.hpp"

namespace {

namespace scene = support::contract_scene;
namespace policy = credit::policy;
using credit::placement::Step;
using credit::placement::WaitingFor;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class CreditOnboarding : public support::SigningOnBothEngines {
 protected:
  static std::string file(credit::PlacementId id) { return "/credit/dossiers/" + text(id); }
  // Signed on 23 November 2026, in effect on 1 December: the portal by the 8th, what is taught by the 16th.
  credit::PlacementId in_force(const Person& broker, identity::OrganisationId company = {}) {
    const auto id = scene::presented(house(), broker, company);
    scene::accepted(house(), broker, id, scene::forfait_offer("coface"));
    scene::watch(house(), broker, id);
    scene::issued(house(), broker, id);
    scene::sent(house(), broker, id);
    const auto token = scene::signing_token(house(), id);
    EXPECT_EQ(sign(token, proven(id, token)).status, 200);
    return id;
  }
  std::optional<deadlines::Deadline> delay(credit::PlacementId id, policy::Item item) {
    const auto signed_policy = scene::policy(house(), id).id;
    const auto& keys = policy::keys_of(item);
    return read(
        [&](db::Transaction& tx) { return deadlines::pending(tx, keys.subject, signed_policy.value, keys.rule); });
  }
  int note(credit::PlacementId id, const Person& by, policy::Item item, const std::string& done_on) {
    return house()
        .post(file(id) + "/police/prise-en-main", &by,
              form({{"item", std::string(to_text(item))}, {"note", "Vu ensemble"}, {"done_on", done_on}}))
        .status;
  }
  credit::placement::Placement placement(credit::PlacementId id) {
    return support::credit_scene::placement(house(), id);
  }
  int notices(std::string_view subject) {
    int count = 0;
    for (const auto& message : read([&](db::Transaction& tx) { return messages::list(tx, {.limit = 500}); }))
      count += message.channel == messages::Channel::notice && message.subject.starts_with(subject) ? 1 : 0;
    return count;
  }
  void go_to(const char* iso) {
    house().clock().set(base::instant_from_iso_utc(iso).value());
    house().settle();
  }
  Person colleague(const Person& of) { return support::new_member(platform(), of.actor.organisation); }
};
MANDAT_ON_BOTH_ENGINES(CreditOnboarding);

// C17.delay
TEST_P(CreditOnboarding, C17_each_step_is_a_delay_of_the_brokers_in_both_lists_and_ends_when_it_is_noted) {
  const Person broker = this->broker();
  const Person company = support::new_person(platform(), {identity::OrganisationKind::insured_company});
  const auto id = in_force(broker, company.actor.organisation);
  const auto portal = delay(id, policy::Item::portal);
  ASSERT_TRUE(portal);
  EXPECT_EQ(portal->owner, broker.actor.organisation);
  EXPECT_EQ(portal->due, base::instant_from_iso_utc("2026-12-08T23:00:00Z"));
  ASSERT_TRUE(delay(id, policy::Item::claims));
  EXPECT_FALSE(delay(id, policy::Item::declarations));  // a forfait declares no turnover

  EXPECT_EQ(placement(id).step, Step::in_force);
  EXPECT_EQ(placement(id).waiting_for, WaitingFor::broker);
  EXPECT_EQ(placement(id).next_due_at, portal->due);
  EXPECT_THAT(text_at("/credit?vue=a-faire", &broker), HasSubstr("dans 15\u00a0j"));
  EXPECT_THAT(text_at("/couverture", &company), AllOf(HasSubstr("Le courtier"), HasSubstr("dans 15\u00a0j")));
  EXPECT_THAT(text_at(file(id), &broker), HasSubstr("Prise en main : portail de l’assureur"));
  EXPECT_THAT(house().get("/echeances.ics", &broker).body, HasSubstr("Prise en main"));

  const std::string receipt = "/echeances/" + text(portal->id);
  EXPECT_THAT(house().get(file(id) + "/police", &broker).body, HasSubstr("href=\"/credit" + receipt + "\""));
  EXPECT_THAT(house().get("/couverture/" + text(id) + "/police", &company).body,
              HasSubstr("href=\"/couverture" + receipt + "\""));
  EXPECT_THAT(text_at("/credit" + receipt, &broker), AllOf(HasSubstr("C17.portal"), HasSubstr("en cours")));
  EXPECT_THAT(text_at("/couverture" + receipt, &company), HasSubstr("C17.portal"));
  const Person stranger = support::new_person(platform(), {identity::OrganisationKind::insured_company});
  EXPECT_EQ(text_at("/couverture" + receipt, &stranger), "404");

  ASSERT_EQ(note(id, broker, policy::Item::portal, "2026-11-23"), 303);
  EXPECT_FALSE(delay(id, policy::Item::portal));
  EXPECT_THAT(text_at("/credit" + receipt, &broker), HasSubstr("respecté"));
  EXPECT_EQ(placement(id).next_due_at, base::instant_from_iso_utc("2026-12-16T23:00:00Z"));
  // Taken back, it is owed again.
  ASSERT_EQ(note(id, broker, policy::Item::portal, ""), 303);
  ASSERT_TRUE(delay(id, policy::Item::portal));
  EXPECT_EQ(delay(id, policy::Item::portal)->due, portal->due);
  EXPECT_EQ(placement(id).next_due_at, portal->due);

  for (const auto item : {policy::Item::portal, policy::Item::limits, policy::Item::prospects, policy::Item::claims})
    ASSERT_EQ(note(id, broker, item, "2026-11-23"), 303);
  EXPECT_EQ(placement(id).waiting_for, WaitingFor::nobody);
  EXPECT_FALSE(placement(id).next_due_at);
  go_to("2027-01-10T09:00:00Z");
  EXPECT_EQ(notices("Prise en main"), 0);
}

// C17.delay
TEST_P(CreditOnboarding, C17_the_broker_is_reminded_two_days_before_and_told_once_a_step_is_late) {
  const Person broker = this->broker();
  const auto id = in_force(broker);
  go_to("2026-12-06T07:59:00Z");
  EXPECT_EQ(notices("Prise en main"), 0);
  go_to("2026-12-06T08:00:00Z");
  EXPECT_EQ(notices("Prise en main à faire"), 1);
  go_to("2026-12-08T22:59:00Z");
  EXPECT_EQ(notices("Prise en main en retard"), 0);
  go_to("2026-12-08T23:00:00Z");
  EXPECT_EQ(notices("Prise en main en retard"), 1);
  const Person later = colleague(broker);
  EXPECT_THAT(text_at(file(id), &later), HasSubstr("Prise en main : un point en retard"));
  EXPECT_EQ(placement(id).waiting_for, WaitingFor::broker);
  ASSERT_EQ(note(id, later, policy::Item::portal, "2026-12-09"), 303);
  EXPECT_EQ(placement(id).next_due_at, base::instant_from_iso_utc("2026-12-16T23:00:00Z"));
}

// P4.move
TEST_P(CreditOnboarding, P4_move_of_a_step_takes_its_day_its_reminder_and_the_lists_along) {
  const Person broker = this->broker(), administrator = this->administrator();
  const auto id = in_force(broker);
  ASSERT_EQ(house()
                .post("/administration/echeances/" + text(delay(id, policy::Item::portal)->id) + "/prolongation",
                      &administrator, form({{"jour", "2026-12-20"}, {"heure", ""}, {"motif", "Vacances"}}))
                .status,
            303);
  EXPECT_THAT(text_at(file(id) + "/police", &broker), HasSubstr("avant le 20 déc. 2026"));
  EXPECT_EQ(placement(id).next_due_at, base::instant_from_iso_utc("2026-12-16T23:00:00Z"));  // the next one's
  go_to("2026-12-13T12:00:00Z");
  EXPECT_EQ(notices("Prise en main à faire"), 0);
  go_to("2026-12-18T08:00:00Z");
  EXPECT_EQ(notices("Prise en main à faire"), 4);
}

}  // namespace
