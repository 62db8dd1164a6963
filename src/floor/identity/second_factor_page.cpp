// GET /parametres/double-authentification and what is done there: one's own second factor (P6).
#include "floor/identity/accounts.hpp"
#include "floor/identity/pages.hpp"
#include "floor/identity/second_factor.hpp"
#include "floor/identity/totp.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/session_cookie.hpp"
#include "floor/visit/sheet.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/qr_code.hpp"

namespace identity {
namespace {

namespace ui = web::ui;
using namespace web::html;

constexpr Url codes_url{"/parametres/double-authentification/codes-de-secours"};
constexpr Url end_url{"/parametres/double-authentification/fin"};
constexpr Url confirmation_url{"/parametres/double-authentification/confirmation"};

bool confined(const visit::Visit& visit) { return visit.reach == visit::Visit::Reach::second_factor; }

Markup leave(const visit::Visit& visit) {
  return ui::action_button({.label = "Se déconnecter",
                            .url = ui::sign_out_url,
                            .look = ui::Look::quiet,
                            .icon = ui::Icon::logout,
                            .post = ui::Post{.csrf_token = visit::csrf_token(visit)}});
}

// Who must set one up first sees nothing else: no rail leads where nothing opens.
web::Response page(visit::Visit& visit, std::string_view lead, const Markup& body, int status) {
  const std::string title = "Double authentification";
  if (confined(visit)) return visit::sheet_page(visit, title, lead, fragment(body, leave(visit)), status);
  return visit::page(
      visit,
      {.title = title,
       .body = fragment(
           ui::page_header({.title = title, .lead = std::string(lead), .crumbs = {{"Paramètres", ui::settings_url}}}),
           body),
       .status = status,
       .width = ui::Frame::Width::reading});
}

ui::Field password_wanted(std::string form = {}) {
  return {.name = "password", .label = "Mot de passe", .form = std::move(form), .autocomplete = "current-password"};
}

ui::Field code_wanted(std::string hint, std::string form = {}) {
  return {.name = "code",
          .label = "Code de l’application",
          .hint = std::move(hint),
          .width = ui::FieldWidth::short_text,
          .form = std::move(form),
          .autocomplete = "one-time-code"};
}

Markup beginning(const visit::Visit& visit, const ui::FormState& state) {
  const Markup form = ui::form({.action = second_factor_url,
                                .csrf_token = visit::csrf_token(visit),
                                .submit = "Commencer",
                                .icon = ui::Icon::shield,
                                .errors = state.errors()},
                               ui::password_field(password_wanted().with(state)));
  return ui::card({.title = "Activer", .icon = ui::Icon::shield},
                  fragment(p("Il vous faut une application d’authentification sur votre téléphone (FreeOTP, Aegis, "
                             "Google Authenticator ou toute autre). Confirmez d’abord que c’est bien vous."),
                           form));
}

std::string in_fours(std::string_view text) {
  std::string grouped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % 4 == 0) grouped += ' ';
    grouped += text[i];
  }
  return grouped;
}

Markup enrolment(const visit::Visit& visit, std::string_view secret, const Account& account,
                 const ui::FormState& state) {
  const std::string uri = enrolment_uri(secret, visit.platform.settings.product_name, account.email.text());
  const Markup form = ui::form({.action = confirmation_url,
                                .csrf_token = visit::csrf_token(visit),
                                .submit = "Activer",
                                .icon = ui::Icon::check,
                                .other = ui::Action{.label = "Plus tard", .url = ui::settings_url},
                                .errors = state.errors()},
                               ui::code_field(code_wanted("Les six chiffres que l’application affiche.").with(state)));
  return ui::stack({ui::card({.title = "1. Ajouter le compte à l’application", .icon = ui::Icon::device_mobile},
                             div(cls("set-up"), p("Photographiez ce code avec l’application :"),
                                 ui::qr_code(uri, "Code QR à photographier avec votre application d’authentification"),
                                 p("Ou saisissez-y cette clé à la main :"),
                                 p(web::html::code(cls("secret-text"), in_fours(base32(secret)))))),
                    ui::card({.title = "2. Confirmer", .icon = ui::Icon::check}, form)});
}

Markup proof_form(const visit::Visit& visit, const Url& url, std::string_view submit, ui::Look look,
                  const ui::FormState& state) {
  const std::string path(url.text());
  const ui::FormState own = state.form() == path ? state : ui::FormState{};
  return ui::form({.action = url,
                   .csrf_token = visit::csrf_token(visit),
                   .submit = std::string(submit),
                   .look = look,
                   .errors = own.errors()},
                  fragment(ui::password_field(password_wanted(path).with(state)),
                           ui::code_field(code_wanted("Ou l’un de vos codes de secours.", path).with(state))));
}

