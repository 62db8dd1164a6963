#include "contract/route_fixtures.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "support/credit_scene.hpp"

namespace contract {
namespace {

namespace scene = support::credit_scene;
using identity::OrganisationKind;
using support::House;
using support::Person;
using Parameters = std::vector<std::string>;

// The broker himself, or another one for who is none.
Person broker_of(House& house, const Person& owner) {
  if (!owner.actor.is(OrganisationKind::broker))
    return support::new_person(house.platform(), {OrganisationKind::broker});
  return owner;
}

// Of a colleague who may act, when the owner only reads.
Person acting(House& house, const Person& owner) {
  const Person broker = broker_of(house, owner);
  if (identity::at_least(broker.actor.role, identity::Role::member)) return broker;
  return support::new_member(house.platform(), broker.actor.organisation);
}

Parameters a_placement(House& house, const Person& owner) {
  if (owner.actor.is(OrganisationKind::insured_company))
    return {std::to_string(scene::open_for(house, broker_of(house, owner), owner.actor.organisation).value)};
  return {std::to_string(scene::open(house, broker_of(house, owner)).value)};
}

Parameters a_buyer(House& house, const Person& owner) {
  const Person broker = acting(house, owner);
  const bool companys = owner.actor.is(OrganisationKind::insured_company);
  const auto id = companys ? scene::open_for(house, broker, owner.actor.organisation) : scene::open(house, broker);
  scene::add_buyers(house, broker, id);
  const auto buyer =
      house.database().read([&](db::Transaction& tx) { return credit::portfolio::buyers_of(tx, id).front().id; });
  return {std::to_string(id.value), std::to_string(buyer.value)};
}

Parameters a_placement_to_send(House& house, const Person& owner) {
  const Person broker = acting(house, owner);
  const auto id = scene::open(house, broker);
  scene::add_buyers(house, broker, id);
  scene::complete_information(house, broker, id);
  return {std::to_string(id.value)};
}

Parameters a_running_test(House& house, const Person& owner) {
  const Person broker = acting(house, owner);
  return {std::to_string(scene::asked(house, broker, {}).placement.value)};
}

Parameters a_submission(House& house, const Person& owner) {
  const bool insurer = owner.actor.is(OrganisationKind::insurer);
  const Person broker = acting(house, owner);
  const auto space = insurer ? owner.actor.organisation : identity::OrganisationId{};
  return {std::to_string(scene::asked(house, broker, space).id.value)};
}

}  // namespace

std::span<const RouteFixture> credit_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/credit/dossiers/{}", a_placement},
      {"/credit/dossiers/{}/direct", a_placement},
      {"/credit/dossiers/{}/documents", a_placement},
      {"/credit/dossiers/{}/contact", a_placement},
      {"/credit/dossiers/{}/sans-suite", a_placement},
      {"/credit/dossiers/{}/informations", a_placement},
      {"/credit/dossiers/{}/risques", a_placement},
      {"/credit/dossiers/{}/questionnaire", a_placement},
      {"/credit/dossiers/{}/acheteurs", a_placement},
      {"/credit/dossiers/{}/acheteurs/{}", a_buyer},
      {"/credit/dossiers/{}/acheteurs/retrait", a_placement},
      {"/credit/dossiers/{}/sinistres", a_placement},
      {"/credit/dossiers/{}/sinistres/aucun", a_placement},
      {"/credit/dossiers/{}/sinistres/retrait", a_placement},
      {"/credit/dossiers/{}/test", a_placement_to_send},
      {"/credit/dossiers/{}/test/cloture", a_running_test},
      {"/credit/dossiers/{}/matrice", a_running_test},
      {"/credit/dossiers/{}/matrice.csv", a_running_test},
      {"/credit/dossiers/{}/matrice.xlsx", a_running_test},
      {"/credit/soumissions/{}", a_submission},
      {"/credit/soumissions/{}/reponses", a_submission},
      {"/credit/soumissions/{}/refus", a_submission},
      {"/couverture/{}", a_placement},
      {"/couverture/{}/questionnaire", a_placement},
      {"/couverture/{}/acheteurs", a_placement},
      {"/couverture/{}/acheteurs/{}", a_buyer},
      {"/couverture/{}/acheteurs/retrait", a_placement},
      {"/couverture/{}/sinistres", a_placement},
      {"/couverture/{}/sinistres/aucun", a_placement},
      {"/couverture/{}/sinistres/retrait", a_placement},
      {"/couverture/{}/transmission", a_placement},
      {"/souscription/{}", a_submission},
      {"/souscription/{}/ouverture", a_submission},
      {"/souscription/{}/reponses", a_submission},
      {"/souscription/{}/refus", a_submission},
  };
  return rows;
}

}  // namespace contract
