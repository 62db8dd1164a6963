// /chantiers/reglages: the firm's base, radius, week and absences, and the trades its certificates cover (W8, W9).
#include "base/french.hpp"
#include "desks/works/admission/trades.hpp"
#include "desks/works/tradesman/radius_map.hpp"
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
constexpr Url map_url{"/chantiers/reglages/carte"};
constexpr Url absences_url{"/chantiers/reglages/absences"};

// What the page shows; the two states hold what was typed in the form that was refused.
struct Shown {
  Tradesman firm;
  std::vector<Absence> absences;
  base::Day today;
  ui::FormState settings = {};
  ui::FormState absence = {};
  ui::FormState trades = {};
  ui::FormState sms_number = {};
};

std::optional<Shown> load(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Shown> {
    const auto organisation = visit.actor().organisation;
    const auto firm = find(tx, organisation);
    if (!firm) return std::nullopt;
    const auto today = base::paris::day_of(visit.now);
    return Shown{.firm = *firm, .absences = absences_of(tx, organisation, today), .today = today};
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

// With script the drawing follows what is typed; without, what was saved.
Markup zone_fields(const Shown& shown, const ui::Field& postal_code, const ui::Field& radius) {
  Area area{shown.firm.base_name, shown.firm.base(), shown.firm.radius_m};
  if (!shown.settings.errors().empty())
    area = typed_area(postal_code.value, shown.settings.value("insee"), radius.value).value_or(area);
  return html::div(html::cls("zone"), html::hx_get(map_url), html::attr("hx-trigger", "change, input delay:400ms"),
                   html::attr("hx-target", "#rayon"), html::attr("hx-include", "this"), ui::text_field(postal_code),
                   commune_field(shown, postal_code.value), ui::number_field(radius, "km")) +
         html::div(html::id("rayon"), html::attr("aria-live", "polite"), radius_map(area));
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
                           zone_fields(shown, postal_code, radius) + week_field(shown)));
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

web::Response draw(visit::Visit& visit, const Shown& shown, int status = 200) {
  const Markup trades = visit.platform.database.read(
      [&](db::Transaction& tx) { return admission::trades_card(tx, visit, shown.trades); });
  return visit::page(
      visit,
      {.title = "Réglages",
       .body = ui::page_header({.title = "Réglages", .lead = "Où, quand et pour quels métiers on vous sollicite."}) +
               settings_tabs(settings_url) +
               ui::stack({settings_card(visit, shown), trades, absences_card(visit, shown),
                          sms_number_card(visit, shown.sms_number)}),
       .status = status,
       .width = ui::Frame::Width::reading});
}

// The page again, with what was typed in one of its forms and what is wrong with it.
web::Response again(visit::Visit& visit, const base::Refusals& refusals, ui::FormState Shown::*form) {
  auto shown = load(visit);
  if (!shown) return visit::not_found(visit);
  const auto typed = visit::form_state(visit, refusals);
  (*shown).*form = {visit.request.form.pairs(), typed.errors(), visit.request.path};
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

web::Response show_map(visit::Visit& visit) {
  const auto& typed = visit.request.query;
  const auto area = typed_area(typed.get("postal_code"), typed.get("insee"), typed.get("radius_km"));
  if (area) return visit::fragment(radius_map(*area));
  const auto shown = load(visit);
  if (!shown) return visit::not_found(visit);
  return visit::fragment(radius_map({shown->firm.base_name, shown->firm.base(), shown->firm.radius_m}));
}

web::Response post_trade(visit::Visit& visit) {
  const auto declared = admission::declare_trade(visit.platform, visit.actor(), visit.request.form.get("trade"));
  if (!declared && !declared.refusal().field.empty()) return again(visit, declared.refusals(), &Shown::trades);
  return done(visit, declared, "Ce métier est déclaré.");
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
