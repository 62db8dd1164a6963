// What the offers of a placement cost, for the foot of the matrix (C7, look: premium, cost per covered euro).
#pragma once

#include <string>
#include <vector>

#include "desks/credit/offer/offer.hpp"

namespace credit::offer {

struct Price {
  OfferId offer;
  std::string insurer;
  base::Money premium;  // of the year, HT
  base::Money total;    // with tax, fees and their VAT
};
// Of the last round of each offer that its insurer did not withdraw.
std::vector<Price> prices_of(db::Transaction& tx, PlacementId placement);

}  // namespace credit::offer
