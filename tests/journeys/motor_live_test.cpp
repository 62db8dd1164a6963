// What waits, rounds and agendas learn that they have changed, each within its reader's scope (P15).
#include "support/house_on_both_engines.hpp"
#include "support/motor_dates.hpp"

namespace {

namespace scene = support::motor_scene;
using motor::schedule::Kind;
using support::Person;

class MotorLive : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    firm_ = scene::new_cabinet(house());
    garage_ = scene::new_repairer(house());
    file_ = scene::new_file(house(), firm_, garage_);
    house().clock().advance(base::seconds(5));
  }
  // Where the page drawn now would ask, as its main element says.
  std::string asks(std::string_view page, const Person& by) {
    const auto body = house().get(page, &by).body;
    const std::string mark = "data-live=\"";
    const auto begin = body.find(mark);
    if (begin == std::string::npos) return {};
    return body.substr(begin + mark.size(), body.find('"', begin + mark.size()) - begin - mark.size());
  }
  bool changed(const std::string& address, const Person& by) {
    return house().get(address, &by).body.find("event: changement") != std::string::npos;
  }

  Person firm_, garage_;
  motor::FileId file_;
};
MANDAT_ON_BOTH_ENGINES(MotorLive);

TEST_P(MotorLive, P15_what_waits_rounds_and_agendas_learn_of_a_date) {  // P15 P15.scope
  const Person other_firm = scene::new_cabinet(house()), other_garage = scene::new_repairer(house());
  struct Open {
    const char* page;
    Person mine, other;
    std::string mine_asks = {}, other_asks = {};
  };
  std::vector<Open> pages{{"/reparateurs/a-decider", firm_, other_firm},
                          {"/reparateurs/tournees", firm_, other_firm},
                          {"/reparateurs/agenda", garage_, other_garage}};
  for (Open& open : pages) {
    open.mine_asks = asks(open.page, open.mine);
    open.other_asks = asks(open.page, open.other);
    ASSERT_FALSE(open.mine_asks.empty() || open.other_asks.empty()) << open.page;
    EXPECT_FALSE(changed(open.mine_asks, open.mine)) << open.page;
  }
  scene::suggest(house(), garage_, file_, Kind::visit, {scene::day("2026-12-01")});
  house().clock().advance(base::seconds(2));
  for (const Open& open : pages) {
    EXPECT_TRUE(changed(open.mine_asks, open.mine)) << open.page;
    EXPECT_FALSE(changed(open.other_asks, open.other)) << open.page;
  }
}

TEST_P(MotorLive, P15_a_form_that_is_shown_again_is_kept) {  // P15
  const std::string page = "/reparateurs/dossiers/" + std::to_string(file_.value);
  const auto date = scene::suggest(house(), garage_, file_, Kind::visit, {scene::day("2026-12-01")});
  for (const std::string& tab : {page, page + "/expertise"}) EXPECT_FALSE(asks(tab, firm_).empty()) << tab;
  for (const std::string& path :
       {page + "/reparateur", "/reparateurs/dates/" + std::to_string(date.value) + "/decision"}) {
    const auto again = house().post(path, &firm_);
    EXPECT_EQ(again.status, 422) << path;
    EXPECT_EQ(again.body.find("data-live"), std::string::npos) << path;
  }
}

}  // namespace
