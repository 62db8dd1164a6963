#include "desks/works/matching/firm_index.hpp"

#include <algorithm>
#include <utility>

#include "base/assert.hpp"

namespace works::matching {
namespace {

bool may_take(const IndexedFirm& firm, const Search& search) {
  if (search.day && !free_on(firm, *search.day)) return false;
  return std::all_of(search.trades.begin(), search.trades.end(),
                     [&](auto trade) { return search.day ? covers(firm, trade, *search.day) : has(firm, trade); });
}

// Roundings of two exact measures differ by far less.
bool clearly_less(double a, double b) { return a < b * (1 - 1e-9) - 1e-24; }

// Calls `act` once for each trade: covers are sorted by it.
template <class Act>
void each_trade(const IndexedFirm& firm, Act act) {
  for (std::size_t i = 0; i < firm.covers.size(); ++i)
    if (i == 0 || firm.covers[i].trade != firm.covers[i - 1].trade) act(firm.covers[i].trade);
}

// One search: down the tree, the more promising branch first, past all that cannot rank among the best so far.
class Walk {
 public:
  Walk(const FirmIndex& index, const TradeTree& tree, const Search& search)
      : index_(index),
        tree_(tree),
        search_(search),
        by_rating_(search.order == Order::rating),
        from_(on_sphere(search.place)),
        rough_from_(rough(from_)) {
    best_.reserve(search.limit < 100 ? search.limit + 1 : 0);
  }

  std::vector<Found> best() {
    walk(tree_, rough_from_, *this);
    std::vector<Found> all;
    all.reserve(best_.size());
    for (const auto& place : best_)
      all.push_back({place.firm->id, distance_of(place.chord), place.firm->radius_m, place.firm->rating});
    return all;
  }

  bool enters(double rough_chord, float reach, std::int32_t rating) const {
    return rough_chord <= roughly_at_most(reach) && open_to(rough_chord, rating);
  }
  bool more_promising(const TradeTree::Node& a, double to_a, const TradeTree::Node& b, double to_b) const {
    return by_rating_ && a.rating != b.rating ? a.rating > b.rating : to_a < to_b;
  }
  void meets(const Spot& spot) {
    const auto rough_chord = rough_chord_squared(rough_from_, spot);
    if (!enters(rough_chord, spot.reach, spot.rating)) return;
    const auto& slot = index_.slot(spot.slot);
    const Place place{chord_squared(from_, slot.at), &slot.firm};
    if (!slot.live || clearly_less(slot.reach, place.chord)) return;
    if (!clearly_less(place.chord, slot.reach) && distance_to(slot.firm) > static_cast<double>(slot.firm.radius_m))
      return;
    if (best_.size() == search_.limit && !before(place, best_.back())) return;
    if (!may_take(slot.firm, search_)) return;
    if (best_.size() == search_.limit) best_.pop_back();
    best_.insert(std::upper_bound(best_.begin(), best_.end(), place,
                                  [&](const Place& a, const Place& b) { return before(a, b); }),
                 place);
  }

 private:
  struct Place {
    double chord;  // squared
    const IndexedFirm* firm;
  };

  // Whether something no nearer and no better rated than this could still take a place.
  bool open_to(double rough_chord, std::int32_t rating) const {
    if (best_.size() < search_.limit) return true;
    const auto& last = best_.back();
    if (by_rating_ && rating != last.firm->rating) return rating > last.firm->rating;
    return rough_chord <= roughly_at_most(last.chord);
  }

  double distance_to(const IndexedFirm& firm) const { return places::distance_m(search_.place, firm.base); }

  // Below zero: `a` is nearer. Exact where the chords say too little, so that equal distances are equal.
  int nearer(const Place& a, const Place& b) const {
    if (clearly_less(a.chord, b.chord)) return -1;
    if (clearly_less(b.chord, a.chord)) return 1;
    const auto to_a = distance_to(*a.firm), to_b = distance_to(*b.firm);
    return to_a < to_b ? -1 : to_a > to_b ? 1 : 0;
  }

