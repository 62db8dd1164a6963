// A repairer is reminded of what is awaited, and not before the day he announced (M24, M34).
#include <gtest/gtest.h>

#include "desks/motor/document/paper_actions.hpp"
#include "desks/motor/file/flags.hpp"
#include "desks/motor/reminder/reminder.hpp"
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_dates.hpp"

namespace {

namespace scene = support::motor_scene;
using motor::file::State;
using motor::schedule::Kind;
using support::Browser;
using support::Page;
using support::Person;

class MotorReminders : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house());
    garage_ = scene::new_repairer(house());
    file_ = scene::new_file(house(), firm_, garage_);
    page_ = "/reparateurs/dossiers/" + std::to_string(file_.value);
  }
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }
  // The clock moves on; sessions are short, so pages are read with new ones.
  void live_until(std::string_view iso) {
    for (;;) {
      house().settle();
      const auto due = read([](db::Transaction& tx) { return deadlines::next_due(tx); });
      const auto until = base::instant_from_iso_utc(iso).value();
      if (!due || *due > until) return house().clock().set(until);
      house().clock().set(std::max(*due, house().clock().now()));
    }
  }
  std::int64_t reminders() {
    const auto changes = read([&](db::Transaction& tx) { return motor::file::history(tx, file_); });
    return std::count_if(changes.begin(), changes.end(),
                         [](const motor::file::Change& change) { return change.event == "reminded"; });
  }
  std::optional<base::Instant> next() {
    return read([&](db::Transaction& tx) {
      const auto due =
          deadlines::pending(tx, motor::reminder::subject_kind, file_.value, motor::reminder::deadline_rule);
      return due ? std::optional(due->due) : std::nullopt;
    });
  }
  Person again(const Person& person) {
    return support::new_member(platform(), person.actor.organisation, identity::Role::manager, "Claire Fontaine");
  }

  Person firm_, garage_;
  motor::FileId file_;
  std::string page_;
};
MANDAT_ON_BOTH_ENGINES(MotorReminders);

TEST_P(MotorReminders, M34_documents_are_asked_for_again_until_they_come) {  // M34
  scene::happen(house(), firm_, file_, motor::file::Event::document_asked, "Carte grise");
  EXPECT_EQ(next(), base::instant_from_iso_utc("2026-11-26T08:00:00Z"));
  live_until("2026-11-26T07:59:00Z");
  EXPECT_EQ(reminders(), 0);
  live_until("2026-11-26T08:00:00Z");
  EXPECT_EQ(reminders(), 1);
  const Person garage = again(garage_), firm = again(firm_);
  EXPECT_NE(text_at(page_, &garage).find("Relance envoyée au réparateur"), std::string::npos);
  EXPECT_NE(text_at(page_, &firm).find("Documents attendus depuis le 23-11-2026 : Carte grise"), std::string::npos);
  EXPECT_NE(text_at("/notifications", &garage).find("Relance"), std::string::npos);
  const auto mails = read([&](db::Transaction& tx) { return messages::of_file(tx, motor::file_of(file_)); });
  EXPECT_TRUE(std::any_of(mails.begin(), mails.end(), [](const messages::Message& mail) {
    return mail.channel == messages::Channel::mail && mail.body.find("Carte grise") != std::string::npos;
  }));
  live_until("2026-12-10T09:00:00Z");
  EXPECT_EQ(reminders(), 3);
  scene::happen(house(), firm_, file_, motor::file::Event::documents_judged);
  EXPECT_FALSE(next());
  live_until("2027-02-01T09:00:00Z");
  EXPECT_EQ(reminders(), 3);
  // A new wait begins anew.
  scene::happen(house(), firm_, file_, motor::file::Event::document_asked, "Devis");
  live_until("2027-06-01T09:00:00Z");
  EXPECT_EQ(reminders(), 7) << "four at most for one wait";
}

