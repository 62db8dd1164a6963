#include "contract/route_fixtures.hpp"
#include "desks/motor/rates/rates_actions.hpp"
#include "support/motor_scene.hpp"

namespace contract {
namespace {

namespace scene = support::motor_scene;
using identity::OrganisationKind;
using support::House;
using support::Person;
using Parameters = std::vector<std::string>;

struct Pair {
  Person firm, garage;
};
// A firm and a repairer attached to it, one of whom is the owner.
Pair pair_of(House& house, const Person& owner) {
  const bool firm = owner.actor.is(OrganisationKind::adjusting_firm);
  const bool garage = owner.actor.is(OrganisationKind::repairer);
  Pair pair{firm ? scene::as_cabinet(house, owner) : scene::new_cabinet(house),
            garage ? owner : scene::new_repairer(house)};
  scene::attach(house, pair.firm, pair.garage);
  return pair;
}

Parameters a_rate_version(House& house, const Person& owner) {
  const Pair pair = pair_of(house, owner);
  motor::rates::Line line{.company = "PUBLIC"};
  line.prices[0] = motor::rates::Price{6000};
  const auto sent = house.platform().act(platform::Author::of(pair.garage.actor), [&](platform::Act& act) {
    return motor::rates::send(act, pair.garage.actor, {.effective_on = base::paris::day_of(act.now)}, {line});
  });
  return {std::to_string(sent->value)};
}

Parameters a_file(House& house, const Person& owner) {
  const Pair pair = pair_of(house, owner);
  return {std::to_string(scene::new_file(house, pair.firm, pair.garage).value)};
}

}  // namespace

std::span<const RouteFixture> motor_dates_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/reparateurs/tarifs/{}", a_rate_version},
      {"/reparateurs/tarifs/{}/comparaison", a_rate_version},
      {"/reparateurs/tarifs/{}/accuse", a_rate_version},
      {"/reparateurs/dossiers/{}/tarifs", a_file},
  };
  return rows;
}

}  // namespace contract
