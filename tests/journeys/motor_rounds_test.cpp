// The firm plans its rounds by day and place, and decides from there; both sides follow their dates in a calendar of
// their own (M33).
#include <gtest/gtest.h>

#include "floor/identity/memberships.hpp"
#include "support/browser.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/motor_dates.hpp"

namespace {

namespace scene = support::motor_scene;
using motor::schedule::Kind;
using motor::schedule::TimeOfDay;
using support::Browser;
using support::Person;

class MotorRounds : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house());
    garage_ = scene::new_repairer(house());
    lyon_ = file_at("L1", {"69003", "Lyon 3e", places::Point{45'760'000, 4'850'000}});
    macon_ = file_at("M1", {"71000", "Mâcon", places::Point{46'306'000, 4'830'000}});
  }
  motor::FileId file_at(const std::string& reference, motor::file::Place place) {
    scene::attach(house(), firm_, garage_);
    auto said = scene::particulars(reference, *scene::establishment_of(house(), garage_).siret);
    said.place = std::move(place);
    return act([&](platform::Act& act) { return motor::file::create(act, firm_.actor, said).value(); },
               platform::Author::of(firm_.actor));
  }
  Browser browser_of(const Person& person) {
    Browser browser(house().port());
    browser.set_cookie("session", person.secret);
    return browser;
  }

  Person firm_, garage_;
  motor::FileId lyon_, macon_;
};
MANDAT_ON_BOTH_ENGINES(MotorRounds);

TEST_P(MotorRounds, M33_a_day_is_listed_by_place_drawn_and_decided_from_there) {  // M33 M33.order
  scene::fix(house(), firm_, macon_, Kind::visit, {scene::day("2026-11-26"), TimeOfDay{14, 0}});
  const auto asked = scene::suggest(house(), garage_, lyon_, Kind::visit, {scene::day("2026-11-26"), TimeOfDay{9, 0}});
  Browser at_firm = browser_of(firm_);
  const auto week = at_firm.get("/reparateurs/tournees?jour=2026-11-26");
  EXPECT_TRUE(week.shows("jeudi 26 novembre 2026"));
  EXPECT_TRUE(week.shows("Jeu. 26"));
  EXPECT_TRUE(week.shows("69003 Lyon 3e"));
  EXPECT_TRUE(week.shows("71000 Mâcon"));
  EXPECT_NE(week.body.find("<svg"), std::string::npos);
  EXPECT_NE(week.body.find("class=\"map\""), std::string::npos);
  EXPECT_TRUE(week.shows("à vol d’oiseau"));
  const std::string decision = "/reparateurs/dates/" + std::to_string(asked.value) + "/decision";
  const auto done = at_firm.follow(
      at_firm.post_form(decision, {{"answer", "validate"}, {"seen", "1"}, {"retour", "tournees-2026-11-26"}}));
  EXPECT_EQ(done.path, "/reparateurs/tournees?jour=2026-11-26");
  EXPECT_TRUE(done.shows("1 · 69003 Lyon 3e")) << "at nine, before the one at two";
  EXPECT_TRUE(done.shows("2 · 71000 Mâcon"));
  EXPECT_EQ(scene::file(house(), lyon_).position.state, motor::file::State::visit_planned);
  EXPECT_TRUE(at_firm.get("/reparateurs/tournees?jour=2026-11-25").shows("Aucune expertise ce jour"));
  const Person other = scene::new_cabinet(house());
  EXPECT_EQ(text_at("/reparateurs/tournees?jour=2026-11-26", &other).find("Mâcon"), std::string::npos);
}

