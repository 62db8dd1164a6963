#include "contract/route_fixtures.hpp"
#include "desks/motor/document/paper_actions.hpp"
#include "support/motor_scene.hpp"

namespace contract {
namespace {

namespace scene = support::motor_scene;
using identity::OrganisationKind;
using support::House;
using support::Person;
using Parameters = std::vector<std::string>;

std::string text(auto id) { return std::to_string(id.value); }

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

Parameters a_file(House& house, const Person& owner) { return {text(parties(house, owner).file)}; }

Parameters a_sent_paper(House& house, const Person& owner) {
  const Parties of = parties(house, owner);
  return {text(scene::send(house, of.garage, of.file, motor::document::Kind::quote))};
}

Parameters a_report(House& house, const Person& owner) {
  const Parties of = parties(house, owner);
  return {text(scene::post_report(house, of.firm, of.file))};
}

Parameters an_invoice_draft(House& house, const Person& owner) {
  const Parties of = parties(house, owner);
  const auto draft = house.platform().act(platform::Author::of(of.garage.actor), [&](platform::Act& act) {
    return motor::document::keep_draft(act, of.garage.actor, of.file, scene::a_pdf(), std::nullopt);
  });
  return {text(draft)};
}

}  // namespace

std::span<const RouteFixture> motor_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/reparateurs/dossiers/{}", a_file},
      {"/reparateurs/dossiers/{}/documents", a_file},
      {"/reparateurs/dossiers/{}/envois", a_file},
      {"/reparateurs/dossiers/{}/etat", a_file},
      {"/reparateurs/dossiers/{}/indicateurs", a_file},
      {"/reparateurs/documents/{}/accord", a_report},
      {"/reparateurs/documents/{}/verdict", a_sent_paper},
      {"/reparateurs/factures/{}", an_invoice_draft},
  };
  return rows;
}

}  // namespace contract
