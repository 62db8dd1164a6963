// GET and POST /couverture/rattachement/{}: who opened the link puts the file into the space of his company (C2.space).
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/portfolio/invitation.hpp"
#include "desks/credit/portfolio/portfolio_pages.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"

namespace credit::portfolio {
namespace {

namespace ui = web::ui;
using web::html::Url;

struct Joining {
  Invited invited;
  std::string reference;
};

std::optional<Joining> load(visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Joining> {
    auto found = invited(tx, visit.platform.settings, visit.parameter(0));
    if (!found) return std::nullopt;
    const auto placement = placement::find(tx, found->id);
    if (placement->company_space && placement->company_space != visit.actor().organisation) return std::nullopt;
    return Joining{*std::move(found), placement->reference};
  });
}

}  // namespace

web::Response show_joining_space(visit::Visit& visit) {
  const auto joining = load(visit);
  if (!joining) return visit::not_found(visit);
  const auto& gate = joining->invited.gate;
  if (!workspace::holds_pass(visit, gate.link)) return workspace::code_page(visit, gate);
  const std::string lead = "Le dossier " + joining->reference + " apparaîtra dans l’espace de " +
                           visit.actor().organisation_name + ", et vos collègues le verront.";
  return visit::page(
      visit,
      {.title = "Rattacher le dossier",
       .body = ui::sheet("Rattacher ce dossier à votre espace", lead,
                         ui::form({.action = Url::path("/couverture/rattachement/{}", visit.parameter(0)),
                                   .csrf_token = visit::csrf_token(visit),
                                   .submit = "Rattacher le dossier",
                                   .other = ui::Action{.label = "Annuler", .url = gate.page, .look = ui::Look::quiet}},
                                  {})),
       .width = ui::Frame::Width::reading});
}

web::Response post_joining_space(visit::Visit& visit) {
  const auto joining = load(visit);
  if (!joining) return visit::not_found(visit);
  if (!workspace::holds_pass(visit, joining->invited.gate.link)) return visit::see_other(joining->invited.gate.page);
  const auto joined = join_space(visit.platform, visit.actor(), joining->invited.id);
  if (!joined) return visit::refused(visit, joined.refusals());
  return visit::see_other(visit, Url::path("/couverture/{}", joining->invited.id),
                          {ui::Tone::good, "Le dossier est dans votre espace."});
}

}  // namespace credit::portfolio
