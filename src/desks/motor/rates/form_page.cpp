// /reparateurs/tarifs: the grid as a form, what is in force, and the versions sent (M26, M27).
#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/motor/rates/grid.hpp"
#include "desks/motor/rates/rates_actions.hpp"
#include "desks/motor/rates/rates_pages.hpp"
#include "desks/motor/rates/rates_store.hpp"
#include "desks/motor/rates/version_words.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace motor::rates {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

constexpr Url rates_url{"/reparateurs/tarifs"};
constexpr Url in_force_url{"/reparateurs/tarifs-en-vigueur"};

struct Shown {
  std::vector<TypedRow> rows;
  std::vector<identity::Establishment> places;
  std::vector<Version> versions;               // newest first
  std::vector<std::vector<Receipt>> receipts;  // of each version
  base::Day today;
  ui::FormState state = {};
  std::string make = {}, place = {}, effective_on = {};
  Asked asked = {};                       // what is in force for
  std::optional<std::size_t> begun = {};  // the row that was just added
};

std::vector<TypedRow> empty_rows() {
  std::vector<TypedRow> rows;
  for (const auto company : standard_companies) rows.push_back({.company = std::string(company)});
  return rows;
}

std::vector<TypedRow> rows_of(const Version& version) {
  std::vector<TypedRow> rows;
  for (const Line& line : version.lines) {
    TypedRow row{.company = line.company, .cells = {}, .agreement = std::string(to_text(line.agreement))};
    for (std::size_t at = 0; at < column_count; ++at)
      if (line.prices[at]) row.cells[at] = typed_text(*line.prices[at]);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<TypedRow> typed_rows(const web::Fields& form) {
  std::vector<TypedRow> rows;
  for (std::size_t at = 0; form.find(company_field(at)); ++at) {
    TypedRow row{.company = std::string(form.get(company_field(at))),
                 .cells = {},
                 .agreement = std::string(form.get(agreement_field(at)))};
    for (const Column column : columns)
      row.cells[static_cast<std::size_t>(column)] = std::string(form.get(cell_field(at, column)));
    rows.push_back(std::move(row));
  }
  return rows;
}

// A day of the address bar, else today.
base::Day asked_day(const web::Fields& query, base::Day today) {
  return base::Day::from_iso(query.get("le")).value_or(today);
}

Shown load(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    const auto organisation = visit.actor().organisation;
    const web::Fields& query = visit.request.query;
    const base::Day today = base::paris::day_of(visit.now);
    Shown shown{.rows = empty_rows(),
                .places = identity::establishments_of(tx, organisation),
                .versions = of_repairer(tx, organisation),
                .receipts = {},
                .today = today};
    auto receipts = receipts_by_version(tx, organisation);
    for (const auto& version : shown.versions) shown.receipts.push_back(std::move(receipts[version.id]));
    shown.asked = {std::string(query.get("marque")), visit::typed_id<identity::EstablishmentId>(query.get("site")),
                   asked_day(query, today)};
    // The form begins with the last version sent for the same make and place, or the one asked for by `reprendre`.
    const auto wanted = visit::typed_id<VersionId>(query.get("reprendre"));
    const auto begun = std::find_if(shown.versions.begin(), shown.versions.end(), [&](const Version& version) {
      return wanted ? version.id == wanted : version.reach.make.empty() && !version.reach.establishment;
    });
    if (begun == shown.versions.end()) return shown;
    shown.rows = rows_of(find(tx, begun->id).value());
    shown.make = begun->reach.make;
    if (begun->reach.establishment) shown.place = std::to_string(begun->reach.establishment.value);
    return shown;
  });
}

std::vector<ui::Option> place_options(const Shown& shown) {
  std::vector<ui::Option> options;
  for (const auto& place : shown.places) options.push_back({std::to_string(place.id.value), place_name(place)});
  return options;
}

