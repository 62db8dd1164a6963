// Repairer and firm agree on dates: suggested, validated, refused, counter-proposed, answered (M21–M23).
#include <gtest/gtest.h>

#include <barrier>
#include <thread>

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

class MotorDates : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house());
    garage_ = scene::new_repairer(house());
    file_ = scene::new_file(house(), firm_, garage_);
    page_ = "/reparateurs/dossiers/" + std::to_string(file_.value) + "/expertise";
    dates_ = "/reparateurs/dossiers/" + std::to_string(file_.value) + "/dates/";
  }
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }
  Page suggest(Browser& browser, const std::string& kind, const support::Values& typed) {
    return browser.follow(browser.submit(browser.get(page_), dates_ + kind, typed));
  }
  motor::schedule::Date last_date() {
    return read([&](db::Transaction& tx) { return motor::schedule::of_file(tx, file_).back(); });
  }
  std::string act_of(std::string_view name) {
    return "/reparateurs/dates/" + std::to_string(last_date().id.value) + "/" + std::string(name);
  }
  // The answer's form of the page: the quick button and the other answers share one address.
  Page answer(Browser& browser, std::string_view act, support::Values typed) {
    typed.insert(typed.begin(), {"seen", std::to_string(last_date().version)});
    browser.get(page_);
    return browser.post_form(act_of(act), std::move(typed));
  }
  State state() { return scene::file(house(), file_).position.state; }

  Person firm_, garage_;
  motor::FileId file_;
  std::string page_, dates_;
};
MANDAT_ON_BOTH_ENGINES(MotorDates);

TEST_P(MotorDates, M21_M22_M23_a_suggestion_is_validated_and_drives_the_state) {  // M21 M22 M23
  Browser at_garage = browser_of(garage_), at_firm = browser_of(firm_);
  const auto tab = at_garage.get(page_);
  for (const auto* text : {"Expertise", "Evènements", "Agenda", "Date de RDV Terrain", "Date de réparation", "Date EAD",
                           "Date de livraison + Facturation", "Historique des demandes", "non-renseigné"})
    EXPECT_TRUE(tab.shows(text)) << text;
  const auto asked =
      suggest(at_garage, "ead", {{"day", "2026-12-01"}, {"time", "09:30"}, {"comment", "Client joignable"}});
  EXPECT_TRUE(asked.shows("Date EAD pour le 01-12-2026 à 09:30"));
  EXPECT_TRUE(asked.shows("suggérée"));
  EXPECT_EQ(state(), State::awaiting_appointment);

  EXPECT_TRUE(at_firm.get("/notifications").shows("Date suggérée par le réparateur"));
  const auto waiting = at_firm.get("/reparateurs/a-decider");
  EXPECT_TRUE(waiting.shows("Date EAD pour le 01-12-2026 à 09:30"));
  EXPECT_TRUE(waiting.shows("Client joignable"));
  const auto validated = at_firm.follow(answer(at_firm, "decision", {{"answer", "validate"}, {"retour", "a-decider"}}));
  EXPECT_EQ(validated.path, "/reparateurs/a-decider");
  EXPECT_TRUE(validated.shows("Aucune date n’attend votre décision."));
  EXPECT_EQ(state(), State::remote_inspection);
  EXPECT_EQ(scene::file(house(), file_).inspection_day, base::Day::of(2026, 12, 1));
  EXPECT_TRUE(at_garage.get("/notifications").shows("Date validée"));
  const auto history = at_garage.get(page_);
  EXPECT_TRUE(history.shows("validée"));
  EXPECT_TRUE(
      at_garage.get("/reparateurs/dossiers/" + std::to_string(file_.value)).shows("Expertise à distance demandée"));

  // The inspection on site takes the place of the remote one.
  suggest(at_garage, "rdv-terrain", {{"day", "2026-12-03"}});
  EXPECT_EQ(answer(at_firm, "decision", {{"answer", "validate"}}).status, 303);
  EXPECT_EQ(state(), State::visit_planned);
  const auto dates = read([&](db::Transaction& tx) { return motor::schedule::of_file(tx, file_); });
  EXPECT_EQ(dates[0].state, motor::schedule::State::withdrawn);
  EXPECT_FALSE(dates[0].in_force);
  EXPECT_TRUE(dates[1].in_force);
}

