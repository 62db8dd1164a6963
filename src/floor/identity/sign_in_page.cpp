#include <algorithm>

#include "floor/identity/pages.hpp"
#include "floor/identity/sign_in.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/session_cookie.hpp"
#include "floor/visit/sheet.hpp"
#include "web/html/elements.hpp"

namespace identity {
namespace {

namespace ui = web::ui;
using namespace web::html;

Markup sign_in_form(const std::string& back, const ui::FormState& state) {
  const Markup fields = fragment(
      ui::hidden_field("retour", back),
      ui::email_field(ui::Field{.name = "email", .label = "Adresse e-mail", .autocomplete = "username"}.with(state)),
      ui::password_field(
          ui::Field{.name = "password", .label = "Mot de passe", .autocomplete = "current-password"}.with(state)));
  const Markup form = ui::form({.action = ui::sign_in_url,
                                .csrf_token = {},
                                .submit = "Se connecter",
                                .icon = ui::Icon::key,
                                .other = ui::Action{.label = "Mot de passe oublié", .url = Url("/mot-de-passe-oublie")},
                                .errors = state.errors()},
                               fields);
  return fragment(
      form,
      p(cls("quiet"),
        "Ce portail est en libre-service : nos équipes ne connaissent pas votre mot de passe et ne "
        "peuvent pas vous le communiquer."),
      p(cls("sheet-foot"),
        ui::action_button({.label = "Je n’ai pas de compte", .url = Url("/inscription"), .icon = ui::Icon::user})));
}

web::Response draw(visit::Visit& visit, const std::string& back, const ui::FormState& state, int status) {
  return visit::sheet_page(visit, "Connexion", {}, sign_in_form(back, state), status);
}

web::Response ask_code(visit::Visit& visit, const std::string& back, std::string_view half_session) {
  web::Response response = web::redirect(std::string(Url("/connexion/code").query("retour", back).text()));
  visit::give_half_session(response, visit.request, half_session);
  return response;
}

}  // namespace

// A path that begins with two slashes would lead to another site.
std::string way_back(std::string_view wanted) {
  const bool plain = std::all_of(wanted.begin(), wanted.end(), [](char c) { return c > ' ' && c < 0x7f && c != '\\'; });
  return plain && wanted.starts_with('/') && !wanted.starts_with("//") ? std::string(wanted) : std::string("/");
}

web::Response show_sign_in(visit::Visit& visit) {
  const std::string back = way_back(visit.request.query.get("retour"));
  if (visit.session) return web::redirect(back);
  return draw(visit, back, {}, 200);
}

web::Response post_sign_in(visit::Visit& visit) {
  const web::Fields& typed = visit.request.form;
  const std::string back = way_back(typed.get("retour"));
  const auto entry = sign_in(visit.platform, {.email = typed.get("email"),
                                              .password = typed.get("password"),
                                              .client = visit::client_of(visit.request),
                                              .former_secret = visit::session_secret(visit.request)});
  if (!entry) {
    const auto& refusals = entry.refusals();
    return draw(visit, back, visit::form_state(visit, refusals), visit::status_of(refusals.front().code.kind));
  }
  if (entry->kind == Entry::Kind::half_session) return ask_code(visit, back, entry->secret);
  web::Response response = web::redirect(back);
  visit::give_session(response, visit.request, entry->secret);
  return response;
}

web::Response post_sign_out(visit::Visit& visit) {
  sign_out(visit.platform, visit.actor(), visit.session->id);
  web::Response response = visit::see_other(visit, ui::sign_in_url, {ui::Tone::good, "Vous êtes déconnecté."});
  visit::forget_session(response, visit.request);
  return response;
}

}  // namespace identity
