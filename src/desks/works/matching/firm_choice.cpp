#include "desks/works/matching/firm_choice.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/assert.hpp"

namespace works::matching {
namespace {

// Whole metres, as they are shown and as radii are set.
int distance_to(const IndexedFirm& firm, places::Point place) {
  return static_cast<int>(places::distance_m(firm.base, place));
}

bool covers_all(const IndexedFirm& firm, const Asked& asked) {
  return std::all_of(asked.trades.begin(), asked.trades.end(),
                     [&](auto trade) { return covers(firm, trade, asked.period.first); });
}

bool available(const IndexedFirm& firm, DaySpan period) {
  for (auto day = period.first; day <= period.last; ++day)
    if (free_on(firm, day)) return true;
  return false;
}

// All that W11.exclusions asks but the distance.
bool may_take(const IndexedFirm& firm, const Asked& asked) {
  return firm.active && covers_all(firm, asked) && available(firm, asked.period) &&
         !std::binary_search(asked.refused.begin(), asked.refused.end(), firm.id);
}

// In order, at most so many: few, so that a plain list is quickest.
template <class T, class Before>
class Best {
 public:
  Best(std::size_t limit, Before before) : limit_(limit), before_(before) { MANDAT_ASSERT(limit > 0); }
  bool full() const { return all_.size() == limit_; }
  const T& last() const { return all_.back(); }
  // Whether it took a place.
  bool offer(const T& one) {
    if (full() && !before_(one, last())) return false;
    if (full()) all_.pop_back();
    all_.insert(std::upper_bound(all_.begin(), all_.end(), one, before_), one);
    return true;
  }
  std::vector<T> take() { return std::move(all_); }

 private:
  const std::size_t limit_;
  const Before before_;
  std::vector<T> all_;
};

// What both searches know of where they stand, and of which firms the index does not speak for.
class Searching {
 public:
  Searching(const FirmIndex& index, const Differing& differing, const Asked& asked)
      : asked_(asked), from_(rough(on_sphere(asked.place))), index_(index), differing_(differing) {}

  double rough_chord(const Spot& spot) const { return rough_chord_squared(from_, spot); }
  bool more_promising(const TradeTree::Node&, double to_a, const TradeTree::Node&, double to_b) const {
    return to_a < to_b;
  }

 protected:
  // Null when the spot is a former one, or the index does not speak for the firm.
  const IndexedFirm* firm_of(const Spot& spot) const {
    const auto& slot = index_.slot(spot.slot);
    if (!slot.live || std::binary_search(differing_.ids.begin(), differing_.ids.end(), slot.firm.id)) return nullptr;
    return &slot.firm;
  }

  const Asked& asked_;
  const RoughVector from_;
  const FirmIndex& index_;
  const Differing& differing_;
};

// A bound of squared chords that what is no farther than so many metres certainly stays below.
double roughly_within(double metres) { return roughly_at_most(chord_squared(metres)); }

class Proposing : public Searching {
  struct Before {
    int step_m;
    bool operator()(const Ranked& a, const Ranked& b) const { return ranks_before(a, b, step_m); }
  };

 public:
  Proposing(const FirmIndex& index, const Differing& differing, const Asked& asked, const Ranking& ranking,
            std::size_t limit)
      : Searching(index, differing, asked), ranking_(ranking), best_(limit, Before{ranking.step_m}) {}

  std::vector<Ranked> search() {
    for (const auto& firm : differing_.firms) consider(firm);
    if (const auto* tree = rarest()) walk(*tree, from_, *this);
    return best_.take();
  }

  bool enters(double rough_chord, float reach, std::int32_t rating) const {
    if (rough_chord > roughly_at_most(reach)) return false;
    if (!best_.full()) return true;
    if (rough_chord > end_of_step_) return false;
    const bool in_the_step = rough_chord > begin_of_step_;  // not in a nearer one
    return !in_the_step || rating + ranking_.weights.idleness >= best_.last().rating;
  }
  void meets(const Spot& spot) {
    if (!enters(rough_chord(spot), spot.reach, spot.rating)) return;
    if (const auto* firm = firm_of(spot)) consider(*firm);
  }

