#include "base/text.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/pages.hpp"
#include "floor/identity/second_factor.hpp"
#include "floor/identity/sign_in.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/session_cookie.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace identity {
namespace {

namespace ui = web::ui;
using namespace web::html;

// What the page shows; the two states hold what was typed in the form that was refused.
struct Shown {
  Account account;
  std::vector<Membership> memberships;
  std::vector<SessionLine> sessions;
  SecondFactor second_factor;
  ui::FormState profile = {};
  ui::FormState password = {};
};

Shown load(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    const AccountId me = visit.actor().account;
    return Shown{.account = account(tx, me).value(),
                 .memberships = memberships_of(tx, me),
                 .sessions = live_sessions(tx, me, visit.now, visit.platform.settings.sessions),
                 .second_factor = second_factor_of(tx, me)};
  });
}

Markup profile_card(const visit::Visit& visit, const Shown& shown) {
  const auto& phone = shown.account.phone;
  const Markup fields =
      fragment(ui::text_field(
                   ui::Field{.name = "name", .label = "Nom", .value = shown.account.name, .autocomplete = "name"}.with(
                       shown.profile)),
               ui::phone_field(ui::Field{.name = "phone",
                                         .label = "Téléphone",
                                         .value = phone ? phone->national() : std::string(),
                                         .need = ui::Field::Need::optional,
                                         .autocomplete = "tel"}
                                   .with(shown.profile)));
  return ui::card(
      {.title = "Profil", .icon = ui::Icon::user},
      fragment(ui::facts({{"Adresse e-mail", shown.account.email.text()}}),
               ui::actions_row(
                   {{.label = "Changer d’adresse e-mail", .url = "/parametres/adresse", .icon = ui::Icon::mail}}),
               ui::form({.action = ui::settings_url,
                         .csrf_token = visit::csrf_token(visit),
                         .submit = "Enregistrer",
                         .errors = shown.profile.errors()},
                        fields)));
}

Markup password_card(const visit::Visit& visit, const Shown& shown) {
  const Markup fields = fragment(
      ui::password_field(
          ui::Field{.name = "current", .label = "Mot de passe actuel", .autocomplete = "current-password"}.with(
              shown.password)),
      ui::password_field(ui::Field{.name = "wanted",
                                   .label = "Nouveau mot de passe",
                                   .hint = "Au moins 12 caractères ; une phrase fait très bien l’affaire.",
                                   .autocomplete = "new-password"}
                             .with(shown.password)));
  return ui::card({.title = "Mot de passe", .icon = ui::Icon::lock}, ui::form({.action = "/parametres/mot-de-passe",
                                                                               .csrf_token = visit::csrf_token(visit),
                                                                               .submit = "Changer le mot de passe",
                                                                               .errors = shown.password.errors()},
                                                                              fields));
}

Markup second_factor_card(const Shown& shown) {
  const bool on = shown.second_factor.since.has_value();
  return ui::card(
      {.title = "Double authentification", .icon = ui::Icon::shield},
      fragment(
          on ? p("Activée : un code de votre téléphone s’ajoute au mot de passe.")
             : p("Un code de votre téléphone peut s’ajouter au mot de passe : qui le devinerait "
                 "n’entrerait pas."),
          ui::actions_row({{.label = on ? "Gérer la double authentification" : "Activer la double authentification",
                            .url = second_factor_url}})));
}

Markup organisations_card(const visit::Visit& visit, const Shown& shown) {
  if (shown.memberships.size() < 2) return {};
  std::vector<ui::Row> rows;
  for (const Membership& membership : shown.memberships) {
    const bool here = membership.organisation == visit.actor().organisation;
    const ui::Action go{.label = "Travailler pour celle-ci",
                        .url = "/parametres/organisation",
                        .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                                         .fields = {{"organisation", std::to_string(membership.organisation.value)}}}};
    rows.push_back({.cells = {membership.organisation_name, label(membership.role),
                              here ? ui::Value("Vous y êtes") : ui::Value(ui::action_button(go))}});
  }
  return ui::card({.title = "Organisations", .icon = ui::Icon::building},
                  ui::data_table({.caption = "Vos organisations",
                                  .columns = {{"Organisation"}, {"Rôle"}, {"Changer"}},
                                  .rows = std::move(rows)}));
}

// For a manager: who else works here (P1.members).
Markup members_card(const visit::Visit& visit) {
  if (visit.actor().role != Role::manager) return {};
  return ui::card({.title = "Membres", .icon = ui::Icon::users},
                  fragment(p("Invitez vos collègues, changez leur rôle, fermez un accès."),
                           ui::actions_row({{.label = "Gérer les membres", .url = "/parametres/membres"}})));
}

