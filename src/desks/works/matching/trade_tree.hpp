// The places where firms of one trade stand, on the unit sphere: a tree of boxes, each with the widest radius and the
// best rating in it, so that a search leaves aside what cannot reach it or cannot rank.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "floor/places/point.hpp"

namespace works::matching {

using Vector = std::array<double, 3>;      // of length one
using RoughVector = std::array<float, 3>;  // the same to half a metre: half the memory to walk through

Vector on_sphere(places::Point point);
RoughVector rough(const Vector& exact);
// The square of the straight line between two places so many metres apart: grows with the distance, and is cheap.
double chord_squared(double distance_m);
double distance_of(double chord_squared);  // in metres
double chord_squared(const Vector& a, const Vector& b);

// Above every rough measure of what is this far: half a metre at both ends, (d + 2e-7)², without a root.
constexpr double roughly_at_most(double chord) { return chord * 1.001 + 5e-11; }

struct Spot {
  RoughVector at;
  float reach;  // squared chord of the radius, roughly
  std::int32_t rating;
  std::uint32_t slot;  // the caller's
};
double rough_chord_squared(const RoughVector& from, const Spot& spot);

class TradeTree {
 public:
  struct Node {
    RoughVector low, high;
    float reach;          // the widest below
    std::int32_t rating;  // the best below
    std::uint32_t first, last;
    std::uint32_t second_child;  // the first one follows its parent; 0: a leaf, the spots from `first` to before `last`
  };

  void add(const Spot& spot) { changed_.push_back(spot); }
  bool many_changes() const { return changed_.size() > 64 && changed_.size() > spots_.size() / 8; }
  void build();

  const std::vector<Spot>& changed() const { return changed_; }  // in no box yet
  const std::vector<Spot>& spots() const { return spots_; }
  const std::vector<Node>& nodes() const { return nodes_; }
  std::size_t size() const { return spots_.size() + changed_.size(); }

 private:
  std::uint32_t build(std::uint32_t first, std::uint32_t last);

  std::vector<Spot> spots_, changed_;
  std::vector<Node> nodes_;
};

double rough_chord_squared(const RoughVector& from, const TradeTree::Node& box);  // 0 within it

// Through the tree, one branch after the other. The visitor says whether it `enters` what is so far at least, which of
// two branches is the `more_promising`, and is shown each spot that it `meets`.
template <class Visitor>
void walk(const TradeTree& tree, const RoughVector& from, Visitor& visitor, std::uint32_t at, double rough_chord) {
  const auto& node = tree.nodes()[at];
  if (!visitor.enters(rough_chord, node.reach, node.rating)) return;
  if (node.second_child == 0) {
    for (auto i = node.first; i < node.last; ++i) visitor.meets(tree.spots()[i]);
    return;
  }
  auto one = at + 1, other = node.second_child;
  auto to_one = rough_chord_squared(from, tree.nodes()[one]), to_other = rough_chord_squared(from, tree.nodes()[other]);
  if (visitor.more_promising(tree.nodes()[other], to_other, tree.nodes()[one], to_one)) {
    std::swap(one, other);
    std::swap(to_one, to_other);
  }
  walk(tree, from, visitor, one, to_one);
  walk(tree, from, visitor, other, to_other);
}

template <class Visitor>
void walk(const TradeTree& tree, const RoughVector& from, Visitor& visitor) {
  for (const auto& spot : tree.changed()) visitor.meets(spot);
  if (!tree.nodes().empty()) walk(tree, from, visitor, 0, rough_chord_squared(from, tree.nodes().front()));
}

}  // namespace works::matching
