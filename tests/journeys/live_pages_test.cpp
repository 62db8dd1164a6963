// A page learns that what it shows has changed, and nothing of what its reader may not see (P15).
#include <map>

#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/task/task.hpp"
#include "floor/messages/sending.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/payment_scene.hpp"
#include "support/works_scene.hpp"

namespace works {
namespace {

namespace payment = support::payment_scene;
namespace scene = support::scene;

class LivePages : public support::HouseOnBothEngines {
 protected:
  // Where the page drawn now would ask, as its main element says.
  std::string asks(std::string_view page, const support::Person& by) {
    const auto body = house().get(page, &by).body;
    const std::string mark = "data-live=\"";
    const auto begin = body.find(mark);
    if (begin == std::string::npos) return {};
    auto address = body.substr(begin + mark.size(), body.find('"', begin + mark.size()) - begin - mark.size());
    const std::string ampersand = "&amp;";
    for (auto at = address.find(ampersand); at != address.npos; at = address.find(ampersand, at + 1))
      address.replace(at, ampersand.size(), "&");
    return address;
  }
  // What the server answers there, and the id that the browser keeps for the next time.
  struct Told {
    bool changed;
    std::string id;
    int status;
  };
  Told told(const std::string& address, const support::Person& by, const std::string& last = "") {
    auto request = support::request_of(platform(), web::Method::get, address, &by);
    if (!last.empty()) request.headers.emplace_back("last-event-id", last);
    const auto answer = house().handle(std::move(request));
    const auto begin = answer.body.find("id: ");
    return {answer.body.find("event: changement") != std::string::npos,
            begin == std::string::npos ? "" : answer.body.substr(begin + 4, answer.body.find('\n', begin) - begin - 4),
            answer.status};
  }
  void wait(int seconds) { house().clock().advance(base::seconds(seconds)); }
};
MANDAT_ON_BOTH_ENGINES(LivePages);

// P15 P15.settled_after P15.asked_every
TEST_P(LivePages, LearnOfAChangeOnceAndWithinSeconds) {
  const auto broker = scene::new_broker(house());
  const auto claim = scene::declare(house(), broker);
  wait(5);
  const std::string file = "/travaux/dossiers/" + std::to_string(claim.value);
  const std::string list_asks = asks("/travaux", broker), file_asks = asks(file, broker);
  ASSERT_FALSE(list_asks.empty());
  ASSERT_FALSE(file_asks.empty());
  EXPECT_FALSE(told(list_asks, broker).changed);
  EXPECT_FALSE(told(file_asks, broker).changed);

  scene::ask(house(), broker, claim, scene::new_firm(house()));
  EXPECT_FALSE(told(list_asks, broker).changed) << "a transaction with a lower id may still commit";
  wait(1);
  const Told list = told(list_asks, broker);
  EXPECT_TRUE(list.changed);
  EXPECT_TRUE(told(file_asks, broker).changed);
  EXPECT_FALSE(told(list_asks, broker, list.id).changed) << "it is told once";
  EXPECT_EQ(told(list_asks, broker, list.id).id, list.id);
}

// P15.scope
TEST_P(LivePages, TellNothingOfAnotherBrokersFile) {
  const auto mine = scene::new_broker(house()), other = scene::new_broker(house());
  const auto claim = scene::declare(house(), mine);
  scene::declare(house(), other);
  wait(5);
  const std::string asked = asks("/travaux", other);
  const std::string file = "/travaux/dossiers/" + std::to_string(claim.value) + "/direct?depuis=1";
  scene::ask(house(), mine, claim, scene::new_firm(house()));
  wait(5);
  const Told theirs = told(asked, other);
  EXPECT_FALSE(theirs.changed);
  EXPECT_EQ(told(file, other).status, 404);
  EXPECT_TRUE(told(file, mine).changed);
  const auto firm = tradesman();
  EXPECT_EQ(told("/travaux/direct?depuis=1", firm).status, 403);
  EXPECT_TRUE(told(asked, administrator()).changed) << "an administrator sees all files";
}

// P15.firm P15.told_of_end
TEST_P(LivePages, TellAFirmOfItsJobsAndOfTheirEndThenNothing) {
  const auto broker = scene::new_broker(house());
  const auto firm = scene::new_firm(house()), other = scene::new_firm(house());
  const auto claim = scene::declare(house(), broker);
  const auto mandate = scene::ask(house(), broker, claim, firm);
  const std::string job = "/chantiers/" + std::to_string(mandate.value);
  wait(5);
  const std::string list_asks = asks("/chantiers", firm), job_asks = asks(job, firm),
                    others = asks("/chantiers", other);
  ASSERT_FALSE(list_asks.empty());
  ASSERT_FALSE(job_asks.empty());
  EXPECT_FALSE(told(list_asks, firm).changed);

  scene::accept(house(), firm, mandate);
  wait(2);
  EXPECT_TRUE(told(list_asks, firm).changed);
  EXPECT_TRUE(told(job_asks, firm).changed);
  EXPECT_FALSE(told(others, other).changed);
  EXPECT_EQ(told(job + "/direct?depuis=1", other).status, 404);
  EXPECT_EQ(told(job + "/direct?depuis=1", broker).status, 403);

  ASSERT_TRUE(mandate::withdraw(platform(), broker.actor, mandate, "L’assuré préfère une autre entreprise"));
  wait(2);
  EXPECT_TRUE(told(list_asks, firm).changed) << "that it ended";
  house().clock().advance(base::minutes(15));
  const std::string later = told(list_asks, firm).id;
  scene::ask(house(), broker, claim, other);
  wait(5);
  EXPECT_FALSE(told(list_asks, firm, later).changed) << "what another firm makes of the claim is not its business";
  EXPECT_FALSE(told(job_asks, firm, later).changed);
  EXPECT_TRUE(told(others, other).changed);
}

// P15
TEST_P(LivePages, TellAdministratorsOfTasks) {
  const auto boss = administrator();
  const auto page_asks = asks("/administration/taches", boss);
  ASSERT_FALSE(page_asks.empty());
  EXPECT_FALSE(told(page_asks, boss).changed);
  act([&](platform::Act& act) {
    task::open(act, {.kind = task::Kind::silent_firm, .claim = {}, .organisation = {}, .subject = 7});
  });
  EXPECT_TRUE(told(page_asks, boss).changed);
  EXPECT_FALSE(told(asks("/administration/taches", boss), boss).changed);
  const auto again = house().post("/administration/taches/" + std::to_string(read([](db::Transaction& tx) {
                                    return task::open_tasks(tx, {}, 1).front().id.value;
                                  })),
                                  &boss);
  EXPECT_EQ(again.status, 422);
  EXPECT_EQ(again.body.find("data-live"), std::string::npos);
}

// P15
TEST_P(LivePages, TellAdministratorsOfApplicationsDisciplineAndMoney) {
  const auto boss = administrator();
  const auto broker = scene::new_broker(house());
  const auto firm = scene::new_firm(house());
  const auto mandate = scene::ask(house(), broker, scene::declare(house(), broker), firm);
  scene::accept(house(), firm, mandate);
  wait(5);
  std::map<std::string, std::string> pages;
  for (const auto* page : {"inscriptions", "discipline", "commissions", "primes"}) {
    pages[page] = asks(std::string("/administration/") + page, boss);
    ASSERT_FALSE(pages[page].empty()) << page;
    EXPECT_FALSE(told(pages[page], boss).changed) << page;
  }
  scene::validate_quote(house(), broker, scene::upload_quote(house(), firm, mandate));
  wait(2);
  EXPECT_FALSE(told(pages["inscriptions"], boss).changed) << "a claim is none of its business";
  EXPECT_TRUE(told(pages["discipline"], boss).changed);
  EXPECT_TRUE(told(pages["commissions"], boss).changed);
  EXPECT_TRUE(told(pages["primes"], boss).changed);
  ASSERT_EQ(house().post("/partenariat/depart", &firm).status, 303);
  wait(2);
  EXPECT_TRUE(told(pages["inscriptions"], boss).changed);
}

// P15
TEST_P(LivePages, TellAdministratorsOfBatchesOrdersAndWhatTheBankSaid) {
  const auto boss = administrator();
  payment::open_account(house());
  const auto firm = scene::new_firm(house());
  const auto ask = [&] {
    return payment::ask(house(), firm.actor.organisation, payments::Kind::direct_debit, {12'000});
  };
  const auto order = ask();
  const std::string list = "/administration/paiements", one = "/ordres/" + std::to_string(order.value);
  wait(5);
  std::map<std::string, std::string> pages;
  for (const std::string path : {"", "/ordres", "/banque", "/rapprochement"}) {
    pages[path] = asks(list + path, boss);
    ASSERT_FALSE(pages[path].empty()) << path;
    EXPECT_FALSE(told(pages[path], boss).changed) << path;
  }
  pages["ordre"] = asks(list + one, boss);
  ASSERT_FALSE(pages["ordre"].empty());
  const auto batch = payment::prepared(house());
  wait(2);
  for (const std::string page : {"", "/ordres", "ordre"}) EXPECT_TRUE(told(pages[page], boss).changed) << page;
  EXPECT_FALSE(told(pages["/rapprochement"], boss).changed) << "the bank said nothing";

  const std::string batch_asks = asks(list + "/remises/" + std::to_string(batch.value), boss);
  ASSERT_FALSE(batch_asks.empty());
  const auto other = ask();
  wait(2);
  EXPECT_FALSE(told(batch_asks, boss).changed) << "an order of another batch";
  const auto cancelled = act([&](platform::Act& act) { return payments::cancel(act, order, "Facture contestée"); });
  ASSERT_TRUE(cancelled);
  wait(2);
  EXPECT_TRUE(told(batch_asks, boss).changed);
  EXPECT_EQ(payment::get(house(), other).state, payments::State::planned);

  payment::take(house(), support::bank::statement({.movements = {{.amount = {300}, .reference = "BQ1"}}}));
  wait(2);
  EXPECT_TRUE(told(pages["/banque"], boss).changed);
  EXPECT_TRUE(told(pages["/rapprochement"], boss).changed);
  EXPECT_EQ(told("/administration/paiements/direct?depuis=1", firm).status, 403);

  pages[""] = asks(list, boss);
  pages["/compte"] = asks(list + "/compte", boss);
  EXPECT_FALSE(told(pages[""], boss).changed);
  payment::propose_account(house());
  wait(2);
  for (const std::string page : {"", "/compte"})
    EXPECT_TRUE(told(pages[page], boss).changed) << page << ": an account waits to be confirmed";
  EXPECT_EQ(house().get(asks(list + "/compte", boss), &firm).status, 403);
}

// P15, P5.dead_letter
TEST_P(LivePages, TellAdministratorsOfMessagesThatDidNotArrive) {
  const auto boss = administrator();
  const std::string list = "/administration/messages?suivi=echec";
  const auto id = act([](platform::Act& act) {
    return messages::enqueue(act, {.channel = messages::Channel::sms,
                                   .to = {.organisation = {5}, .address = "+33612345678"},
                                   .subject = "",
                                   .body = "Bonjour."});
  });
  const std::string page_asks = asks(list, boss);
  ASSERT_FALSE(page_asks.empty());
  EXPECT_FALSE(told(page_asks, boss).changed);
  messages::NoGateway nothing;
  messages::send_queued(platform(), nothing, {});
  EXPECT_TRUE(told(page_asks, boss).changed);
  const std::string with_one = asks(list, boss);
  EXPECT_FALSE(told(with_one, boss).changed);
  const std::string abandon = "/administration/messages/" + std::to_string(id.value) + "/abandon";
  ASSERT_EQ(house().post(abandon, &boss).status, 303);
  EXPECT_TRUE(told(with_one, boss).changed);
  EXPECT_EQ(told("/administration/messages/direct", tradesman()).status, 403);
}

// P15, P5.outbox_page
TEST_P(LivePages, TellAnOrganisationOfWhatIsWrittenToItAndNobodyElse) {
  const auto boss = administrator();
  const auto broker = scene::new_broker(house());
  const auto firm = scene::new_firm(house()), other = scene::new_firm(house());
  const auto claim = scene::declare(house(), broker);
  const std::vector<std::string> lists{"/messages", "/messages?canal=sms"};
  std::map<std::string, std::string> firms, others;
  for (const auto& list : lists) {
    firms[list] = asks(list, firm);
    others[list] = asks(list, other);
    ASSERT_FALSE(firms[list].empty()) << list;
    EXPECT_FALSE(told(firms[list], firm).changed) << list;
  }
  const std::string all = asks("/administration/messages", boss), news = asks("/notifications", broker);
  EXPECT_FALSE(told(all, boss).changed);
  EXPECT_FALSE(told(news, broker).changed);

  const auto mandate = scene::ask(house(), broker, claim, firm);
  for (const auto& list : lists) {
    EXPECT_TRUE(told(firms[list], firm).changed) << list;
    EXPECT_FALSE(told(others[list], other).changed) << list << " of another firm";
    EXPECT_FALSE(told(asks(list, firm), firm).changed) << list << " as it is drawn now";
  }
  EXPECT_TRUE(told(all, boss).changed);
  scene::accept(house(), firm, mandate);
  EXPECT_TRUE(told(news, broker).changed);
  EXPECT_FALSE(told(asks("/notifications", other), other).changed);

  const std::string unread = asks("/notifications", broker);
  ASSERT_EQ(house().post("/notifications/lues", &broker).status, 303);
  EXPECT_TRUE(told(unread, broker).changed) << "a colleague has seen them";

  act([&](platform::Act& act) {
    return messages::enqueue(act, {.channel = messages::Channel::sms,
                                   .to = {.organisation = firm.actor.organisation, .address = "+33612345678"},
                                   .subject = "",
                                   .body = "Bonjour."});
  });
  const std::string unsent = asks("/messages?canal=sms", firm);
  messages::NoGateway nothing;
  messages::send_queued(platform(), nothing, {});
  EXPECT_TRUE(told(unsent, firm).changed) << "it did not leave";
}

// P15
TEST_P(LivePages, TellAdministratorsOfDelays) {
  const auto boss = administrator();
  const auto broker = scene::new_broker(house());
  const auto firm = scene::new_firm(house());
  const std::string running = "/administration/echeances", met = running + "?etat=respectees";
  const auto running_asks = asks(running, boss), met_asks = asks(met, boss);
  ASSERT_FALSE(running_asks.empty());
  ASSERT_FALSE(met_asks.empty());
  EXPECT_FALSE(told(running_asks, boss).changed);
  const auto mandate = scene::ask(house(), broker, scene::declare(house(), broker), firm);
  EXPECT_TRUE(told(running_asks, boss).changed);
  EXPECT_FALSE(told(met_asks, boss).changed);
  scene::accept(house(), firm, mandate);
  EXPECT_TRUE(told(met_asks, boss).changed);
  EXPECT_FALSE(told(asks(met, boss), boss).changed);
  EXPECT_EQ(told(running + "/direct", firm).status, 403);
}

// P15.scope
TEST_P(LivePages, TellPartnersOfTheirOwnMoneyAlone) {
  const auto broker = scene::new_broker(house()), other_broker = scene::new_broker(house());
  const auto firm = scene::new_firm(house()), other_firm = scene::new_firm(house());
  const auto boss = administrator();
  const auto mandate = scene::ask(house(), broker, scene::declare(house(), broker), firm);
  scene::accept(house(), firm, mandate);
  scene::validate_quote(house(), broker, scene::upload_quote(house(), firm, mandate));
  wait(5);
  const std::string owed = "/chantiers/commissions", earned = "/travaux/primes";
  const auto firm_asks = asks(owed, firm), other_firm_asks = asks(owed, other_firm), broker_asks = asks(earned, broker),
             other_broker_asks = asks(earned, other_broker), closures_ask = asks("/administration/clotures", boss);
  for (const auto& address : {firm_asks, other_firm_asks, broker_asks, other_broker_asks, closures_ask})
    ASSERT_FALSE(address.empty());
  EXPECT_FALSE(told(firm_asks, firm).changed);
  scene::close_job(house(), firm, mandate);
  wait(2);
  EXPECT_TRUE(told(firm_asks, firm).changed);
  EXPECT_TRUE(told(broker_asks, broker).changed);
  EXPECT_TRUE(told(closures_ask, boss).changed);
  EXPECT_FALSE(told(other_firm_asks, other_firm).changed);
  EXPECT_FALSE(told(other_broker_asks, other_broker).changed);
  EXPECT_EQ(told(firm_asks, broker).status, 403);
  EXPECT_EQ(told(broker_asks, firm).status, 403);
}

TEST_P(LivePages, KeepAFormThatIsShownAgain) {
  const auto broker = scene::new_broker(house());
  const auto claim = scene::declare(house(), broker);
  const auto again = house().post("/travaux/dossiers/" + std::to_string(claim.value) + "/sans-suite", &broker);
  EXPECT_EQ(again.status, 422);
  EXPECT_EQ(again.body.find("data-live"), std::string::npos);
}

}  // namespace
}  // namespace works
