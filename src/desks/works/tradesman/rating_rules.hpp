// How a firm's record is rated, 0 to 1000: all that the ranking of W11 looks at but the distance. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/rule.hpp"
#include "desks/works/tradesman/record.hpp"

namespace works::tradesman {

// What each criterion is worth unless the operator weighs otherwise: 1000 in all.
inline constexpr base::Figure<int> response_rate_weight{"W11.response_rate_weight", 300};
inline constexpr base::Figure<int> response_speed_weight{"W11.response_speed_weight", 200};
inline constexpr base::Figure<int> closures_weight{"W11.closures_weight", 250};
inline constexpr base::Figure<int> load_weight{"W11.load_weight", 150};
inline constexpr base::Figure<int> idleness_weight{"W11.idleness_weight", 100};

inline constexpr int whole_rating = 1000;

// W11.weights: each 0 to whole_rating, and whole_rating together.
struct Weights {
  int response_rate = response_rate_weight.value();
  int response_speed = response_speed_weight.value();
  int closures = closures_weight.value();
  int load = load_weight.value();
  int idleness = idleness_weight.value();

  int sum() const { return response_rate + response_speed + closures + load + idleness; }
  friend bool operator==(const Weights&, const Weights&) = default;
};

// W11.newcomer: every share starts from so many imagined requests or jobs, half of them well done.
inline constexpr base::Figure<int> imagined_past{"W11.imagined_past", 4};
inline constexpr base::Figure<int> full_load{"W11.full_load", 10};  // jobs; from here on no point
inline constexpr base::Figure<base::hours> full_idleness{"W11.full_idleness", base::hours(30 * 24)};  // all points

// One criterion as the screen shows it.
struct Criterion {
  std::string_view name;  // French: "Taux de réponse"
  std::string value;      // French: "92 % (23 sur 25)"
  int points;             // 0 to weight
  int weight;
};
// In the order of the weights.
std::vector<Criterion> rating_criteria(const Record& record, base::Instant now, const Weights& weights);

// The sum of their points. It moves with `now`, since a firm left idle gains: a search computes it afresh, from what
// does not move and what does.
int rating_of(const Record& record, base::Instant now, const Weights& weights);
int settled_rating(const Record& record, const Weights& weights);
int idleness_points(std::optional<base::Instant> last_asked_at, base::Instant now, const Weights& weights);

std::span<const base::Rule> rating_rules();

}  // namespace works::tradesman
