// A broker who never closes his file is reminded, then an administrator has the task (W26.chase).
#include <gmock/gmock.h>

#include "desks/works/closure/closure_actions.hpp"
#include "desks/works/lot/lot.hpp"
#include "desks/works/task/task.hpp"
#include "desks/works/works_rules.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace {

namespace scene = support::scene;
using testing::HasSubstr;
using testing::Not;
using works::task::Kind;

class FileClosureChase : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped() || HasFatalFailure()) return;
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house());
    claim_ = scene::declare(house(), *broker_);
    finish_job(claim_);
  }
  void finish_job(works::ClaimId claim) {
    const auto mandate = scene::ask(house(), *broker_, claim, *firm_);
    scene::accept(house(), *firm_, mandate);
    scene::validate_quote(house(), *broker_, scene::upload_quote(house(), *firm_, mandate));
    scene::close_job(house(), *firm_, mandate);
    house().settle();
  }
  void days(int count) {
    for (int day = 0; day < count; ++day) {
      house().clock().advance(base::hours{24});
      house().settle();
    }
  }
  int reminders() {
    int count = 0;
    for (const auto& message : scene::messages_to(house(), broker_->actor.organisation))
      count += message.channel == messages::Channel::notice && message.subject.starts_with("Dossier à clore");
    return count;
  }
  int tasks() {
    return read([](db::Transaction& tx) {
      int count = 0;
      for (const auto& task : works::task::open_tasks(tx, {}, 100)) count += task.kind == Kind::file_never_closed;
      return count;
    });
  }
  std::vector<std::string> pending() {
    return read([&](db::Transaction& tx) {
      std::vector<std::string> rules;
      for (const auto& delay : deadlines::of_file(tx, works::file_of(claim_)))
        if (delay.state == deadlines::State::pending && delay.rule.starts_with("W26")) rules.push_back(delay.rule);
      return rules;
    });
  }
  base::Outcome<base::Done> close() {
    return works::closure::close_file(platform(), broker_->actor, claim_, base::paris::day_of(house().clock().now()));
  }
  std::string file_page() {
    const auto reader = administrator();  // sessions end while days pass
    return text_at("/travaux/dossiers/" + std::to_string(claim_.value), &reader);
  }

  std::optional<support::Person> broker_, firm_;
  works::ClaimId claim_;
};
MANDAT_ON_BOTH_ENGINES(FileClosureChase);

TEST_P(FileClosureChase, RemindsTwiceThenHandsTheFileToAnAdministrator) {  // W26.chase
  EXPECT_EQ(pending().size(), 3U);
  EXPECT_THAT(file_page(), HasSubstr("Relance de clôture du dossier"));
  days(14);
  EXPECT_EQ(reminders(), 0);
  days(1);
  EXPECT_EQ(reminders(), 1);
  EXPECT_THAT(file_page(), HasSubstr("Courtier relancé : dossier à clore"));
  days(15);
  EXPECT_EQ(reminders(), 2);
  EXPECT_EQ(tasks(), 0);
  days(15);
  EXPECT_EQ(tasks(), 1);
  days(60);
  EXPECT_EQ(reminders(), 2);
  EXPECT_EQ(tasks(), 1);
  const auto admin = administrator();
  EXPECT_THAT(text_at("/administration/taches", &admin), HasSubstr("Clôture en attente"));
  EXPECT_THAT(file_page(), HasSubstr("Dossier toujours pas clos : confié à l’administrateur"));
  ASSERT_TRUE(close());
  EXPECT_EQ(tasks(), 0);
}

TEST_P(FileClosureChase, EndsWhenTheBrokerCloses) {  // W26.chase
  days(15);
  ASSERT_TRUE(close());
  EXPECT_TRUE(pending().empty());
  days(60);
  EXPECT_EQ(reminders(), 1);
  EXPECT_EQ(tasks(), 0);
}

TEST_P(FileClosureChase, BeginsOnlyOnceEveryLotIsOver) {  // W26.chase
  auto form = scene::claim_form();
  form.trades = {{"plomberie", 1}, {"peinture", 2}};
  claim_ = scene::declare(house(), *broker_, form);
  finish_job(claim_);
  EXPECT_TRUE(pending().empty()) << "the other lot goes on";
  const auto lots = read([&](db::Transaction& tx) { return works::lot::of_claim(tx, claim_); });
  ASSERT_EQ(lots.size(), 2U);
  for (const auto& lot : lots) {
    if (lot.state == works::lot::State::job_closed) continue;
    ASSERT_TRUE(
        works::closure::abandon_lot(platform(), broker_->actor, lot.id, works::claim::Abandonment::insured_gives_up));
  }
  EXPECT_EQ(pending().size(), 3U);
}

TEST_P(FileClosureChase, IsNotForWhoClosedBeforeTheFirm) {  // W26.chase
  claim_ = scene::declare(house(), *broker_);
  const auto mandate = scene::ask(house(), *broker_, claim_, *firm_);
  scene::accept(house(), *firm_, mandate);
  scene::validate_quote(house(), *broker_, scene::upload_quote(house(), *firm_, mandate));
  ASSERT_TRUE(close());
  scene::close_job(house(), *firm_, mandate);
  EXPECT_TRUE(pending().empty());
}

}  // namespace