TEST_P(MotorReminders, M34_sent_no_reminder_leaves_while_the_firm_has_not_judged) {  // M34.sent
  using motor::document::Kind;
  scene::bring_to(house(), firm_, file_, State::in_progress);
  scene::send(house(), garage_, file_, Kind::invoice, base::Money::euros(900));
  EXPECT_EQ(scene::file(house(), file_).position.state, State::awaiting_invoice);
  EXPECT_FALSE(next()) << "it is there: nothing is awaited of the garage";
  const Page at_garage = browser_of(garage_).get(page_);
  EXPECT_TRUE(at_garage.shows("Facture envoyée, en attente du cabinet."));
  EXPECT_FALSE(at_garage.shows("Envoyer la facture"));
  EXPECT_TRUE(browser_of(firm_).get(page_).shows("Facture envoyée : à vous de la juger."));
  live_until("2026-12-14T09:00:00Z");  // three weeks
  EXPECT_EQ(reminders(), 0);

  const Person firm = again(firm_), garage = again(garage_);
  const auto paper = read([&](db::Transaction& tx) { return motor::document::all_of_file(tx, file_).back().id; });
  Browser judging = browser_of(firm);
  const auto judged = judging.follow(
      judging.submit(judging.get(page_), "/reparateurs/documents/" + std::to_string(paper.value) + "/verdict",
                     {{"verdict", "non_compliant"}, {"reason", "Sans TVA"}}));
  EXPECT_TRUE(judged.shows("Jugement enregistré"));
  EXPECT_EQ(next(), base::instant_from_iso_utc("2026-12-21T08:00:00Z")) << "the wait begins anew";
  EXPECT_TRUE(browser_of(garage).get(page_).shows("Envoyer la facture"));
  live_until("2026-12-21T08:00:00Z");
  EXPECT_EQ(reminders(), 1);
  const auto mails = read([&](db::Transaction& tx) { return messages::of_file(tx, motor::file_of(file_)); });
  const auto told = [&](const Person& person) {
    return std::any_of(mails.begin(), mails.end(), [&](const messages::Message& mail) {
      return mail.channel == messages::Channel::mail && mail.to.address == person.email &&
             mail.body.find("Envoyez-la depuis le portail") != std::string::npos;
    });
  };
  EXPECT_TRUE(told(garage_)) << "one invoice";
  EXPECT_TRUE(told(garage)) << "and every colleague who may send it";
}

TEST_P(MotorReminders, M34_sent_documents_that_came_are_not_asked_for_until_one_is_refused) {  // M34.sent M11.answered
  using motor::document::Kind;
  scene::happen(house(), firm_, file_, motor::file::Event::document_asked, "Carte grise");
  scene::send(house(), garage_, file_, Kind::other);
  EXPECT_FALSE(next());
  EXPECT_TRUE(
      browser_of(garage_).get(page_).shows("Documents demandés : Carte grise. Envoyés, en attente du cabinet."));
  live_until("2026-12-14T09:00:00Z");
  EXPECT_EQ(reminders(), 0);
  const auto paper = read([&](db::Transaction& tx) { return motor::document::all_of_file(tx, file_).back().id; });
  act(
      [&](platform::Act& act) {
        EXPECT_TRUE(
            motor::document::judge(act, firm_.actor, paper, motor::document::Verdict::non_compliant, "Illisible").ok());
      },
      platform::Author::of(firm_.actor));
  EXPECT_EQ(next(), base::instant_from_iso_utc("2026-12-17T08:00:00Z"));
  live_until("2026-12-17T08:00:00Z");
  EXPECT_EQ(reminders(), 1);
  scene::happen(house(), firm_, file_, motor::file::Event::document_asked, "Carte grise, recto et verso");
  EXPECT_EQ(next(), base::instant_from_iso_utc("2026-12-20T08:00:00Z")) << "asked for again: three days from now";
}

