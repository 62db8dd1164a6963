// Choosing what one is, and the form of each kind of sign-up.
#include "floor/identity/sign_in.hpp"
#include "floor/joining/joining.hpp"
#include "floor/joining/pages.hpp"
#include "floor/joining/robot_field.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/session_cookie.hpp"
#include "floor/visit/sheet.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/doors.hpp"

namespace joining {
namespace {

namespace ui = web::ui;
using namespace web::html;

const Url already_url{"/connexion"};

Markup password_field(const ui::FormState& state) {
  const bool again = !state.errors().empty();
  return ui::password_field(
      ui::Field{.name = "password",
                .label = "Mot de passe",
                .hint = again ? "À saisir de nouveau. Au moins 12 caractères ; une phrase fait très bien l’affaire."
                              : "Au moins 12 caractères ; une phrase fait très bien l’affaire.",
                .autocomplete = "new-password"}
          .with(state));
}

web::Response draw(visit::Visit& visit, const Kind& kind, const ui::FormState& state, int status) {
  const Markup asked = visit.platform.database.read([&](db::Transaction& tx) { return kind.draw(tx, state); });
  const Markup form = ui::form({.action = Url::path("/inscription/{}", kind.slug),
                                .csrf_token = visit::csrf_token(visit),
                                .submit = std::string(kind.submit),
                                .other = ui::Action{.label = "J’ai déjà un compte", .url = already_url},
                                .errors = state.errors()},
                               fragment(asked, password_field(state), robot_field(visit, state)));
  return visit::sheet_page(visit, kind.title, kind.lead, form, status);
}

base::Refusals wrong(db::Transaction& tx, const Kind& kind, const web::Fields& form) {
  base::Refusals refusals = kind.check(tx, form);
  const auto email = base::EmailAddress::parse(form.get("email"));
  if (!email) refusals.push_back({bad_email, "email"});
  const auto fit =
      identity::check_new_password(form.get("password"), {form.get("email"), form.get(kind.person)}, "password");
  if (!fit) refusals.insert(refusals.end(), fit.refusals().begin(), fit.refusals().end());
  return refusals;
}

// In the order of the page, so that the summary reads as one looks for it.
web::Response again(visit::Visit& visit, const Kind& kind, const base::Refusals& refusals) {
  return draw(visit, kind, visit::form_state(visit, refusals), visit::status_of(refusals.front().code.kind));
}

}  // namespace

web::Response show_kinds(visit::Visit& visit) {
  std::vector<ui::Door> kinds;
  for (const Kind& kind : visit.site.sign_ups)
    kinds.push_back(
        {kind.icon, std::string(kind.label), std::string(kind.detail), Url::path("/inscription/{}", kind.slug)});
  return visit::plain_page(
      visit, {.title = "Je n’ai pas de compte",
              .body = ui::sheet("Créer un compte", "Dites-nous d’abord qui vous êtes.",
                                fragment(ui::doors(kinds), p(a(href(already_url), "J’ai déjà un compte")))),
              .width = ui::Frame::Width::reading});
}

web::Response show_sign_up(visit::Visit& visit) {
  const Kind* kind = find(visit.site.sign_ups, visit.parameter(0));
  return kind == nullptr ? visit::not_found(visit) : draw(visit, *kind, {}, 200);
}

web::Response post_sign_up(visit::Visit& visit) {
  const Kind* kind = find(visit.site.sign_ups, visit.parameter(0));
  if (kind == nullptr) return visit::not_found(visit);
  const web::Fields& form = visit.request.form;
  auto refusals = visit.platform.database.read([&](db::Transaction& tx) { return wrong(tx, *kind, form); });
  if (const auto robot = check_robot(visit.platform, form, visit.now); !robot)
    refusals.insert(refusals.end(), robot.refusals().begin(), robot.refusals().end());
  if (!refusals.empty()) return again(visit, *kind, refusals);
  const auto page = ask(visit.platform, {.kind = kind->slug,
                                         .email = form.get("email"),
                                         .password = form.get("password"),
                                         .form = form,
                                         .address = visit::client_of(visit.request).address});
  if (!page) return again(visit, *kind, page.refusals());
  return visit::see_other(Url::path("/confirmation/{}", *page));
}

}  // namespace joining
