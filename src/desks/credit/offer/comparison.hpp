// The offers of a placement side by side: what each covers of the buyers of the blind test, what it costs, its clauses.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desks/credit/offer/offer.hpp"
#include "desks/credit/offer/offer_figures.hpp"
#include "desks/credit/offer/owed_quotes.hpp"
#include "desks/credit/placement/placement.hpp"

namespace credit::offer {

struct ComparedOffer {
  Offer offer;
  Round round;  // the last one
  Cover cover;
  Figures figures;
};

inline constexpr std::size_t most_named = 25;

struct Comparison {
  placement::Placement placement;
  std::vector<ComparedOffer> offers = {};  // those that may still be chosen, or were
  std::vector<Offer> withdrawn = {};
  std::vector<OwedQuote> owed = {};        // by insurers that answered the blind test
  std::vector<ComparedLine> clauses = {};  // of `offers`, in their order
  std::int64_t buyers = 0;                 // of the list that is compared
  std::int64_t unidentified = 0;           // of them, whom no insurer could be asked about
  base::Money asked = {};
  base::Money largest = {};                     // exposure of the largest buyer; zero: none is known
  std::vector<std::string> largest_names = {};  // of the largest buyers, most_named at most; as in Cover::exposures
};
std::optional<Comparison> compare(db::Transaction& tx, PlacementId id, const identity::Actor& actor, base::Day today);
Comparison compare(db::Transaction& tx, const placement::Placement& placement, base::Day today);

// The places of the best figure of each kind; none where nothing differs.
enum class Figure { covered, top_covered, usable, total, cost_per_euro };
std::optional<std::size_t> best(const Comparison& comparison, Figure figure);

// A draft of the reasoned recommendation, made of the figures, for the broker to complete (C36).
std::string drafted_recommendation(const Comparison& comparison);

}  // namespace credit::offer
