// What the ways of joining can be called with: the floor's, and each desk's validation.
#include "contract/route_fixtures.hpp"
#include "floor/joining/joining.hpp"
#include "support/motor_scene.hpp"

namespace contract {
namespace {

using support::House;
using support::Person;
using Parameters = std::vector<std::string>;

// Without script, each from a network of its own.
std::string asked(House& house, std::string_view kind, const std::string& email) {
  web::Fields form;
  form.add("humain", "oui");
  form.add("email", email);
  return joining::ask(house.platform(), {.kind = kind,
                                         .email = email,
                                         .password = support::password_of_everybody,
                                         .form = form,
                                         .address = "network-" + std::to_string(house.platform().ids.next())})
      .value();
}

Parameters a_kind(House&, const Person&) { return {"reparateur"}; }

Parameters a_request(House& house, const Person&) {
  return {asked(house, "reparateur", "garage" + std::to_string(house.platform().ids.next()) + "@exemple.fr")};
}

Parameters a_reset(House& house, const Person& owner) {
  const std::string page = asked(house, joining::password_kind, owner.email);
  house.settle();
  return house.database().read([&](db::Transaction& tx) -> Parameters {
    const auto opened = joining::open(tx, page, house.platform()).value();
    const auto link = links::latest(tx, joining::link_purpose::reset, opened.link.subject_id);
    if (!link) return {page};
    return {links::token(*link, house.platform().settings.server_key)};
  });
}

Parameters an_attachment(House& house, const Person& owner) {
  namespace scene = support::motor_scene;
  const Person firm = owner.actor.is(identity::OrganisationKind::adjusting_firm) ? scene::as_cabinet(house, owner)
                                                                                : scene::new_cabinet(house);
  const Person repairer = scene::new_repairer(house);
  return {std::to_string(scene::ask_attachment(house, firm, scene::establishment_of(house, repairer)).value)};
}

}  // namespace

std::span<const RouteFixture> joining_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/inscription/{}", a_kind},
      {"/confirmation/{}", a_request},
      {"/mot-de-passe/{}", a_reset},
      {"/reparateurs/rattachements/{}/validation", an_attachment},
      {"/reparateurs/rattachements/{}/refus", an_attachment},
      {"/reparateurs/rattachements/{}/fin", an_attachment},
  };
  return rows;
}

}  // namespace contract
