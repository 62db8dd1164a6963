#include "contract/route_fixtures.hpp"
#include "desks/motor/rates/rates_actions.hpp"
#include "desks/motor/rounds/subscription.hpp"
#include "floor/links/links.hpp"
#include "support/motor_dates.hpp"
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

struct OfFile {
  Pair pair;
  motor::FileId file;
};
OfFile file_of(House& house, const Person& owner) {
  const Pair pair = pair_of(house, owner);
  return {pair, scene::new_file(house, pair.firm, pair.garage)};
}

Parameters a_file_and_a_kind(House& house, const Person& owner) {
  return {std::to_string(file_of(house, owner).file.value), "ead"};
}

motor::schedule::DateId suggested(House& house, const OfFile& of) {
  return scene::suggest(house, of.pair.garage, of.file, motor::schedule::Kind::visit, {scene::day("2026-12-01")});
}

Parameters a_suggested_date(House& house, const Person& owner) {
  return {std::to_string(suggested(house, file_of(house, owner)).value)};
}

Parameters a_countered_date(House& house, const Person& owner) {
  const OfFile of = file_of(house, owner);
  const auto id = suggested(house, of);
  scene::decide(house, of.pair.firm, id, motor::schedule::Event::counter, {{scene::day("2026-12-02")}});
  return {std::to_string(id.value)};
}

Parameters a_date_in_force(House& house, const Person& owner) {
  const OfFile of = file_of(house, owner);
  const auto id = scene::fix(house, of.pair.firm, of.file, motor::schedule::Kind::visit, {scene::day("2026-12-01")});
  return {std::to_string(id.value)};
}

Parameters a_supplement(House& house, const Person& owner) {
  const OfFile of = file_of(house, owner);
  return {std::to_string(scene::send_supplement(house, of.pair.garage, of.file, "Traverse avant").value)};
}

Parameters a_calendar(House& house, const Person&) {
  const Person garage = scene::new_repairer(house);
  const auto link = house.platform().act(platform::Author::of(garage.actor), [&](platform::Act& act) {
    return *links::find(act.tx, links::issue(act, {.purpose = motor::rounds::calendar_purpose,
                                                   .file = {},
                                                   .subject_id = garage.actor.account.value,
                                                   .recipient = garage.actor.organisation,
                                                   .channel = links::Channel::mail}));
  });
  return {links::token(link, house.platform().settings.server_key)};
}

}  // namespace

std::span<const RouteFixture> motor_dates_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/reparateurs/tarifs/{}", a_rate_version},
      {"/reparateurs/tarifs/{}/comparaison", a_rate_version},
      {"/reparateurs/tarifs/{}/accuse", a_rate_version},
      {"/reparateurs/dossiers/{}/tarifs", a_file},
      {"/reparateurs/dossiers/{}/expertise", a_file},
      {"/reparateurs/dossiers/{}/dates/{}", a_file_and_a_kind},
      {"/reparateurs/dates/{}/decision", a_suggested_date},
      {"/reparateurs/dates/{}/annulation", a_date_in_force},
      {"/reparateurs/dates/{}/reponse", a_countered_date},
      {"/reparateurs/dossiers/{}/complement", a_file},
      {"/reparateurs/dossiers/{}/complement/photos", a_file},
      {"/reparateurs/complements/{}", a_supplement},
      {"/reparateurs/complements/{}/decision", a_supplement},
      {"/reparateurs/calendrier/{}", a_calendar},
  };
  return rows;
}

}  // namespace contract
