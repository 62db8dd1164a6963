// Administrators watch the delays that run, read the receipt of each and put one off; its owner has them in a calendar.
#include <gmock/gmock.h>

#include "floor/audit/audit.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/messages/messages.hpp"
#include "floor/visit/dispatcher.hpp"
#include "floor/visit/floor_routes.hpp"
#include "floor/worker/worker.hpp"
#include "support/house_on_both_engines.hpp"

namespace deadlines {
namespace {

using support::form;
using testing::HasSubstr;
using testing::Not;

class Delays : public support::HouseOnBothEngines {
 protected:
  DeadlineId start_one(const support::Person& owner, base::Duration delay, std::int64_t subject = 7) {
    return act([&](platform::Act& act) {
      return start(act, {.file = {"test.file", 12},
                         .subject_kind = "test.job",
                         .subject_id = subject,
                         .rule = "W19.quote",
                         .start_event = "works.mandate.asked",
                         .start = act.now,
                         .due = act.now + delay,
                         .owner = owner.actor.organisation});
    });
  }
  Deadline get(DeadlineId id) {
    return read([&](db::Transaction& tx) { return find(tx, id).value(); });
  }
  static std::string receipt_at(DeadlineId id) { return "/administration/echeances/" + std::to_string(id.value); }
  web::Response extend(DeadlineId id, const support::Person& by, std::string day, std::string reason,
                       std::string time = "") {
    return house().post(receipt_at(id) + "/prolongation", &by,
                        form({{"jour", std::move(day)}, {"heure", std::move(time)}, {"motif", std::move(reason)}}));
  }
};
MANDAT_ON_BOTH_ENGINES(Delays);

TEST_P(Delays, AreListedForAdministratorsTheMostPressingFirst) {
  const auto boss = administrator();
  const auto firm = tradesman();
  const DeadlineId late = start_one(firm, base::hours{72}, 1), soon = start_one(firm, base::hours{5}, 2);
  const auto page = house().get("/administration/echeances", &boss);
  EXPECT_LT(page.body.find(receipt_at(soon)), page.body.find(receipt_at(late)));
  EXPECT_NE(page.body.find(receipt_at(late)), std::string::npos);
  const std::string text = support::text_of_html(page.body);
  EXPECT_THAT(text, HasSubstr("W19.quote"));
  EXPECT_THAT(text, HasSubstr(firm.actor.organisation_name));
  EXPECT_EQ(text_at("/administration/echeances", &firm), "403");
}

TEST_P(Delays, AreListedPageByPage) {
  const auto boss = administrator();
  const auto firm = tradesman();
  std::vector<DeadlineId> ids;
  for (int i = 1; i <= 26; ++i) ids.push_back(start_one(firm, base::hours{i}, i));
  const auto first = house().get("/administration/echeances", &boss);
  EXPECT_THAT(first.body, Not(HasSubstr(receipt_at(ids.back()))));
  const auto at = first.body.find("/administration/echeances?apres=");
  ASSERT_NE(at, std::string::npos);
  const auto second = house().get(first.body.substr(at, first.body.find('"', at) - at), &boss);
  EXPECT_THAT(second.body, HasSubstr(receipt_at(ids.back())));
  EXPECT_THAT(second.body, Not(HasSubstr(receipt_at(ids.front()))));
}

TEST_P(Delays, AreFoundAgainOnceTheyEndedWithWhenAndByWhom) {  // P4.ended
  const auto boss = administrator();
  const auto firm = tradesman();
  const DeadlineId met = start_one(firm, base::hours{48}, 1), cancelled = start_one(firm, base::hours{48}, 2),
                   missed = start_one(firm, base::minutes{10}, 3), runs = start_one(firm, base::hours{72}, 4);
  const auto by_firm = platform::Author::of(firm.actor);
  ASSERT_TRUE(act([](platform::Act& act) { return meet(act, "test.job", 1, "W19.quote"); }, by_firm));
  act([](platform::Act& act) { cancel_all(act, "test.job", 2); });
  Handlers handlers;
  handlers.add("W19.quote", "Devis attendu", [](platform::Act&, const Deadline&) {});
  house().clock().advance(base::minutes{10});
  ASSERT_EQ(fire_due(platform(), handlers), 1);

  const std::string list = "/administration/echeances";
  const auto page = [&](const std::string& state) { return house().get(list + "?etat=" + state, &boss).body; };
  EXPECT_THAT(house().get(list, &boss).body, HasSubstr(receipt_at(runs)));
  for (const DeadlineId ended : {met, cancelled, missed})
    EXPECT_THAT(house().get(list, &boss).body, Not(HasSubstr(receipt_at(ended))));
  EXPECT_THAT(page("respectees"), HasSubstr(receipt_at(met)));
  EXPECT_THAT(page("respectees"), Not(HasSubstr(receipt_at(cancelled))));
  EXPECT_THAT(support::text_of_html(page("respectees")), HasSubstr("23 nov. 2026, 10:00"));
  EXPECT_THAT(support::text_of_html(page("respectees")), HasSubstr(firm.actor.name));
  EXPECT_THAT(page("echues"), HasSubstr(receipt_at(missed)));
  EXPECT_THAT(support::text_of_html(page("echues")), HasSubstr("Automatique"));
  EXPECT_THAT(page("annulees"), HasSubstr(receipt_at(cancelled)));
  EXPECT_THAT(text_at(receipt_at(met), &boss), HasSubstr(firm.actor.name));
}

TEST_P(Delays, ThatEndedAreListedPageByPageTheLatestFirst) {  // P4.ended
  const auto boss = administrator();
  const auto firm = tradesman();
  std::vector<DeadlineId> ids;
  for (int i = 1; i <= 26; ++i) {
    ids.push_back(start_one(firm, base::hours{72}, i));
    act([&](platform::Act& act) { cancel_all(act, "test.job", i); });
    house().clock().advance(base::seconds{1});
  }
  const auto first = house().get("/administration/echeances?etat=annulees", &boss);
  EXPECT_LT(first.body.find(receipt_at(ids[25])), first.body.find(receipt_at(ids[24])));
  EXPECT_THAT(first.body, Not(HasSubstr(receipt_at(ids.front()))));
  const std::string mark = "avant=";
  const auto at = first.body.find(mark);
  ASSERT_NE(at, std::string::npos);
  const std::string before = first.body.substr(at, first.body.find('"', at) - at);
  const auto second = house().get("/administration/echeances?etat=annulees&" + before, &boss);
  EXPECT_THAT(second.body, HasSubstr(receipt_at(ids.front())));
  EXPECT_THAT(second.body, Not(HasSubstr(receipt_at(ids.back()))));
}

TEST_P(Delays, HaveAReceiptThatSaysWhatStartedThemUntilWhenAndWhoWasTold) {  // P4.receipt
  const auto boss = administrator();
  const auto firm = tradesman();
  const DeadlineId id = start_one(firm, base::hours{48});
  act([&](platform::Act& act) {
    return messages::enqueue(act, {.channel = messages::Channel::sms,
                                   .to = {.organisation = firm.actor.organisation, .address = "+33612345678"},
                                   .body = "Votre devis est attendu.",
                                   .file = {"test.file", 12}});
  });
  const std::string text = text_at(receipt_at(id), &boss);
  EXPECT_THAT(text, HasSubstr("W19.quote"));
  EXPECT_THAT(text, HasSubstr("works.mandate.asked"));
  EXPECT_THAT(text, HasSubstr("23 nov. 2026, 10:00"));       // began
  EXPECT_THAT(text, HasSubstr("mer. 25 nov. 2026, 10:00"));  // the last moment
  EXPECT_THAT(text, HasSubstr(firm.actor.organisation_name));
  EXPECT_THAT(text, HasSubstr("06 12 34 56 78"));
  EXPECT_EQ(text_at("/administration/echeances/12", &boss), "404");
}

TEST_P(Delays, ArePutOffWithAReasonThatStandsOnThem) {  // P4.extension
  const auto boss = administrator();
  const DeadlineId id = start_one(tradesman(), base::hours{48});
  EXPECT_EQ(extend(id, boss, "2026-11-27", "Toit inaccessible").status, 303);
  EXPECT_EQ(get(id).due, base::paris::start_of(base::Day::of(2026, 11, 28).value())) << "until the end of that day";
  EXPECT_EQ(get(id).reason, "Toit inaccessible");
  EXPECT_EQ(extend(id, boss, "2026-11-30", "Nacelle en retard", "17:30").status, 303);
  EXPECT_EQ(get(id).due, base::paris::at(base::Day::of(2026, 11, 30).value(), 17, 30));
  const std::string text = text_at(receipt_at(id), &boss);
  EXPECT_THAT(text, HasSubstr("Nacelle en retard"));
  EXPECT_THAT(text, HasSubstr("Reportée du 25 nov. 2026, 10:00 au 27 nov. 2026, 23:59"));
  EXPECT_THAT(text, HasSubstr(boss.actor.name));
  const auto facts = read([](db::Transaction& tx) { return audit::facts_of(tx, {"test.file", 12}); });
  EXPECT_EQ(facts.size(), 2U);
}

TEST_P(Delays, AreNeverBroughtForwardNorMovedWithoutAReason) {  // P4.extension
  const auto boss = administrator();
  const DeadlineId id = start_one(tradesman(), base::hours{48});
  const base::Instant due = get(id).due;
  const auto unexplained = extend(id, boss, "2026-11-27", " ");
  EXPECT_EQ(unexplained.status, 422);
  EXPECT_THAT(unexplained.body, HasSubstr("2026-11-27")) << "what was typed is kept";
  EXPECT_EQ(extend(id, boss, "2026-11-24", "Plus tôt").status, 422);
  EXPECT_EQ(extend(id, boss, "hier", "Toit inaccessible").status, 422);
  EXPECT_EQ(extend(id, boss, "2026-11-27", "Toit inaccessible", "25:00").status, 422);
  EXPECT_EQ(extend(id, boss, "2026-11-27", std::string(501, 'x')).status, 422);
  EXPECT_EQ(get(id).due, due);
  EXPECT_EQ(get(id).extensions, 0);
}

TEST_P(Delays, ThatEndedAreMovedNoMore) {
  const auto boss = administrator();
  const DeadlineId id = start_one(tradesman(), base::hours{48});
  act([](platform::Act& act) { return meet(act, "test.job", 7, "W19.quote"); });
  EXPECT_EQ(extend(id, boss, "2026-11-27", "Toit inaccessible").status, 409);
  EXPECT_EQ(extend({12}, boss, "2026-11-27", "Toit inaccessible").status, 404);
  EXPECT_THAT(text_at(receipt_at(id), &boss), Not(HasSubstr("Reporter cette échéance")));
}

TEST_P(Delays, StandInTheCalendarOfTheOrganisationThatOwesThemAlone) {  // P4.icalendar, P2
  const auto firm = tradesman(), other = tradesman();
  const DeadlineId mine = start_one(firm, base::hours{48}, 1), foreign = start_one(other, base::hours{48}, 2);
  const auto feed = house().get("/echeances.ics", &firm);
  EXPECT_EQ(header(feed, "Content-Type"), "text/calendar; charset=utf-8");
  EXPECT_THAT(feed.body, HasSubstr("UID:echeance-" + std::to_string(mine.value) + "@mandat.example.fr\r\n"));
  EXPECT_THAT(feed.body, HasSubstr("DTSTART:20261125T090000Z\r\n"));
  EXPECT_THAT(feed.body, HasSubstr("SEQUENCE:2880\r\n"));
  EXPECT_THAT(feed.body, Not(HasSubstr(std::to_string(foreign.value))));
  EXPECT_EQ(house().get("/echeances.ics").status, 303) << "asks to sign in";
}

TEST_P(Delays, KeepTheirUidWhenTheyMoveAndTheirSequenceGrows) {  // P4.icalendar
  const auto boss = administrator();
  const auto firm = tradesman();
  const DeadlineId id = start_one(firm, base::hours{48});
  extend(id, boss, "2026-11-26", "Toit inaccessible", "10:00");
  const auto feed = house().get("/echeances.ics", &firm);
  EXPECT_THAT(feed.body, HasSubstr("UID:echeance-" + std::to_string(id.value) + "@mandat.example.fr\r\n"));
  EXPECT_THAT(feed.body, HasSubstr("SEQUENCE:4320\r\n"));
  EXPECT_THAT(feed.body, HasSubstr("Toit inaccessible"));
}

TEST_P(Delays, NeedNoConfirmationWhileTheClocksAgree) {  // P4.clock_watch
  const auto boss = administrator();
  house().settle();
  EXPECT_THAT(text_at("/administration/echeances", &boss), Not(HasSubstr("suspendues")));
  EXPECT_EQ(house().post("/administration/horloge/confirmation", &boss).status, 303);
}

// The house's own clocks never part: here is a worker whose monotonic clock stands still.
TEST_P(Delays, AreHeldWhenTheClockJumpsUntilAnAdministratorConfirms) {  // P4.clock_watch
  const auto boss = administrator();
  const Handlers handlers;
  const messages::Listeners listeners;
  messages::OutboxTransport transport;
  worker::Worker worker(platform(), handlers, transport, listeners, [] { return base::Duration{0}; });
  visit::Site site;
  site.worker = &worker;
  const visit::Dispatcher dispatcher(platform(), site, visit::floor_routes(), [](const visit::Served&) {});
  const auto page = [&] {
    auto request = support::request_of(platform(), web::Method::get, "/administration/echeances", &boss);
    return support::text_of_html(dispatcher.handle(request).body);
  };
  worker.run_once();
  EXPECT_THAT(page(), Not(HasSubstr("suspendues")));
  house().clock().advance(base::minutes{6});
  worker.run_once();
  EXPECT_THAT(page(), HasSubstr("Les échéances sont suspendues"));

  auto confirmation = support::request_of(platform(), web::Method::post, "/administration/horloge/confirmation", &boss);
  EXPECT_EQ(dispatcher.handle(confirmation).status, 303);
  EXPECT_FALSE(worker.holding());
  EXPECT_THAT(page(), Not(HasSubstr("suspendues")));
  EXPECT_EQ(read([](db::Transaction& tx) { return audit::latest_facts(tx, 0, 1); }).front().code, "clock.confirmed");
}

}  // namespace
}  // namespace deadlines
