// The second step of a sign-in: the code of the application, or a recovery code (P6.second_step).
#include "floor/identity/pages.hpp"
#include "floor/identity/sign_in.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/session_cookie.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace identity {
namespace {

namespace ui = web::ui;
using namespace web::html;

web::Response draw(visit::Visit& visit, const std::string& back, const ui::FormState& state, int status) {
  const Markup fields =
      fragment(ui::hidden_field("retour", back),
               ui::code_field(ui::Field{.name = "code",
                                        .label = "Code à six chiffres",
                                        .hint = "Celui que votre application d’authentification affiche maintenant.",
                                        .width = ui::FieldWidth::short_text,
                                        .autocomplete = "one-time-code"}
                                  .with(state)));
  const Markup form = ui::form({.action = Url("/connexion/code"),
                                .submit = "Valider le code",
                                .icon = ui::Icon::check,
                                .other = ui::Action{.label = "Recommencer", .url = ui::sign_in_url},
                                .errors = state.errors()},
                               fields);
  return visit::plain_page(
      visit, {.title = "Code de connexion",
              .body = ui::sheet("Votre code de connexion", "Encore une étape : votre mot de passe est le bon.",
                                fragment(form, p(cls("quiet"),
                                                 "Sans votre téléphone, saisissez ici l’un de vos codes de secours. Si "
                                                 "vous ne les avez plus, l’administrateur peut réinitialiser la double "
                                                 "authentification de votre compte."))),
              .status = status,
              .width = ui::Frame::Width::reading});
}

web::Response start_again(visit::Visit& visit, const std::string& back, std::string_view why) {
  web::Response response =
      visit::see_other(visit, ui::sign_in_url.query("retour", back), {ui::Tone::warn, std::string(why)});
  visit::forget_half_session(response, visit.request);
  return response;
}

}  // namespace

web::Response show_second_step(visit::Visit& visit) {
  const std::string back = way_back(visit.request.query.get("retour"));
  if (visit.session) return web::redirect(back);
  const bool open = visit.platform.database.read(
      [&](db::Transaction& tx) { return half_open(tx, visit::half_session_secret(visit.request), visit.now); });
  if (!open) return visit::see_other(ui::sign_in_url.query("retour", back));
  return draw(visit, back, {}, 200);
}

web::Response post_second_step(visit::Visit& visit) {
  const web::Fields& typed = visit.request.form;
  const std::string back = way_back(typed.get("retour"));
  const auto secret = finish_sign_in(visit.platform, {.half_session = visit::half_session_secret(visit.request),
                                                      .code = typed.get("code"),
                                                      .client = visit::client_of(visit.request),
                                                      .former_secret = visit::session_secret(visit.request)});
  if (!secret) {
    const base::Refusal& refusal = secret.refusal();
    if (refusal.code.kind == base::RefusalKind::conflict || refusal.code.kind == base::RefusalKind::forbidden) {
      return start_again(visit, back, visit::sentence(visit, refusal));
    }
    return draw(visit, back, visit::form_state(visit, secret.refusals()), visit::status_of(refusal.code.kind));
  }
  web::Response response = web::redirect(back);
  visit::forget_half_session(response, visit.request);
  visit::give_session(response, visit.request, *secret);
  return response;
}

}  // namespace identity