Markup reach_fields(const Shown& shown) {
  using Need = ui::Field::Need;
  auto options = place_options(shown);
  options.insert(options.begin(), {"0", "Tous mes sites"});
  return ui::field_row({ui::text_field(ui::Field{.name = "make",
                                                 .label = "Marque concernée",
                                                 .value = shown.make,
                                                 .hint = "Vide : toutes les marques.",
                                                 .need = Need::optional}
                                           .with(shown.state)),
                        ui::select_field(ui::Field{.name = "establishment",
                                                   .label = "Choix du site",
                                                   .value = shown.place.empty() ? "0" : shown.place,
                                                   .hint = "L’établissement concerné."}
                                             .with(shown.state),
                                         options),
                        ui::date_field(ui::Field{.name = "effective_on",
                                                 .label = "Date application des tarifs",
                                                 .value = shown.effective_on,
                                                 .hint = "Vide : aujourd’hui. Peut être à venir.",
                                                 .need = Need::optional}
                                           .with(shown.state))});
}

// Enter in this field adds the company: a form whose company is named is never sent to the firms.
Markup add_company(const Shown& shown) {
  const std::string field(added_company_field);
  const bool wrong = !shown.state.error(field).empty();
  return ui::disclosure("AJOUTER UNE COMPAGNIE", wrong ? ui::Fold::open : ui::Fold::closed,
                        html::fragment(ui::text_field(ui::Field{.name = field,
                                                                .label = "Nom de la compagnie ?",
                                                                .need = ui::Field::Need::optional,
                                                                .width = ui::FieldWidth::half}
                                                          .with(shown.state)),
                                       html::button(html::cls("btn btn-secondary"), html::type("submit"),
                                                    html::name("act"), html::value("add"), "Ajouter cette compagnie")));
}

Markup form_card(const visit::Visit& visit, const Shown& shown) {
  const Markup fields = html::fragment(
      html::p(html::cls("quiet"),
              "Si vous avez plusieurs tarifs à fournir, indiquez la marque du véhicule et envoyez le formulaire autant "
              "de fois que nécessaire. Une case vide n’est pas un zéro. Les flèches et Entrée vont d’une case à "
              "l’autre ; un tableau copié d’un tableur se colle dans la grille."),
      reach_fields(shown), grid_fields(shown.rows, shown.state, shown.begun), add_company(shown));
  return ui::card({.title = "GRILLE TARIFAIRE HT", .icon = ui::Icon::euro, .id = "grille"},
                  html::div(html::cls("rates-form"), ui::form({.action = rates_url,
                                                               .csrf_token = visit::csrf_token(visit),
                                                               .submit = "ENVOYER MES TARIFS",
                                                               .icon = ui::Icon::send,
                                                               .errors = shown.state.errors()},
                                                              fields)));
}

Markup in_force_card(const Shown& shown) {
  const Version* found = in_force(shown.versions, shown.asked);
  const Markup fields = ui::field_row(
      {ui::date_field({.name = "le", .label = "Date d’expertise", .value = shown.asked.on.iso()}),
       ui::text_field(
           {.name = "marque", .label = "Marque", .value = shown.asked.make, .need = ui::Field::Need::optional}),
       ui::select_field({.name = "site",
                         .label = "Site",
                         .value = std::to_string(shown.asked.establishment ? shown.asked.establishment.value
                                                 : shown.places.empty()    ? 0
                                                                           : shown.places.front().id.value)},
                        place_options(shown))});
  const Markup answer =
      found == nullptr
          ? html::p("Aucun de vos tarifs n’est en vigueur le " + base::french::day_medium(shown.asked.on) + ".")
          : html::p(html::a(html::href(Url::path("/reparateurs/tarifs/{}", found->id)),
                            "Tarifs applicables au " + base::french::day_medium(found->reach.effective_on)),
                    " · " + reach_text(found->reach, shown.places));
  return ui::card(
      {.title = "En vigueur à une date", .icon = ui::Icon::calendar, .id = "en-vigueur"},
      html::fragment(html::form(html::cls("form"), html::method_get(), html::action(in_force_url), fields,
                                html::div(html::cls("actions"), html::button(html::cls("btn btn-secondary"),
                                                                             html::type("submit"), "Voir ce tarif"))),
                     answer));
}

