// GET /administration/organisations/{}: what is known of an organisation, and who works there.
#include "base/french.hpp"
#include "floor/identity/desks.hpp"
#include "floor/identity/desks_page.hpp"
#include "floor/identity/organisation_search.hpp"
#include "floor/identity/pages.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace identity {
namespace {

namespace ui = web::ui;
using namespace web::html;

std::string address_of(const Establishment& establishment) {
  const std::string town = std::string(establishment.postal_code.text()) + " " + establishment.city;
  return establishment.street.empty() ? town : establishment.street + "\n" + town;
}

Markup known(const Organisation& organisation, const std::vector<Establishment>& establishments) {
  std::vector<ui::Fact> facts{
      {"Activité", kinds_text(organisation.kinds)},
      {"SIREN", organisation.siren ? ui::Value(organisation.siren->text()) : ui::Value()},
      {"Téléphone",
       organisation.phone ? ui::Value::phone(organisation.phone->e164(), organisation.phone->national()) : ui::Value()},
      {"Adresse e-mail", organisation.email ? ui::Value::mail(organisation.email->text()) : ui::Value()},
      {"Inscrite", organisation.created}};
  for (const Establishment& establishment : establishments) {
    if (establishment.siret) facts.push_back({"SIRET", establishment.siret->text()});
    facts.push_back({"Adresse", ui::Value::lines(address_of(establishment))});
  }
  return ui::facts(facts);
}

Markup people(const std::vector<Member>& members, bool accounts_open) {
  std::vector<ui::Line> lines;
  for (const Member& member : members)
    lines.push_back({accounts_open
                         ? ui::Value::link(Url::path("/administration/comptes/{}", member.account), member.name)
                         : ui::Value(member.name),
                     std::string(label(member.role)) + " · " + std::string(member.email.text()),
                     member.last_sign_in ? ui::Value(*member.last_sign_in) : ui::Value("Jamais connecté")});
  return ui::lines(lines, "Personne n’a de compte actif ici.");
}

}  // namespace

web::Response show_organisation(visit::Visit& visit) {
  std::vector<Establishment> establishments;
  std::vector<Member> working;
  std::vector<std::string> closed;
  const auto found = visit.platform.database.read([&](db::Transaction& tx) {
    const OrganisationId id{visit.id()};
    establishments = establishments_of(tx, id);
    working = members(tx, id);
    closed = closed_desks(tx, id);
    return organisation(tx, id);
  });
  if (!found) return visit::not_found(visit);
  const bool accounts_open = at_least(visit.actor().role, Role::manager);
  std::vector<Markup> narrow{
      ui::card({.title = "Organisation", .icon = ui::Icon::building}, known(*found, establishments))};
  if (accounts_open) narrow.push_back(desks_card(visit, *found, closed));
  return visit::page(visit, {.title = found->name,
                             .body = ui::page_header({.title = found->name, .status = badge(found->status)}) +
                                     ui::two_columns(ui::card({.title = "Personnes", .icon = ui::Icon::users},
                                                              people(working, accounts_open)),
                                                     ui::stack(narrow))});
}

}  // namespace identity
