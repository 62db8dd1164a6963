// The directory of credit insurers, as administrators keep it (C4.directory).
#include <algorithm>

#include "desks/credit/insurer/directory.hpp"
#include "desks/credit/insurer/insurer_pages.hpp"
#include "floor/identity/names.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::insurer {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

Markup fields(const Insurer& insurer, const std::string& siren, const ui::FormState& state) {
  const auto field = [&](ui::Field made) {
    made.autocomplete = "off";
    return std::move(made).with(state);
  };
  return ui::text_field(field({.name = "name", .label = "Nom", .value = insurer.name})) +
         ui::email_field(field({.name = "email",
                                .label = "E-mail de ses arbitres",
                                .value = insurer.email,
                                .hint = "Proposé aux courtiers qui n’ont pas d’adresse à eux.",
                                .need = ui::Field::Need::optional})) +
         ui::text_field(field({.name = "siren",
                               .label = "SIREN de son organisation dans Mandat",
                               .value = siren,
                               .hint = "Si ses arbitres répondent dans un espace à eux.",
                               .need = ui::Field::Need::optional,
                               .width = ui::FieldWidth::short_text})) +
         ui::select_field(field({.name = "active", .label = "État", .value = insurer.active ? "oui" : "non"}),
                          {{"oui", "Proposé aux courtiers"}, {"non", "Mis de côté"}});
}

web::Response draw_list(visit::Visit& visit, const ui::FormState& state, int status) {
  const bool acts = identity::at_least(visit.actor().role, identity::Role::member);
  std::vector<Insurer> all;
  const identity::Names names = visit.platform.database.read([&](db::Transaction& tx) {
    all = insurers(tx);
    std::vector<identity::OrganisationId> spaces;
    for (const auto& insurer : all)
      if (insurer.space) spaces.push_back(insurer.space);
    return identity::Names(tx, std::move(spaces));
  });
  ui::Table table{.caption = "Assureurs-crédit",
                  .columns = {{.label = "Assureur"}, {.label = "E-mail"}, {.label = "Espace"}, {.label = "État"}},
                  .rows = {}};
  for (const auto& insurer : all) {
    ui::Row row{.cells = {ui::Value(insurer.name), insurer.email.empty() ? ui::Value() : ui::Value(insurer.email),
                          insurer.space ? ui::Value(names.of(insurer.space)) : ui::Value(),
                          insurer.active ? ui::Badge{"Proposé", ui::Tone::good, ui::Icon::circle_check}
                                         : ui::Badge{"Mis de côté", ui::Tone::mute, ui::Icon::archive}}};
    if (acts) row.url = Url::path("/administration/assureurs-credit/{}", insurer.slug);
    table.rows.push_back(std::move(row));
  }
  std::vector<Markup> parts{ui::data_table(table)};
  if (acts)
    parts.push_back(ui::disclosure("Ajouter un assureur", state.errors().empty() ? ui::Fold::closed : ui::Fold::open,
                                   ui::form({.action = Url("/administration/assureurs-credit"),
                                             .csrf_token = visit::csrf_token(visit),
                                             .submit = "Ajouter cet assureur",
                                             .errors = state.errors()},
                                            fields(Insurer{}, "", state))));
  const Markup body = ui::page_header({.title = "Assureurs-crédit",
                                       .lead = "Ceux que les courtiers peuvent interroger en test à blanc."}) +
                      ui::stack(parts);
  return visit::page(visit, {.title = "Assureurs-crédit", .body = body, .status = status});
}

struct Shown {
  Insurer insurer;
  std::string siren;
};

std::optional<Shown> load(visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Shown> {
    const auto all = insurers(tx);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Insurer& each) { return each.slug == visit.parameter(0); });
    if (found == all.end()) return std::nullopt;
    Shown shown{*found, {}};
    const auto organisation = found->space ? identity::organisation(tx, found->space) : std::nullopt;
    if (organisation && organisation->siren) shown.siren = organisation->siren->text();
    return shown;
  });
}

web::Response draw(visit::Visit& visit, const Shown& shown, const ui::FormState& state, int status) {
  const Markup body = ui::page_header({.title = shown.insurer.name,
                                       .crumbs = {{"Assureurs-crédit", Url("/administration/assureurs-credit")}}}) +
                      ui::form({.action = Url::path("/administration/assureurs-credit/{}", shown.insurer.slug),
                                .csrf_token = visit::csrf_token(visit),
                                .submit = "Enregistrer",
                                .errors = state.errors()},
                               fields(shown.insurer, shown.siren, state));
  return visit::page(visit,
                     {.title = shown.insurer.name, .body = body, .status = status, .width = ui::Frame::Width::reading});
}

}  // namespace

web::Response show_insurers(visit::Visit& visit) { return draw_list(visit, {}, 200); }

web::Response post_new_insurer(visit::Visit& visit) {
  const auto added = add(visit.platform, visit.actor(), visit.request.form);
  if (!added) return draw_list(visit, visit::form_state(visit, added.refusals()), 422);
  return visit::see_other(visit, Url("/administration/assureurs-credit"), {ui::Tone::good, "L’assureur est ajouté."});
}

web::Response show_insurer(visit::Visit& visit) {
  const auto shown = load(visit);
  return shown ? draw(visit, *shown, {}, 200) : visit::not_found(visit);
}

web::Response post_insurer(visit::Visit& visit) {
  const auto changed = change(visit.platform, visit.actor(), visit.parameter(0), visit.request.form);
  if (!changed && changed.refused_as(unknown_insurer)) return visit::not_found(visit);
  if (!changed) return draw(visit, *load(visit), visit::form_state(visit, changed.refusals()), 422);
  return visit::see_other(visit, Url("/administration/assureurs-credit"),
                          {ui::Tone::good, "Les changements sont enregistrés."});
}

}  // namespace credit::insurer