TEST_P(MotorDates, M22_reason_goes_with_a_refusal_and_a_counter_proposal_which_the_repairer_answers) {  // M22.reason
  Browser at_garage = browser_of(garage_), at_firm = browser_of(firm_);
  suggest(at_garage, "rdv-terrain", {{"day", "2026-12-01"}, {"time", "08:00"}});
  const auto bare = answer(at_firm, "decision", {{"answer", "refuse"}});
  EXPECT_EQ(bare.status, 422);
  EXPECT_TRUE(bare.shows("Indiquez le motif : le réparateur le lira."));
  const auto incomplete = answer(at_firm, "decision", {{"answer", "counter"}, {"reason", "Tournée complète"}});
  EXPECT_EQ(incomplete.status, 422);
  EXPECT_TRUE(incomplete.shows("Indiquez le jour."));
  EXPECT_TRUE(incomplete.shows("Tournée complète")) << "what was typed stays";
  const support::Values same{{"answer", "counter"}, {"day", "2026-12-01"}, {"time", "08:00"}, {"reason", "?"}};
  EXPECT_TRUE(answer(at_firm, "decision", same).shows("C’est la date suggérée"));
  const support::Values other{
      {"answer", "counter"}, {"day", "2026-12-02"}, {"time", "14:00"}, {"reason", "Tournée complète"}};
  EXPECT_EQ(answer(at_firm, "decision", other).status, 303);
  EXPECT_EQ(state(), State::awaiting_appointment);

  const auto agenda = at_garage.get("/reparateurs/agenda");
  EXPECT_TRUE(agenda.shows("Date de RDV Terrain pour le 02-12-2026 à 14:00"));
  EXPECT_TRUE(agenda.shows("Au lieu du 01-12-2026 à 08:00 : Tournée complète"));
  EXPECT_TRUE(at_garage.get(page_).shows("contre-proposée"));
  const auto accepted = at_garage.follow(answer(at_garage, "reponse", {{"answer", "accept"}, {"retour", "agenda"}}));
  EXPECT_EQ(accepted.path, "/reparateurs/agenda");
  EXPECT_TRUE(accepted.shows("14:00 · Date de RDV Terrain"));
  EXPECT_EQ(state(), State::visit_planned);
  EXPECT_TRUE(at_firm.get("/notifications").shows("Le réparateur accepte votre date"));

  // A second one is declined, a third refused: each stands in the history with its outcome.
  suggest(at_garage, "reparation", {{"day", "2026-12-08"}});
  answer(at_firm, "decision", {{"answer", "counter"}, {"day", "2026-12-09"}, {"reason", "Attendre le rapport"}});
  EXPECT_EQ(answer(at_garage, "reponse", {{"answer", "decline"}, {"reason", "Pont occupé"}}).status, 303);
  EXPECT_EQ(last_date().state, motor::schedule::State::refused);
  suggest(at_garage, "reparation", {{"day", "2026-12-10"}});
  answer(at_firm, "decision", {{"answer", "refuse"}, {"reason", "Rapport non rendu"}});
  const auto history = at_garage.get(page_);
  EXPECT_TRUE(history.shows("Date de réparation pour le 10-12-2026"));
  EXPECT_TRUE(history.shows("Rapport non rendu"));
  EXPECT_TRUE(history.shows("refusée"));
}

