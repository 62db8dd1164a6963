#include "floor/deadlines/deadlines.hpp"

#include <gtest/gtest.h>

#include <map>
#include <thread>

#include "support/platform.hpp"

namespace deadlines {
namespace {

constexpr identity::OrganisationId firm{5};
const platform::FileRef file{"test.file", 12};

class Deadlines : public support::PlatformOnBothEngines {
 protected:
  Deadlines() {
    handlers_.add("test.answer", "Réponse", [this](platform::Act& act, const Deadline& deadline) {
      ++fired_[deadline.id];
      by_ = act.by;
      if (on_fire_) on_fire_(act, deadline);
    });
  }

  DeadlineId start_one(std::int64_t subject, base::Duration delay, std::string_view rule = "test.answer") {
    return act([&](platform::Act& act) {
      return start(act, {.file = file,
                         .subject_kind = "test.mandate",
                         .subject_id = subject,
                         .rule = rule,
                         .start_event = "test.sent",
                         .start = act.now,
                         .due = act.now + delay,
                         .owner = firm});
    });
  }
  bool meet_one(std::int64_t subject) {
    return act([&](platform::Act& act) { return meet(act, "test.mandate", subject, "test.answer"); });
  }
  Deadline get(DeadlineId id) {
    return read([&](db::Transaction& tx) { return find(tx, id).value(); });
  }
  int fire(int limit = 100) { return fire_due(platform(), handlers_, limit); }

