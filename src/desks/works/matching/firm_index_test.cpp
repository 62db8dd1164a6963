#include "desks/works/matching/firm_index.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace works::matching {
namespace {

using Firms = std::map<std::int64_t, IndexedFirm>;

bool meets(const IndexedFirm& firm, const Search& search) {
  for (const auto trade : search.trades)
    if (std::none_of(firm.covers.begin(), firm.covers.end(), [&](const Cover& cover) {
          return cover.trade == trade &&
                 (!search.day || (cover.days.first <= *search.day && *search.day <= cover.days.last));
        }))
      return false;
  for (const auto span : firm.busy)
    if (search.day && span.first <= *search.day && *search.day <= span.last) return false;
  if (search.day && (firm.week >> *search.day % 7 & 1) == 0) return false;
  return places::distance_m(search.place, firm.base) <= static_cast<double>(firm.radius_m);
}

// Every firm looked at, as W11 reads.
std::vector<std::int64_t> looked_through(const Firms& firms, const Search& search) {
  std::vector<const IndexedFirm*> met;
  for (const auto& [id, firm] : firms)
    if (meets(firm, search)) met.push_back(&firm);
  std::sort(met.begin(), met.end(), [&](const auto* a, const auto* b) {
    const auto to_a = places::distance_m(search.place, a->base), to_b = places::distance_m(search.place, b->base);
    return search.order == Order::distance ? std::tie(to_a, b->rating, a->id) < std::tie(to_b, a->rating, b->id)
                                           : std::tie(b->rating, to_a, a->id) < std::tie(a->rating, to_b, b->id);
  });
  std::vector<std::int64_t> ids;
  for (std::size_t i = 0; i < std::min(met.size(), search.limit); ++i) ids.push_back(met[i]->id);
  return ids;
}

std::vector<std::int64_t> ids_of(const std::vector<Found>& found) {
  std::vector<std::int64_t> ids;
  for (const auto& firm : found) ids.push_back(firm.id);
  return ids;
}

// Places repeat and mirror each other, so that distances tie; some lie at a pole or across the antimeridian.
places::Point any_place() {
  const auto grid = [](int steps, int step_e6) { return *rc::gen::inRange(-steps, steps + 1) * step_e6; };
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      return {90'000'000 - *rc::gen::inRange(0, 3) * 50'000, grid(180, 1'000'000)};
    case 1:
      return {grid(3, 40'000), 180'000'000 - *rc::gen::inRange(0, 3) * 40'000};
    case 2:
      return {grid(3, 40'000), -180'000'000 + *rc::gen::inRange(0, 3) * 40'000};
    default:
      return {47'000'000 + grid(5, 30'000), 2'000'000 + grid(5, 30'000)};
  }
}

std::vector<std::int32_t> any_trades(int most) {
  std::vector<std::int32_t> trades;
  for (int left = *rc::gen::inRange(1, most + 1); left > 0; --left) trades.push_back(*rc::gen::inRange(1, 5));
  return trades;
}

std::vector<Cover> any_covers() {
  std::vector<Cover> covers;
  for (const auto trade : any_trades(3)) {
    const auto first = *rc::gen::inRange(0, 8);
    covers.push_back({trade, *rc::gen::inRange(0, 3) == 0 ? DaySpan{first, first + *rc::gen::inRange(0, 6)} : always});
  }
  return covers;
}

IndexedFirm any_firm(std::int64_t id) {
  IndexedFirm firm{.id = id,
                   .base = any_place(),
                   .radius_m = *rc::gen::element(0, 5'000, 20'000, 60'000, 30'000'000),
                   .rating = *rc::gen::inRange(0, 4),
                   .covers = any_covers(),
                   .busy = {}};
  if (*rc::gen::inRange(0, 3) == 0) firm.week = static_cast<std::uint8_t>(*rc::gen::inRange(1, 128));
  for (int left = *rc::gen::inRange(0, 4); left > 0; --left) {
    const auto first = *rc::gen::inRange(0, 12);
    firm.busy.push_back({first, first + *rc::gen::inRange(0, 5)});
  }
  return firm;
}

Search any_search() {
  Search search{.place = any_place(),
                .trades = any_trades(2),
                .day = {},
                .order = *rc::gen::element(Order::distance, Order::rating),
                .limit = *rc::gen::element<std::size_t>(0, 1, 3, 10, 1000)};
  if (*rc::gen::arbitrary<bool>()) search.day = *rc::gen::inRange(0, 14);
  return search;
}

// W11.in_memory
TEST(FirmIndex, FindsWhatLookingThroughEveryFirmFindsAlsoWhileFirmsChange) {
  rc::check([] {
    Firms firms;
    const auto many = *rc::gen::inRange(0, 120);
    for (int id = 1; id <= many; ++id) firms[id] = any_firm(id);
    std::vector<IndexedFirm> loaded;
    for (const auto& [id, firm] : firms) loaded.push_back(firm);
    FirmIndex index(loaded);

    for (int turn = 0; turn < 30; ++turn) {
      const auto id = *rc::gen::inRange(1, 140);
      if (*rc::gen::inRange(0, 3) == 0) {
        firms.erase(id);
        index.remove(id);
      } else {
        firms[id] = any_firm(id);
        index.put(firms[id]);
      }
      const auto search = any_search();
      RC_ASSERT(ids_of(index.best(search)) == looked_through(firms, search));
      RC_ASSERT(index.size() == firms.size());
    }
  });
}

// W11.in_memory
TEST(FirmIndex, AnswersTheSameAfterThousandsOfChanges) {
  FirmIndex index;
  Firms firms;
  for (int turn = 0; turn < 20'000; ++turn) {
    const IndexedFirm firm{.id = turn * 7 % 611,
                           .base = {48'000'000 + turn * 31 % 997 * 900, 2'000'000 + turn * 17 % 991 * 900},
                           .radius_m = 1'000 + turn * 13 % 40'000,
                           .rating = turn * 11 % 1'001,
                           .covers = {{1 + turn % 3, always}, {4, always}},
                           .busy = {{turn % 5, turn % 5 + 1}}};
    firms[firm.id] = firm;
    index.put(firm);
  }
  for (int day = 0; day < 7; ++day)
    for (const auto order : {Order::distance, Order::rating})
      for (const auto& trades : {std::vector{4}, {1}, {2, 4}, {1, 2}}) {
        const Search search{.place = {48'300'000, 2'400'000}, .trades = trades, .day = day, .order = order};
        EXPECT_EQ(ids_of(index.best(search)), looked_through(firms, search));
      }
}

// W11.in_memory
TEST(FirmIndex, TellsTheDistanceTheRadiusAndTheRatingOfEach) {
  FirmIndex index;
  index.put({.id = 7,
             .base = {48'000'000, 2'000'000},
             .radius_m = 12'000,
             .rating = 812,
             .covers = {{3, always}},
             .busy = {}});
  const auto found = index.best({.place = {48'100'000, 2'000'000}, .trades = {3}, .day = {}});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0].distance_m, 11'119.5, 0.1);  // a tenth of a degree of the sphere
  EXPECT_EQ(found[0].radius_m, 12'000);
  EXPECT_EQ(found[0].rating, 812);
}

}  // namespace
}  // namespace works::matching