Markup sessions_card(const visit::Visit& visit, const Shown& shown) {
  std::vector<ui::Row> rows;
  for (const SessionLine& session : shown.sessions) {
    const ui::Action end{.label = "Fermer",
                         .url = "/parametres/sessions",
                         .post = ui::Post{.csrf_token = visit::csrf_token(visit), .fields = {{"session", session.id}}}};
    const bool here = session.id == visit.session->id;
    rows.push_back({.cells = {ui::Value::two_lines(session.client.user_agent, session.client.address),
                              session.organisation_name, session.created, session.last_seen,
                              here ? ui::Value("Celle-ci") : ui::Value(ui::action_button(end))}});
  }
  return ui::card(
      {.title = "Sessions ouvertes", .icon = ui::Icon::world},
      ui::data_table({.caption = "Vos sessions ouvertes",
                      .columns = {{"Appareil"}, {"Organisation"}, {"Ouverte"}, {"Dernière visite"}, {"Fermer"}},
                      .rows = std::move(rows)}));
}

web::Response draw(visit::Visit& visit, const Shown& shown, int status = 200) {
  return visit::page(visit, {.title = "Paramètres",
                             .body = fragment(ui::page_header({.title = "Paramètres"}),
                                              ui::stack({profile_card(visit, shown), members_card(visit),
                                                         organisations_card(visit, shown), password_card(visit, shown),
                                                         second_factor_card(shown), sessions_card(visit, shown)})),
                             .status = status});
}

base::Outcome<Profile> typed_profile(const web::Fields& form) {
  const std::string_view phone = base::trim(form.get("phone"));
  Profile profile{std::string(form.get("name")), base::Phone::parse(phone)};
  if (!phone.empty() && !profile.phone) return base::Refusal{bad_phone, "phone"};
  return profile;
}

base::Outcome<base::Done> save(visit::Visit& visit, const base::Outcome<Profile>& profile) {
  if (!profile) return profile.refusals();
  return visit.platform.act(visit.author(),
                            [&](platform::Act& act) { return change_profile(act, visit.actor().account, *profile); });
}

// Where a person finds her settings again: the page of her desk in the rail, when it has one (M28).
web::html::Url settings_of(const visit::Visit& visit) {
  for (const visit::NavItem& item : visit.site.nav)
    if (item.icon == ui::Icon::settings && item.shown_to(visit.actor())) return item.url;
  return ui::settings_url;
}

}  // namespace

web::Response show_settings(visit::Visit& visit) { return draw(visit, load(visit)); }

web::Response post_profile(visit::Visit& visit) {
  const auto saved = save(visit, typed_profile(visit.request.form));
  if (saved) return visit::see_other(visit, ui::settings_url, {ui::Tone::good, "Votre profil est enregistré."});
  Shown shown = load(visit);
  shown.profile = visit::form_state(visit, saved.refusals());
  return draw(visit, shown, 422);
}

web::Response post_password(visit::Visit& visit) {
  const web::Fields& typed = visit.request.form;
  const auto secret = change_password(visit.platform, visit.actor(),
                                      {typed.get("current"), typed.get("wanted"), visit::client_of(visit.request)});
  if (!secret) {
    Shown shown = load(visit);
    shown.password = visit::form_state(visit, secret.refusals());
    return draw(visit, shown, visit::status_of(secret.refusal().code.kind));
  }
  web::Response response = visit::see_other(
      visit, settings_of(visit), {ui::Tone::good, "Votre mot de passe est changé ; vos autres sessions sont fermées."});
  visit::give_session(response, visit.request, *secret);
  return response;
}

web::Response post_end_session(visit::Visit& visit) {
  const std::string_view session = visit.request.form.get("session");
  const bool ended = visit.platform.database.write(
      [&](db::Transaction& tx) { return revoke_own_session(tx, visit.actor().account, session); });
  if (!ended) return visit::not_found(visit);
  return visit::see_other(visit, settings_of(visit), {ui::Tone::good, "La session est fermée."});
}

web::Response post_organisation(visit::Visit& visit) {
  const auto secret = switch_organisation(visit.platform, visit.actor(), visit.session->id,
                                          visit::typed_id<OrganisationId>(visit.request.form.get("organisation")),
                                          visit::client_of(visit.request));
  if (!secret) return visit::refused(visit, secret.refusals());
  web::Response response = visit::see_other(ui::home_url);
  visit::give_session(response, visit.request, *secret);
  return response;
}

}  // namespace identity
