#include "desks/works/matching/trade_tree.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace works::matching {
namespace {

constexpr std::uint32_t most_in_a_leaf = 8;

template <class Number>
Number square(Number x) {
  return x * x;
}

}  // namespace

Vector on_sphere(places::Point point) {
  constexpr double radians_e6 = std::numbers::pi / 180e6;
  const double lat = point.lat_e6 * radians_e6, lon = point.lon_e6 * radians_e6;
  return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

double chord_squared(double distance_m) {
  return square(2 * std::sin(std::min(distance_m / (2 * places::earth_radius_m), std::numbers::pi / 2)));
}

double chord_squared(const Vector& a, const Vector& b) {
  return square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]);
}

double distance_of(double chord_squared) {
  return 2 * places::earth_radius_m * std::asin(std::min(1.0, std::sqrt(chord_squared) / 2));
}

RoughVector rough(const Vector& exact) {
  return {static_cast<float>(exact[0]), static_cast<float>(exact[1]), static_cast<float>(exact[2])};
}

double rough_chord_squared(const RoughVector& from, const Spot& spot) {
  return square(from[0] - spot.at[0]) + square(from[1] - spot.at[1]) + square(from[2] - spot.at[2]);
}

double rough_chord_squared(const RoughVector& from, const TradeTree::Node& box) {
  float sum = 0;
  for (std::size_t i = 0; i < 3; ++i)
    sum += square(std::max(std::max(box.low[i] - from[i], from[i] - box.high[i]), 0.0F));
  return sum;
}

void TradeTree::build() {
  spots_.insert(spots_.end(), changed_.begin(), changed_.end());
  changed_.clear();
  nodes_.clear();
  if (!spots_.empty()) build(0, static_cast<std::uint32_t>(spots_.size()));
}

std::uint32_t TradeTree::build(std::uint32_t first, std::uint32_t last) {
  Node node{.low = spots_[first].at,
            .high = spots_[first].at,
            .reach = 0,
            .rating = spots_[first].rating,
            .first = first,
            .last = last,
            .second_child = 0};
  for (auto i = first; i < last; ++i) {
    const auto& spot = spots_[i];
    for (std::size_t axis = 0; axis < 3; ++axis) {
      node.low[axis] = std::min(node.low[axis], spot.at[axis]);
      node.high[axis] = std::max(node.high[axis], spot.at[axis]);
    }
    node.reach = std::max(node.reach, spot.reach);
    node.rating = std::max(node.rating, spot.rating);
  }
  const auto index = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back(node);
  if (last - first <= most_in_a_leaf) return index;

  std::size_t widest = 0;
  for (std::size_t axis = 1; axis < 3; ++axis)
    if (node.high[axis] - node.low[axis] > node.high[widest] - node.low[widest]) widest = axis;
  const auto middle = first + (last - first) / 2;
  std::nth_element(spots_.begin() + first, spots_.begin() + middle, spots_.begin() + last,
                   [&](const Spot& a, const Spot& b) { return a.at[widest] < b.at[widest]; });
  build(first, middle);
  const auto second = build(middle, last);
  nodes_[index].second_child = second;
  return index;
}

}  // namespace works::matching
