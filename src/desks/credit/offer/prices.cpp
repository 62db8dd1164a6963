#include "desks/credit/offer/prices.hpp"

#include "desks/credit/engine/premium.hpp"

namespace credit::offer {

std::vector<Price> prices_of(db::Transaction& tx, PlacementId placement) {
  std::vector<Price> prices;
  const auto offers = offers_of(tx, placement);
  if (offers.empty()) return prices;
  const auto rounds = last_rounds_of(tx, placement);
  MANDAT_ASSERT(offers.size() == rounds.size());
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (offers[i].state == State::withdrawn) continue;
    const auto premium = engine::premium(rounds[i].round.quote.premium);
    MANDAT_ASSERT(premium.ok());  // the quote was judged when it was entered
    prices.push_back({offers[i].id, offers[i].insurer, premium->premium.value, premium->total.value});
  }
  return prices;
}

}  // namespace credit::offer