 private:
  // A firm with all trades stands in each one's tree.
  const TradeTree* rarest() const {
    const TradeTree* rarest = nullptr;
    for (const auto trade : asked_.trades) {
      const auto* tree = index_.tree_of(trade);
      if (tree == nullptr) return nullptr;
      if (rarest == nullptr || tree->size() < rarest->size()) rarest = tree;
    }
    return rarest;
  }

  void consider(const IndexedFirm& firm) {
    if (!may_take(firm, asked_)) return;
    const int distance = distance_to(firm, asked_.place);
    if (distance > firm.radius_m) return;
    const int rating = firm.rating + tradesman::idleness_points(firm.last_asked, asked_.now, ranking_.weights);
    if (!best_.offer({{firm.id}, distance, rating}) || !best_.full()) return;
    const int step = best_.last().distance_m / ranking_.step_m;
    begin_of_step_ = roughly_within(static_cast<double>(step) * ranking_.step_m);
    end_of_step_ = roughly_within((step + 1.0) * ranking_.step_m);
  }

  const Ranking& ranking_;
  Best<Ranked, Before> best_;
  double begin_of_step_ = 0, end_of_step_ = 0;  // of the last of the best, once they are enough
};

class LeavingOut : public Searching {
  struct Nearer {
    bool operator()(const LeftOut& a, const LeftOut& b) const {
      return std::pair(a.distance_m, a.organisation) < std::pair(b.distance_m, b.organisation);
    }
  };

 public:
  LeavingOut(const FirmIndex& index, const Differing& differing, const Asked& asked, int near_m, std::size_t limit)
      : Searching(index, differing, asked), near_m_(near_m), near_(roughly_within(near_m + 1)), best_(limit, {}) {}

  std::vector<LeftOut> search() {
    for (const auto& firm : differing_.firms)
      if (std::any_of(asked_.trades.begin(), asked_.trades.end(), [&](auto trade) { return has(firm, trade); }))
        consider(firm);
    for (const auto trade : asked_.trades) {
      trade_ = trade;
      if (const auto* tree = index_.tree_of(trade)) walk(*tree, from_, *this);
    }
    return best_.take();
  }

  bool enters(double rough_chord, float reach, std::int32_t) const {
    if (rough_chord > near_ && rough_chord > roughly_at_most(reach)) return false;
    return !best_.full() || rough_chord <= roughly_within(best_.last().distance_m + 1);
  }
  void meets(const Spot& spot) {
    if (!enters(rough_chord(spot), spot.reach, spot.rating)) return;
    if (const auto* firm = firm_of(spot); firm != nullptr && is_its_first(*firm)) consider(*firm);
  }

 private:
  // A firm with several of the trades stands in several trees: it is looked at in the first.
  bool is_its_first(const IndexedFirm& firm) const {
    return *std::find_if(asked_.trades.begin(), asked_.trades.end(), [&](auto trade) { return has(firm, trade); }) ==
           trade_;
  }

  void consider(const IndexedFirm& firm) {
    const int distance = distance_to(firm, asked_.place);
    const bool reaches = distance <= firm.radius_m;
    if ((reaches || distance <= near_m_) && !(reaches && may_take(firm, asked_))) best_.offer({{firm.id}, distance});
  }

  const int near_m_;
  const double near_;
  std::int32_t trade_ = 0;
  Best<LeftOut, Nearer> best_;
};

}  // namespace

std::vector<Ranked> proposed(const FirmIndex& index, const Differing& differing, const Asked& asked,
                             const Ranking& ranking, std::size_t limit) {
  return Proposing(index, differing, asked, ranking, limit).search();
}

std::vector<LeftOut> left_out(const FirmIndex& index, const Differing& differing, const Asked& asked, int near_m,
                              std::size_t limit) {
  return LeavingOut(index, differing, asked, near_m, limit).search();
}

}  // namespace works::matching
