#include "desks/motor/rounds/round_rules.hpp"

#include <algorithm>
#include <limits>

namespace motor::rounds {
namespace {

using Order = std::vector<std::size_t>;

// How much longer the way gets with `stop` before the place at `at` of the round.
double detour(const std::vector<Stop>& stops, const Order& round, std::size_t at, std::size_t stop) {
  const places::Point here = stops[stop].point;
  const bool first = at == 0, last = at == round.size();
  const double to = first ? 0 : places::distance_m(stops[round[at - 1]].point, here);
  const double from = last ? 0 : places::distance_m(here, stops[round[at]].point);
  const double straight = first || last ? 0 : places::distance_m(stops[round[at - 1]].point, stops[round[at]].point);
  return to + from - straight;
}

void insert_cheapest(const std::vector<Stop>& stops, Order& round, std::size_t stop) {
  std::size_t best = 0;
  double least = std::numeric_limits<double>::max();
  for (std::size_t at = 0; at <= round.size(); ++at) {
    const double more = detour(stops, round, at, stop);
    if (more < least) {
      least = more;
      best = at;
    }
  }
  round.insert(round.begin() + static_cast<std::ptrdiff_t>(best), stop);
}

// By their hours; of several at one hour, the nearest to the place before.
Order by_hour(const std::vector<Stop>& stops, Order timed) {
  Order round;
  while (!timed.empty()) {
    const auto next = std::min_element(timed.begin(), timed.end(), [&](std::size_t a, std::size_t b) {
      if (stops[a].minute != stops[b].minute) return *stops[a].minute < *stops[b].minute;
      if (round.empty()) return false;
      const places::Point here = stops[round.back()].point;
      return places::distance_m(here, stops[a].point) < places::distance_m(here, stops[b].point);
    });
    round.push_back(*next);
    timed.erase(next);
  }
  return round;
}

}  // namespace

std::vector<std::size_t> order(const std::vector<Stop>& stops) {
  Order timed, free;
  for (std::size_t i = 0; i < stops.size(); ++i) (stops[i].minute ? timed : free).push_back(i);
  Order round = by_hour(stops, std::move(timed));
  for (const std::size_t stop : free) insert_cheapest(stops, round, stop);
  return round;
}

double length_m(const std::vector<Stop>& stops, const std::vector<std::size_t>& order) {
  double length = 0;
  for (std::size_t i = 1; i < order.size(); ++i)
    length += places::distance_m(stops[order[i - 1]].point, stops[order[i]].point);
  return length;
}

}  // namespace motor::rounds
