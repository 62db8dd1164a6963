// The ledger entries of a closed job and a closed claim (W27, W28): each booked once, whatever is repeated.
#pragma once

#include "desks/works/claim/claim.hpp"
#include "desks/works/closure/closure_actions.hpp"
#include "floor/ledger/ledger.hpp"

namespace works::closure {

void book_commission(platform::Act& act, const claim::Claim& claim, const Invoice& invoice);
// When both closures hold: books the bonus and tells the broker. True when it did.
bool book_bonus_when_finished(platform::Act& act, ClaimId claim);

}  // namespace works::closure