TEST_P(MotorReminders, M24_the_announced_day_stops_them_once_validated) {  // M24 M34.quiet
  scene::bring_to(house(), firm_, file_, State::in_progress);
  const auto asked = scene::suggest(house(), garage_, file_, Kind::delivery, {scene::day("2026-12-14")});
  EXPECT_EQ(text_at(page_ + "/expertise", &garage_).find("aucune relance avant le"), std::string::npos)
      << "not before it is validated";
  scene::decide(house(), firm_, asked, motor::schedule::Event::validate);
  EXPECT_EQ(scene::file(house(), file_).position.state, State::awaiting_invoice);
  for (const Person* reader : {&garage_, &firm_}) {
    EXPECT_NE(text_at(page_ + "/expertise", reader).find("aucune relance avant le 14-12-2026"), std::string::npos);
    EXPECT_NE(text_at(page_, reader).find("aucune relance avant le 14-12-2026"), std::string::npos);
  }
  EXPECT_EQ(next(), base::instant_from_iso_utc("2026-12-14T08:00:00Z"));
  live_until("2026-12-14T07:59:00Z");
  EXPECT_EQ(reminders(), 0);
  live_until("2026-12-14T08:00:00Z");
  EXPECT_EQ(reminders(), 1);
  const Person garage = again(garage_);
  EXPECT_EQ(text_at(page_, &garage).find("aucune relance avant le"), std::string::npos);
}

TEST_P(MotorReminders, M24_cap_of_the_firm_shortens_the_silence) {  // M24.cap
  Browser at_firm = browser_of(firm_);
  const auto pace = at_firm.get("/reparateurs/relances");
  const auto wrong = at_firm.submit(pace, "/reparateurs/relances", {{"cap_days", "beaucoup"}, {"most", "9"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("Indiquez un nombre de jours, de 1 à 365."));
  EXPECT_NE(wrong.body.find("beaucoup"), std::string::npos);
  EXPECT_TRUE(at_firm.follow(at_firm.submit(wrong, "/reparateurs/relances", {{"cap_days", "10"}, {"most", "2"}}))
                  .shows("Rythme enregistré"));
  scene::bring_to(house(), firm_, file_, State::in_progress);
  const auto asked = scene::suggest(house(), garage_, file_, Kind::delivery, {scene::day("2027-02-01")});
  scene::decide(house(), firm_, asked, motor::schedule::Event::validate);
  const std::string text = text_at(page_ + "/expertise", &garage_);
  EXPECT_NE(text.find("aucune relance avant le 03-12-2026"), std::string::npos) << text;
  EXPECT_NE(text.find("annoncées pour le 01-02-2027"), std::string::npos);
  live_until("2027-03-01T09:00:00Z");
  EXPECT_EQ(reminders(), 2);
}

TEST_P(MotorReminders, M24_a_dangerous_vehicle_is_not_announced_before_its_conformity_report) {
  scene::bring_to(house(), firm_, file_, State::in_progress);
  act([&](platform::Act& act) {
    EXPECT_TRUE(motor::file::note(act, firm_.actor, file_, motor::file::Mark::danger_ve).ok());
  });
  scene::suggest(house(), garage_, file_, Kind::delivery, {scene::day("2026-12-14")});
  Browser at_firm = browser_of(firm_);
  const auto date = read([&](db::Transaction& tx) { return motor::schedule::of_file(tx, file_).back(); });
  at_firm.get(page_ + "/expertise");
  const auto refused = at_firm.post_form("/reparateurs/dates/" + std::to_string(date.id.value) + "/decision",
                                         {{"answer", "validate"}, {"seen", std::to_string(date.version)}});
  EXPECT_EQ(refused.status, 409);
  EXPECT_TRUE(refused.shows("pas de livraison avant le rapport de conformité"));
  EXPECT_EQ(scene::date(house(), date.id).state, motor::schedule::State::suggested);
  EXPECT_EQ(scene::file(house(), file_).position.state, State::in_progress);
}

TEST_P(MotorReminders, M24_a_date_that_is_off_lets_them_leave_again) {
  scene::bring_to(house(), firm_, file_, State::in_progress);
  const auto id = scene::fix(house(), firm_, file_, Kind::delivery, {scene::day("2026-12-14")});
  scene::decide(house(), firm_, id, motor::schedule::Event::cancel);
  EXPECT_EQ(next(), base::instant_from_iso_utc("2026-11-30T08:00:00Z"));
  EXPECT_EQ(text_at(page_, &firm_).find("aucune relance avant le"), std::string::npos);
}

}  // namespace
