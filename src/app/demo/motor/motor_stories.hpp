// A thousand files of desk motor, taken by its own acts to each of the seven tabs.
#pragma once

#include <filesystem>

#include "app/demo/motor/motor_cast.hpp"

namespace app::demo::motor_desk {

// Travels through the past three months up to `now`, by days: every act happens at its instant, on the given clock.
// `folder` takes the papers before they are stored.
void live_through(House& house, base::FixedClock& clock, const MotorCast& cast, Dice& dice, base::Instant now,
                  const std::filesystem::path& folder);

}  // namespace app::demo::motor_desk