Markup settings(const visit::Visit& visit, const SecondFactor& factor, const ui::FormState& state) {
  const auto fold = [&](const Url& url) { return state.form() == url.text() ? ui::Fold::open : ui::Fold::closed; };
  const Markup known = ui::facts(
      {{"Activée", factor.since}, {"Codes de secours restants", ui::Value::number(factor.recovery_codes_left)}});
  return ui::stack(
      {ui::card({.title = "Votre double authentification", .icon = ui::Icon::shield}, known),
       ui::card({.title = "Codes de secours", .icon = ui::Icon::key},
                fragment(p("Chacun remplace une fois le code de l’application, si vous n’avez pas votre téléphone."),
                         ui::disclosure("Créer de nouveaux codes", fold(codes_url),
                                        fragment(p(cls("quiet"), "Les anciens ne serviront plus."),
                                                 proof_form(visit, codes_url, "Créer dix nouveaux codes",
                                                            ui::Look::secondary, state))))),
       ui::card({.title = "Désactiver, ou changer de téléphone", .icon = ui::Icon::ban},
                fragment(p("Votre mot de passe suffira de nouveau pour vous connecter. Pour changer de téléphone, "
                           "désactivez, puis activez de nouveau avec le nouvel appareil."),
                         ui::disclosure("Désactiver", fold(end_url),
                                        proof_form(visit, end_url, "Désactiver la double authentification",
                                                   ui::Look::danger, state))))});
}

web::Response draw(visit::Visit& visit, const ui::FormState& state = {}, int status = 200) {
  struct Known {
    SecondFactor factor;
    std::optional<std::string> secret;
    Account account;
  };
  const Known known = visit.platform.database.read([&](db::Transaction& tx) {
    const AccountId me = visit.actor().account;
    return Known{second_factor_of(tx, me), secret_being_set_up(tx, visit.platform.settings, me),
                 account(tx, me).value()};
  });
  const std::string_view lead = confined(visit)
                                    ? "Votre compte en a besoin : activez-la, et tout le reste s’ouvre."
                                    : "À chaque connexion, un code de votre téléphone s’ajoute au mot de passe.";
  if (known.factor.since) return page(visit, lead, settings(visit, known.factor, state), status);
  if (known.secret) return page(visit, lead, enrolment(visit, *known.secret, known.account, state), status);
  return page(visit, lead, beginning(visit, state), status);
}

web::Response again(visit::Visit& visit, const base::Refusals& refusals) {
  const base::RefusalKind kind = refusals.front().code.kind;
  if (kind == base::RefusalKind::conflict) {
    return visit::see_other(visit, second_factor_url, {ui::Tone::warn, visit::sentence(visit, refusals.front())});
  }
  const auto plain = visit::form_state(visit, refusals);
  return draw(visit, {visit.request.form.pairs(), plain.errors(), visit.request.path}, visit::status_of(kind));
}

// The only time they are shown: an answer to the act itself, kept by nobody.
web::Response show_codes(visit::Visit& visit, const RecoveryCodes& codes, std::string_view done) {
  // Their session opens everything now.
  visit.reach = visit::Visit::Reach::everything;
  const Markup list =
      ul(cls("recovery-codes"), each(codes, [](const std::string& one) { return li(web::html::code(one)); }));
  return page(
      visit, {},
      ui::stack({ui::notice({.tone = ui::Tone::good, .title = std::string(done)}),
                 ui::card({.title = "Vos codes de secours", .icon = ui::Icon::key},
                          div(cls("set-up"),
                              p("Notez-les ou imprimez-les, et gardez-les ailleurs que sur votre téléphone : ils ne "
                                "seront plus affichés. Chacun sert une fois."),
                              list,
                              ui::actions_row({{.label = "Je les ai notés",
                                                .url = second_factor_url,
                                                .look = ui::Look::primary,
                                                .icon = ui::Icon::check}})))}),
      200);
}

Proof proof_of(const visit::Visit& visit) {
  const web::Fields& typed = visit.request.form;
  return {typed.get("password"), typed.get("code"), visit::client_of(visit.request)};
}

}  // namespace

web::Response show_second_factor(visit::Visit& visit) { return draw(visit); }

web::Response post_enrolment(visit::Visit& visit) {
  const auto begun = begin_enrolment(visit.platform, visit.actor(), visit.request.form.get("password"),
                                     visit::client_of(visit.request));
  if (!begun) return again(visit, begun.refusals());
  return visit::see_other(second_factor_url);
}

web::Response post_enrolment_code(visit::Visit& visit) {
  const auto codes =
      confirm_enrolment(visit.platform, visit.actor(), visit.session->id, visit.request.form.get("code"));
  if (!codes) return again(visit, codes.refusals());
  return show_codes(visit, *codes, "La double authentification est activée.");
}

web::Response post_recovery_codes(visit::Visit& visit) {
  const auto codes = renew_recovery_codes(visit.platform, visit.actor(), proof_of(visit));
  if (!codes) return again(visit, codes.refusals());
  return show_codes(visit, *codes, "Vos nouveaux codes sont créés ; les anciens ne servent plus.");
}

web::Response post_end_second_factor(visit::Visit& visit) {
  const auto ended = end_second_factor(visit.platform, visit.actor(), proof_of(visit));
  if (!ended) return again(visit, ended.refusals());
  return visit::see_other(visit, second_factor_url, {ui::Tone::good, "La double authentification est désactivée."});
}

}  // namespace identity
