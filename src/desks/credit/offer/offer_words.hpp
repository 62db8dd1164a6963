// How an offer looks: its state as a badge, with what time makes of it.
#pragma once

#include "desks/credit/offer/offer.hpp"
#include "web/ui/badge.hpp"

namespace credit::offer {

web::ui::Badge state_badge(const Offer& offer, base::Instant now);
// Past its last day, not confirmed since, and still to be answered.
bool expired(const Offer& offer, base::Instant now);

}  // namespace credit::offer
