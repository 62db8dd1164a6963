#include "desks/works/matching/firm_choice.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>

namespace works::matching {
namespace {

using Firms = std::map<std::int64_t, IndexedFirm>;

constexpr base::Instant now{1'795'000'000'000'000};
constexpr int near_m = 60'000;

// Every firm looked at, as W11 reads.
bool meets(const IndexedFirm& firm, const Asked& asked, int distance_m) {
  for (const auto trade : asked.trades)
    if (!covers(firm, trade, asked.period.first)) return false;
  bool available = false;
  for (auto day = asked.period.first; day <= asked.period.last; ++day) available = available || free_on(firm, day);
  return firm.active && available && distance_m <= firm.radius_m &&
         std::find(asked.refused.begin(), asked.refused.end(), firm.id) == asked.refused.end();
}
int distance(const IndexedFirm& firm, const Asked& asked) {
  return static_cast<int>(places::distance_m(firm.base, asked.place));
}

std::vector<std::int64_t> proposed_by_looking(const Firms& firms, const Asked& asked, const Ranking& ranking,
                                              std::size_t limit) {
  std::vector<Ranked> all;
  for (const auto& [id, firm] : firms)
    if (meets(firm, asked, distance(firm, asked)))
      all.push_back({{id},
                     distance(firm, asked),
                     firm.rating + tradesman::idleness_points(firm.last_asked, asked.now, ranking.weights)});
  std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return ranks_before(a, b, ranking.step_m); });
  std::vector<std::int64_t> ids;
  for (std::size_t i = 0; i < std::min(limit, all.size()); ++i) ids.push_back(all[i].organisation.value);
  return ids;
}

std::vector<std::int64_t> left_out_by_looking(const Firms& firms, const Asked& asked, std::size_t limit) {
  std::vector<std::pair<int, std::int64_t>> all;
  for (const auto& [id, firm] : firms) {
    const int to = distance(firm, asked);
    const bool of_a_trade =
        std::any_of(asked.trades.begin(), asked.trades.end(), [&, &f = firm](auto trade) { return has(f, trade); });
    if (of_a_trade && (to <= near_m || to <= firm.radius_m) && !meets(firm, asked, to)) all.emplace_back(to, id);
  }
  std::sort(all.begin(), all.end());
  std::vector<std::int64_t> ids;
  for (std::size_t i = 0; i < std::min(limit, all.size()); ++i) ids.push_back(all[i].second);
  return ids;
}

// Places repeat and mirror each other, so that distances tie.
places::Point any_place() {
  return {47'000'000 + *rc::gen::inRange(-6, 7) * 40'000, 2'000'000 + *rc::gen::inRange(-6, 7) * 60'000};
}

IndexedFirm any_firm(std::int64_t id) {
  IndexedFirm firm{.id = id,
                   .base = any_place(),
                   .radius_m = *rc::gen::element(1'000, 4'447, 4'448, 20'000, 60'000),  // some end at a neighbour
                   .rating = *rc::gen::inRange(0, 4) * 50,
                   .covers = {},
                   .busy = {},
                   .week = static_cast<std::uint8_t>(*rc::gen::element(0b111'1111, 0b001'1111, 0b000'0100)),
                   .active = *rc::gen::inRange(0, 8) != 0};
  for (int left = *rc::gen::inRange(1, 4); left > 0; --left) {
    const auto first = *rc::gen::inRange(90, 105);
    firm.covers.push_back({*rc::gen::inRange(1, 4), {first, first + *rc::gen::inRange(0, 40)}});
  }
  if (*rc::gen::arbitrary<bool>()) firm.busy.push_back({*rc::gen::inRange(95, 105), *rc::gen::inRange(105, 112)});
  if (*rc::gen::arbitrary<bool>()) firm.last_asked = now - base::hours(24 * *rc::gen::inRange(0, 40));
  tidy(firm);
  return firm;
}

Asked any_asked() {
  Asked asked{.place = any_place(), .trades = {}, .period = {}, .refused = {}, .now = now};
  asked.trades = *rc::gen::elementOf(std::vector<std::vector<std::int32_t>>{{1}, {2}, {3}, {1, 2}, {3, 1}});
  const auto first = *rc::gen::inRange(95, 115);
  asked.period = {first, first + *rc::gen::element(2, 4)};
  for (std::int64_t id = *rc::gen::inRange(1, 60); id < 140; id += 50) asked.refused.push_back(id);
  return asked;
}

template <class Found>
std::vector<std::int64_t> ids_of(const std::vector<Found>& found) {
  std::vector<std::int64_t> ids;
  for (const auto& firm : found) ids.push_back(firm.organisation.value);
  return ids;
}

// W11.in_memory, W11.current
TEST(FirmChoice, ProposesAndLeavesOutWhatLookingThroughEveryFirmDoes) {
  EXPECT_TRUE(rc::check([] {
    Firms firms;
    const auto many = *rc::gen::inRange(0, 140);
    for (int id = 1; id <= many; ++id) firms[id] = any_firm(id);
    std::vector<IndexedFirm> loaded;
    for (const auto& [id, firm] : firms) loaded.push_back(firm);
    FirmIndex index(loaded);

    // The index lags behind: of some firms it holds a former state, of some nothing, and some it has too many.
    Differing differing;
    for (int left = *rc::gen::inRange(0, 12); left > 0; --left) {
      const auto id = *rc::gen::inRange(1, 150);
      if (*rc::gen::inRange(0, 4) == 0)
        firms.erase(id);
      else
        firms[id] = any_firm(id);
      differing.ids.push_back(id);
    }
    std::sort(differing.ids.begin(), differing.ids.end());
    differing.ids.erase(std::unique(differing.ids.begin(), differing.ids.end()), differing.ids.end());
    for (const auto id : differing.ids)
      if (firms.count(id) != 0) differing.firms.push_back(firms[id]);

    const Ranking ranking{.weights = {400, 100, 200, 100, 200}, .step_m = *rc::gen::element(1, 4'000, 5'000, 100'000)};
    for (int turn = 0; turn < 8; ++turn) {
      const auto asked = any_asked();
      const auto limit = *rc::gen::element<std::size_t>(1, 3, 10, 1000);
      RC_ASSERT(ids_of(proposed(index, differing, asked, ranking, limit)) ==
                proposed_by_looking(firms, asked, ranking, limit));
      RC_ASSERT(ids_of(left_out(index, differing, asked, near_m, limit)) == left_out_by_looking(firms, asked, limit));
    }
  }));
}

}  // namespace
}  // namespace works::matching
