#include <algorithm>

#include "base/french.hpp"
#include "desks/motor/cabinet/cabinet_pages.hpp"
#include "desks/motor/cabinet/directory.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace motor::cabinet {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url list_url{"/administration/cabinets"};
constexpr std::string_view code_hint = "2 à 20 lettres ou chiffres ; dans les listes et le nom des documents.";

Markup person_fields(const ui::FormState& state, const std::string& form = {}) {
  const auto field = [&](ui::Field made) {
    made.autocomplete = "off";
    made.form = form;
    return std::move(made).with(state);
  };
  return ui::text_field(field({.name = "name", .label = "Nom de la personne"})) +
         ui::email_field(field({.name = "email",
                                .label = "Son adresse e-mail",
                                .hint = "Un lien y part : il sert une fois, pendant une semaine, et fixe son mot de "
                                        "passe. Elle sera responsable du cabinet."}));
}

Markup new_fields(const ui::FormState& state) {
  const auto field = [&](ui::Field made) {
    made.autocomplete = "off";
    return std::move(made).with(state);
  };
  return ui::text_field(field({.name = "company", .label = "Nom du cabinet"})) +
         ui::field_row({ui::text_field(field({.name = "siret", .label = "SIRET", .hint = "14 chiffres."})),
                        ui::text_field(field(
                            {.name = "postal_code", .label = "Code postal", .width = ui::FieldWidth::short_text})),
                        ui::text_field(field({.name = "code",
                                              .label = "Code",
                                              .hint = std::string(code_hint) + " Exemple : ATMOS.",
                                              .width = ui::FieldWidth::short_text}))}) +
         person_fields(state);
}

ui::Value person_of(const Listed& listed) {
  if (!listed.person) return ui::Badge{"Invitation en attente", ui::Tone::warn, ui::Icon::hourglass};
  return ui::Value::two_lines(listed.person->name, listed.person->email.text());
}

web::Response draw_list(visit::Visit& visit, const ui::FormState& state, int status) {
  const bool acts = identity::at_least(visit.actor().role, identity::Role::member);
  const auto all = visit.platform.database.read([&](db::Transaction& tx) { return directory(tx); });
  std::vector<Markup> parts;
  if (all.empty()) {
    parts.push_back(ui::empty_state({.icon = ui::Icon::building,
                                     .title = "Aucun cabinet d’expertise",
                                     .text = "Les réparateurs choisissent leur cabinet dans cette liste : ouvrez le "
                                             "premier ci-dessous."}));
  } else {
    ui::Table table{.caption = "Cabinets d’expertise",
                    .columns = {{.label = "Code"}, {.label = "Cabinet"}, {.label = "SIREN"}, {.label = "Responsable"}},
                    .rows = {}};
    for (const auto& one : all) {
      ui::Row row{.cells = {one.cabinet.code, one.organisation.name,
                            one.organisation.siren ? ui::Value(one.organisation.siren->text()) : ui::Value(),
                            person_of(one)}};
      if (acts) row.url = Url::path("/administration/cabinets/{}", one.cabinet.organisation);
      table.rows.push_back(std::move(row));
    }
    parts.push_back(ui::data_table(table));
  }
  const bool opened = !state.errors().empty() || all.empty();
  if (acts)
    parts.push_back(ui::disclosure("Ouvrir un cabinet", opened ? ui::Fold::open : ui::Fold::closed,
                                   ui::form({.action = list_url,
                                             .csrf_token = visit::csrf_token(visit),
                                             .submit = "Ouvrir ce cabinet",
                                             .errors = state.errors()},
                                            new_fields(state))));
  const Markup body = ui::page_header({.title = "Cabinets d’expertise",
                                       .lead = "Ceux que les réparateurs peuvent choisir, et qui tiennent des "
                                               "dossiers."}) +
                      ui::stack(parts);
  return visit::page(visit, {.title = "Cabinets d’expertise", .body = body, .status = status});
}

std::optional<Listed> load(visit::Visit& visit) {
  const identity::OrganisationId id{visit.id()};
  const auto all = visit.platform.database.read([&](db::Transaction& tx) { return directory(tx); });
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Listed& one) { return one.cabinet.organisation == id; });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

