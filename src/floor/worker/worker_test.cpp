#include "floor/worker/worker.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

#include "floor/audit/audit.hpp"
#include "support/platform.hpp"

namespace worker {
namespace {

const platform::FileRef file{"test.file", 1};

class WorkerRounds : public support::PlatformOnBothEngines {
 protected:
  WorkerRounds() {
    handlers_.add("test.answer", "Réponse", [this](platform::Act& act, const deadlines::Deadline& deadline) {
      if (handler_fails_) throw std::runtime_error("no");
      audit::record(act, {"test.expired", deadline.file});
      messages::enqueue(act, {.channel = messages::Channel::sms,
                              .to = {.organisation = {5}, .address = "+33612345678"},
                              .body = "Votre demande est échue.",
                              .file = deadline.file});
    });
  }
  Worker& worker() {
    if (!worker_)
      worker_.emplace(platform(), handlers_, outbox_, listeners_, [this] { return base::Duration{monotonic_.load()}; });
    return *worker_;
  }
  void TearDown() override {
    worker_.reset();
    PlatformOnBothEngines::TearDown();
  }
  void pass(base::Duration by) {
    clock_.advance(by);
    monotonic_ += by.count();
  }
  void start_deadline(base::Duration delay) {
    act([&](platform::Act& act) {
      deadlines::start(act,
                       {file, "test.mandate", next_subject_++, "test.answer", "test.sent", act.now, act.now + delay});
    });
  }
  std::size_t delivered() {
    const auto messages = read([](db::Transaction& tx) { return messages::of_file(tx, file); });
    return static_cast<std::size_t>(
        std::count_if(messages.begin(), messages.end(),
                      [](const messages::Message& message) { return message.state == messages::State::delivered; }));
  }
  bool soon(const std::function<bool()>& holds) {
    for (int i = 0; i < 2'000; ++i) {
      if (holds()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    return false;
  }

  deadlines::Handlers handlers_;
  messages::OutboxTransport outbox_;
  messages::Listeners listeners_;
  std::atomic<bool> handler_fails_ = false;
  std::atomic<std::int64_t> monotonic_ = 1;
  std::int64_t next_subject_ = 1;
  std::optional<Worker> worker_;
};
MANDAT_ON_BOTH_ENGINES(WorkerRounds);

TEST_P(WorkerRounds, FireSendAndSealInOneGo) {
  start_deadline(base::hours{48});
  EXPECT_TRUE(worker().run_once().idle());
  pass(base::hours{48});
  const Round round = worker().run_once();
  EXPECT_EQ(round.fired, 1);
  EXPECT_EQ(round.handed, 1);
  EXPECT_EQ(round.sealed, 1);
  EXPECT_EQ(delivered(), 1U);
  EXPECT_TRUE(worker().run_once().idle());
}

// P4.clock_watch
TEST_P(WorkerRounds, HoldDeadlinesOnlyWhileTheClocksHaveParted) {
  start_deadline(base::hours{48});
  worker().run_once();
  clock_.advance(base::hours{49});  // the wall clock alone
  act([](platform::Act& act) { audit::record(act, {"test.seen", file}); });
  const Round held = worker().run_once();
  EXPECT_EQ(held.fired, 0);
  EXPECT_EQ(held.sealed, 1);
  EXPECT_TRUE(worker().holding());
  worker().confirm_clock();
  EXPECT_FALSE(worker().holding());
  EXPECT_EQ(worker().run_once().fired, 1);
}

TEST_P(WorkerRounds, FollowTheDemoClockWhereverItJumps) {
  platform().settings.mode = platform::Mode::demo;
  start_deadline(base::hours{48});
  worker().run_once();
  clock_.advance(base::hours{49});
  EXPECT_EQ(worker().run_once().fired, 1);
  EXPECT_FALSE(worker().holding());
}

TEST_P(WorkerRounds, GoOnWithTheRestWhenOneDutyFails) {
  listeners_.on_sent.push_back([](platform::Act&, const messages::Message&) { throw std::runtime_error("no"); });
  start_deadline(base::hours{1});
  pass(base::hours{1});
  const Round round = worker().run_once();
  EXPECT_EQ(round.fired, 1);
  EXPECT_EQ(round.sealed, 1);
}

TEST_P(WorkerRounds, ComeByThemselvesWhenADeadlineFallsDueOrSomebodyWakesThem) {
  worker().start();
  start_deadline(base::hours{48});
  pass(base::hours{48});
  worker().wake();
  EXPECT_TRUE(soon([this] { return delivered() == 1; }));
  start_deadline(base::seconds{0});
  EXPECT_TRUE(soon([this] { return delivered() == 2; })) << "nobody woke it";
  handler_fails_ = true;
  start_deadline(base::seconds{0});
  worker().wake();
  handler_fails_ = false;
  EXPECT_TRUE(soon([this] {
    pass(base::seconds{1});
    return delivered() == 3;
  }));
  worker().stop();
  start_deadline(base::seconds{0});
  std::this_thread::sleep_for(std::chrono::milliseconds{50});
  EXPECT_EQ(delivered(), 3U);
  EXPECT_EQ(worker().run_once().fired, 1);
}

// A gateway that answers nobody until it is let go.
class Hanging final : public messages::Transport {
 public:
  messages::Answer send(const messages::Outgoing&) override {
    std::unique_lock lock(mutex_);
    hanging_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return released_; });
    return messages::Sent::accepted;
  }
  bool local() const override { return false; }
  bool reports_at_once() const override { return false; }

  void wait_until_hanging() {
    std::unique_lock lock(mutex_);
    ASSERT_TRUE(changed_.wait_for(lock, std::chrono::seconds{20}, [this] { return hanging_; }));
  }
  void release() {
    const std::lock_guard lock(mutex_);
    released_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool hanging_ = false, released_ = false;
};

// P5.own_thread
TEST_P(WorkerRounds, GoOnWithDeadlinesTheJournalAndSmsWhileTheMailGatewayHangs) {
  Hanging gateway;
  Worker alone(platform(), handlers_, {gateway, outbox_}, listeners_,
               [this] { return base::Duration{monotonic_.load()}; });
  act([](platform::Act& act) {
    messages::enqueue(act, {.channel = messages::Channel::mail,
                            .to = {.organisation = {5}, .address = "a@exemple.fr"},
                            .subject = "Devis",
                            .body = "Bonjour."});
  });
  alone.start();
  gateway.wait_until_hanging();
  start_deadline(base::hours{48});
  pass(base::hours{48});
  alone.wake();
  EXPECT_TRUE(soon([this] { return delivered() == 1; })) << "fired, and its SMS sent";
  EXPECT_TRUE(soon([this] {
    return read([this](db::Transaction& tx) {
      const auto sound = audit::verify(tx, platform().settings.server_key);
      return sound.sealed == 1 && sound.unsealed_tail == 0;
    });
  }));
  gateway.release();
  alone.stop();
}

TEST(BootTime, OnlyGoesForward) {
  const base::Duration before = boot_time();
  EXPECT_GT(before, base::Duration{0});
  EXPECT_GE(boot_time(), before);
}

}  // namespace
}  // namespace worker
