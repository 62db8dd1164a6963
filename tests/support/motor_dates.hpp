// Dates and supplements of desk motor in one line each.
#pragma once

#include <string>

#include "desks/motor/schedule/schedule_actions.hpp"
#include "desks/motor/supplement/supplement.hpp"
#include "support/motor_scene.hpp"

namespace support::motor_scene {

base::Day day(std::string_view iso);
motor::schedule::DateId suggest(House& house, const Person& repairer, motor::FileId file, motor::schedule::Kind kind,
                                const motor::schedule::When& when);
motor::schedule::DateId fix(House& house, const Person& cabinet, motor::FileId file, motor::schedule::Kind kind,
                            const motor::schedule::When& when);
// To the date as it stands.
void decide(House& house, const Person& cabinet, motor::schedule::DateId id, motor::schedule::Event event,
            std::optional<motor::schedule::When> other = {});
motor::schedule::Date date(House& house, motor::schedule::DateId id);
motor::supplement::SupplementId send_supplement(House& house, const Person& repairer, motor::FileId file,
                                                std::string comment);

}  // namespace support::motor_scene
