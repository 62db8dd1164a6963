#include "support/motor_dates.hpp"

#include <gtest/gtest.h>

namespace support::motor_scene {

namespace schedule = motor::schedule;
namespace supplement = motor::supplement;

base::Day day(std::string_view iso) { return base::Day::from_iso(iso).value(); }

schedule::DateId suggest(House& house, const Person& repairer, motor::FileId file, schedule::Kind kind,
                         const schedule::When& when) {
  return house.platform()
      .act(platform::Author::of(repairer.actor),
           [&](platform::Act& act) {
             return schedule::suggest(act, repairer.actor, file, {kind, when});
           })
      .value();
}

schedule::DateId fix(House& house, const Person& cabinet, motor::FileId file, schedule::Kind kind,
                     const schedule::When& when) {
  return house.platform()
      .act(platform::Author::of(cabinet.actor),
           [&](platform::Act& act) {
             return schedule::fix(act, cabinet.actor, file, {kind, when});
           })
      .value();
}

void decide(House& house, const Person& cabinet, schedule::DateId id, schedule::Event event,
            std::optional<schedule::When> other) {
  const auto done = house.platform().act(platform::Author::of(cabinet.actor), [&](platform::Act& act) {
    const auto seen = schedule::find(act.tx, id)->version;
    return schedule::decide(act, cabinet.actor, id, {event, seen, other, "Tournée complète"});
  });
  EXPECT_TRUE(done.ok()) << to_text(event);
}

schedule::Date date(House& house, schedule::DateId id) {
  return house.database().read([&](db::Transaction& tx) { return schedule::find(tx, id).value(); });
}

supplement::SupplementId send_supplement(House& house, const Person& repairer, motor::FileId file,
                                         std::string comment) {
  return house.platform()
      .act(platform::Author::of(repairer.actor),
           [&](platform::Act& act) {
             return supplement::send(act, repairer.actor, file, {std::move(comment), {}});
           })
      .value();
}

}  // namespace support::motor_scene
