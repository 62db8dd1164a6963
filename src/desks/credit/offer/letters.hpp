// What is written about offers: to the client, to the broker.
#pragma once

#include "desks/credit/offer/offer.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/platform/act.hpp"

namespace credit::offer::letters {

// To the client; nothing is sent where no e-mail address is known.
void received(platform::Act& act, const placement::Placement& placement, const Offer& offer, const std::string& broker);
// With the link by which he answers; the offer's delay runs.
void propose(platform::Act& act, const placement::Placement& placement, const Offer& offer, const std::string& broker);
void ends_soon(platform::Act& act, const placement::Placement& placement, const Offer& offer);
void accepted(platform::Act& act, const placement::Placement& placement, const Offer& offer);

// To the broker
void answered(platform::Act& act, const placement::Placement& placement, const Offer& offer);
void warn_broker(platform::Act& act, const placement::Placement& placement, const Offer& offer);
void expired(platform::Act& act, const placement::Placement& placement, const Offer& offer);

}  // namespace credit::offer::letters
