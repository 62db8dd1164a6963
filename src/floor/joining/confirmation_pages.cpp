// The page that waits for the mailed code, and the page behind the mailed link. Opening either changes nothing (P7).
#include "floor/joining/joining.hpp"
#include "floor/joining/pages.hpp"
#include "floor/visit/page.hpp"
#include "floor/visit/sheet.hpp"
#include "web/html/elements.hpp"
#include "web/ui/notice.hpp"

namespace joining {
namespace {

namespace ui = web::ui;
using namespace web::html;

web::Response over(visit::Visit& visit, int status) {
  return visit::sheet_page(
      visit, "Ce lien n’est plus valable",
      "Il a déjà servi, ou son délai est passé. Vous pouvez refaire votre demande, rien n’est perdu.",
      ui::actions_row({{.label = "Aller à la page de connexion", .url = ui::sign_in_url, .look = ui::Look::primary}}),
      status);
}

std::string_view next_of(const visit::Visit& visit, const Request& request) {
  const Kind* kind = find(visit.site.sign_ups, request.kind);
  return kind == nullptr ? std::string_view{} : kind->next;
}

// The same for everybody, known or not: what to look for, and where to type it.
web::Response code_page(visit::Visit& visit, const ui::FormState& state, int status) {
  const Markup fields = ui::code_field(ui::Field{.name = "code",
                                                 .label = "Code reçu par e-mail",
                                                 .hint = "Huit chiffres.",
                                                 .width = ui::FieldWidth::short_text,
                                                 .autocomplete = "one-time-code"}
                                           .with(state));
  return visit::sheet_page(
      visit, "Consultez vos e-mails",
      "Un e-mail vient de vous être envoyé. Ouvrez le lien qu’il contient, ou saisissez son code ici.",
      fragment(ui::form({.action = Url::path("/confirmation/{}", visit.parameter(0)),
                         .submit = "Valider le code",
                         .errors = state.errors()},
                        fields),
               p(cls("quiet"), "Rien reçu après quelques minutes ? Regardez dans vos courriers indésirables.")),
      status);
}

web::Response link_page(visit::Visit& visit) {
  return visit::sheet_page(
      visit, "Confirmez votre adresse e-mail", "Un clic, et votre inscription est enregistrée.",
      ui::form({.action = Url::path("/confirmation/{}", visit.parameter(0)), .submit = "Confirmer mon adresse"}, {}));
}

web::Response done_page(visit::Visit& visit, const Request& request) {
  return visit::sheet_page(
      visit, "Votre adresse est confirmée", next_of(visit, request),
      fragment(ui::notice({.tone = ui::Tone::info,
                           .title = "Pensez à regarder dans vos courriers indésirables",
                           .text = "L’e-mail d’activation peut s’y trouver."}),
               ui::actions_row({{.label = "Aller à la page de connexion", .url = ui::sign_in_url}})));
}

std::optional<Opened> opened(const visit::Visit& visit) {
  const auto found =
      visit.platform.database.read([&](db::Transaction& tx) { return open(tx, visit.parameter(0), visit.platform); });
  if (!found || found->link.purpose == link_purpose::reset) return std::nullopt;
  return *found;
}

}  // namespace

web::Response show_confirmation(visit::Visit& visit) {
  const auto found = opened(visit);
  if (!found) return visit::not_found(visit);
  const bool by_link = found->link.purpose == link_purpose::confirm;
  if (by_link && found->request && found->request->state == State::confirmed) return done_page(visit, *found->request);
  if (!found->request || found->standing != links::Standing::usable) return over(visit, 200);
  return by_link ? link_page(visit) : code_page(visit, {}, 200);
}

web::Response post_confirmation(visit::Visit& visit) {
  const auto found = opened(visit);
  if (!found) return visit::not_found(visit);
  const auto confirmed = confirm(visit.platform, visit.site.sign_ups, *found, visit.request.form.get("code"));
  if (!confirmed && confirmed.refused_as(request_over)) return over(visit, 409);
  if (!confirmed) {
    const auto& refusals = confirmed.refusals();
    return code_page(visit, visit::form_state(visit, refusals), visit::status_of(refusals.front().code.kind));
  }
  if (!confirmed->empty()) return visit::see_other(Url::path("/mot-de-passe/{}", *confirmed));
  return done_page(visit, *found->request);
}

}  // namespace joining