TEST_P(MotorRounds, M33_calendar_follows_both_sides_by_an_address_of_their_own) {  // M33.calendar
  scene::fix(house(), firm_, macon_, Kind::visit, {scene::day("2026-11-26"), TimeOfDay{14, 0}});
  scene::fix(house(), firm_, lyon_, Kind::repair, {scene::day("2027-03-28")});
  const auto downloaded = house().get("/reparateurs/agenda.ics", &garage_);
  EXPECT_EQ(header(downloaded, "Content-Type"), "text/calendar; charset=utf-8");
  EXPECT_NE(downloaded.body.find("DTSTART:20261126T130000Z"), std::string::npos) << downloaded.body;
  EXPECT_NE(downloaded.body.find("DTSTART;VALUE=DATE:20270328"), std::string::npos);
  EXPECT_NE(downloaded.body.find("LOCATION:71000 Mâcon"), std::string::npos);

  for (const auto& [who, page] :
       {std::pair{firm_, "/reparateurs/tournees"}, std::pair{garage_, "/reparateurs/agenda"}}) {
    Browser browser = browser_of(who);
    const auto made = browser.follow(browser.submit(browser.get(page), "/reparateurs/agenda/abonnement"));
    const auto begin = made.body.find("/reparateurs/calendrier/");
    ASSERT_NE(begin, std::string::npos);
    const std::string address = made.body.substr(begin, made.body.find('"', begin) - begin);
    Browser calendar(house().port());  // without session
    const auto feed = calendar.get(address);
    EXPECT_EQ(feed.status, 200);
    EXPECT_NE(feed.body.find("RDV terrain · RENAULT CLIO"), std::string::npos) << feed.body;
    // The date moves: the same UID, a greater sequence.
    const auto field = [](const std::string& text, std::string_view name) {
      const auto at = text.find(name);
      return text.substr(at, text.find('\r', at) - at);
    };
    house().clock().advance(base::minutes{5});
    scene::fix(house(), firm_, macon_, Kind::visit,
               {scene::day("2026-11-27"), TimeOfDay{9, who.actor.organisation == firm_.actor.organisation ? 0 : 30}});
    const auto moved = calendar.get(address);
    EXPECT_EQ(field(moved.body, "UID:rdv-" + std::to_string(macon_.value)),
              field(feed.body, "UID:rdv-" + std::to_string(macon_.value)));
    EXPECT_NE(moved.body.find("DTSTART:20261127T08"), std::string::npos);
    EXPECT_NE(field(moved.body, "SEQUENCE:"), field(feed.body, "SEQUENCE:"));
    // A new address ends the old one.
    browser.submit(browser.get(page), "/reparateurs/agenda/abonnement");
    EXPECT_EQ(calendar.get(address).status, 404);
  }
  EXPECT_EQ(house().get("/reparateurs/calendrier/abc.def").status, 404);
}

TEST_P(MotorRounds, M33_the_calendars_address_ends_when_its_person_leaves_or_is_suspended) {  // M33.calendar
  const auto address_of = [&](const Person& who) {
    Browser browser = browser_of(who);
    const auto made =
        browser.follow(browser.submit(browser.get("/reparateurs/agenda"), "/reparateurs/agenda/abonnement"));
    const auto begin = made.body.find("/reparateurs/calendrier/");
    return made.body.substr(begin, made.body.find('"', begin) - begin);
  };
  const Person colleague = support::new_member(platform(), garage_.actor.organisation);
  const std::string his = address_of(garage_), hers = address_of(colleague);
  EXPECT_EQ(house().get(his).status, 200);
  EXPECT_EQ(house().get(hers).status, 200);
  act([&](platform::Act& act) {
    ASSERT_TRUE(identity::remove_member(act, garage_.actor, colleague.actor.account).ok());
  });
  EXPECT_EQ(house().get(hers).status, 404);
  const Person boss = administrator();
  act([&](platform::Act& act) {
    ASSERT_TRUE(identity::suspend_account(act, boss.actor, garage_.actor.account, "Impayés"));
  });
  EXPECT_EQ(house().get(his).status, 404);
}

TEST_P(MotorRounds, M33_calendar_an_address_opens_its_own_feed_and_no_other) {  // M33.calendar P4.calendar_address
  const auto token_at = [&](const std::string& page, const std::string& route) {
    const auto body = house().get(page, &garage_).body;
    const auto begin = body.find(route);
    if (begin == std::string::npos) return std::string();
    const auto token = begin + route.size();
    return body.substr(token, body.find('"', token) - token);
  };
  const std::string dates = "/reparateurs/calendrier/", delays = "/calendrier/";
  ASSERT_EQ(house().post("/reparateurs/agenda/abonnement", &garage_).status, 303);
  ASSERT_EQ(house().post("/parametres/agenda", &garage_).status, 303);
  const std::string of_dates = token_at("/reparateurs/agenda", dates),
                    of_delays = token_at("/parametres/agenda", delays);
  ASSERT_FALSE(of_dates.empty());
  ASSERT_FALSE(of_delays.empty());
  EXPECT_EQ(house().get(dates + of_dates).status, 200);
  EXPECT_EQ(house().get(delays + of_delays).status, 200);
  EXPECT_EQ(house().get(dates + of_delays).status, 404);
  EXPECT_EQ(house().get(delays + of_dates).status, 404);
  // The end of one leaves the other.
  ASSERT_EQ(house().post("/parametres/agenda/fin", &garage_).status, 303);
  EXPECT_EQ(house().get(delays + of_delays).status, 404);
  EXPECT_EQ(house().get(dates + of_dates).status, 200);
}

