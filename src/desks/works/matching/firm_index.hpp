// The firms of a network in memory, found by place, trade and day (W9, W11): what `mandat match` answers from. Pure: it
// reads no database and no clock.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "floor/places/point.hpp"

namespace works::matching {

// Days are numbered by the caller, in any way that counts one for each; both ends are included.
struct DaySpan {
  std::int32_t first, last;
};

struct IndexedFirm {
  std::int64_t id;
  places::Point base;
  std::int64_t radius_m;             // 0 or more: works within it, the edge included
  std::int32_t rating;               // greater is better
  std::vector<std::int32_t> trades;  // numbered by the caller
  std::vector<DaySpan> busy;         // in any order
};

enum class Order {
  distance,  // nearest first, then the best rating, then the lowest id
  rating,    // best first, then the nearest, then the lowest id
};

struct Search {
  places::Point place;
  std::vector<std::int32_t> trades;  // one or more: the firm has them all (W12)
  std::optional<std::int32_t> day;   // on which it is not busy; none: any day
  Order order = Order::distance;
  std::size_t limit = 10;
};

struct Found {
  std::int64_t id;
  double distance_m;  // on the sphere of places::earth_radius_m
  std::int64_t radius_m;
  std::int32_t rating;
};

class TradeTree;
struct Spot;

// A tree of places a trade. A change is taken in at once; a trade's tree is built anew when its changes have become
// many beside what it holds, so that searches stay quick. Searches may run together; a change may not run beside
// anything.
class FirmIndex {
 public:
  FirmIndex();
  explicit FirmIndex(std::vector<IndexedFirm> firms);  // of several with one id, the last
  ~FirmIndex();
  FirmIndex(FirmIndex&&) noexcept;
  FirmIndex& operator=(FirmIndex&&) noexcept;

  void put(IndexedFirm firm);  // new, or instead of the one of its id
  void remove(std::int64_t id);
  std::size_t size() const { return slot_of_.size(); }

  // Best first, at most `limit`.
  std::vector<Found> best(const Search& search) const;

 private:
  // Trees name dead slots until then; small indexes are not worth it.
  bool mostly_dead() const { return slots_.size() > 1024 && slots_.size() > 2 * slot_of_.size(); }
  struct Slot {
    IndexedFirm firm;
    std::array<double, 3> at;  // on the unit sphere
    double reach;              // squared chord of the radius
    bool live;
  };
  friend class Walk;
  Spot spot_of(std::uint32_t slot) const;
  void take(IndexedFirm firm);            // into no tree yet
  void add_to_trees(std::uint32_t slot);  // as a change
  void build_trees();                     // of the live ones alone

  std::vector<Slot> slots_;  // the dead ones stay until there are as many of them as of the others
  std::unordered_map<std::int64_t, std::uint32_t> slot_of_;
  std::unordered_map<std::int32_t, std::unique_ptr<TradeTree>> trees_;
};

}  // namespace works::matching
