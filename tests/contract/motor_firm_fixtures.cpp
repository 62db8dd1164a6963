#include "contract/route_fixtures.hpp"
#include "support/motor_scene.hpp"

namespace contract {
namespace {

namespace scene = support::motor_scene;
using identity::OrganisationKind;
using support::House;
using support::Person;
using Parameters = std::vector<std::string>;

// The firm and the repairer of a file in the owner's scope: himself and another one, or two others.
struct Parties {
  Person firm, garage;
  motor::FileId file;
};
Parties parties(House& house, const Person& owner) {
  const bool is_firm = owner.actor.is(OrganisationKind::adjusting_firm);
  const Person firm = is_firm ? scene::as_cabinet(house, owner) : scene::new_cabinet(house);
  const Person garage = owner.actor.is(OrganisationKind::repairer) ? owner : scene::new_repairer(house);
  return {firm, garage, scene::new_file(house, firm, garage)};
}

Parameters a_file(House& house, const Person& owner) { return {std::to_string(parties(house, owner).file.value)}; }

Parameters a_photo(House& house, const Person& owner) {
  const Parties of = parties(house, owner);
  scene::bring_to(house, of.firm, of.file, motor::file::State::remote_inspection);
  return {std::to_string(scene::send_photo(house, of.garage, of.file, motor::photos::Slot::plate).value)};
}

}  // namespace

std::span<const RouteFixture> motor_firm_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/reparateurs/dossiers/{}/correction", a_file}, {"/reparateurs/dossiers/{}/direct", a_file},
      {"/reparateurs/dossiers/{}/photos", a_file},     {"/reparateurs/dossiers/{}/reparateur", a_file},
      {"/reparateurs/photos/{}/reprise", a_photo},
  };
  return rows;
}

}  // namespace contract
