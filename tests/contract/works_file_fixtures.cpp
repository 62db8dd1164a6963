// How a claim's page is completed, followed and proved.
#include "contract/route_fixtures.hpp"
#include "desks/works/claim/claim.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/deadlines/calendar_address.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "support/works_scene.hpp"

namespace contract {
namespace {

namespace scene = support::scene;
using identity::OrganisationKind;
using support::House;
using support::Person;
using Parameters = std::vector<std::string>;

Person broker_of(House& house, const Person& owner) {
  return owner.actor.is(OrganisationKind::broker) ? owner : scene::new_broker(house);
}
Person firm_of(House& house, const Person& owner) {
  return owner.actor.is(OrganisationKind::tradesman) ? scene::as_firm(house, owner) : scene::new_firm(house);
}

works::MandateId asked(House& house, const Person& owner) {
  const Person broker = broker_of(house, owner);
  return scene::ask(house, broker, scene::declare(house, broker), firm_of(house, owner));
}

Parameters a_claim(House& house, const Person& owner) {
  return {std::to_string(scene::declare(house, broker_of(house, owner)).value)};
}

Parameters a_lot(House& house, const Person& owner) {
  return {std::to_string(scene::first_lot(house, scene::declare(house, broker_of(house, owner))).value)};
}

Parameters a_mandate(House& house, const Person& owner) { return {std::to_string(asked(house, owner).value)}; }

Parameters a_claim_of_the_firm(House& house, const Person& owner) {
  return {std::to_string(scene::mandate(house, asked(house, owner)).claim.value)};
}

Parameters a_delay(House& house, const Person& owner) {
  const auto mandate = asked(house, owner);
  return house.database().read([&](db::Transaction& tx) -> Parameters {
    const auto delay = deadlines::pending(tx, works::mandate_subject, mandate.value, works::deadline_rule::answer);
    return {std::to_string(delay->id.value)};
  });
}

Parameters a_follow_link(House& house, const Person& owner) {
  const std::string link = scene::follow_link(house, scene::declare(house, broker_of(house, owner)));
  return {link.substr(link.rfind('/') + 1)};
}

Parameters a_calendar(House& house, const Person&) {
  const Person broker = scene::new_broker(house);
  const auto link = house.platform().act(platform::Author::of(broker.actor), [&](platform::Act& act) {
    return *links::find(act.tx, links::issue(act, {.purpose = deadlines::calendar_purpose,
                                                   .file = {},
                                                   .subject_id = broker.actor.account.value,
                                                   .recipient = broker.actor.organisation,
                                                   .channel = links::Channel::mail}));
  });
  return {links::token(link, house.platform().settings.server_key)};
}

}  // namespace

std::span<const RouteFixture> works_file_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/travaux/dossiers/{}/assure", a_claim},
      {"/travaux/dossiers/{}/assureur", a_claim},
      {"/travaux/dossiers/{}/documents", a_claim},
      {"/travaux/lots/{}/partage", a_lot},
      {"/travaux/echeances/{}", a_delay},
      {"/chantiers/echeances/{}", a_delay},
      {"/chantiers/dossiers/{}", a_claim_of_the_firm},
      {"/chantiers/{}/direct", a_mandate},
      {"/suivi/{}/direct", a_follow_link},
      {"/calendrier/{}", a_calendar},
  };
  return rows;
}

}  // namespace contract
