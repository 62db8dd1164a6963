// Firms in memory, found by place, trade and day (W9, W11): what `mandat match` and the choice of a firm answer from.
// Pure: it reads no database and no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "desks/works/matching/indexed_firm.hpp"
#include "desks/works/matching/trade_tree.hpp"

namespace works::matching {

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

// A tree of places a trade. A change is taken in at once; a trade's tree is built anew when its changes have become
// many beside what it holds, so that searches stay quick. Searches may run together; a change may not run beside
// anything.
class FirmIndex {
 public:
  FirmIndex() = default;
  explicit FirmIndex(std::vector<IndexedFirm> firms);  // of several with one id, the last

  void put(IndexedFirm firm);  // new, or instead of the one of its id
  void remove(std::int64_t id);
  std::size_t size() const { return slot_of_.size(); }

  // Best first, at most `limit`.
  std::vector<Found> best(const Search& search) const;

  // For other ways to search: the trees, whose spots name slots.
  struct Slot {
    IndexedFirm firm;
    Vector at;
    double reach;  // squared chord of the radius
    bool live;
  };
  const TradeTree* tree_of(std::int32_t trade) const;  // null when no firm has it
  const Slot& slot(std::uint32_t number) const { return slots_[number]; }

  // The firms that were read after a change of this mark or a higher one.
  std::vector<std::int64_t> marked_from(std::int64_t mark) const;

 private:
  // Trees name dead slots until then; small indexes are not worth it.
  bool mostly_dead() const { return slots_.size() > 1024 && slots_.size() > 2 * slot_of_.size(); }
  Spot spot_of(std::uint32_t slot) const;
  void take(IndexedFirm firm);            // into no tree yet
  void add_to_trees(std::uint32_t slot);  // as a change
  void build_trees();                     // of the live ones alone

  std::vector<Slot> slots_;  // the dead ones stay until there are as many of them as of the others
  std::unordered_map<std::int64_t, std::uint32_t> slot_of_;
  std::unordered_map<std::int32_t, TradeTree> trees_;
  std::int64_t newest_mark_ = 0;
};

}  // namespace works::matching