TEST_P(MotorDates, M22_once_two_people_deciding_one_date_the_second_is_told) {  // M22.once
  Browser at_garage = browser_of(garage_), first = browser_of(firm_);
  const Person colleague =
      support::new_member(platform(), firm_.actor.organisation, identity::Role::member, "Nadia Roux");
  Browser second = browser_of(colleague);
  suggest(at_garage, "rdv-terrain", {{"day", "2026-12-01"}});
  const auto seen = std::to_string(last_date().version);
  first.get(page_);
  second.get(page_);
  const std::string address = act_of("decision");
  EXPECT_EQ(first.post_form(address, {{"answer", "validate"}, {"seen", seen}}).status, 303);
  const auto late = second.post_form(
      address, {{"answer", "counter"}, {"seen", seen}, {"day", "2026-12-02"}, {"reason", "Tournée complète"}});
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(late.shows("Quelqu’un a répondu avant vous : cette date est validée, par Claire Fontaine"))
      << late.text();
  EXPECT_EQ(last_date().when.day, base::Day::of(2026, 12, 1));

  // The repairer accepts what he saw: a proposal that was changed meanwhile is shown to him first.
  suggest(at_garage, "reparation", {{"day", "2026-12-08"}});
  answer(first, "decision", {{"answer", "counter"}, {"day", "2026-12-09"}, {"reason", "Plus tard"}});
  const auto old = std::to_string(last_date().version);
  answer(first, "decision", {{"answer", "counter"}, {"day", "2026-12-10"}, {"reason", "Encore plus tard"}});
  at_garage.get(page_);
  const auto changed = at_garage.post_form(act_of("reponse"), {{"answer", "accept"}, {"seen", old}});
  EXPECT_EQ(changed.status, 409);
  EXPECT_TRUE(changed.shows("10-12-2026"));
  EXPECT_EQ(last_date().state, motor::schedule::State::countered);
}

TEST_P(MotorDates, M22_once_two_decisions_at_the_same_moment_leave_one) {  // M22.once
  using motor::schedule::Event;
  for (int round = 0; round < 12; ++round) {
    const auto file = scene::new_file(house(), firm_, garage_);
    const auto id = scene::suggest(house(), garage_, file, Kind::visit, {scene::day("2026-12-01")});
    std::optional<base::Outcome<base::Done>> told[2];
    std::barrier start(2);
    const auto decide = [&](std::size_t number) {
      start.arrive_and_wait();
      told[number] = platform().act(platform::Author::of(firm_.actor), [&](platform::Act& act) {
        const Event event = number == 0 ? Event::validate : Event::refuse;
        return motor::schedule::decide(act, firm_.actor, id, {event, 1, {}, "Tournée complète"});
      });
    };
    {
      std::jthread other(decide, 1);
      decide(0);
    }
    ASSERT_NE(told[0]->ok(), told[1]->ok()) << round;
    const auto& late = told[0]->ok() ? *told[1] : *told[0];
    EXPECT_TRUE(late.refused_as(motor::schedule::already_decided));
    EXPECT_EQ(scene::date(house(), id).state,
              told[0]->ok() ? motor::schedule::State::validated : motor::schedule::State::refused);
  }
}

