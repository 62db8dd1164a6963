#include "contract/route_fixtures.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "support/contract_scene.hpp"

namespace contract {
namespace {

namespace scene = support::contract_scene;
using identity::OrganisationKind;
using support::House;
using support::Person;
using Parameters = std::vector<std::string>;

// The broker himself, another one for who is none, a colleague who may act for who only reads.
Person acting(House& house, const Person& owner) {
  if (!owner.actor.is(OrganisationKind::broker))
    return support::new_person(house.platform(), {OrganisationKind::broker});
  if (identity::at_least(owner.actor.role, identity::Role::member)) return owner;
  return support::new_member(house.platform(), owner.actor.organisation);
}

std::string text(auto id) { return std::to_string(id.value); }

Parameters a_presented_placement(House& house, const Person& owner) {
  return {text(scene::presented(house, acting(house, owner)))};
}

Parameters a_companys_placement(House& house, const Person& owner) {
  return {text(support::credit_scene::open_for(house, acting(house, owner), owner.actor.organisation))};
}

Parameters a_companys_policy(House& house, const Person& owner) {
  const Person broker = acting(house, owner);
  const auto id = scene::presented(house, broker, owner.actor.organisation);
  scene::accepted(house, broker, id, scene::forfait_offer("coface"));
  return {text(id)};
}

Parameters a_companys_paper(House& house, const Person& owner) {
  const Person broker = acting(house, owner);
  const auto id = scene::presented(house, broker, owner.actor.organisation);
  scene::proposed(house, broker, id, scene::turnover_offer("coface"));
  return {text(id), "conseil"};
}

Parameters a_companys_proposal(House& house, const Person& owner) { return {a_companys_paper(house, owner).front()}; }

Parameters a_comparison(House& house, const Person& owner) {
  const Person broker = acting(house, owner);
  const auto id = scene::presented(house, broker);
  scene::offered(house, broker, id, scene::turnover_offer("coface"));
  return {text(id), "xlsx"};
}

Parameters an_offer(House& house, const Person& owner) {
  const Person broker = acting(house, owner);
  const auto id = scene::presented(house, broker);
  return {text(scene::offered(house, broker, id, scene::turnover_offer("coface")))};
}

Parameters a_proposed_offer(House& house, const Person& owner) {
  const Person broker = acting(house, owner);
  const auto id = scene::presented(house, broker);
  return {text(scene::proposed(house, broker, id, scene::turnover_offer("coface")))};
}

Parameters an_answer_link(House& house, const Person& owner) {
  const Person broker = acting(house, owner);
  const auto id = scene::presented(house, broker);
  return {scene::offer_token(house, scene::proposed(house, broker, id, scene::turnover_offer("coface")))};
}

Parameters a_paper_behind_a_link(House& house, const Person& owner) {
  return {an_answer_link(house, owner).front(), "conseil"};
}

credit::PlacementId sent(House& house, const Person& broker) {
  const auto id = scene::presented(house, broker);
  scene::accepted(house, broker, id, scene::forfait_offer("coface"));
  scene::watch(house, broker, id);
  scene::issued(house, broker, id);
  scene::sent(house, broker, id);
  return id;
}

Parameters a_policy_sent(House& house, const Person& owner) { return {text(sent(house, acting(house, owner)))}; }

// The delay of the signature that is awaited: the company's own.
Parameters a_delay(House& house, const Person& owner) {
  const Person broker = acting(house, owner);
  const bool of_company = owner.actor.is(OrganisationKind::insured_company);
  const auto id = scene::presented(house, broker, of_company ? owner.actor.organisation : identity::OrganisationId{});
  scene::accepted(house, broker, id, scene::forfait_offer("coface"));
  scene::watch(house, broker, id);
  scene::issued(house, broker, id);
  scene::sent(house, broker, id);
  const auto policy = scene::policy(house, id).id;
  return {text(house.database().read([&](db::Transaction& tx) {
    return deadlines::pending(tx, credit::policy::policy_subject, policy.value, "C11.sign")->id;
  }))};
}

Parameters a_signing_link(House& house, const Person& owner) {
  const auto id = sent(house, acting(house, owner));
  return {scene::signing_token(house, id)};
}

}  // namespace

std::span<const RouteFixture> credit_contract_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/credit/echeances/{}", a_delay},
      {"/couverture/echeances/{}", a_delay},
      {"/credit/dossiers/{}/offres", a_presented_placement},
      {"/credit/dossiers/{}/offres/nouvelle", a_presented_placement},
      {"/credit/dossiers/{}/comparatif/{}", a_comparison},
      {"/credit/offres/{}", an_offer},
      {"/credit/offres/{}/impaye", an_offer},
      {"/credit/offres/{}/impaye/echeances.ics", an_offer},
      {"/credit/offres/{}/impaye/calcul.pdf", an_offer},
      {"/couverture/{}/police/impaye", a_companys_policy},
      {"/couverture/{}/police/impaye/calcul.pdf", a_companys_policy},
      {"/couverture/{}/offres", a_companys_proposal},
      {"/couverture/{}/offres/{}", a_companys_paper},
      {"/couverture/{}/police/impaye/echeances.ics", a_companys_policy},
      {"/credit/offres/{}/version", an_offer},
      {"/credit/offres/{}/suite", an_offer},
      {"/credit/offres/{}/accord", a_proposed_offer},
      {"/offre/{}", an_answer_link},
      {"/offre/{}/{}", a_paper_behind_a_link},
      {"/credit/dossiers/{}/conseil", a_presented_placement},
      {"/credit/dossiers/{}/conseil/pdf", a_presented_placement},
      {"/credit/dossiers/{}/vigilance", a_presented_placement},
      {"/credit/dossiers/{}/police", a_presented_placement},
      {"/credit/dossiers/{}/police/envoi", a_policy_sent},
      {"/credit/dossiers/{}/police/ailleurs", a_policy_sent},
      {"/credit/dossiers/{}/police/rappel", a_policy_sent},
      {"/credit/dossiers/{}/police/retrait", a_policy_sent},
      {"/credit/dossiers/{}/police/prise-en-main", a_policy_sent},
      {"/credit/dossiers/{}/police/declarations", a_policy_sent},
      {"/couverture/{}/police/declarations", a_companys_placement},
      {"/couverture/{}/police", a_companys_placement},
      {"/couverture/{}/prospect", a_companys_placement},
      {"/signature/{}", a_signing_link},
  };
  return rows;
}

}  // namespace contract
