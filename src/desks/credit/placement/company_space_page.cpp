// GET /couverture: the insured company's own space: the same truth, fewer words.
#include "desks/credit/placement/placement_pages.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::placement {
namespace {

// What the company has to do with it now: its questionnaire, its offers, its policy.
web::html::Url door_of(const Placement& placement) {
  const int number = number_of(placement.step);
  if (number >= number_of(Step::signature)) return web::html::Url::path("/couverture/{}/police", placement.id);
  if (number >= number_of(Step::quotes)) return web::html::Url::path("/couverture/{}/offres", placement.id);
  return web::html::Url::path("/couverture/{}", placement.id);
}

}  // namespace

web::Response show_company_space(visit::Visit& visit) {
  struct Read {
    std::vector<Placement> placements;
    identity::Names names;
  };
  const Read read = visit.platform.database.read([&](db::Transaction& tx) {
    auto placements = of_company(tx, visit.actor().organisation);
    std::vector<identity::OrganisationId> brokers;
    for (const auto& placement : placements) brokers.push_back(placement.broker);
    return Read{std::move(placements), identity::Names(tx, std::move(brokers))};
  });
  web::html::Markup body = web::ui::page_header(
      {.title = "Ma couverture", .lead = "Vos projets d’assurance-crédit et ce qui est attendu de vous."});
  web::ui::Table table{.caption = "Vos dossiers",
                       .columns = {{.label = "Dossier"},
                                   {.label = "Courtier"},
                                   {.label = "Encours à couvrir"},
                                   {.label = "En attente de"},
                                   {.label = "Échéance"},
                                   {.label = "Étape"}},
                       .rows = {}};
  for (const auto& placement : read.placements)
    table.rows.push_back(
        {.url = door_of(placement),
         .cells = {web::ui::Value(placement.reference), web::ui::Value(read.names.of(placement.broker)),
                   placement.buyers == 0 ? web::ui::Value() : web::ui::Value(rounded_euros(placement.exposure)),
                   web::ui::Value(holder(placement.waiting_for, placement.waiting_name, visit.actor())),
                   placement.next_due_at ? web::ui::Value(deadlines::due_of(*placement.next_due_at, visit.now))
                                         : web::ui::Value(),
                   step_badge(placement.step)}});
  if (read.placements.empty())
    body += web::ui::empty_state({.title = "Aucun dossier en cours",
                                  .text = "Votre courtier ouvre le dossier ; il apparaît ici dès qu’il le relie à "
                                          "votre entreprise."});
  else
    body += web::ui::data_table(table);
  return visit::page(visit, {.title = "Ma couverture", .body = std::move(body)});
}

}  // namespace credit::placement
