#include "support/year/world.hpp"

#include <algorithm>

#include "floor/messages/messages.hpp"

namespace support::year {
namespace {
constexpr int handed_at_once = 50;
}

std::int64_t Dice::between(std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(random_.next_u64() % static_cast<std::uint64_t>(high - low + 1));
}

messages::Answer Network::send(const messages::Outgoing& outgoing) {
  const auto& [message, body, attachments] = outgoing;
  if (message.channel == messages::Channel::sms && message.link) taken.push_back(message.id);
  if (message.body.find("{code}") != std::string::npos)
    codes[message.to.address] = body.substr(body.find_first_of("0123456789"), 8);
  return messages::Sent::accepted;
}

World::World(db::Engine engine, base::Instant start, std::uint64_t seed)
    : dice_(seed),
      fate_(seed + 1),
      random_(seed + 2),
      database_(engine),
      clock_(start),
      dying_(*database_, fate_.random()) {
  start_server();
}

void World::start_server() {
  house_.emplace(app::Means{.database = dying_,
                            .clock = clock_,
                            .random = random_,
                            .gateways = network_,
                            .monotonic = [this] { return monotonic(); }},
                 app::HouseOptions{.documents = folder_.path() / "documents",
                                   .settings = {.mode = platform::Mode::normal,
                                                .public_url = "https://mandat.example.fr",
                                                .server_key = "0123456789abcdef0123456789abcdef"},
                                   .hash_cost = identity::HashCost::for_tests(),
                                   .report = {}});
}

void World::at(base::Instant when, Act act) { steps_.push({when, ++numbers_, std::move(act)}); }

// What it was doing is lost; it is started again after a while, and what it was handing over is found later (P5).
void World::server_died() {
  const Outage outage{now(), now() + fate_.within(base::minutes(1), base::minutes(40))};
  outages_.push_back(outage);
  clock_.set(outage.until);
  start_server();
  at(outage.until + messages::send_lease.value() + base::minutes(1), [] {});
}

void World::work() {
  for (;;) {
    try {
      // A round leaves nothing but what its firings and papers cause, or more messages than it hands over at once.
      for (bool more = true; more;) {
        const auto round = house_->worker().run_once();
        more = round.fired > 0 || round.chores > 0 || round.handed >= handed_at_once;
        note_reports();
      }
      break;
    } catch (const Crash&) {
      server_died();
    }
  }
  const auto next = read([](db::Transaction& tx) { return deadlines::next_due(tx); });
  missed_ += next && *next <= now();
}

// The operator's report comes within hours, mostly seconds; some SMS are never delivered, some reports come twice.
void World::note_reports() {
  for (const auto id : std::exchange(network_.taken, {})) {
    if (arrives_) arrives_(*read([&](db::Transaction& tx) { return messages::find(tx, id); }));
    const bool delivered = !dice_.percent(3);
    const auto wait = dice_.percent(85) ? base::Duration(base::seconds(dice_.between(2, 90)))
                                        : dice_.within(base::minutes(2), base::hours(6));
    const auto report = [this, id, delivered] {
      messages::record_report(platform(), house().parts().listeners, id,
                              delivered ? messages::Report::delivered : messages::Report::undelivered);
    };
    in(wait, report);
    if (dice_.percent(5)) in(wait + base::hours(3), report);
  }
}

void World::go_to(base::Instant moment) {
  for (;;) {
    const auto due = read([](db::Transaction& tx) { return deadlines::next_due(tx); });
    if (!due || *due > moment) break;
    clock_.set(std::max(now(), *due));
    work();
  }
  clock_.set(std::max(now(), moment));
}

void World::live_until(base::Instant end) {
  while (!steps_.empty() && steps_.top().at <= end) {
    const Step step = steps_.top();
    steps_.pop();
    go_to(step.at);
    const auto writes = dying_.writes();
    try {
      step.act();
    } catch (const Crash&) {
      server_died();
      in(dice_.within(base::minutes(1), base::minutes(20)), step.act);
    }
    if (dying_.writes() != writes) work();  // who only looks wakes nobody
  }
  go_to(end);
}

World::Held World::jump_and_return(base::Duration jump) {
  work();
  const auto before = now();
  dying_.crash_one_in(0);
  clock_.advance(jump);
  jumped_ += jump;
  Held held{.waiting = read([&](db::Transaction& tx) {
              return *tx.value<int>("SELECT count(*) FROM deadlines WHERE state = 'pending' AND due_at <= :now",
                                    {{"now", now()}});
            })};
  held.fired = house_->worker().run_once().fired;
  clock_.set(before);
  jumped_ -= jump;
  house_->worker().confirm_clock();
  dying_.crash_one_in(crash_one_in_);
  return held;
}

base::Instant World::first_up(base::Instant due) const {
  for (const auto& outage : outages_)
    if (outage.from <= due && due < outage.until) due = outage.until;
  return due;
}

}  // namespace support::year
