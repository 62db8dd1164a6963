// /chantiers/reglages: the firm's base, radius, week and absences, and the trades its certificates cover (W8, W9).
#include "base/french.hpp"
#include "desks/works/trade/trade.hpp"
#include "desks/works/tradesman/settings.hpp"
#include "desks/works/tradesman/settings_pages.hpp"
#include "desks/works/tradesman/sms_number_card.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace works::tradesman {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

constexpr Url settings_url{"/chantiers/reglages"};
constexpr Url absences_url{"/chantiers/reglages/absences"};

// What the page shows; the two states hold what was typed in the form that was refused.
struct Shown {
  Tradesman firm;
  std::vector<Coverage> coverages;
  std::vector<Absence> absences;
  base::Day today;
  ui::FormState settings = {};
  ui::FormState absence = {};
  ui::FormState sms_number = {};
};

std::optional<Shown> load(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Shown> {
    const auto organisation = visit.actor().organisation;
    const auto firm = find(tx, organisation);
    if (!firm) return std::nullopt;
    const auto today = base::paris::day_of(visit.now);
    return Shown{.firm = *firm,
                 .coverages = coverages_of(tx, organisation),
                 .absences = absences_of(tx, organisation, today),
                 .today = today};
  });
}

// The choice of the commune, where the postal code leaves one.
Markup commune_field(const Shown& shown, const std::string& postal_code) {
  const auto communes = places::communes_of(postal_code);
  if (communes.size() < 2) return {};
  std::string current;
  std::vector<ui::Option> options;
  for (const auto& commune : communes) {
    options.push_back({std::string(commune.insee), std::string(commune.name)});
    if (postal_code == shown.firm.base_postal_code && commune.name == shown.firm.base_name) current = commune.insee;
  }
  return ui::select_field(ui::Field{.name = "insee", .label = "Commune", .value = current}.with(shown.settings),
                          options);
}

Markup week_field(const Shown& shown) {
  static constexpr std::string_view names[] = {"Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"};
  std::vector<ui::Option> options;
  std::vector<std::string> checked;
  for (std::size_t i = 0; i < std::size(names); ++i) {
    options.push_back({std::to_string(i + 1), std::string(names[i])});
    if (shown.firm.weekdays[i] == '1') checked.push_back(options.back().value);
  }
  // A form sent back keeps what was ticked, nothing included.
  if (!shown.settings.errors().empty()) checked = shown.settings.values("weekdays");
  return ui::checkbox_group(ui::Field{.name = "weekdays", .label = "Jours travaillés"}.with(shown.settings), options,
                            checked);
}

Markup settings_card(const visit::Visit& visit, const Shown& shown) {
  const auto postal_code = ui::Field{.name = "postal_code",
                                     .label = "Code postal de votre base",
                                     .value = shown.firm.base_postal_code,
                                     .hint = "Actuellement " + shown.firm.base_name + ".",
                                     .width = ui::FieldWidth::half,
                                     .autocomplete = "postal-code"}
                               .with(shown.settings);
  const auto radius = ui::Field{.name = "radius_km",
                                .label = "Rayon d’intervention",
                                .value = std::to_string(shown.firm.radius_m / 1000),
                                .hint = "À vol d’oiseau autour de votre base.",
                                .width = ui::FieldWidth::half}
                          .with(shown.settings);
  return ui::card({.title = "Zone et semaine", .icon = ui::Icon::map_pin},
                  ui::form({.action = settings_url,
                            .csrf_token = visit::csrf_token(visit),
                            .submit = "Enregistrer",
                            .errors = shown.settings.errors()},
                           ui::text_field(postal_code) + commune_field(shown, postal_code.value) +
                               ui::number_field(radius, "km") + week_field(shown)));
}

Markup absence_list(const visit::Visit& visit, const Shown& shown) {
  if (shown.absences.empty()) return html::p(html::cls("quiet"), "Aucune absence prévue.");
  std::vector<ui::Row> rows;
  for (const auto& absence : shown.absences)
    rows.push_back(
        {.cells = {absence.first_day, absence.last_day,
                   ui::Value(ui::action_button({.label = "Retirer",
                                                .url = Url::path("/chantiers/reglages/absences/{}/retrait", absence.id),
                                                .look = ui::Look::quiet,
                                                .post = ui::Post{.csrf_token = visit::csrf_token(visit)}}))}});
  return ui::data_table({.caption = "Vos absences à venir",
                         .columns = {{.label = "Du"}, {.label = "Au"}, {.label = "Retirer"}},
                         .rows = std::move(rows)});
}

Markup absences_card(const visit::Visit& visit, const Shown& shown) {
  const Markup fields = ui::field_row(
      {ui::date_field(ui::Field{.name = "first_day", .label = "Premier jour", .width = ui::FieldWidth::short_text}.with(
           shown.absence)),
       ui::date_field(ui::Field{.name = "last_day",
                                .label = "Dernier jour",
                                .hint = "Vide : un seul jour.",
                                .need = ui::Field::Need::optional,
                                .width = ui::FieldWidth::short_text}
                          .with(shown.absence))});
  return ui::card({.title = "Absences", .icon = ui::Icon::calendar},
                  absence_list(visit, shown) + ui::form({.action = absences_url,
                                                         .csrf_token = visit::csrf_token(visit),
                                                         .submit = "Ajouter cette absence",
                                                         .look = ui::Look::secondary,
                                                         .errors = shown.absence.errors()},
                                                        fields));
}

