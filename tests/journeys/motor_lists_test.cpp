// Lists of desk motor longer than a page: nothing is cut without a word (P14). Marks of the law bear their day (M35).
#include <gtest/gtest.h>

#include <set>

#include "desks/motor/file/flags.hpp"
#include "desks/motor/help/help.hpp"
#include "desks/motor/rates/rates_actions.hpp"
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_scene.hpp"

namespace {

namespace scene = support::motor_scene;
using support::Browser;
using support::Page;
using support::Person;

class MotorLists : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house());
  }
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }
  // The addresses on the page that begin so, each once.
  static std::set<std::string> links(const Page& page, std::string_view beginning) {
    std::set<std::string> found;
    const std::string opening = "\"" + std::string(beginning);
    for (auto at = page.body.find(opening); at != std::string::npos; at = page.body.find(opening, at + 1))
      found.insert(page.body.substr(at + 1, page.body.find_first_of("\"#", at + 1) - at - 1));
    return found;
  }
  static std::string next_of(const Page& page) {
    const auto at = page.body.find("apres=");
    if (at == std::string::npos) return {};
    const auto from = page.body.rfind('"', at) + 1;
    std::string link = page.body.substr(from, page.body.find_first_of("\"#", at) - from);
    for (auto amp = link.find("&amp;"); amp != std::string::npos; amp = link.find("&amp;")) link.erase(amp + 1, 4);
    return link;
  }

  Person firm_;
};
MANDAT_ON_BOTH_ENGINES(MotorLists);

TEST_P(MotorLists, P14_the_repairers_of_a_firm_are_read_page_by_page_and_searched) {
  std::vector<identity::Establishment> places;
  for (int i = 0; i < 28; ++i) {
    const Person garage = scene::new_repairer(house());
    places.push_back(scene::establishment_of(house(), garage));
    scene::ask_attachment(house(), firm_, places.back());
    house().clock().advance(base::seconds(1));
  }
  const Person special = support::new_member(
      platform(), support::new_organisation(platform(), {identity::OrganisationKind::repairer}, "Carrosserie Zéphyr"));
  scene::ask_attachment(house(), firm_, scene::new_establishment(house(), special));
  Browser by = browser_of(firm_);
  const Page first = by.get("/reparateurs/rattachements");
  const auto here = links(first, "/reparateurs/rattachements/");
  EXPECT_EQ(here.size(), 50U) << "twenty-five, each validated or refused";
  EXPECT_FALSE(first.shows("Carrosserie Zéphyr"));
  const Page rest = by.get(next_of(first));
  EXPECT_EQ(links(rest, "/reparateurs/rattachements/").size(), 8U);
  EXPECT_TRUE(rest.shows("Carrosserie Zéphyr"));
  EXPECT_EQ(next_of(rest), "");

  const Page found = by.get("/reparateurs/rattachements?q=zephyr");
  EXPECT_TRUE(found.shows("Carrosserie Zéphyr"));
  EXPECT_EQ(links(found, "/reparateurs/rattachements/").size(), 2U);
  const Page by_siret = by.get("/reparateurs/rattachements?q=" + places[3].siret->text());
  EXPECT_EQ(links(by_siret, "/reparateurs/rattachements/").size(), 2U);
  EXPECT_TRUE(by.get("/reparateurs/rattachements?q=personne").shows("Aucun réparateur trouvé"));
}

TEST_P(MotorLists, P14_rates_received_and_messages_go_on_page_after_page) {
  const Person garage = scene::new_repairer(house());
  scene::attach(house(), firm_, garage);
  const auto place = scene::establishment_of(house(), garage);
  for (int i = 0; i < 53; ++i)
    act(
        [&](platform::Act& act) {
          std::vector<motor::rates::Line> lines{{.company = "PUBLIC"}};
          lines[0].prices[0] = motor::rates::Price{6000 + i};
          EXPECT_TRUE(motor::rates::send(act, garage.actor,
                                         {.make = "",
                                          .establishment = i == 52 ? place.id : identity::EstablishmentId{},
                                          .effective_on = base::paris::day_of(act.now)},
                                         lines)
                          .ok());
        },
        platform::Author::of(garage.actor));
  Browser by = browser_of(firm_);
  const Page rates = by.get("/reparateurs/tarifs-recus");
  EXPECT_EQ(links(rates, "/reparateurs/tarifs/").size(), 50U);
  EXPECT_TRUE(rates.shows("69003 Lyon · 12 rue des Forges")) << "the newest is for one site, by its name";
  const Page more = by.get(next_of(rates));
  EXPECT_EQ(links(more, "/reparateurs/tarifs/").size(), 3U);

  for (int i = 0; i < 27; ++i) {
    const Person other = scene::new_repairer(house());
    scene::attach(house(), firm_, other);
    act(
        [&](platform::Act& act) {
          EXPECT_TRUE(motor::help::ask(act, other.actor, firm_.actor.organisation,
                                       {.about = "", .said = "Il manque le " + std::to_string(i)})
                          .ok());
        },
        platform::Author::of(other.actor));
  }
  const Page reports = by.get("/reparateurs/signalements");
  EXPECT_EQ(links(reports, "/reparateurs/signalements/").size(), 25U);
  EXPECT_EQ(links(by.get(next_of(reports)), "/reparateurs/signalements/").size(), 2U);
}

TEST_P(MotorLists, M35_the_marks_of_an_irreparable_vehicle_bear_their_day) {  // M35
  const Person garage = scene::new_repairer(house());
  const auto id = scene::new_file(house(), firm_, garage);
  const std::string page = "/reparateurs/dossiers/" + std::to_string(id.value);
  scene::post_report(house(), firm_, id);
  Browser by = browser_of(firm_);
  const Page shown = by.get(page);
  EXPECT_EQ(shown.hidden("day"), "2026-11-23") << "the report's day is proposed";
  const Page wrong = by.post_form(page + "/indicateurs", {{"mark", "irreparable"}, {"day", "2026-11-31"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.shows("Cette date n’existe pas"));
  const Page to_come = by.post_form(page + "/indicateurs", {{"mark", "irreparable"}, {"day", "2026-12-24"}});
  EXPECT_EQ(to_come.status, 422);
  EXPECT_TRUE(to_come.shows("Ce jour est à venir"));
  EXPECT_EQ(to_come.hidden("day"), "2026-12-24") << "what was typed stays";
  const Page marked = by.follow(by.post_form(page + "/indicateurs", {{"mark", "irreparable"}, {"day", "2026-11-20"}}));
  EXPECT_TRUE(marked.shows("VEI : rapport du 20-11-2026"));
  const auto due = read([&](db::Transaction& tx) {
    return deadlines::pending(tx, motor::file::irreparable_subject, id.value, motor::file::deadline_rule::offer);
  });
  ASSERT_TRUE(due);
  EXPECT_EQ(due->due, base::paris::start_of(base::Day::from_iso("2026-12-06").value()));
  EXPECT_TRUE(by.post_form(page + "/indicateurs", {{"mark", "insurer_offer"}, {"day", "2026-11-19"}})
                  .shows("pas avant le 20-11-2026"));
}

}  // namespace
