// PARAMÈTRES (M28, M29), and the establishments of the account (M5).
#include <unordered_map>

#include "base/french.hpp"
#include "desks/motor/account/account.hpp"
#include "desks/motor/news/news.hpp"
#include "floor/identity/sessions.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace motor::account {
namespace {

namespace ui = web::ui;
using attachment::State;
using web::html::Markup;
using web::html::Url;

constexpr Url settings_url{"/reparateurs/parametres"};
constexpr std::string_view establishments_path = "/reparateurs/etablissements";

struct Shown {
  identity::Account account;
  std::vector<attachment::Attachment> attachments;
  std::vector<std::string> places, firms;  // by attachment
  std::vector<ui::Option> choice;
};

Shown load(visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    Shown shown{identity::account(tx, visit.actor().account).value(),
                attachment::of_repairer(tx, visit.actor().organisation),
                {},
                {},
                firms_to_choose(tx)};
    std::unordered_map<identity::EstablishmentId, std::string> places;
    for (const auto& place : identity::establishments_of(tx, visit.actor().organisation))
      places[place.id] = place.postal_code.text() + (place.city.empty() ? "" : " " + place.city);
    std::vector<identity::OrganisationId> firms;
    for (const auto& one : shown.attachments) {
      shown.places.push_back(places.at(one.establishment));
      firms.push_back(one.cabinet);
    }
    shown.firms = identity::organisation_names(tx, firms);
    return shown;
  });
}

ui::Badge badge(State state) {
  switch (state) {
    case State::requested:
      return {"Demandé", ui::Tone::warn, ui::Icon::hourglass};
    case State::confirmed:
      return {"Confirmé", ui::Tone::good, ui::Icon::circle_check};
    case State::refused:
      return {"Refusé", ui::Tone::bad, ui::Icon::circle_x};
  }
  return {};
}

Markup mobile_card(const visit::Visit& visit, const Shown& shown, const ui::FormState& state) {
  const ui::Field mobile = ui::Field{.name = "mobile",
                                     .label = "Téléphone mobile",
                                     .value = shown.account.phone ? shown.account.phone->national() : std::string(),
                                     .form = std::string(settings_url.text()),
                                     .autocomplete = "tel"}
                               .with(state);
  return ui::card({.title = "Mobile", .icon = ui::Icon::device_mobile},
                  ui::form({.action = settings_url,
                            .csrf_token = visit::csrf_token(visit),
                            .submit = "MODIFIER",
                            .look = ui::Look::secondary},
                           ui::phone_field(mobile)));
}

Markup password_card(const visit::Visit& visit) {
  const Markup fields = web::html::fragment(
      ui::password_field(
          ui::Field{.name = "current", .label = "Mot de passe actuel", .autocomplete = "current-password"}),
      ui::password_field(
          ui::Field{.name = "wanted",
                    .label = "Nouveau mot de passe",
                    .hint = "Au moins 12 caractères ; une phrase fait très bien l’affaire. Vos autres sessions "
                            "seront fermées.",
                    .autocomplete = "new-password"}));
  return ui::card({.title = "Mot de passe", .icon = ui::Icon::lock},
                  ui::form({.action = Url("/parametres/mot-de-passe"),
                            .csrf_token = visit::csrf_token(visit),
                            .submit = "MODIFIER",
                            .look = ui::Look::secondary},
                           fields));
}

Markup table(const Shown& shown) {
  if (shown.attachments.empty()) return web::html::p("Aucun établissement n’est encore rattaché à un cabinet.");
  std::vector<ui::Row> rows;
  for (std::size_t i = 0; i < shown.attachments.size(); ++i) {
    const auto& one = shown.attachments[i];
    const ui::Value state =
        one.reason.empty()
            ? ui::Value(badge(one.state))
            : ui::Value(ui::status_badge(badge(one.state)) + web::html::span(web::html::cls("quiet"), " ", one.reason));
    rows.push_back({.cells = {one.siret, shown.places[i], shown.firms[i], state}});
  }
  return ui::data_table({.caption = "Vos établissements",
                         .columns = {{"SIRET"}, {"Lieu"}, {"Cabinet"}, {"État"}},
                         .rows = std::move(rows)});
}

// Where else the account is open; closed from here, one by one (P6).
Markup sessions_card(const visit::Visit& visit, const std::vector<identity::SessionLine>& sessions) {
  std::vector<ui::Line> lines;
  for (const auto& session : sessions) {
    const bool here = session.id == visit.session->id;
    const ui::Action end{.label = "Fermer",
                         .url = Url("/parametres/sessions"),
                         .look = ui::Look::quiet,
                         .post = ui::Post{.csrf_token = visit::csrf_token(visit), .fields = {{"session", session.id}}}};
    lines.push_back(
        {.what = session.client.user_agent.empty() ? std::string("Appareil inconnu") : session.client.user_agent,
         .detail = session.client.address + " · ouverte le " + base::french::instant_medium(session.created),
         .end = here ? ui::Value(ui::Badge{"Celle-ci", ui::Tone::good, ui::Icon::circle_check})
                     : ui::Value(ui::action_button(end))});
  }
  return ui::card({.title = "Sessions ouvertes", .icon = ui::Icon::world, .id = "sessions"}, ui::lines(lines, ""));
}

// The help proposes an establishment that it found among a firm's files (M30.diagnosis).
ui::FormState proposed(const visit::Visit& visit, const ui::FormState& state) {
  const auto& query = visit.request.query;
  if (!state.form().empty() || query.get("siret").empty()) return state;
  return {{{"siret", std::string(query.get("siret"))}, {"cabinet", std::string(query.get("cabinet"))}},
          {},
          std::string(establishments_path)};
}