Markup versions_card(const Shown& shown) {
  if (shown.versions.empty())
    return ui::card({.title = "Tarifs envoyés", .icon = ui::Icon::history},
                    html::p(html::cls("quiet"), "Vous n’avez encore envoyé aucun tarif."));
  std::vector<ui::Row> rows;
  for (std::size_t i = 0; i < shown.versions.size(); ++i) {
    const Version& version = shown.versions[i];
    rows.push_back(
        {.url = Url::path("/reparateurs/tarifs/{}", version.id),
         .cells = {version.reach.effective_on, version.sent_at, reach_text(version.reach, shown.places),
                   receipts_text(shown.receipts[i]),
                   ui::Value::link(Url("/reparateurs/tarifs").query("reprendre", version.id), "Reprendre")}});
  }
  return ui::card({.title = "Tarifs envoyés", .icon = ui::Icon::history, .id = "versions"},
                  ui::data_table({.caption = "Vos tarifs, du dernier envoyé au premier",
                                  .columns = {{.label = "Applicables au"},
                                              {.label = "Envoyés"},
                                              {.label = "Pour"},
                                              {.label = "Accusés de réception"},
                                              {.label = "Modifier"}},
                                  .rows = std::move(rows)}));
}

web::Response draw(visit::Visit& visit, const Shown& shown, int status = 200) {
  return visit::page(visit, {.title = "Tarifs",
                             .body = ui::page_header({.title = "Tarifs",
                                                      .lead = "Vos tarifs vont à chaque cabinet avec lequel vous "
                                                              "travaillez ; chaque envoi est conservé."}) +
                                     ui::stack({form_card(visit, shown), in_force_card(shown), versions_card(shown)}),
                             .status = status,
                             .width = ui::Frame::Width::full});
}

Shown typed(const visit::Visit& visit, std::vector<TypedRow> rows) {
  Shown shown = load(visit);
  shown.rows = std::move(rows);
  const web::Fields& form = visit.request.form;
  shown.make = form.get("make");
  shown.place = form.get("establishment");
  shown.effective_on = form.get("effective_on");
  return shown;
}

web::Response again(visit::Visit& visit, std::vector<TypedRow> rows, const base::Refusals& refusals) {
  Shown shown = typed(visit, std::move(rows));
  shown.state = visit::form_state(visit, refusals);
  return draw(visit, shown, visit::status_of(refusals.front().code.kind));
}

web::Response add(visit::Visit& visit, std::vector<TypedRow> rows) {
  const auto name = read_added_company(visit.request.form.get(added_company_field), rows);
  if (!name) return again(visit, std::move(rows), name.refusals());
  rows.push_back({.company = *name});
  Shown shown = typed(visit, std::move(rows));
  shown.begun = shown.rows.size() - 1;
  return draw(visit, shown);
}

}  // namespace

web::Response show_form(visit::Visit& visit) { return draw(visit, load(visit)); }

web::Response post_form(visit::Visit& visit) {
  const web::Fields& form = visit.request.form;
  auto rows = typed_rows(form);
  if (form.get("act") == "add" || !base::trim(form.get(added_company_field)).empty())
    return add(visit, std::move(rows));
  const auto day = read_effective_day(form.get("effective_on"), base::paris::day_of(visit.now));
  auto lines = read_grid(rows);
  base::Refusals refusals;
  if (!day) refusals.insert(refusals.end(), day.refusals().begin(), day.refusals().end());
  if (!lines) refusals.insert(refusals.end(), lines.refusals().begin(), lines.refusals().end());
  if (!refusals.empty()) return again(visit, std::move(rows), refusals);
  const Reach reach{std::string(form.get("make")),
                    visit::typed_id<identity::EstablishmentId>(form.get("establishment")), *day};
  const auto sent =
      visit.platform.act(visit.author(), [&](platform::Act& act) { return send(act, visit.actor(), reach, *lines); });
  if (!sent) return again(visit, std::move(rows), sent.refusals());
  return visit::see_other(visit, Url::path("/reparateurs/tarifs/{}", *sent),
                          {ui::Tone::good, "Vos tarifs sont envoyés à chaque cabinet avec lequel vous travaillez."});
}

}  // namespace motor::rates