  bool before(const Place& a, const Place& b) const {
    if (by_rating_ && a.firm->rating != b.firm->rating) return a.firm->rating > b.firm->rating;
    if (const auto order = nearer(a, b); order != 0) return order < 0;
    if (a.firm->rating != b.firm->rating) return a.firm->rating > b.firm->rating;
    return a.firm->id < b.firm->id;
  }

  const FirmIndex& index_;
  const TradeTree& tree_;
  const Search& search_;
  const bool by_rating_;
  const Vector from_;
  const RoughVector rough_from_;
  std::vector<Place> best_;  // in order; few, so that a plain list is quickest
};

}  // namespace

FirmIndex::FirmIndex(std::vector<IndexedFirm> firms) {
  slots_.reserve(firms.size());
  for (auto& firm : firms) take(std::move(firm));
  build_trees();
}

void FirmIndex::take(IndexedFirm firm) {
  MANDAT_ASSERT(firm.radius_m >= 0);
  tidy(firm);
  newest_mark_ = std::max(newest_mark_, firm.mark);
  const auto at = on_sphere(firm.base);
  const auto reach = chord_squared(static_cast<double>(firm.radius_m));
  const auto slot = static_cast<std::uint32_t>(slots_.size());
  if (const auto [known, is_new] = slot_of_.try_emplace(firm.id, slot); !is_new) {
    slots_[known->second].live = false;
    known->second = slot;
  }
  slots_.push_back({std::move(firm), at, reach, true});
}

void FirmIndex::put(IndexedFirm firm) {
  take(std::move(firm));
  if (mostly_dead())
    build_trees();
  else
    add_to_trees(static_cast<std::uint32_t>(slots_.size() - 1));
}

void FirmIndex::remove(std::int64_t id) {
  const auto known = slot_of_.find(id);
  if (known == slot_of_.end()) return;
  slots_[known->second].live = false;
  slot_of_.erase(known);
  if (mostly_dead()) build_trees();
}

Spot FirmIndex::spot_of(std::uint32_t slot) const {
  const auto& known = slots_[slot];
  return {rough(known.at), static_cast<float>(chord_squared(static_cast<double>(known.firm.radius_m) + 1)),
          known.firm.rating, slot};
}

void FirmIndex::add_to_trees(std::uint32_t slot) {
  each_trade(slots_[slot].firm, [&](std::int32_t trade) {
    auto& tree = trees_[trade];
    tree.add(spot_of(slot));
    if (tree.many_changes()) tree.build();
  });
}

void FirmIndex::build_trees() {
  std::erase_if(slots_, [](const Slot& slot) { return !slot.live; });
  trees_.clear();
  for (std::uint32_t slot = 0; slot < slots_.size(); ++slot) {
    slot_of_[slots_[slot].firm.id] = slot;
    each_trade(slots_[slot].firm, [&](std::int32_t trade) { trees_[trade].add(spot_of(slot)); });
  }
  for (auto& [trade, tree] : trees_) tree.build();
}

const TradeTree* FirmIndex::tree_of(std::int32_t trade) const {
  const auto known = trees_.find(trade);
  return known == trees_.end() ? nullptr : &known->second;
}

std::vector<std::int64_t> FirmIndex::marked_from(std::int64_t mark) const {
  std::vector<std::int64_t> ids;
  if (newest_mark_ < mark) return ids;
  for (const auto& slot : slots_)
    if (slot.live && slot.firm.mark >= mark) ids.push_back(slot.firm.id);
  return ids;
}

std::vector<Found> FirmIndex::best(const Search& search) const {
  MANDAT_ASSERT(!search.trades.empty());
  const TradeTree* rarest = nullptr;
  for (const auto trade : search.trades) {
    const auto* tree = tree_of(trade);
    if (tree == nullptr) return {};
    if (rarest == nullptr || tree->size() < rarest->size()) rarest = tree;
  }
  if (search.limit == 0) return {};
  return Walk(*this, *rarest, search).best();
}

}  // namespace works::matching
