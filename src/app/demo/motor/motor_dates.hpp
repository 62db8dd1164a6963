// What repairers and firms agree on in the demo: dates in each of their states, supplements answered or not.
#pragma once

#include "app/demo/motor/motor_cast.hpp"
#include "app/demo/motor/motor_papers.hpp"
#include "app/house.hpp"

namespace app::demo::motor_desk {

// That day, or the Monday after a week-end.
base::Day working_day(base::Day day);

// Travels through the four days up to `now`, on the files that stand there: dates suggested, counter-proposed,
// validated, refused; supplements sent, accepted, accepted in part, refused. What became due happens meanwhile.
void agree_on_dates(House& house, base::FixedClock& clock, const MotorCast& cast, Dice& dice, PaperSet& papers,
                    base::Instant now);

}  // namespace app::demo::motor_desk
