// GET and POST /parametres/adresse, where a new address is asked for, and /adresse/{}, behind the link it is mailed.
#include "base/french.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/joining/email_change.hpp"
#include "floor/joining/joining.hpp"
#include "floor/joining/pages.hpp"
#include "floor/messages/returned_addresses.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/session_cookie.hpp"
#include "floor/visit/sheet.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace joining {
namespace {

namespace ui = web::ui;
using namespace web::html;

constexpr Url page_url{"/parametres/adresse"};

// What came of his mails, and the two ways to mend it (P5.returned).
Markup returned_notice(const visit::Visit& visit, const messages::ReturnedAddress& returned) {
  return ui::notice(
      {.tone = ui::Tone::bad,
       .title = "Votre adresse actuelle ne reçoit pas nos e-mails",
       .text = "Un courriel en est revenu le " + base::french::instant_medium(returned.since) +
               " ; depuis, rien n’y part, et tout ce qui vous est écrit se lit dans vos messages. Donnez une autre "
               "adresse ci-dessous ou, si celle-ci fonctionne de nouveau, faites-la vérifier."},
      ui::actions_row({{.label = "Vérifier l’adresse actuelle",
                        .url = "/parametres/adresse/verification",
                        .icon = ui::Icon::mail,
                        .post = ui::Post{.csrf_token = visit::csrf_token(visit)}},
                       {.label = "Lire mes messages", .url = "/messages", .look = ui::Look::quiet}}));
}

web::Response asking(visit::Visit& visit, const ui::FormState& state, int status) {
  struct Known {
    std::string email;
    std::optional<EmailChange> pending;
    std::optional<messages::ReturnedAddress> returned;
  };
  const Known known = visit.platform.database.read([&](db::Transaction& tx) {
    const auto me = visit.actor().account;
    return Known{identity::account(tx, me)->email.text(), pending_email_change(tx, me), messages::returned_of(tx, me)};
  });
  const Markup fields = fragment(
      ui::email_field(
          ui::Field{.name = "email", .label = "Nouvelle adresse e-mail", .autocomplete = "email"}.with(state)),
      ui::password_field(
          ui::Field{.name = "password", .label = "Mot de passe", .autocomplete = "current-password"}.with(state)));
  const Markup waiting =
      known.pending ? ui::notice({.tone = ui::Tone::warn,
                                  .title = "Une adresse attend sa confirmation : " + known.pending->email,
                                  .text = "Ouvrez le lien qui y est arrivé. Une nouvelle demande remplace celle-ci."})
                    : Markup{};
  const Markup form = ui::form({.action = page_url,
                                .csrf_token = visit::csrf_token(visit),
                                .submit = "Recevoir le lien de confirmation",
                                .icon = ui::Icon::mail,
                                .other = ui::Action{.label = "Annuler", .url = ui::settings_url},
                                .errors = state.errors()},
                               fields);
  return visit::page(
      visit,
      {.title = "Adresse e-mail",
       .body = fragment(
           ui::page_header({.title = "Adresse e-mail",
                            .lead = "Un lien part à la nouvelle adresse ; l’actuelle sert jusqu’à ce qu’il soit suivi.",
                            .crumbs = {{"Paramètres", ui::settings_url}}}),
           ui::stack({known.returned ? returned_notice(visit, *known.returned) : Markup{}, waiting,
                      ui::card({.title = "Changer d’adresse", .icon = ui::Icon::mail},
                               fragment(ui::facts({{"Adresse actuelle", known.email}}), form))})),
       .status = status,
       .width = ui::Frame::Width::reading});
}

Markup way_in() {
  return ui::actions_row({{.label = "Aller à Mandat", .url = ui::home_url, .look = ui::Look::primary}});
}

web::Response done(visit::Visit& visit) {
  return visit::sheet_page(
      visit, "Votre adresse est confirmée",
      "C’est avec elle que vous vous connectez, et que nos e-mails vous arrivent ; vos sessions ouvertes le "
      "restent.",
      way_in());
}

web::Response over(visit::Visit& visit, int status) {
  return visit::sheet_page(
      visit, "Ce lien n’est plus valable",
      "Il a été remplacé, ou son délai est passé : l’adresse de votre compte n’a pas changé. Vous pouvez "
      "refaire votre demande depuis vos paramètres.",
      way_in(), status);
}

}  // namespace

web::Response show_email_change(visit::Visit& visit) { return asking(visit, {}, 200); }

web::Response post_email_change(visit::Visit& visit) {
  const web::Fields& typed = visit.request.form;
  const auto asked = ask_email_change(visit.platform, visit.actor(),
                                      {typed.get("email"), typed.get("password"), visit::client_of(visit.request)});
  if (!asked)
    return asking(visit, visit::form_state(visit, asked.refusals()), visit::status_of(asked.refusal().code.kind));
  return visit::see_other(visit, page_url, {ui::Tone::good, "Un lien de confirmation part à votre nouvelle adresse."});
}

web::Response post_email_check(visit::Visit& visit) {
  const auto asked = ask_email_check(visit.platform, visit.actor());
  if (!asked) return visit::refused(visit, asked.refusals());
  return visit::see_other(visit, page_url,
                          {ui::Tone::good, "Un lien de confirmation part à votre adresse : ouvrez-le pour finir."});
}

web::Response show_new_email(visit::Visit& visit) {
  const auto opened = visit.platform.database.read(
      [&](db::Transaction& tx) { return open_email_change(tx, visit.parameter(0), visit.platform); });
  if (!opened) return visit::not_found(visit);
  if (opened->change.state == ChangeState::confirmed) return done(visit);
  if (opened->standing != links::Standing::usable || opened->change.state != ChangeState::asked)
    return over(visit, 200);
  return visit::sheet_page(
      visit, opened->own ? "Confirmez votre adresse" : "Confirmez votre nouvelle adresse",
      opened->change.email +
          (opened->own ? " reçoit de nouveau nos e-mails." : " deviendra l’adresse de votre compte."),
      ui::form({.action = Url::path("/adresse/{}", visit.parameter(0)), .submit = "Confirmer cette adresse"}, {}));
}

web::Response post_new_email(visit::Visit& visit) {
  const auto confirmed = confirm_email_change(visit.platform, visit.parameter(0));
  if (confirmed) return done(visit);
  if (confirmed.refused_as(links::unknown_link)) return visit::not_found(visit);
  if (confirmed.refused_as(change_over)) return over(visit, 409);
  return visit::sheet_page(visit, "Cette adresse a déjà un compte",
                           "Un autre compte la porte depuis votre demande : l’adresse du vôtre n’a pas changé.",
                           way_in(), 409);
}

}  // namespace joining
