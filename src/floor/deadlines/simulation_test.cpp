// Half a year of deadlines under everything that goes wrong: servers that die at any write, handlers that fail, clocks
// that jump, both nights of the clock changes, the leap day and the year end. None is missed, early or double.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "floor/audit/audit.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "support/crashes.hpp"
#include "support/platform.hpp"

namespace deadlines {
namespace {

const platform::FileRef file{"test.file", 1};
constexpr std::string_view thing = "test.thing";
constexpr std::string_view rule_names[] = {"test.answer", "test.quote", "test.reminder"};

base::Instant utc(std::string_view text) { return base::instant_from_iso_utc(text).value(); }

class Simulation : public support::PlatformOnBothEngines {
 protected:
  void SetUp() override {
    PlatformOnBothEngines::SetUp();
    if (IsSkipped()) return;
    clock_.set(utc("2027-10-28T08:00:00Z"));
    dying_.emplace(database(), chance_);
    restart();
    // What a firing causes is a fact, so that it can be counted apart from the deadline's state.
    for (const std::string_view rule : rule_names)
      handlers_.add(rule, rule, [this](platform::Act& act, const Deadline& deadline) {
        EXPECT_LE(deadline.due, act.now) << "early";
        audit::record(act, {"test.fired", file, {{"deadline", std::to_string(deadline.id.value)}}});
        if (handlers_fail_ && one_in(5)) {
          failed_.insert(deadline.id);
          throw std::runtime_error("handler failed");
        }
      });
  }

  // Chance.
  bool one_in(std::int64_t n) { return between(0, n) == 0; }
  std::int64_t between(std::int64_t low, std::int64_t high) {  // high excluded
    return low + static_cast<std::int64_t>(chance_.next_u64() % static_cast<std::uint64_t>(high - low));
  }
  std::string_view any_rule() { return rule_names[between(0, 3)]; }

  // One act of a server that may die in it.
  template <class Work>
  void dare(Work work) {
    try {
      work();
    } catch (const support::Crash&) {
      ++crashes_;
      restart();
    }
  }
  void restart() { server_.emplace(*dying_, clock_, 100 + static_cast<std::uint64_t>(crashes_)); }

  void somebody_acts() {
    const std::int64_t subject = between(1, 13);
    const std::string_view rule = any_rule();
    dare([&] {
      (*server_)->act({}, [&](platform::Act& act) {
        const auto found = pending(act.tx, thing, subject, rule);
        if (!found)
          start(act, {file, thing, subject, rule, "test.began", act.now, due_of(rule, act.now)});
        else if (one_in(3))
          move(act, found->id, found->due + base::hours{7}, "Toit inaccessible");
        else if (one_in(8))
          cancel_all(act, thing, subject);
        else if (one_in(3))
          meet(act, thing, subject, rule);
      });
    });
  }
  static base::Instant due_of(std::string_view rule, base::Instant now) {
    if (rule == "test.answer") return now + base::hours{48};
    if (rule == "test.quote") return end_of_day_after(now, 5);
    return reminder_on(base::paris::day_of(now) + 1);
  }

  // A worker's round: it holds while the clocks have parted; after one that nothing disturbed, all that was due has
  // fired, but what a failing handler put off.
  void worker_comes_by() {
    if (!watch_.observe(clock_.now(), monotonic_)) return;
    const int crashes_before = crashes_;
    dare([&] { fire_due(**server_, handlers_, 1'000); });
    if (crashes_ != crashes_before) return;
    for (const Deadline& deadline : still_pending())
      EXPECT_TRUE(deadline.due > clock_.now() || failed_.contains(deadline.id)) << "missed";
  }
  std::vector<Deadline> still_pending() {
    return read([](db::Transaction& tx) { return pending_page(tx, {}, {}, 1'000).deadlines; });
  }

  // Time goes by in hours, in minutes around the nights that matter; now and then the wall clock alone jumps, and
  // somebody confirms it later or sets it right first.
  void time_passes() {
    const std::string today = base::paris::day_of(clock_.now()).iso();
    static const std::set<std::string> nights{"2027-10-31", "2027-12-31", "2028-01-01", "2028-02-29", "2028-03-26"};
    const base::Duration gap =
        nights.contains(today) ? base::minutes{between(10, 90)} : base::minutes{between(60, 1'500)};
    clock_.advance(gap);
    monotonic_ += gap;
    if (watch_.holding()) {
      if (one_in(2)) return;
      if (one_in(2)) clock_.advance(-last_jump_);
      watch_.confirm();
    } else if (one_in(25)) {
      last_jump_ = one_in(2) ? base::hours{49} : -base::hours{2};
      clock_.advance(last_jump_);
      ++jumps_;
    }
  }

  std::map<DeadlineId, int> firings() {
    std::map<DeadlineId, int> count;
    for (const audit::Fact& fact : read([](db::Transaction& tx) { return audit::facts_of(tx, file); }))
      ++count[DeadlineId{std::stoll(std::string(fact.detail("deadline")))}];
    return count;
  }

  base::SeededRandom chance_{20271020};
  std::optional<support::CrashingDatabase> dying_;
  std::optional<support::TestPlatform> server_;
  Handlers handlers_;
  bool handlers_fail_ = true;
  std::set<DeadlineId> failed_;
  ClockWatch watch_;
  base::Duration monotonic_ = base::hours{5};
  base::Duration last_jump_{};
  int crashes_ = 0, jumps_ = 0;
};
MANDAT_ON_BOTH_ENGINES(Simulation);

// P4.once, P4.clock_watch
TEST_P(Simulation, OfHalfAYearMissesNoneFiresNoneEarlyAndNoneTwice) {
  dying_->crash_one_in(40);
  while (clock_.now() < utc("2028-04-10T00:00:00Z")) {
    time_passes();
    somebody_acts();
    somebody_acts();
    worker_comes_by();
  }
  dying_->crash_one_in(0);
  handlers_fail_ = false;
  clock_.advance(base::hours{24 * 30});
  fire_due(platform(), handlers_, 1'000);

  EXPECT_TRUE(still_pending().empty());
  const auto fired = firings();
  std::map<State, int> ends;
  for (const Deadline& deadline : read([](db::Transaction& tx) { return of_file(tx, file); })) {
    ++ends[deadline.state];
    const auto times = fired.find(deadline.id);
    EXPECT_EQ(times == fired.end() ? 0 : times->second, deadline.state == State::fired ? 1 : 0);
    EXPECT_TRUE(deadline.state != State::fired || deadline.ended >= deadline.due);
    EXPECT_TRUE(deadline.state != State::met || deadline.ended < deadline.due);
  }
  // The history was as bad as it was meant to be.
  EXPECT_GT(crashes_, 20);
  EXPECT_GT(jumps_, 5);
  EXPECT_GT(failed_.size(), 20U);
  EXPECT_GT(ends[State::fired], 100);
  EXPECT_GT(ends[State::met], 20);
  EXPECT_GT(ends[State::cancelled], 5);
}

}  // namespace
}  // namespace deadlines
