#include "desks/works/matching/firm_index.hpp"

#include <algorithm>
#include <utility>

#include "base/assert.hpp"
#include "desks/works/matching/trade_tree.hpp"

namespace works::matching {
namespace {

// Joins spans that meet, so that one lookup tells whether a day is busy.
void tidy(std::vector<DaySpan>& busy) {
  std::sort(busy.begin(), busy.end(), [](DaySpan a, DaySpan b) { return a.first < b.first; });
  std::size_t kept = 0;
  for (const auto span : busy) {
    if (kept > 0 && span.first <= busy[kept - 1].last)
      busy[kept - 1].last = std::max(busy[kept - 1].last, span.last);
    else
      busy[kept++] = span;
  }
  busy.resize(kept);
}

bool busy_on(const IndexedFirm& firm, std::int32_t day) {
  const auto after = std::upper_bound(firm.busy.begin(), firm.busy.end(), day,
                                      [](std::int32_t wanted, DaySpan span) { return wanted < span.first; });
  return after != firm.busy.begin() && std::prev(after)->last >= day;
}

bool has_all(const IndexedFirm& firm, const std::vector<std::int32_t>& trades) {
  return std::all_of(trades.begin(), trades.end(),
                     [&](auto trade) { return std::binary_search(firm.trades.begin(), firm.trades.end(), trade); });
}

// Roundings of two exact measures differ by far less.
bool clearly_less(double a, double b) { return a < b * (1 - 1e-9) - 1e-24; }

}  // namespace

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
    for (const auto& spot : tree_.changed()) consider(spot);
    if (!tree_.nodes().empty()) descend(0, rough_chord_squared(rough_from_, tree_.nodes().front()));
    std::vector<Found> all;
    all.reserve(best_.size());
    for (const auto& place : best_)
      all.push_back({place.firm->id, distance_of(place.chord), place.firm->radius_m, place.firm->rating});
    return all;
  }

 private:
  struct Place {
    double chord;  // squared
    const IndexedFirm* firm;
  };

  void descend(std::uint32_t at, double rough_chord) {
    const auto& node = tree_.nodes()[at];
    if (rough_chord > roughly_at_most(node.reach) || !open_to(rough_chord, node.rating)) return;
    if (node.second_child == 0) {
      for (auto i = node.first; i < node.last; ++i) consider(tree_.spots()[i]);
      return;
    }
    auto one = at + 1, other = node.second_child;
    const auto &first = tree_.nodes()[one], &second = tree_.nodes()[other];
    auto to_one = rough_chord_squared(rough_from_, first), to_other = rough_chord_squared(rough_from_, second);
    if (by_rating_ && first.rating != second.rating ? second.rating > first.rating : to_other < to_one) {
      std::swap(one, other);
      std::swap(to_one, to_other);
    }
    descend(one, to_one);
    descend(other, to_other);
  }

  // Whether something no nearer and no better rated than this could still take a place.
  bool open_to(double rough_chord, std::int32_t rating) const {
    if (best_.size() < search_.limit) return true;
    const auto& last = best_.back();
    if (by_rating_ && rating != last.firm->rating) return rating > last.firm->rating;
    return rough_chord <= roughly_at_most(last.chord);
  }

  void consider(const Spot& spot) {
    const auto rough_chord = rough_chord_squared(rough_from_, spot);
    if (rough_chord > roughly_at_most(spot.reach) || !open_to(rough_chord, spot.rating)) return;
    const auto& slot = index_.slots_[spot.slot];
    const Place place{chord_squared(from_, slot.at), &slot.firm};
    if (!slot.live || clearly_less(slot.reach, place.chord)) return;
    if (!clearly_less(place.chord, slot.reach) && distance_to(slot.firm) > static_cast<double>(slot.firm.radius_m))
      return;
    if (best_.size() == search_.limit && !before(place, best_.back())) return;
    if (search_.day && busy_on(slot.firm, *search_.day)) return;
    if (search_.trades.size() > 1 && !has_all(slot.firm, search_.trades)) return;
    if (best_.size() == search_.limit) best_.pop_back();
    best_.insert(std::upper_bound(best_.begin(), best_.end(), place,
                                  [&](const Place& a, const Place& b) { return before(a, b); }),
                 place);
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

FirmIndex::FirmIndex() = default;
FirmIndex::~FirmIndex() = default;
FirmIndex::FirmIndex(FirmIndex&&) noexcept = default;
FirmIndex& FirmIndex::operator=(FirmIndex&&) noexcept = default;

FirmIndex::FirmIndex(std::vector<IndexedFirm> firms) {
  slots_.reserve(firms.size());
  for (auto& firm : firms) take(std::move(firm));
  build_trees();
}

void FirmIndex::take(IndexedFirm firm) {
  MANDAT_ASSERT(firm.radius_m >= 0);
  std::sort(firm.trades.begin(), firm.trades.end());
  firm.trades.erase(std::unique(firm.trades.begin(), firm.trades.end()), firm.trades.end());
  tidy(firm.busy);
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
  return {rough(known.at), static_cast<float>(known.reach), known.firm.rating, slot};
}

void FirmIndex::add_to_trees(std::uint32_t slot) {
  const auto& firm = slots_[slot].firm;
  for (const auto trade : firm.trades) {
    auto& tree = trees_[trade];
    if (!tree) tree = std::make_unique<TradeTree>();
    tree->add(spot_of(slot));
    if (tree->many_changes()) tree->build();
  }
}

void FirmIndex::build_trees() {
  std::erase_if(slots_, [](const Slot& slot) { return !slot.live; });
  trees_.clear();
  for (std::uint32_t slot = 0; slot < slots_.size(); ++slot) {
    const auto& firm = slots_[slot].firm;
    slot_of_[firm.id] = slot;
    for (const auto trade : firm.trades) {
      auto& tree = trees_[trade];
      if (!tree) tree = std::make_unique<TradeTree>();
      tree->add(spot_of(slot));
    }
  }
  for (auto& [trade, tree] : trees_) tree->build();
}

std::vector<Found> FirmIndex::best(const Search& search) const {
  MANDAT_ASSERT(!search.trades.empty());
  const TradeTree* rarest = nullptr;
  for (const auto trade : search.trades) {
    const auto known = trees_.find(trade);
    if (known == trees_.end()) return {};
    if (rarest == nullptr || known->second->size() < rarest->size()) rarest = known->second.get();
  }
  if (search.limit == 0) return {};
  return Walk(*this, *rarest, search).best();
}

}  // namespace works::matching
