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

// The broker himself, or a colleague when he only reads, or another one for who is none.
Person broker_of(House& house, const Person& owner) {
  if (!owner.actor.is(OrganisationKind::broker))
    return support::new_person(house.platform(), {OrganisationKind::broker});
  if (identity::at_least(owner.actor.role, identity::Role::member)) return owner;
  return support::new_member(house.platform(), owner.actor.organisation);
}

credit::PlacementId placement_for(House& house, const Person& owner, const Person& broker) {
  if (owner.actor.is(OrganisationKind::insured_company))
    return scene::open_for(house, broker, owner.actor.organisation);
  return scene::open(house, broker);
}

std::string last_part(const std::string& page) { return page.substr(page.rfind('/') + 1); }

Parameters a_placement(House& house, const Person& owner) {
  return {std::to_string(placement_for(house, owner, broker_of(house, owner)).value)};
}

Parameters a_questionnaire(House& house, const Person& owner) {
  const Person broker = broker_of(house, owner);
  const auto id = placement_for(house, owner, broker);
  return {last_part(scene::questionnaire_link(house, broker, id))};
}

Parameters a_buyer_behind_a_link(House& house, const Person& owner) {
  const Person broker = broker_of(house, owner);
  const auto id = placement_for(house, owner, broker);
  scene::add_buyers(house, broker, id);
  const auto buyer =
      house.database().read([&](db::Transaction& tx) { return credit::portfolio::buyers_of(tx, id).front().id; });
  return {last_part(scene::questionnaire_link(house, broker, id)), std::to_string(buyer.value)};
}

credit::blind_test::Submission asked(House& house, const Person& owner) {
  const bool insurer = owner.actor.is(OrganisationKind::insurer);
  const auto space = insurer ? owner.actor.organisation : identity::OrganisationId{};
  return scene::asked(house, broker_of(house, owner), space);
}

Parameters a_submission(House& house, const Person& owner) { return {std::to_string(asked(house, owner).id.value)}; }

Parameters a_test_by_link(House& house, const Person& owner) {
  return {last_part(scene::answers_link(house, asked(house, owner)))};
}

Parameters a_buyer_of_the_matrix(House& house, const Person& owner) {
  return {std::to_string(asked(house, owner).placement.value), "1"};
}

Parameters a_brokerage(House& house, const Person&) {
  return {std::to_string(support::new_person(house.platform(), {OrganisationKind::broker}).actor.organisation.value)};
}

Parameters an_insurer(House&, const Person&) { return {"coface"}; }

}  // namespace

std::span<const RouteFixture> credit_client_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/credit/dossiers/{}/questionnaire/lien", a_placement},
      {"/credit/dossiers/{}/acheteurs/import", a_placement},
      {"/credit/dossiers/{}/acheteurs/a-corriger.csv", a_placement},
      {"/credit/dossiers/{}/acheteurs/modele.xlsx", a_placement},
      {"/credit/dossiers/{}/matrice/{}", a_buyer_of_the_matrix},
      {"/credit/soumissions/{}/tableau.xlsx", a_submission},
      {"/credit/soumissions/{}/tableau", a_submission},
      {"/credit/soumissions/{}/lien", a_submission},
      {"/souscription/{}/tableau.xlsx", a_submission},
      {"/souscription/{}/tableau", a_submission},
      {"/couverture/{}/acheteurs/import", a_placement},
      {"/couverture/{}/acheteurs/a-corriger.csv", a_placement},
      {"/couverture/{}/acheteurs/modele.xlsx", a_placement},
      {"/couverture/rattachement/{}", a_questionnaire},
      {"/questionnaire/{}", a_questionnaire},
      {"/questionnaire/{}/code", a_questionnaire},
      {"/questionnaire/{}/questionnaire", a_questionnaire},
      {"/questionnaire/{}/acheteurs", a_questionnaire},
      {"/questionnaire/{}/acheteurs/{}", a_buyer_behind_a_link},
      {"/questionnaire/{}/acheteurs/retrait", a_questionnaire},
      {"/questionnaire/{}/acheteurs/import", a_questionnaire},
      {"/questionnaire/{}/acheteurs/a-corriger.csv", a_questionnaire},
      {"/questionnaire/{}/acheteurs/modele.xlsx", a_questionnaire},
      {"/questionnaire/{}/sinistres", a_questionnaire},
      {"/questionnaire/{}/sinistres/aucun", a_questionnaire},
      {"/questionnaire/{}/sinistres/retrait", a_questionnaire},
      {"/questionnaire/{}/transmission", a_questionnaire},
      {"/test-a-blanc/{}", a_test_by_link},
      {"/test-a-blanc/{}/code", a_test_by_link},
      {"/test-a-blanc/{}/ouverture", a_test_by_link},
      {"/test-a-blanc/{}/reponses", a_test_by_link},
      {"/test-a-blanc/{}/refus", a_test_by_link},
      {"/test-a-blanc/{}/tableau.xlsx", a_test_by_link},
      {"/test-a-blanc/{}/tableau", a_test_by_link},
      {"/administration/assureurs-credit/{}", an_insurer},
      {"/administration/organisations/{}/comptoirs", a_brokerage},
  };
  return rows;
}

}  // namespace contract
