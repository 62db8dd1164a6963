// A page learns that what it shows has changed, and nothing of what its reader may not see (P15).
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace works {
namespace {

namespace scene = support::scene;

class LivePages : public support::HouseOnBothEngines {
 protected:
  // Where the page drawn now would ask, as its main element says.
  std::string asks(std::string_view page, const support::Person& by) {
    const auto body = house().get(page, &by).body;
    const std::string mark = "data-live=\"";
    const auto begin = body.find(mark);
    if (begin == std::string::npos) return {};
    return body.substr(begin + mark.size(), body.find('"', begin + mark.size()) - begin - mark.size());
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

TEST_P(LivePages, KeepAFormThatIsShownAgain) {
  const auto broker = scene::new_broker(house());
  const auto claim = scene::declare(house(), broker);
  const auto again = house().post("/travaux/dossiers/" + std::to_string(claim.value) + "/sans-suite", &broker);
  EXPECT_EQ(again.status, 422);
  EXPECT_EQ(again.body.find("data-live"), std::string::npos);
}

}  // namespace
}  // namespace works
