// Every delay of a claim is seen in its timeline and as a receipt, by those it concerns; and in their calendars (P4).
#include <gmock/gmock.h>

#include "desks/works/works_rules.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "support/asked_on_both_engines.hpp"
#include "support/browser.hpp"
#include "support/money_scene.hpp"

namespace {

namespace scene = support::scene;
using support::form;
using support::Person;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Receipts : public support::AskedOnBothEngines {
 protected:
  std::string id_of(std::string_view rule) {
    return read([&](db::Transaction& tx) -> std::string {
      for (const auto& delay : deadlines::of_file(tx, works::file_of(claim_)))
        if (delay.rule == rule) return std::to_string(delay.id.value);
      return "";
    });
  }
  void pass_days(int days) {
    for (int day = 0; day < days; ++day) {
      house().clock().advance(base::hours(24));
      house().settle();
    }
    for (Person* person : {&broker_, &firm_}) support::money_scene::sign_in_again(house(), *person);
  }
};
MANDAT_ON_BOTH_ENGINES(Receipts);

// P4.receipt_readers
TEST_P(Receipts, OfMetAndFiredDelaysAreLinkedFromTheFileAndTheJob) {
  const std::string answer = id_of(works::deadline_rule::answer);
  scene::accept(house(), firm_, mandate_);
  pass_days(7);
  const std::string quote = id_of(works::deadline_rule::quote), reminder = id_of("W19.reminder_last");
  const auto file = house().get(file_, &broker_).body, job = house().get(job_, &firm_).body;
  for (const auto& id : {answer, quote, reminder}) {
    EXPECT_THAT(file, HasSubstr("/travaux/echeances/" + id));
    EXPECT_THAT(job, HasSubstr("/chantiers/echeances/" + id));
  }
  EXPECT_THAT(text_at("/travaux/echeances/" + answer, &broker_),
              AllOf(HasSubstr("Réponse à la demande"), HasSubstr("respecté"), HasSubstr("Qui a été prévenu")));
  EXPECT_THAT(text_at("/travaux/echeances/" + quote, &broker_), HasSubstr("échu"));
  const auto boss = administrator();
  EXPECT_THAT(text_at("/travaux/echeances/" + quote, &boss), HasSubstr("échu"));
}

// P4.receipt_readers
TEST_P(Receipts, ShowAFirmWhatWasWrittenToItAloneAndNobodyElsesDelay) {
  const std::string answer = id_of(works::deadline_rule::answer);
  const auto to_firm = text_at("/chantiers/echeances/" + answer, &firm_);
  EXPECT_THAT(to_firm, AllOf(HasSubstr("SMS"), HasSubstr(firm_.actor.organisation_name)));
  scene::accept(house(), firm_, mandate_);
  EXPECT_THAT(text_at("/chantiers/echeances/" + answer, &firm_), Not(HasSubstr(broker_.actor.organisation_name)));
  EXPECT_THAT(text_at("/travaux/echeances/" + answer, &broker_), Not(HasSubstr("artisans.example")))
      << "a firm's address is its own business";
  const auto other_firm = scene::new_firm(house());
  const auto other_broker = scene::new_broker(house());
  EXPECT_EQ(text_at("/chantiers/echeances/" + answer, &other_firm), "404");
  EXPECT_EQ(text_at("/travaux/echeances/" + answer, &other_broker), "404");
}

// P4.receipt_readers W19.reminders
TEST_P(Receipts, TheTimelineTellsRemindersChasesAndExtensions) {
  scene::accept(house(), firm_, mandate_);
  Person boss = administrator();
  const auto day = base::paris::day_of(house().clock().now()) + 9;
  ASSERT_EQ(house()
                .post("/administration/echeances/" + id_of(works::deadline_rule::quote) + "/prolongation", &boss,
                      form({{"jour", day.iso()}, {"motif", "Chantier difficile d’accès"}}))
                .status,
            303);
  pass_days(6);
  EXPECT_THAT(text_at(file_, &broker_), AllOf(HasSubstr("Échéance reportée"), HasSubstr("Envoi du devis, jusqu’au"),
                                              HasSubstr("Rappel du devis à Plomberie du Parc")));
  scene::validate_quote(house(), broker_, scene::upload_quote(house(), firm_, mandate_));
  pass_days(91);
  EXPECT_THAT(text_at(file_, &broker_), AllOf(HasSubstr("Relance de Plomberie du Parc : chantier à clore"),
                                              HasSubstr("Chantier toujours pas clos : confié à l’administrateur")));
  support::money_scene::sign_in_again(house(), boss);
  const auto task = house().get("/administration/taches", &boss).body;
  const auto at = task.find("action=\"/administration/taches/") + 8;
  ASSERT_EQ(house()
                .post(task.substr(at, task.find('"', at) - at), &boss, form({{"outcome", "Appelé : il clôt demain"}}))
                .status,
            303);
  EXPECT_THAT(text_at(file_, &broker_),
              AllOf(HasSubstr("Tâche traitée"), HasSubstr("Chantier jamais clos par l’entreprise")));
  EXPECT_THAT(text_at("/administration/taches?vue=terminees", &boss),
              AllOf(HasSubstr("Appelé : il clôt demain"), HasSubstr("Plomberie du Parc"), HasSubstr("Alix Morel"),
                    HasSubstr("le plus récent d’abord")));
  EXPECT_THAT(text_at("/administration/taches", &boss), HasSubstr("Rien à traiter"));
}

// P4.calendar_address
TEST_P(Receipts, ACalendarFollowsASecretAddressUntilItIsChangedOrEnded) {
  const auto address = [&] {
    const auto page = house().get("/parametres/agenda", &firm_).body;
    const auto at = page.find("/calendrier/");
    return at == std::string::npos ? std::string() : page.substr(at, page.find('"', at) - at);
  };
  EXPECT_EQ(address(), "");
  ASSERT_EQ(house().post("/parametres/agenda", &firm_).status, 303);
  const std::string first = address();
  ASSERT_FALSE(first.empty());
  const auto feed = house().get(first);  // without a session
  EXPECT_EQ(feed.status, 200);
  EXPECT_EQ(header(feed, "Content-Type"), "text/calendar; charset=utf-8");
  EXPECT_THAT(feed.body, HasSubstr("Réponse à la demande"));
  EXPECT_THAT(feed.body, HasSubstr("/chantiers/dossiers/"));
  const auto led = house().get("/chantiers/dossiers/" + std::to_string(claim_.value), &firm_);
  EXPECT_EQ(header(led, "Location"), job_);
  const auto other = scene::new_firm(house());
  EXPECT_EQ(house().get("/chantiers/dossiers/" + std::to_string(claim_.value), &other).status, 404);

  ASSERT_EQ(house().post("/parametres/agenda", &firm_).status, 303);
  const std::string second = address();
  EXPECT_EQ(house().get(first).status, 404);
  EXPECT_EQ(house().get(second).status, 200);
  ASSERT_EQ(house().post("/parametres/agenda/fin", &firm_).status, 303);
  EXPECT_EQ(house().get(second).status, 404);
  EXPECT_EQ(address(), "");
}

// P4.calendar_address
TEST_P(Receipts, ACalendarEndsWithTheAccountOfItsPerson) {
  ASSERT_EQ(house().post("/parametres/agenda", &firm_).status, 303);
  const auto page = house().get("/parametres/agenda", &firm_).body;
  const auto at = page.find("/calendrier/");
  const auto address = page.substr(at, page.find('"', at) - at);
  const auto boss = administrator();
  ASSERT_EQ(house()
                .post("/administration/comptes/" + std::to_string(firm_.actor.account.value) + "/suspension", &boss,
                      form({{"reason", "Impayés"}}))
                .status,
            303);
  EXPECT_EQ(house().get(address).status, 404);
}

// P4.icalendar, P2
TEST_P(Receipts, ABrokersCalendarHoldsWhatFirmsOweInHisClaimsAndNobodyElses) {
  const auto feed = [&](const Person& by) { return house().get("/echeances.ics", &by).body; };
  const auto other = scene::new_broker(house());
  EXPECT_THAT(feed(broker_), AllOf(HasSubstr("SUMMARY:Réponse à la demande · T-2026-"), HasSubstr(file_),
                                   HasSubstr("UID:echeance-" + id_of(works::deadline_rule::answer) + "@")));
  EXPECT_THAT(feed(other), Not(HasSubstr("BEGIN:VEVENT")));
  scene::accept(house(), firm_, mandate_);
  EXPECT_THAT(feed(broker_), AllOf(Not(HasSubstr("Réponse à la demande")),
                                   HasSubstr("SUMMARY:Envoi du devis · T-2026-"), Not(HasSubstr("Rappel du devis"))));
  EXPECT_THAT(feed(firm_), HasSubstr("SUMMARY:Envoi du devis\r\n")) << "it owes that itself";
  scene::upload_quote(house(), firm_, mandate_);
  EXPECT_THAT(feed(broker_), Not(HasSubstr("Envoi du devis")));

  ASSERT_EQ(house().post("/parametres/agenda", &broker_).status, 303);
  scene::ask(house(), broker_, scene::declare(house(), broker_), scene::new_firm(house()));
  const auto page = house().get("/parametres/agenda", &broker_).body;
  const auto at = page.find("/calendrier/");
  ASSERT_NE(at, std::string::npos);
  EXPECT_THAT(house().get(page.substr(at, page.find('"', at) - at)).body, HasSubstr("Réponse à la demande"))
      << "by the secret address too";
}

}  // namespace
