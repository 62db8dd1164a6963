// The world that desk works lives a simulated year in: one database, one clock, and servers that die at any write and
// come back some minutes later. Time goes from one delay to the next, as a worker that never sleeps too long does.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <string>
#include <vector>

#include "app/house.hpp"
#include "support/crashes.hpp"
#include "support/databases.hpp"
#include "support/served.hpp"

namespace support::year {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  std::int64_t between(std::int64_t low, std::int64_t high);  // both included
  bool percent(int chance) { return between(1, 100) <= chance; }
  base::Duration within(base::Duration soonest, base::Duration latest) {
    return base::Duration{between(soonest.count(), latest.count())};
  }
  base::Random& random() { return random_; }

 private:
  base::SeededRandom random_;
};

// The mobile operator and the mail: takes all, reports on the SMS with a link some time later, and once in a while not
// as it should.
class Network final : public messages::Transport {
 public:
  messages::Answer send(const messages::Outgoing& outgoing) override;
  bool local() const override { return true; }
  bool reports_at_once() const override { return false; }

  std::vector<messages::MessageId> taken;    // SMS with a link since the world looked last
  std::map<std::string, std::string> codes;  // the last mailed to each address
};

struct Outage {
  base::Instant from, until;  // the server is back at `until`
};

class World {
 public:
  World(db::Engine engine, base::Instant start, std::uint64_t seed);

  app::House& house() { return *house_; }
  platform::Platform& platform() { return house_->platform(); }
  db::Database& database() { return *database_; }
  base::Instant now() const { return clock_.now(); }
  base::Day today() const { return base::paris::day_of(clock_.now()); }
  Dice& dice() { return dice_; }
  Network& network() { return network_; }
  // Called with each SMS that holds a link, when it has left.
  void on_request(std::function<void(const messages::Message&)> arrives) { arrives_ = std::move(arrives); }
  template <class F>
  auto read(F work) {
    return database().read(work);
  }

  // Somebody's act at that instant, or as soon as a server is up; done again, after some minutes, when its server died.
  using Act = std::function<void()>;
  void at(base::Instant when, Act act);
  void in(base::Duration wait, Act act) { at(now() + wait, std::move(act)); }

  void crash_one_in(std::uint64_t writes) {
    crash_one_in_ = writes;
    dying_.crash_one_in(writes);
  }
  // Lives through every act and delay up to then.
  void live_until(base::Instant end);
  // The wall clock alone jumps for a moment, and is set right (P4.clock_watch): how many delays seemed due meanwhile,
  // and how many fired.
  struct Held {
    int waiting = 0, fired = 0;
  };
  Held jump_and_return(base::Duration jump);

  const std::vector<Outage>& outages() const { return outages_; }
  // The first instant from which a server was there to fire what was due then.
  base::Instant first_up(base::Instant due) const;
  // Rounds after which something due had not fired, though no server died in them.
  int missed() const { return missed_; }

 private:
  struct Step {
    base::Instant at;
    std::uint64_t number;
    Act act;
    friend bool operator<(const Step& a, const Step& b) {  // the queue's top is its largest
      return a.at != b.at ? a.at > b.at : a.number > b.number;
    }
  };

  void start_server();
  void work();
  void go_to(base::Instant moment);
  void note_reports();
  void server_died();
  base::Duration monotonic() const { return base::Duration{clock_.now().micros} - jumped_; }

  Dice dice_, fate_;
  base::SeededRandom random_;
  FreshDatabase database_;
  base::FixedClock clock_;
  base::Duration jumped_{};
  TemporaryFolder folder_;
  CrashingDatabase dying_;
  Network network_;
  std::function<void(const messages::Message&)> arrives_;
  std::optional<app::House> house_;
  std::priority_queue<Step> steps_;
  std::uint64_t numbers_ = 0, crash_one_in_ = 0;
  std::vector<Outage> outages_;
  int missed_ = 0;
};

}  // namespace support::year