web::Response draw(visit::Visit& visit, const Listed& shown, const ui::FormState& state, int status) {
  const auto id = shown.cabinet.organisation;
  const auto waiting = visit.platform.database.read([&](db::Transaction& tx) { return members::waiting(tx, id); });
  const Url code_url = Url::path("/administration/cabinets/{}", id);
  const Url person_url = Url::path("/administration/cabinets/{}/invitation", id);
  const std::string code_form(code_url.text()), person_form(person_url.text());
  const auto typed_of = [&](const std::string& form) { return state.form() == form ? state : ui::FormState{}; };
  std::vector<ui::Line> lines;
  for (const auto& one : waiting)
    lines.push_back({.what = one.name,
                     .detail = one.email + " · invitée le " + base::french::instant_medium(one.at),
                     .end = ui::Badge{"En attente", ui::Tone::warn, ui::Icon::hourglass}});
  if (shown.person)
    lines.push_back({.what = shown.person->name,
                     .detail = shown.person->email.text(),
                     .end = ui::Badge{std::string(label(shown.person->role)), ui::Tone::good, ui::Icon::circle_check}});
  const ui::FormState typed = typed_of(code_form);
  const Markup code = ui::card(
      {.title = "Code", .icon = ui::Icon::edit},
      ui::form({.action = code_url, .csrf_token = visit::csrf_token(visit), .submit = "Changer le code"},
               ui::text_field(ui::Field{.name = "code",
                                        .label = "Code du cabinet",
                                        .value = shown.cabinet.code,
                                        .hint = std::string(code_hint) + " Les dossiers déjà créés gardent l’ancien.",
                                        .width = ui::FieldWidth::half,
                                        .form = code_form,
                                        .autocomplete = "off"}
                                  .with(typed))));
  const Markup people = ui::card(
      {.title = "Personnes", .icon = ui::Icon::users},
      ui::lines(lines, "Personne n’a encore d’accès.") +
          ui::disclosure("Inviter une personne", state.form() == person_form ? ui::Fold::open : ui::Fold::closed,
                         ui::form({.action = person_url,
                                   .csrf_token = visit::csrf_token(visit),
                                   .submit = "Envoyer l’invitation",
                                   .look = ui::Look::secondary},
                                  person_fields(typed_of(person_form), person_form))));
  Markup body = ui::page_header({.title = shown.organisation.name,
                                 .reference = shown.cabinet.code,
                                 .crumbs = {{"Cabinets d’expertise", list_url}}});
  if (!state.errors().empty()) body += ui::error_summary(state);
  body += ui::stack({people, code});
  return visit::page(visit, {.title = shown.organisation.name,
                             .body = std::move(body),
                             .status = status,
                             .width = ui::Frame::Width::reading});
}

web::Response answer(visit::Visit& visit, const base::Outcome<base::Done>& done, std::string_view told) {
  if (done)
    return visit::see_other(visit, Url::path("/administration/cabinets/{}", visit.id()),
                            {ui::Tone::good, std::string(told)});
  const auto shown = load(visit);
  if (!shown) return visit::not_found(visit);
  const auto plain = visit::form_state(visit, done.refusals());
  return draw(visit, *shown, {visit.request.form.pairs(), plain.errors(), visit.request.path},
              visit::status_of(done.refusal().code.kind));
}

}  // namespace

web::Response show_cabinets(visit::Visit& visit) { return draw_list(visit, {}, 200); }

web::Response post_cabinet(visit::Visit& visit) {
  const auto opened =
      visit.platform.act(visit.author(), [&](platform::Act& act) { return open(act, visit.request.form); });
  if (!opened)
    return draw_list(visit, visit::form_state(visit, opened.refusals()), visit::status_of(opened.refusal().code.kind));
  return visit::see_other(visit, Url::path("/administration/cabinets/{}", *opened),
                          {ui::Tone::good, "Le cabinet est ouvert ; l’invitation part par e-mail."});
}

web::Response show_cabinet(visit::Visit& visit) {
  const auto shown = load(visit);
  return shown ? draw(visit, *shown, {}, 200) : visit::not_found(visit);
}

web::Response post_code(visit::Visit& visit) {
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return change_code(act, identity::OrganisationId{visit.id()}, visit.request.form.get("code"));
  });
  return answer(visit, done, "Le code est changé.");
}

web::Response post_invitation(visit::Visit& visit) {
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return invite(act, identity::OrganisationId{visit.id()}, visit.request.form);
  });
  return answer(visit, done, "L’invitation part par e-mail.");
}

std::span<const visit::Route> routes() {
  using identity::OrganisationKind;
  using visit::Permission;
  using enum web::Method;
  constexpr identity::KindSet administrators{OrganisationKind::administrator};
  constexpr auto acts = Permission::of(administrators, identity::Role::member);
  static constexpr visit::Route rows[] = {
      {get, "/administration/cabinets", Permission::of(administrators), show_cabinets},
      {post, "/administration/cabinets", acts, post_cabinet},
      {get, "/administration/cabinets/{}", acts, show_cabinet},
      {post, "/administration/cabinets/{}", acts, post_code},
      {post, "/administration/cabinets/{}/invitation", acts, post_invitation},
  };
  return rows;
}

visit::NavItem nav() {
  return {.label = "Cabinets d’expertise",
          .url = list_url,
          .icon = ui::Icon::building,
          .section = "Réparateurs",
          .accent = ui::Accent::motor,
          .kinds = {identity::OrganisationKind::administrator}};
}

}  // namespace motor::cabinet