ui::Badge badge_of(const Coverage& coverage, base::Day today) {
  switch (validity_on(coverage, today)) {
    case Validity::coming:
      return {"à venir", ui::Tone::neutral, ui::Icon::clock};
    case Validity::valid:
      return {"valide", ui::Tone::good, ui::Icon::circle_check};
    case Validity::ending:
      return {"bientôt échue", ui::Tone::warn, ui::Icon::alert};
    case Validity::over:
      break;
  }
  return {"échue", ui::Tone::bad, ui::Icon::circle_x};
}

Markup trades_card(const Shown& shown) {
  std::vector<ui::Row> rows;
  for (const auto& coverage : shown.coverages) {
    const auto* trade = trade::find(coverage.trade);
    rows.push_back({.cells = {ui::Value::two_lines(trade ? trade->label : coverage.trade, coverage.certificate),
                              coverage.valid_from, coverage.valid_until, badge_of(coverage, shown.today)}});
  }
  const Markup table =
      rows.empty() ? html::p("Aucun métier n’est couvert : vous ne recevez pas de demande.")
                   : ui::data_table(
                         {.caption = "Métiers couverts par vos attestations",
                          .columns = {{.label = "Métier"}, {.label = "Du"}, {.label = "Au"}, {.label = "Attestation"}},
                          .rows = std::move(rows)});
  return ui::card({.title = "Métiers couverts", .icon = ui::Icon::shield},
                  table + html::p(html::cls("quiet"),
                                  "Vos métiers suivent vos attestations d’assurance décennale, vérifiées par un "
                                  "administrateur : à l’échéance, un métier n’est plus proposé."));
}

web::Response draw(visit::Visit& visit, const Shown& shown, int status = 200) {
  return visit::page(
      visit,
      {.title = "Réglages",
       .body = ui::page_header({.title = "Réglages", .lead = "Où, quand et pour quels métiers on vous sollicite."}) +
               settings_tabs(settings_url) +
               ui::stack({settings_card(visit, shown), absences_card(visit, shown),
                          sms_number_card(visit, shown.sms_number), trades_card(shown)}),
       .status = status,
       .width = ui::Frame::Width::reading});
}

// The page again, with what was typed in one of its forms and what is wrong with it.
web::Response again(visit::Visit& visit, const base::Refusals& refusals, ui::FormState Shown::*form) {
  auto shown = load(visit);
  if (!shown) return visit::not_found(visit);
  (*shown).*form = visit::form_state(visit, refusals);
  return draw(visit, *shown, visit::status_of(refusals.front().code.kind));
}

web::Response done(visit::Visit& visit, const base::Outcome<base::Done>& outcome, std::string sentence) {
  if (!outcome) return visit::refused(visit, outcome.refusals());
  return visit::see_other(visit, settings_url, {ui::Tone::good, std::move(sentence)});
}

SettingsForm settings_form(const web::Fields& typed) {
  SettingsForm form{
      std::string(typed.get("postal_code")), std::string(typed.get("insee")), std::string(typed.get("radius_km")), {}};
  for (const auto day : typed.all("weekdays")) form.weekdays.emplace_back(day);
  return form;
}

}  // namespace

Markup settings_tabs(const Url& current) {
  std::vector<ui::Tab> row{{"Activité", settings_url}, {"Banque et mandat", "/chantiers/reglages/banque"}};
  for (auto& tab : row) tab.current = tab.url == current;
  return ui::tabs("Réglages", row);
}

web::Response show_settings(visit::Visit& visit) {
  const auto shown = load(visit);
  return shown ? draw(visit, *shown) : visit::not_found(visit);
}

web::Response show_settings_again(visit::Visit& visit, const base::Refusals& refusals) {
  return again(visit, refusals, &Shown::sms_number);
}

web::Response post_settings(visit::Visit& visit) {
  const auto settings = check(settings_form(visit.request.form));
  if (!settings) return again(visit, settings.refusals(), &Shown::settings);
  return done(visit, change_settings(visit.platform, visit.actor(), *settings), "Vos réglages sont enregistrés.");
}

web::Response post_absence(visit::Visit& visit) {
  const auto& typed = visit.request.form;
  const auto days =
      check({std::string(typed.get("first_day")), std::string(typed.get("last_day"))}, base::paris::day_of(visit.now));
  if (!days) return again(visit, days.refusals(), &Shown::absence);
  return done(visit, add_absence(visit.platform, visit.actor(), *days), "Votre absence est enregistrée.");
}

web::Response post_absence_removal(visit::Visit& visit) {
  return done(visit, remove_absence(visit.platform, visit.actor(), visit.id()), "Cette absence est retirée.");
}

}  // namespace works::tradesman
