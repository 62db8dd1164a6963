// Two servers on one PostgreSQL: whatever they race for, one wins (W12, W13, W16, P4).
#include <gtest/gtest.h>

#include <barrier>
#include <thread>

#include "desks/works/mandate/mandate_actions.hpp"
#include "support/works_scene.hpp"

namespace {

namespace scene = support::scene;
using works::mandate::Choice;
using works::mandate::State;

class TwoServers : public testing::Test {
 protected:
  void SetUp() override {
    if (!support::postgres_is_there()) GTEST_SKIP() << "no PostgreSQL";
    house_.emplace(db::Engine::postgres);
    database_ = db::open(house_->address());
    auto& first = house_->platform();
    second_.emplace(platform::Platform{.database = *database_, .clock = first.clock, .random = first.random, .ids = first.ids,
                                       .documents = first.documents, .passwords = first.passwords, .settings = first.settings});
    broker_ = scene::new_broker(*house_);
    firms_ = {scene::new_firm(*house_), scene::new_firm(*house_, {"plomberie"}, "Deuxième Plomberie")};
  }
  void TearDown() override {
    second_.reset();
    database_.reset();
    house_.reset();
  }

  platform::Platform& server(int number) { return number == 0 ? house_->platform() : *second_; }

  // Both at the same moment, each on its server and thread.
  template <class Act>
  void race(Act act) {
    std::barrier start(2);
    const auto run = [&](int number) {
      start.arrive_and_wait();
      act(number);
    };
    std::jthread other(run, 1);
    run(0);
  }

  std::optional<support::House> house_;
  std::unique_ptr<db::Database> database_;
  std::optional<platform::Platform> second_;
  support::Person broker_;
  std::vector<support::Person> firms_;
};

TEST_F(TwoServers, W12_two_firms_asked_at_once_for_one_lot_leave_one_mandate) {
  for (int round = 0; round < 60; ++round) {
    const auto claim = scene::declare(*house_, broker_);
    const auto lot = scene::first_lot(*house_, claim);
    int won[2] = {0, 0};
    race([&](int number) {
      const auto firm = firms_[static_cast<std::size_t>(number)].actor.organisation;
      won[number] = works::mandate::ask(server(number), broker_.actor, lot, firm).ok() ? 1 : 0;
    });
    ASSERT_EQ(won[0] + won[1], 1) << round;
    const auto mandates = house_->database().read([&](db::Transaction& tx) { return works::mandate::of_lot(tx, lot); });
    ASSERT_EQ(mandates.size(), 1U);
  }
}

TEST_F(TwoServers, W13_an_acceptance_and_a_refusal_at_once_leave_one_answer) {
  for (int round = 0; round < 40; ++round) {
    const auto mandate = scene::ask(*house_, broker_, scene::declare(*house_, broker_), firms_[0]);
    const auto firm = firms_[0].actor.organisation;
    int won[2] = {0, 0};
    race([&](int number) {
      const auto choice = number == 0 ? Choice::accept : Choice::refuse;
      won[number] = server(number).act(platform::Author::of(firms_[0].actor), [&](platform::Act& act) {
        return works::mandate::answer(act, mandate, firm, {choice, "", "space"});
      }).ok() ? 1 : 0;
    });
    ASSERT_EQ(won[0] + won[1], 1) << round;
    ASSERT_EQ(scene::mandate(*house_, mandate).state, won[0] == 1 ? State::accepted : State::refused);
  }
}

TEST_F(TwoServers, W16_P4_two_workers_fire_each_delay_once) {
  constexpr int requests = 40;
  for (int i = 0; i < requests; ++i) scene::ask(*house_, broker_, scene::declare(*house_, broker_), firms_[0]);
  house_->clock().advance(base::hours(48));
  // Every delay here moves the same firm's record: a round that loses too often is run again, as the worker does.
  race([&](int number) {
    for (int last = 1; last > 0;) {
      try {
        last = deadlines::fire_due(server(number), (*house_)->parts().deadlines);
      } catch (const db::Unavailable&) {
        last = 1;
      }
    }
  });
  for (int hour = 0; hour < 3; ++hour) {
    house_->clock().advance(base::hours(1));
    house_->settle();
  }
  // Each is told once in the portal, and once by mail, alone or among others (P5.grouped).
  const auto times = [](std::string_view text, std::string_view word) {
    int count = 0;
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++count;
    return count;
  };
  int notices = 0, told_by_mail = 0;
  for (const auto& message : scene::messages_to(*house_, broker_.actor.organisation))
    (message.channel == messages::Channel::mail ? told_by_mail : notices) += times(message.body, "n’a pas répondu à la demande");
  EXPECT_EQ(notices, requests);
  EXPECT_EQ(told_by_mail, requests);
}

}  // namespace
