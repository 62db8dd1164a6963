// Two servers on one PostgreSQL: whatever they race for, one wins (W12, W13, W16, P4). MANDAT_RACES=2000 races each
// pair so often (bin/ci --nightly); without it a few dozen times.
#include <gtest/gtest.h>

#include <algorithm>
#include <barrier>
#include <cstdlib>
#include <thread>

#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/matching/matching.hpp"
#include "desks/works/tradesman/settings.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/audit/audit.hpp"
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
    ahead_.emplace(first.clock.now());
    second_.emplace(platform::Platform{.database = *database_,
                                       .clock = *ahead_,
                                       .random = first.random,
                                       .ids = first.ids,
                                       .documents = first.documents,
                                       .passwords = first.passwords,
                                       .settings = first.settings});
    broker_ = scene::new_broker(*house_);
    firms_ = {scene::new_firm(*house_), scene::new_firm(*house_, {"plomberie"}, "Deuxième Plomberie")};
  }
  void TearDown() override {
    second_.reset();
    database_.reset();
    house_.reset();
  }

  platform::Platform& server(int number) { return number == 0 ? house_->platform() : *second_; }

  static int rounds(int of_every_day) {
    const char* wanted = std::getenv("MANDAT_RACES");
    return wanted == nullptr ? of_every_day : std::max(1, std::atoi(wanted));
  }

  // The second server's clock may run ahead, as clocks do.
  void set_clocks(base::Instant now, base::Duration ahead = {}) {
    house_->clock().set(now);
    ahead_->set(now + ahead);
  }
  void advance_clocks(base::Duration by) { set_clocks(house_->clock().now() + by); }

  works::MandateId asked() { return scene::ask(*house_, broker_, scene::declare(*house_, broker_), firms_[0]); }
  bool answer(int on_server, works::MandateId mandate, Choice choice) {
    for (;;) {
      try {
        return server(on_server)
            .act(platform::Author::of(firms_[0].actor),
                 [&](platform::Act& act) {
                   return works::mandate::answer(act, mandate, firms_[0].actor.organisation, {choice, "", "space"});
                 })
            .ok();
      } catch (const db::Unavailable&) {  // lost too often: the page asks to try again
      }
    }
  }
  void fire_all(int on_server) {
    for (int last = 1; last > 0;) {
      try {
        last = deadlines::fire_due(server(on_server), (*house_)->parts().deadlines);
      } catch (const db::Unavailable&) {  // run again, as the worker does
        last = 1;
      }
    }
  }
  std::ptrdiff_t facts(works::MandateId mandate, std::string_view code) {
    const auto claim = scene::mandate(*house_, mandate).claim;
    const auto all =
        house_->database().read([&](db::Transaction& tx) { return audit::facts_of(tx, works::file_of(claim)); });
    return std::count_if(all.begin(), all.end(), [&](const audit::Fact& fact) { return fact.code == code; });
  }
  // Notices stand in the portal one by one, where mails travel together (P5.grouped).
  int alerts(std::string_view subject) {
    int found = 0;
    for (const auto& message : scene::messages_to(*house_, broker_.actor.organisation, 100'000))
      found += message.channel == messages::Channel::notice && message.subject.find(subject) != std::string::npos;
    return found;
  }

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
  std::optional<base::FixedClock> ahead_;
  std::optional<platform::Platform> second_;
  support::Person broker_;
  std::vector<support::Person> firms_;
};

// W11.current
TEST_F(TwoServers, W11_what_one_changes_of_a_firm_the_next_choice_of_the_other_knows) {
  const auto claim = scene::declare(*house_, broker_);
  const auto firms = [&](int number) {
    return server(number).database.read([&](db::Transaction& tx) {
      std::vector<std::string> names;
      const auto lot = works::lot::of_claim(tx, claim).front();
      for (const auto& match :
           works::matching::find(tx, *works::claim::find(tx, claim), lot, server(number).clock.now(), 10))
        names.push_back(match.name);
      std::sort(names.begin(), names.end());
      return names;
    });
  };
  using Names = std::vector<std::string>;
  const Names both{"Deuxième Plomberie", "Plomberie du Parc"};
  const auto today = base::paris::day_of(house_->clock().now());
  for (int number = 0; number < 2; ++number) {
    EXPECT_EQ(firms(0), both);
    EXPECT_EQ(firms(1), both);
    const auto& owner = firms_[static_cast<std::size_t>(number)].actor;
    const auto& stays = both[static_cast<std::size_t>(number)];
    ASSERT_TRUE(works::tradesman::add_absence(server(number), owner, {today, today + 20}).ok());
    EXPECT_EQ(firms(1 - number), Names{stays});
    EXPECT_EQ(firms(number), Names{stays});
    const auto absence = server(number).database.read(
        [&](db::Transaction& tx) { return works::tradesman::absences_of(tx, owner.organisation, today).front().id; });
    ASSERT_TRUE(works::tradesman::remove_absence(server(1 - number), owner, absence).ok());
  }
}

TEST_F(TwoServers, W12_two_firms_asked_at_once_for_one_lot_leave_one_mandate) {
  for (int round = 0; round < rounds(60); ++round) {
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
  for (int round = 0; round < rounds(40); ++round) {
    const auto mandate = asked();
    bool won[2] = {};
    race([&](int number) { won[number] = answer(number, mandate, number == 0 ? Choice::accept : Choice::refuse); });
    ASSERT_NE(won[0], won[1]) << round;
    ASSERT_EQ(scene::mandate(*house_, mandate).state, won[0] ? State::accepted : State::refused);
  }
}

TEST_F(TwoServers, W13_two_acceptances_at_once_begin_one_job) {
  for (int round = 0; round < rounds(40); ++round) {
    const auto mandate = asked();
    bool told[2] = {};
    race([&](int number) { told[number] = answer(number, mandate, Choice::accept); });
    ASSERT_TRUE(told[0] && told[1]) << round;  // the second hears what the first did
    ASSERT_EQ(facts(mandate, "works.mandate.accepted"), 1) << round;
  }
  EXPECT_EQ(alerts("Chantier accepté"), rounds(40));
}

TEST_F(TwoServers, W16_an_acceptance_in_the_last_second_and_the_end_of_the_delay_leave_one_outcome) {
  int accepted = 0;
  for (int round = 0; round < rounds(40); ++round) {
    // Each round takes two days: a firm's insurance would end in the course of thousands.
    if (round % 100 == 99) firms_[0] = scene::new_firm(*house_);
    const auto mandate = asked();
    const auto due = house_->database().read([&](db::Transaction& tx) {
      return deadlines::pending(tx, works::mandate_subject, mandate.value, works::deadline_rule::answer).value().due;
    });
    set_clocks(due - std::chrono::milliseconds(500), base::seconds(1));  // in time for one server, over for the other
    bool won = false;
    race([&](int number) {
      if (number == 0)
        won = answer(number, mandate, Choice::accept);
      else
        fire_all(number);
    });
    ASSERT_EQ(scene::mandate(*house_, mandate).state, won ? State::accepted : State::expired) << round;
    ASSERT_EQ(facts(mandate, "works.mandate.accepted") + facts(mandate, "works.mandate.expired"), 1) << round;
    accepted += won;
    set_clocks(due + base::seconds(1));
  }
  house_->settle();
  EXPECT_EQ(alerts("Sans réponse"), rounds(40) - accepted);
  EXPECT_EQ(alerts("Chantier accepté"), accepted);
}

TEST_F(TwoServers, W16_P4_two_workers_fire_each_delay_once) {
  const int requests = rounds(40);
  for (int i = 0; i < requests; ++i) asked();
  advance_clocks(base::hours(48));
  // Every delay here moves the same firm's record.
  race([&](int number) { fire_all(number); });
  for (int hour = 0; hour < 3; ++hour) {
    advance_clocks(base::hours(1));
    house_->settle();
  }
  // Each is told once in the portal, and once by mail, alone or among others (P5.grouped).
  const auto times = [](std::string_view text, std::string_view word) {
    int count = 0;
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++count;
    return count;
  };
  int notices = 0, told_by_mail = 0;
  for (const auto& message : scene::messages_to(*house_, broker_.actor.organisation, 100'000))
    (message.channel == messages::Channel::mail ? told_by_mail : notices) +=
        times(message.body, "n’a pas répondu à la demande");
  EXPECT_EQ(notices, requests);
  EXPECT_EQ(told_by_mail, requests);
}

}  // namespace
