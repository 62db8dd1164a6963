#include "floor/identity/desks_page.hpp"

#include <algorithm>

#include "floor/audit/audit.hpp"
#include "floor/identity/desks.hpp"
#include "floor/visit/desk_of.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"

namespace identity {
namespace {

namespace ui = web::ui;
using web::html::Url;

struct Desk {
  std::string name, title;
};

// The desks that a broker has an entry of the rail for.
std::vector<Desk> desks_of_brokers(const visit::Site& site) {
  std::vector<Desk> desks;
  for (const visit::NavItem& item : site.nav) {
    if (item.section.empty() || !item.kinds.has(OrganisationKind::broker)) continue;
    const std::string name(visit::desk_of(site, item.url.text()));
    if (std::none_of(desks.begin(), desks.end(), [&](const Desk& desk) { return desk.name == name; }))
      desks.push_back({name, std::string(item.section)});
  }
  return desks;
}

}  // namespace

web::html::Markup desks_card(visit::Visit& visit, const Organisation& organisation,
                             const std::vector<std::string>& closed) {
  if (!organisation.kinds.has(OrganisationKind::broker)) return {};
  std::vector<ui::Option> options;
  std::vector<std::string> open;
  for (const Desk& desk : desks_of_brokers(visit.site)) {
    options.push_back({desk.name, desk.title});
    if (std::find(closed.begin(), closed.end(), desk.name) == closed.end()) open.push_back(desk.name);
  }
  if (options.size() < 2) return {};
  return ui::card({.title = "Comptoirs", .icon = ui::Icon::layout},
                  ui::form({.action = Url::path("/administration/organisations/{}/comptoirs", organisation.id),
                            .csrf_token = visit::csrf_token(visit),
                            .submit = "Enregistrer les comptoirs",
                            .look = ui::Look::secondary},
                           ui::checkbox_group({.name = "desk",
                                               .label = "Ouverts à cette organisation",
                                               .hint = "Un comptoir fermé garde ses dossiers."},
                                              options, open)));
}

web::Response post_desks(visit::Visit& visit) {
  const OrganisationId id{visit.id()};
  const auto chosen = visit.request.form.all("desk");
  std::vector<std::string> closed;
  for (const Desk& desk : desks_of_brokers(visit.site))
    if (std::find(chosen.begin(), chosen.end(), desk.name) == chosen.end()) closed.push_back(desk.name);
  const bool known = visit.platform.act(visit.author(), [&](platform::Act& act) {
    const auto found = organisation(act.tx, id);
    if (!found || !found->kinds.has(OrganisationKind::broker)) return false;
    set_closed_desks(act, id, closed);
    std::string names;
    for (const auto& name : closed) names += (names.empty() ? "" : " ") + name;
    audit::record(act, {.code = "identity.desks_chosen",
                        .file = {},
                        .details = {{"organisation", std::to_string(id.value)}, {"closed", names}}});
    return true;
  });
  if (!known) return visit::not_found(visit);
  return visit::see_other(visit, Url::path("/administration/organisations/{}", id),
                          {ui::Tone::good, "Les comptoirs sont enregistrés."});
}

}  // namespace identity