TEST_P(MotorRounds, M33_the_list_of_what_waits_counts_and_ages) {
  scene::suggest(house(), garage_, lyon_, Kind::delivery, {scene::day("2026-12-15")});
  scene::send_supplement(house(), garage_, macon_, "Traverse");
  house().clock().advance(base::hours(1));
  Browser at_firm = browser_of(firm_);
  const auto page = at_firm.get("/reparateurs/a-decider");
  EXPECT_TRUE(page.shows("Dates à décider"));
  EXPECT_TRUE(page.shows("la plus ancienne attend depuis 1\u00a0h"));
  EXPECT_TRUE(page.shows("le plus ancien attend depuis 1\u00a0h"));
  EXPECT_TRUE(at_firm.get("/reparateurs").shows("À décider 2")) << "counted in the menu";
  const Person other = scene::new_cabinet(house());
  EXPECT_NE(text_at("/reparateurs/a-decider", &other).find("Aucune date n’attend votre décision."), std::string::npos);
}

TEST_P(MotorRounds, M33_queue_holds_the_documents_to_judge_page_by_page) {  // M33.queue
  for (int i = 0; i < 23; ++i) {
    scene::send(house(), garage_, i % 2 == 0 ? lyon_ : macon_, motor::document::Kind::quote);
    house().clock().advance(base::minutes{1});
  }
  const auto papers = read([&](db::Transaction& tx) { return motor::document::all_of_file(tx, lyon_); });
  Browser at_firm = browser_of(firm_);
  const auto page = at_firm.get("/reparateurs/a-decider");
  EXPECT_TRUE(page.shows("Documents à juger"));
  EXPECT_TRUE(page.shows("20 sur 23"));
  EXPECT_TRUE(at_firm.get("/reparateurs").shows("À décider 23"));
  const auto link = page.body.find("?documents=");
  ASSERT_NE(link, std::string::npos);
  const std::string next = page.body.substr(link, page.body.find_first_of("\"#", link) - link);
  const auto rest = at_firm.get("/reparateurs/a-decider" + next);
  EXPECT_TRUE(rest.shows("3 sur 23"));
  // Judged: it leaves the queue and the count.
  const std::string file = "/reparateurs/dossiers/" + std::to_string(lyon_.value);
  at_firm.submit(at_firm.get(file), "/reparateurs/documents/" + std::to_string(papers.front().id.value) + "/verdict",
                 {{"verdict", "compliant"}});
  EXPECT_TRUE(at_firm.get("/reparateurs").shows("À décider 22"));
  const Person other = scene::new_cabinet(house());
  EXPECT_NE(text_at("/reparateurs/a-decider", &other).find("Aucun document n’attend votre jugement."),
            std::string::npos);
  EXPECT_EQ(browser_of(garage_).get("/reparateurs/a-decider").status, 403);
}

TEST_P(MotorRounds, M33_calendar_two_changes_of_one_instant_have_two_sequences) {  // M33.calendar
  const auto sequence = [&] {
    const std::string text = house().get("/reparateurs/agenda.ics", &firm_).body;
    const auto at = text.find("SEQUENCE:") + 9;
    return std::stoll(text.substr(at, text.find('\r', at) - at));
  };
  scene::fix(house(), firm_, lyon_, Kind::visit, {scene::day("2026-11-26"), TimeOfDay{9, 0}});
  const auto first = sequence();
  scene::fix(house(), firm_, lyon_, Kind::visit, {scene::day("2026-11-27"), TimeOfDay{9, 0}});
  const auto second = sequence();
  scene::fix(house(), firm_, lyon_, Kind::visit, {scene::day("2026-11-28"), TimeOfDay{9, 0}});
  EXPECT_LT(first, second);
  EXPECT_LT(second, sequence());
}

TEST_P(MotorRounds, P14_an_agenda_of_many_dates_is_read_page_by_page) {
  std::vector<motor::FileId> files;
  for (int i = 0; i < 52; ++i) {
    files.push_back(scene::new_file(house(), firm_, garage_));
    scene::fix(house(), firm_, files.back(), Kind::repair, {scene::day("2026-12-01") + i / 10});
  }
  Browser at_garage = browser_of(garage_);
  const auto page = at_garage.get("/reparateurs/agenda");
  const auto count = [](const support::Page& of) {
    std::size_t found = 0;
    for (auto at = of.body.find("Date de réparation"); at != std::string::npos;
         at = of.body.find("Date de réparation", at + 1))
      ++found;
    return found;
  };
  EXPECT_EQ(count(page), 50U);
  const auto link = page.body.find("?apres=");
  ASSERT_NE(link, std::string::npos);
  const auto rest =
      at_garage.get("/reparateurs/agenda" + page.body.substr(link, page.body.find_first_of("\"#", link) - link));
  EXPECT_EQ(count(rest), 2U);
}

}  // namespace
