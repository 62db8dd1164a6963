#include "app/demo/stories.hpp"

#include <fmt/format.h>

#include <queue>

#include "app/demo/money_days.hpp"
#include "app/demo/papers.hpp"
#include "app/demo/plot.hpp"
#include "app/demo/story.hpp"
#include "base/text.hpp"

namespace app::demo {
namespace {

struct Later {
  bool operator()(const Step& a, const Step& b) const { return a.at > b.at; }
};

// When the worker must run again before `until`: the next delay, if it comes sooner.
base::Instant next_stop(House& house, base::Instant until) {
  const auto due = house.platform().database.read([](db::Transaction& tx) { return deadlines::next_due(tx); });
  return due && *due < until ? *due : until;
}

void rest_until(House& house, base::FixedClock& clock, base::Instant until) {
  for (;;) {
    while (!house.worker().run_once().idle()) {
    }
    const auto stop = next_stop(house, until);
    if (stop > clock.now()) clock.set(stop);
    if (stop >= until) break;
  }
  clock.set(until);
}

}  // namespace

void live_through(House& house, base::FixedClock& clock, const Cast& cast, Dice& dice, base::Instant now,
                  const std::filesystem::path& folder) {
  std::vector<Story> stories;
  stories.reserve(100);
  std::priority_queue<Step, std::vector<Step>, Later> steps;
  std::size_t number = 0;
  for (const auto& plot : plots())
    for (int i = 0; i < plot.stories; ++i, ++number) {
      const auto broker = number % cast.brokers.size();
      stories.push_back({plot.ending, cast.brokers[broker].actor, *cast.broker_places[broker],
                         losses()[number % losses().size()], static_cast<unsigned>(number)});
      steps.push({now - base::hours(dice.between(plot.youngest_hours, plot.oldest_hours)), number, Act::declare});
    }
  MoneyDays money(house, clock, cast, base::paris::day_of(now));
  const auto live_until = [&](base::Instant until) {
    for (; money.next() <= until; money.pass()) rest_until(house, clock, money.next());
    rest_until(house, clock, until);
  };
  Stage stage{house, clock, cast, dice, folder};
  while (!steps.empty()) {
    const Step step = steps.top();
    steps.pop();
    if (step.at > now) continue;
    if (step.at > clock.now()) live_until(step.at);
    for (Step next : play(stage, stories[step.story], step)) {
      // A job that would be closed after the end is closed in its last days: debits are always about to be made.
      if (next.act == Act::close_job && next.at > now) next.at = now - base::hours(dice.between(6, 96));
      steps.push(next);
    }
  }
  live_until(now);
}

}  // namespace app::demo