Markup establishments_card(const visit::Visit& visit, const Shown& shown, const ui::FormState& typed) {
  const std::string path(establishments_path);
  const ui::FormState state = proposed(visit, typed);
  const auto field = [&](ui::Field wanted) {
    wanted.form = path;
    return std::move(wanted).with(state);
  };
  Markup body = table(shown);
  if (visit.actor().role == identity::Role::manager)
    body += ui::disclosure(
        "Ajouter un établissement ou un cabinet", state.form() == path ? ui::Fold::open : ui::Fold::closed,
        ui::form(
            {.action = Url("/reparateurs/etablissements"),
             .csrf_token = visit::csrf_token(visit),
             .submit = "Demander le rattachement"},
            web::html::fragment(
                ui::text_field(field(
                    {.name = "siret", .label = "SIRET", .hint = "14 chiffres, du même SIREN que votre entreprise."})),
                ui::text_field(
                    field({.name = "postal_code", .label = "Code postal", .width = ui::FieldWidth::short_text})),
                ui::select_field(field({.name = "cabinet", .label = "Cabinet d’expertise"}), shown.choice))));
  return ui::card({.title = "Établissements", .icon = ui::Icon::building, .id = "etablissements"}, body);
}

web::Response draw(visit::Visit& visit, const ui::FormState& state, int status) {
  const Shown shown = load(visit);
  const auto [ways, sessions] = visit.platform.database.read([&](db::Transaction& tx) {
    const auto me = visit.actor().account;
    return std::pair(news::ways_of(tx, me),
                     identity::live_sessions(tx, me, visit.now, visit.platform.settings.sessions));
  });
  std::vector<ui::Action> others{
      {.label = "Double authentification", .url = Url("/parametres/double-authentification"), .look = ui::Look::quiet},
      {.label = "Nom, e-mail et organisations", .url = ui::settings_url, .look = ui::Look::quiet}};
  if (visit.actor().role == identity::Role::manager)
    others.insert(others.begin(), {.label = "Membres", .url = Url("/parametres/membres"), .icon = ui::Icon::users});
  const Markup body =
      ui::page_header(
          {.title = "PARAMÈTRES", .lead = "Identifiant : " + shown.account.email.text(), .others = std::move(others)}) +
      ui::error_summary(state) +
      ui::stack({mobile_card(visit, shown, state), news::choice_card(visit, ways, {}), password_card(visit),
                 establishments_card(visit, shown, state), sessions_card(visit, sessions)});
  return visit::page(visit,
                     {.title = "Paramètres", .body = body, .status = status, .width = ui::Frame::Width::reading});
}

web::Response answer(visit::Visit& visit, const base::Outcome<base::Done>& done, std::string_view told) {
  if (done) return visit::see_other(visit, settings_url, {ui::Tone::good, std::string(told)});
  const auto plain = visit::form_state(visit, done.refusals());
  return draw(visit, {visit.request.form.pairs(), plain.errors(), visit.request.path},
              visit::status_of(done.refusal().code.kind));
}

}  // namespace

web::Response show_settings(visit::Visit& visit) { return draw(visit, {}, 200); }

web::Response post_mobile(visit::Visit& visit) {
  return answer(visit, change_mobile(visit.platform, visit.actor(), visit.request.form.get("mobile")),
                "Votre mobile est enregistré.");
}

web::Response post_establishment(visit::Visit& visit) {
  return answer(visit, ask_attachment(visit.platform, visit.actor(), visit.request.form),
                "Votre demande est envoyée au cabinet, qui la confirmera.");
}

std::span<const visit::Route> routes() {
  using identity::OrganisationKind;
  using identity::Role;
  using visit::Permission;
  using enum web::Method;
  constexpr auto firm_reads = Permission::of({OrganisationKind::adjusting_firm});
  constexpr auto firm_acts = Permission::of({OrganisationKind::adjusting_firm}, Role::member);
  constexpr auto repairer = Permission::of({OrganisationKind::repairer});
  static constexpr visit::Route rows[] = {
      {get, "/reparateurs/rattachements", firm_reads, show_requests},
      {post, "/reparateurs/rattachements/{}/validation", firm_acts, post_confirmation},
      {post, "/reparateurs/rattachements/{}/refus", firm_acts, post_refusal},
      {post, "/reparateurs/rattachements/{}/fin", firm_acts, post_end},
      {get, "/reparateurs/parametres", repairer, show_settings},
      {post, "/reparateurs/parametres", repairer, post_mobile},
      {post, "/reparateurs/etablissements", Permission::of({OrganisationKind::repairer}, Role::manager),
       post_establishment},
  };
  return rows;
}

std::vector<visit::NavItem> nav() {
  using web::ui::Accent;
  using web::ui::Icon;
  return {{.label = "Réparateurs",
           .url = Url("/reparateurs/rattachements"),
           .icon = Icon::users,
           .section = "Réparateurs",
           .accent = Accent::motor,
           .kinds = {identity::OrganisationKind::adjusting_firm},
           .count = attachment::requested_sql},
          {.label = "PARAMÈTRES",
           .url = settings_url,
           .icon = Icon::settings,
           .section = "Réparateurs",
           .accent = Accent::motor,
           .kinds = {identity::OrganisationKind::repairer}}};
}

}  // namespace motor::account
