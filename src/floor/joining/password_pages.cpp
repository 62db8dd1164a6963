// "Mot de passe oublié": asking for a link, and choosing the new password behind it (P6, M6).
#include "floor/joining/joining.hpp"
#include "floor/joining/pages.hpp"
#include "floor/joining/robot_field.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/session_cookie.hpp"
#include "floor/visit/sheet.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace joining {
namespace {

namespace ui = web::ui;
using namespace web::html;

web::Response asking(visit::Visit& visit, const ui::FormState& state, int status) {
  const Markup fields = fragment(
      ui::email_field(ui::Field{.name = "email", .label = "Adresse e-mail", .autocomplete = "username"}.with(state)),
      robot_field(visit, state));
  const Markup form = ui::form({.action = Url("/mot-de-passe-oublie"),
                                .csrf_token = visit::csrf_token(visit),
                                .submit = "Recevoir un lien",
                                .icon = ui::Icon::mail,
                                .other = ui::Action{.label = "Annuler", .url = ui::sign_in_url},
                                .errors = state.errors()},
                               fields);
  return visit::sheet_page(visit, "Mot de passe oublié",
                           "Si un compte existe à cette adresse, un lien y arrive dans quelques minutes. Il sert une "
                           "fois, pendant une demi-heure.",
                           form, status);
}

web::Response choosing(visit::Visit& visit, const ui::FormState& state, int status) {
  const Markup field =
      ui::password_field(ui::Field{.name = "password",
                                   .label = "Nouveau mot de passe",
                                   .hint = "Au moins 12 caractères ; une phrase fait très bien l’affaire.",
                                   .autocomplete = "new-password"}
                             .with(state));
  const Markup form = ui::form({.action = Url::path("/mot-de-passe/{}", visit.parameter(0)),
                                .submit = "Enregistrer ce mot de passe",
                                .icon = ui::Icon::key,
                                .errors = state.errors()},
                               field);
  return visit::plain_page(visit, {.title = "Nouveau mot de passe",
                                   .body = ui::sheet("Choisissez un nouveau mot de passe",
                                                     "Toutes vos sessions ouvertes seront fermées.", form),
                                   .status = status,
                                   .width = ui::Frame::Width::reading});
}

web::Response over(visit::Visit& visit, int status) {
  return visit::plain_page(
      visit,
      {.title = "Lien expiré",
       .body = ui::sheet(
           "Ce lien n’est plus valable", "Il a déjà servi, ou sa demi-heure est passée.",
           ui::actions_row(
               {{.label = "Recevoir un nouveau lien", .url = Url("/mot-de-passe-oublie"), .look = ui::Look::primary}})),
       .status = status,
       .width = ui::Frame::Width::reading});
}

}  // namespace

web::Response show_forgotten(visit::Visit& visit) { return asking(visit, {}, 200); }

web::Response post_forgotten(visit::Visit& visit) {
  const web::Fields& form = visit.request.form;
  base::Refusals refusals;
  if (!base::EmailAddress::parse(form.get("email"))) refusals.push_back({bad_email, "email"});
  if (const auto robot = check_robot(visit.platform, form, visit.now); !robot)
    refusals.insert(refusals.end(), robot.refusals().begin(), robot.refusals().end());
  if (refusals.empty()) {
    const auto page = ask(visit.platform, {.kind = password_kind,
                                           .email = form.get("email"),
                                           .password = {},
                                           .form = form,
                                           .address = visit::client_of(visit.request).address});
    if (page) return visit::see_other(Url::path("/confirmation/{}", *page));
    refusals = page.refusals();
  }
  return asking(visit, visit::form_state(visit, refusals), visit::status_of(refusals.front().code.kind));
}

web::Response show_new_password(visit::Visit& visit) {
  const auto found =
      visit.platform.database.read([&](db::Transaction& tx) { return open(tx, visit.parameter(0), visit.platform); });
  if (!found || found->link.purpose != link_purpose::reset) return visit::not_found(visit);
  if (!found->request || found->standing != links::Standing::usable) return over(visit, 200);
  return choosing(visit, {}, 200);
}

web::Response post_new_password(visit::Visit& visit) {
  const auto changed = choose_password(visit.platform, visit.parameter(0),
                                       {visit.request.form.get("password"), visit::client_of(visit.request).address});
  if (changed)
    return visit::see_other(visit, ui::sign_in_url,
                            {ui::Tone::good, "Votre mot de passe est enregistré : connectez-vous avec lui."});
  if (changed.refused_as(links::unknown_link)) return visit::not_found(visit);
  if (changed.refused_as(request_over)) return over(visit, 409);
  return choosing(visit, visit::form_state(visit, changed.refusals()), visit::status_of(changed.refusal().code.kind));
}

}  // namespace joining
