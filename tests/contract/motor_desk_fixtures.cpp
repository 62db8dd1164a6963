#include "contract/route_fixtures.hpp"
#include "desks/motor/help/help.hpp"
#include "support/motor_scene.hpp"

namespace contract {
namespace {

namespace scene = support::motor_scene;
using identity::OrganisationKind;
using support::House;
using support::Person;

// A message of a repairer to a firm, one of whom is the owner.
std::vector<std::string> a_help_message(House& house, const Person& owner) {
  const bool is_firm = owner.actor.is(OrganisationKind::adjusting_firm);
  const Person firm = is_firm ? scene::as_cabinet(house, owner) : scene::new_cabinet(house);
  const Person garage = owner.actor.is(OrganisationKind::repairer) ? owner : scene::new_repairer(house);
  scene::attach(house, firm, garage);
  const auto sent = house.platform().act(platform::Author::of(garage.actor), [&](platform::Act& act) {
    return motor::help::ask(act, garage.actor, firm.actor.organisation, {.about = "", .said = "Un dossier manque."});
  });
  return {std::to_string(sent.value().value)};
}

std::vector<std::string> a_cabinet(House& house, const Person&) {
  return {std::to_string(scene::new_cabinet(house).actor.organisation.value)};
}

}  // namespace

std::span<const RouteFixture> motor_desk_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/reparateurs/signalements/{}/reponse", a_help_message},
      {"/administration/cabinets/{}", a_cabinet},
      {"/administration/cabinets/{}/invitation", a_cabinet},
  };
  return rows;
}

}  // namespace contract