TEST_P(MotorDates, M21_hour_bad_input_keeps_what_was_typed) {  // M21.hour
  Browser at_garage = browser_of(garage_);
  const auto wrong = at_garage.submit(at_garage.get(page_), dates_ + "rdv-terrain",
                                      {{"day", "2027-03-28"}, {"time", "02:30"}, {"comment", "Dépannage de nuit"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("on passe à l’heure d’été : 02:30 n’existe pas ce jour-là"));
  EXPECT_TRUE(wrong.shows("Dépannage de nuit"));
  EXPECT_NE(wrong.body.find("2027-03-28"), std::string::npos);
  const auto over = at_garage.submit(at_garage.get(page_), dates_ + "ead", {{"day", "2026-11-20"}});
  EXPECT_TRUE(over.shows("Le 20-11-2026 est passé"));
  EXPECT_EQ(at_garage.post_form(dates_ + "autre", {{"day", "2026-12-01"}}).status, 404);
  // The same date twice is one request; another one takes its place.
  suggest(at_garage, "ead", {{"day", "2026-12-01"}});
  EXPECT_EQ(at_garage.submit(at_garage.get(page_), dates_ + "ead", {{"day", "2026-12-01"}}).status, 409);
  suggest(at_garage, "ead", {{"day", "2026-12-02"}});
  const auto dates = read([&](db::Transaction& tx) { return motor::schedule::of_file(tx, file_); });
  ASSERT_EQ(dates.size(), 2U);
  EXPECT_EQ(dates[0].state, motor::schedule::State::withdrawn);
  EXPECT_EQ(dates[1].state, motor::schedule::State::suggested);
}

TEST_P(MotorDates, M22_a_date_that_is_off_leaves_the_file_where_it_waits_for_another) {
  Browser at_firm = browser_of(firm_);
  const auto fixed =
      at_firm.follow(at_firm.submit(at_firm.get(page_), dates_ + "rdv-terrain", {{"day", "2026-12-01"}}));
  EXPECT_TRUE(fixed.shows("Fixée par le cabinet."));
  EXPECT_EQ(state(), State::visit_planned);
  // Moved: the later one holds, and the file says so.
  at_firm.submit(at_firm.get(page_), dates_ + "rdv-terrain", {{"day", "2026-12-02"}});
  const auto history = at_firm.get("/reparateurs/dossiers/" + std::to_string(file_.value));
  EXPECT_TRUE(history.shows("Rendez-vous déplacé"));
  EXPECT_EQ(answer(at_firm, "annulation", {{"reason", ""}}).status, 422);
  EXPECT_EQ(answer(at_firm, "annulation", {{"reason", "Véhicule vendu"}}).status, 303);
  EXPECT_EQ(state(), State::awaiting_appointment);
  EXPECT_EQ(last_date().state, motor::schedule::State::withdrawn);

  // Cancelled by the state's own form, or the file closed: the date follows.
  scene::fix(house(), firm_, file_, Kind::visit, {scene::day("2026-12-04")});
  scene::happen(house(), firm_, file_, motor::file::Event::appointment_cancelled);
  EXPECT_EQ(last_date().state, motor::schedule::State::withdrawn);
  scene::suggest(house(), garage_, file_, Kind::repair, {scene::day("2026-12-08")});
  scene::happen(house(), firm_, file_, motor::file::Event::closed, "Sans suite");
  EXPECT_EQ(last_date().state, motor::schedule::State::withdrawn);
  Browser at_garage = browser_of(garage_);
  at_garage.get(page_);
  EXPECT_EQ(at_garage.post_form(dates_ + "ead", {{"day", "2026-12-01"}}).status, 409);
}

TEST_P(MotorDates, M22_a_file_that_went_to_another_repairer_takes_its_dates_from_the_first) {
  const auto asked = scene::suggest(house(), garage_, file_, Kind::visit, {scene::day("2026-12-01")});
  const Person other = scene::new_repairer(house());
  scene::attach(house(), firm_, other);
  const auto siret = *scene::establishment_of(house(), other).siret;
  const auto moved = act(
      [&](platform::Act& act) {
        auto file = motor::file::find(act.tx, file_).value();
        auto said = scene::particulars(file.reference, siret);
        return motor::file::correct(act, firm_.actor, file_, said);
      },
      platform::Author::of(firm_.actor));
  ASSERT_TRUE(moved.ok());
  EXPECT_EQ(house().get(page_, &garage_).status, 404);
  EXPECT_EQ(text_at(page_, &other).find("01-12-2026"), std::string::npos) << "what was said to another";
  Browser at_firm = browser_of(firm_);
  const auto refused = answer(at_firm, "decision", {{"answer", "validate"}});
  EXPECT_EQ(refused.status, 409);
  EXPECT_TRUE(refused.shows("Le dossier a été confié à un autre réparateur depuis"));
  EXPECT_EQ(scene::date(house(), asked).state, motor::schedule::State::withdrawn) << "nobody has to refuse it";
}

}  // namespace
