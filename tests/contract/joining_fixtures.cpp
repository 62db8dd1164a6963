// What the ways of joining can be called with: the floor's, and each desk's validation.
#include <gtest/gtest.h>

#include "contract/route_fixtures.hpp"
#include "desks/works/admission/application.hpp"
#include "floor/joining/email_change.hpp"
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

Parameters a_new_email(House& house, const Person&) {
  const Person person = support::new_person(house.platform(), {identity::OrganisationKind::broker});
  const std::string email = "neuve" + std::to_string(house.platform().ids.next()) + "@exemple.fr";
  EXPECT_TRUE(joining::ask_email_change(house.platform(), person.actor,
                                        {email, support::password_of_everybody, {"192.0.2.1", ""}})
                  .ok());
  return house.database().read([&](db::Transaction& tx) -> Parameters {
    const auto change = joining::pending_email_change(tx, person.actor.account).value();
    const auto link = links::latest(tx, joining::email_change_link, change.id.value).value();
    return {links::token(link, house.platform().settings.server_key)};
  });
}

Parameters an_attachment(House& house, const Person& owner) {
  namespace scene = support::motor_scene;
  const Person firm = owner.actor.is(identity::OrganisationKind::adjusting_firm) ? scene::as_cabinet(house, owner)
                                                                                 : scene::new_cabinet(house);
  const Person repairer = scene::new_repairer(house);
  return {std::to_string(scene::ask_attachment(house, firm, scene::establishment_of(house, repairer)).value)};
}

// A tradesman who applied: the row alone, its papers sent without a file of the store.
identity::OrganisationId an_applicant(House& house) {
  const Person person = support::new_person(house.platform(), {identity::OrganisationKind::tradesman});
  house.platform().act({}, [&](platform::Act& act) {
    works::admission::insert(act.tx,
                             {.organisation = person.actor.organisation,
                              .role = works::admission::Role::tradesman,
                              .state = works::admission::State::submitted,
                              .orias = {},
                              .submitted = act.now,
                              .waiting_since = {},
                              .decided = {}},
                             {"plomberie"});
  });
  return person.actor.organisation;
}

Parameters an_application(House& house, const Person&) { return {std::to_string(an_applicant(house).value)}; }

Parameters a_paper(House& house, const Person&) {
  const auto organisation = an_applicant(house);
  const documents::Prepared file{.sha256 = std::string(64, 'b'),
                                 .type = documents::MediaType::pdf,
                                 .size = 1,
                                 .filename = "kbis.pdf",
                                 .has_thumbnail = false};
  return house.platform().act({}, [&](platform::Act& act) -> Parameters {
    EXPECT_TRUE(works::admission::upload(act, organisation, {works::admission::PaperKind::registration, file}).ok());
    return {std::to_string(works::admission::papers_of(act.tx, organisation).front().id.value)};
  });
}

Parameters a_papers_link(House& house, const Person&) {
  const auto organisation = an_applicant(house);
  return house.platform().act({}, [&](platform::Act& act) -> Parameters {
    const auto id = links::issue(act, {.purpose = works::admission::papers_link,
                                       .file = works::admission::file_of_application(organisation),
                                       .subject_id = organisation.value,
                                       .recipient = organisation,
                                       .channel = links::Channel::mail});
    return {links::token(*links::find(act.tx, id), house.platform().settings.server_key)};
  });
}

}  // namespace

std::span<const RouteFixture> joining_fixtures() {
  static constexpr RouteFixture rows[] = {
      {"/inscription/{}", a_kind},
      {"/confirmation/{}", a_request},
      {"/mot-de-passe/{}", a_reset},
      {"/adresse/{}", a_new_email},
      {"/pieces/{}", a_papers_link},
      {"/administration/inscriptions/{}", an_application},
      {"/administration/inscriptions/{}/direct", an_application},
      {"/administration/inscriptions/{}/validation", an_application},
      {"/administration/inscriptions/{}/metiers", an_application},
      {"/administration/pieces/{}", a_paper},
      {"/reparateurs/rattachements/{}/validation", an_attachment},
      {"/reparateurs/rattachements/{}/refus", an_attachment},
      {"/reparateurs/rattachements/{}/fin", an_attachment},
  };
  return rows;
}

}  // namespace contract
