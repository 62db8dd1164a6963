// A hundred claims, each taken by the desk's own acts to the state it is to be found in: nothing is written beside
// them.
#pragma once

#include "app/demo/cast.hpp"
#include "app/house.hpp"

namespace app::demo {

// Travels through the past months up to `now`: every act and delay happens at its instant, on the given clock.
void live_through(House& house, base::FixedClock& clock, const Cast& cast, Dice& dice, base::Instant now,
                  const std::filesystem::path& folder);

}  // namespace app::demo
