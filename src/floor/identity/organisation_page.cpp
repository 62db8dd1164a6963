// GET /administration/organisations/{}: what is known of an organisation, and who works there.
#include <algorithm>

#include "base/french.hpp"
#include "floor/identity/desks.hpp"
#include "floor/identity/desks_page.hpp"
#include "floor/identity/email_key.hpp"
#include "floor/identity/organisation_search.hpp"
#include "floor/identity/pages.hpp"
#include "floor/identity/sms_number.hpp"
#include "floor/identity/sms_number_page.hpp"
#include "floor/messages/returned_addresses.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
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

using Returned = std::vector<messages::ReturnedAddress>;

bool returns(const Returned& returned, std::string_view address) {
  return std::any_of(returned.begin(), returned.end(),
                     [&](const auto& known) { return known.address == email_key(address); });
}

// Of the organisation's own address, when it is nobody's account.
Markup returned_notice(const Organisation& organisation, const Returned& returned) {
  if (!organisation.email || !returns(returned, organisation.email->text())) return {};
  return ui::notice({.tone = ui::Tone::bad,
                     .title = "L’adresse de l’organisation ne reçoit pas nos e-mails",
                     .text = "Un courriel en est revenu : les suivants sont retenus. Renvoyer l’un d’eux remet "
                             "l’adresse à l’essai."},
                    ui::actions_row({{.label = "Voir les messages non aboutis",
                                      .url = Url("/administration/messages").query("suivi", "echec")}}));
}

Markup people(const std::vector<Member>& members, const Returned& returned, bool accounts_open) {
  std::vector<ui::Line> lines;
  for (const Member& member : members)
    lines.push_back({accounts_open
                         ? ui::Value::link(Url::path("/administration/comptes/{}", member.account), member.name)
                         : ui::Value(member.name),
                     std::string(label(member.role)) + " · " + std::string(member.email.text()) +
                         (returns(returned, member.email.text()) ? " · ne reçoit pas nos e-mails" : ""),
                     member.last_sign_in ? ui::Value(*member.last_sign_in) : ui::Value("Jamais connecté")});
  return ui::lines(lines, "Personne n’a de compte actif ici.");
}

web::Response draw(visit::Visit& visit, const ui::FormState& mobile, int status) {
  std::vector<Establishment> establishments;
  std::vector<Member> working;
  std::vector<std::string> closed;
  Returned returned;
  SmsNumbers numbers;
  const auto found = visit.platform.database.read([&](db::Transaction& tx) {
    const OrganisationId id{visit.id()};
    establishments = establishments_of(tx, id);
    working = members(tx, id);
    closed = closed_desks(tx, id);
    numbers = {chosen_sms_number(tx, id), sms_number_in_use(tx, id)};
    std::vector<AccountId> people;
    for (const Member& member : working) people.push_back(member.account);
    returned = messages::returned_for(tx, id, people);
    return organisation(tx, id);
  });
  if (!found) return visit::not_found(visit);
  const bool accounts_open = at_least(visit.actor().role, Role::manager);
  std::vector<Markup> narrow{
      ui::card({.title = "Organisation", .icon = ui::Icon::building}, known(*found, establishments))};
  if (accounts_open) {
    narrow.push_back(sms_number_card(visit, *found, numbers, mobile));
    narrow.push_back(desks_card(visit, *found, closed));
  }
  return visit::page(visit, {.title = found->name,
                             .body = ui::page_header({.title = found->name, .status = badge(found->status)}) +
                                     returned_notice(*found, returned) +
                                     ui::two_columns(ui::card({.title = "Personnes", .icon = ui::Icon::users},
                                                              people(working, returned, accounts_open)),
                                                     ui::stack(narrow)),
                             .status = status});
}

}  // namespace

web::Response show_organisation(visit::Visit& visit) { return draw(visit, {}, 200); }

web::Response show_organisation_again(visit::Visit& visit, const base::Refusals& refusals) {
  return draw(visit, visit::form_state(visit, refusals), visit::status_of(refusals.front().code.kind));
}

}  // namespace identity
