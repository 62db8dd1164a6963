// /invitation/{}: behind the link of an invitation: a password for who has none, and one button (P1.invitation).
#include "floor/members/invitation.hpp"
#include "floor/members/pages.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/session_cookie.hpp"
#include "floor/visit/sheet.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace members {
namespace {

namespace ui = web::ui;
using namespace web::html;

web::Response done(visit::Visit& visit) {
  return visit::sheet_page(
      visit, "Votre accès est ouvert", "Connectez-vous avec votre adresse e-mail et votre mot de passe.",
      ui::actions_row({{.label = "Se connecter", .url = ui::sign_in_url, .look = ui::Look::primary}}), 200);
}

web::Response ended(visit::Visit& visit, int status) {
  return visit::sheet_page(
      visit, "Cette invitation n’est plus valable",
      "Elle a été remplacée ou retirée, ou sa semaine est passée. Demandez-en une autre à qui vous a invité.", {},
      status);
}

web::Response asking(visit::Visit& visit, const Opened& opened, const ui::FormState& state, int status) {
  const auto& invitation = opened.invitation;
  const std::string error = state.error("");
  Markup fields;
  if (!error.empty()) fields += p(cls("field-error"), error);
  fields += ui::facts({{"Organisation", opened.organisation_name},
                       {"Rôle", std::string(label(invitation.role))},
                       {"Identifiant", invitation.email}});
  if (!opened.has_password)
    fields += ui::password_field(ui::Field{.name = "password",
                                           .label = "Choisissez votre mot de passe",
                                           .hint = "Au moins 12 caractères ; une phrase fait très bien l’affaire.",
                                           .autocomplete = "new-password"}
                                     .with(state));
  else
    fields += p(cls("quiet"), "Vous avez déjà un compte à cette adresse : votre mot de passe reste le même.");
  return visit::sheet_page(visit, "Bienvenue, " + invitation.name,
                           "Vous êtes invité à travailler pour " + opened.organisation_name + ".",
                           ui::form({.action = Url::path("/invitation/{}", visit.parameter(0)),
                                     .submit = "Accepter l’invitation",
                                     .icon = ui::Icon::check},
                                    fields),
                           status);
}

std::optional<Opened> opened_by(visit::Visit& visit) {
  const auto opened =
      visit.platform.database.read([&](db::Transaction& tx) { return open(tx, visit.parameter(0), visit.platform); });
  return opened ? std::optional(*opened) : std::nullopt;
}

bool usable(const Opened& opened) {
  return opened.standing == links::Standing::usable && opened.invitation.state == State::sent;
}

}  // namespace

web::Response show_invitation(visit::Visit& visit) {
  const auto opened = opened_by(visit);
  if (!opened) return visit::not_found(visit);
  if (opened->invitation.state == State::accepted) return done(visit);
  return usable(*opened) ? asking(visit, *opened, {}, 200) : ended(visit, 200);
}

web::Response post_acceptance(visit::Visit& visit) {
  const auto accepted = accept(visit.platform, visit.parameter(0), visit.request.form.get("password"),
                               visit::client_of(visit.request).address);
  if (accepted)
    return visit::see_other(visit, ui::sign_in_url,
                            {ui::Tone::good, "Votre accès est ouvert : connectez-vous avec votre adresse e-mail."});
  const auto opened = opened_by(visit);
  if (!opened) return visit::not_found(visit);
  const int status = visit::status_of(accepted.refusal().code.kind);
  if (!usable(*opened)) return ended(visit, status);
  return asking(visit, *opened, visit::form_state(visit, accepted.refusals()), status);
}

}  // namespace members
