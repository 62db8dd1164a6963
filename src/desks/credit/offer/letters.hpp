// What is written about offers: to the client, to the broker.
#pragma once

#include "desks/credit/offer/offer.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/platform/act.hpp"

namespace credit::offer::letters {

// To the client; nothing is sent where no e-mail address is known.
// With the figures, and the link by which he reads the offers received.
void received(platform::Act& act, const placement::Placement& placement, const Offer& offer, const std::string& broker);
struct Revision {
  Quote before, after;
};
void revised(platform::Act& act, const placement::Placement& placement, const Offer& offer, const Revision& revision,
             const std::string& broker);
// With the link by which he answers; the offer's delay runs.
void propose(platform::Act& act, const placement::Placement& placement, const Offer& offer, const std::string& broker);
void ends_soon(platform::Act& act, const placement::Placement& placement, const Offer& offer);
// The offer that was proposed to him is no more.
void withdrawn(platform::Act& act, const placement::Placement& placement, const Offer& offer,
               const std::string& broker);
void accepted(platform::Act& act, const placement::Placement& placement, const Offer& offer);

// To the broker
void answered(platform::Act& act, const placement::Placement& placement, const Offer& offer);
// The client's acceptance could not be taken: the advice or the vigilance is not whole.
void blocked(platform::Act& act, const placement::Placement& placement, const Offer& offer);
void warn_broker(platform::Act& act, const placement::Placement& placement, const Offer& offer);
void expired(platform::Act& act, const placement::Placement& placement, const Offer& offer);

}  // namespace credit::offer::letters