  Handlers handlers_;
  std::function<void(platform::Act&, const Deadline&)> on_fire_;
  std::map<DeadlineId, int> fired_;
  platform::Author by_;
};
MANDAT_ON_BOTH_ENGINES(Deadlines);

TEST_P(Deadlines, KeepWhatTheyWereStartedWith) {
  const DeadlineId id = start_one(7, base::hours{48});
  const Deadline deadline = get(id);
  EXPECT_EQ(deadline.file, file);
  EXPECT_EQ(deadline.subject_kind, "test.mandate");
  EXPECT_EQ(deadline.subject_id, 7);
  EXPECT_EQ(deadline.rule, "test.answer");
  EXPECT_EQ(deadline.start_event, "test.sent");
  EXPECT_EQ(deadline.start, clock_.now());
  EXPECT_EQ(deadline.due, clock_.now() + base::hours{48});
  EXPECT_EQ(deadline.state, State::pending);
  EXPECT_EQ(deadline.ended, std::nullopt);
  EXPECT_EQ(deadline.owner, firm);
  EXPECT_EQ(deadline.extensions, 0);
}

// P4.once
TEST_P(Deadlines, FireOnceAtTheirDueInstantAndNotAMicrosecondBefore) {
  const DeadlineId id = start_one(7, base::hours{48});
  clock_.advance(base::hours{48} - base::Duration{1});
  EXPECT_EQ(fire(), 0);
  clock_.advance(base::Duration{1});
  EXPECT_EQ(fire(), 1);
  EXPECT_EQ(fire(), 0);
  EXPECT_EQ(fired_[id], 1);
  EXPECT_EQ(get(id).state, State::fired);
  EXPECT_EQ(get(id).ended, clock_.now());
  EXPECT_EQ(by_.cause, platform::Cause::deadline);
  EXPECT_EQ(by_.detail, "test.answer");
}

TEST_P(Deadlines, FireInTheOrderTheyFallDueAndNoMoreThanAsked) {
  const DeadlineId late = start_one(1, base::hours{3}), early = start_one(2, base::hours{1}),
                   middle = start_one(3, base::hours{2});
  std::vector<DeadlineId> order;
  on_fire_ = [&](platform::Act&, const Deadline& deadline) { order.push_back(deadline.id); };
  clock_.advance(base::hours{5});
  EXPECT_EQ(fire(2), 2);
  EXPECT_EQ(fire(), 1);
  EXPECT_EQ(order, (std::vector{early, middle, late}));
}

// P4.first_late_instant
TEST_P(Deadlines, AreMetBeforeTheirDueInstantOnly) {
  const DeadlineId in_time = start_one(1, base::hours{48}), late = start_one(2, base::hours{48});
  clock_.advance(base::hours{48} - base::Duration{1});
  EXPECT_TRUE(meet_one(1));
  EXPECT_FALSE(meet_one(1));
  clock_.advance(base::Duration{1});
  EXPECT_FALSE(meet_one(2));
  EXPECT_EQ(fire(), 1);
  EXPECT_EQ(get(in_time).state, State::met);
  EXPECT_EQ(get(late).state, State::fired);
}

TEST_P(Deadlines, OfASubjectAreCancelledTogether) {
  const DeadlineId answer = start_one(1, base::hours{48}), reminder = start_one(1, base::hours{24}, "test.reminder");
  const DeadlineId other = start_one(2, base::hours{48});
  act([](platform::Act& act) { cancel_all(act, "test.mandate", 1); });
  EXPECT_EQ(get(answer).state, State::cancelled);
  EXPECT_EQ(get(reminder).state, State::cancelled);
  EXPECT_EQ(get(other).state, State::pending);
  clock_.advance(base::hours{48});
  EXPECT_EQ(fire(), 1);
}

TEST_P(Deadlines, StandOncePerSubjectAndRuleAtATime) {
  start_one(1, base::hours{48});
  EXPECT_THROW(start_one(1, base::hours{48}), db::UniqueViolation);
  EXPECT_TRUE(meet_one(1));
  EXPECT_NO_THROW(start_one(1, base::hours{48}));
}

// P4.move
TEST_P(Deadlines, MoveWithAReasonWhilePending) {
  const DeadlineId id = start_one(1, base::hours{48});
  const platform::Author administrator{platform::Cause::person, {3}, {1}, {}};
  const base::Instant due = clock_.now() + base::hours{72};
  const auto extend = [&](platform::Act& act) { return move(act, id, due, "Toit inaccessible"); };
  EXPECT_TRUE(act(extend, administrator));
  EXPECT_EQ(get(id).due, due);
  EXPECT_EQ(get(id).extensions, 1);
  EXPECT_EQ(get(id).reason, "Toit inaccessible");
  act([&](platform::Act& act) { return move(act, id, due, "SMS remis"); });
  EXPECT_EQ(get(id).extensions, 1) << "a rule's restart is no extension";
  clock_.advance(base::hours{71});
  EXPECT_EQ(fire(), 0);
  clock_.advance(base::hours{1});
  EXPECT_EQ(fire(), 1);
  EXPECT_FALSE(act(extend, administrator));
}

// P4.retry
TEST_P(Deadlines, WhoseHandlerFailsStayPendingAreTriedAgainAndHoldNoOtherUp) {
  const DeadlineId bad = start_one(1, base::hours{1}), good = start_one(2, base::hours{2});
  on_fire_ = [&](platform::Act& act, const Deadline& deadline) {
    if (deadline.id == bad) {
      cancel_all(act, "test.mandate", 2);  // undone with the rest
      throw std::runtime_error("no");
    }
  };
  clock_.advance(base::hours{2});
  EXPECT_EQ(fire(), 1);
  EXPECT_EQ(get(bad).state, State::pending);
  EXPECT_EQ(get(good).state, State::fired);
  EXPECT_EQ(fired_[bad], 1);

  EXPECT_EQ(read(next_due), clock_.now() + base::seconds{1});
  EXPECT_EQ(fire(), 0);
  EXPECT_EQ(fired_[bad], 1) << "its wait is not over";
  clock_.advance(base::seconds{1});
  EXPECT_EQ(fire(), 0);
  EXPECT_EQ(fired_[bad], 2);
  clock_.advance(base::seconds{1});
  EXPECT_EQ(fire(), 0);
  EXPECT_EQ(fired_[bad], 2) << "the second wait is two seconds";
  on_fire_ = nullptr;
  clock_.advance(base::seconds{1});
  EXPECT_EQ(fire(), 1);
  EXPECT_EQ(get(bad).state, State::fired);
}

TEST_P(Deadlines, AreNotKeptWaitingByAClockThatWentBack) {
  const DeadlineId id = start_one(1, base::hours{1});
  on_fire_ = [](platform::Act&, const Deadline&) { throw std::runtime_error("no"); };
  clock_.advance(base::hours{49});
  EXPECT_EQ(fire(), 0);
  clock_.advance(-base::hours{47});
  on_fire_ = nullptr;
  EXPECT_EQ(fire(), 1);
  EXPECT_EQ(get(id).state, State::fired);
}

TEST_P(Deadlines, WhoseRuleNobodyKnowsArePutOff) {
  const DeadlineId id = start_one(1, base::hours{1}, "test.unheard_of");
  clock_.advance(base::hours{1});
  EXPECT_EQ(fire(), 0);
  EXPECT_EQ(get(id).state, State::pending);
}

TEST_P(Deadlines, MayStartTheNextOneUnderTheSameRule) {
  start_one(1, base::hours{1});
  on_fire_ = [&](platform::Act& act, const Deadline& deadline) {
    start(act, {deadline.file, deadline.subject_kind, deadline.subject_id, deadline.rule, "test.reminded", act.now,
                act.now + base::hours{1}});
  };
  clock_.advance(base::hours{1});
  EXPECT_EQ(fire(), 1);
  clock_.advance(base::hours{1});
  EXPECT_EQ(fire(), 1);
  EXPECT_TRUE(read([](db::Transaction& tx) { return pending(tx, "test.mandate", 1, "test.answer"); }));
}

TEST_P(Deadlines, AreListedByFileAndPagedByDueInstant) {
  const DeadlineId third = start_one(1, base::hours{3}), first = start_one(2, base::hours{1}),
                   second = start_one(3, base::hours{2});
  meet_one(2);
  const auto ids = [](const std::vector<Deadline>& deadlines) {
    std::vector<DeadlineId> found;
    for (const Deadline& deadline : deadlines) found.push_back(deadline.id);
    return found;
  };
  EXPECT_EQ(ids(read([](db::Transaction& tx) { return of_file(tx, file); })), (std::vector{first, second, third}));
  const Page page = read([](db::Transaction& tx) { return pending_page(tx, {}, {}, 1); });
  EXPECT_EQ(ids(page.deadlines), std::vector{second});
  EXPECT_TRUE(page.more);
  const Page next = read(
      [&](db::Transaction& tx) { return pending_page(tx, page.deadlines.back().due, page.deadlines.back().id, 1); });
  EXPECT_EQ(ids(next.deadlines), std::vector{third});
  EXPECT_FALSE(next.more);
  EXPECT_EQ(read(next_due), get(second).due);
}

TEST_P(Deadlines, HaveNoNextInstantWhenNoneIsPending) { EXPECT_EQ(read(next_due), std::nullopt); }

// P4.once
TEST_P(Deadlines, FireOnceUnderSeveralServers) {
  constexpr int servers = 4, many = 60;
  for (int subject = 1; subject <= many; ++subject) start_one(subject, base::hours{1});
  clock_.advance(base::hours{1});

  std::mutex mutex;
  Handlers shared;
  shared.add("test.answer", "Réponse", [&](platform::Act& act, const Deadline& deadline) {
    start(act, {deadline.file, "test.effect", deadline.subject_id, "test.effect", "test.fired", act.now, act.now});
  });
  std::vector<std::thread> threads;
  int total = 0;
  for (int server = 0; server < servers; ++server)
    threads.emplace_back([&, server] {
      support::TestPlatform mine(database(), clock_, 100 + static_cast<std::uint64_t>(server));
      const int fired = fire_due(*mine, shared, many);
      const std::lock_guard lock(mutex);
      total += fired;
    });
  for (auto& thread : threads) thread.join();

  EXPECT_EQ(total, many);
  const Page effects = read([&](db::Transaction& tx) { return pending_page(tx, {}, {}, 2 * many); });
  EXPECT_EQ(effects.deadlines.size(), many);
}

}  // namespace
}  // namespace deadlines
