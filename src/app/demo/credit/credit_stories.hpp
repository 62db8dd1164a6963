// A living pipeline: placements at each step that a broker meets, buyers with valid invented identifiers.
#pragma once

#include "app/demo/credit/credit_cast.hpp"
#include "app/house.hpp"

namespace app::demo::credit_desk {

// Plays the last days up to `now` in a house of its own clock.
void live_through(House& house, base::FixedClock& clock, const CreditCast& cast, Dice& dice, base::Instant now);

}  // namespace app::demo::credit_desk
