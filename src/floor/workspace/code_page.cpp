// The page before a workspace: to whom the code goes, and where it is typed. Opening it changes nothing (P7).
#include "floor/visit/page.hpp"
#include "floor/workspace/pass.hpp"
#include "floor/workspace/workspace.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace workspace {
namespace {

namespace ui = web::ui;
using web::html::Markup;

Markup ask_form(const Gate& gate, std::string label, ui::Look look) {
  return ui::form({.action = gate.codes, .submit = std::move(label), .icon = ui::Icon::mail, .look = look},
                  ui::hidden_field("acte", "envoyer"));
}

web::Response draw(visit::Visit& visit, const Gate& gate, const ui::FormState& state, int status) {
  const bool sent = visit.request.query.get("code") == "envoye" || !state.errors().empty();
  const std::string to = masked(gate.email);
  Markup body;
  if (!sent) {
    body = ask_form(gate, "Recevoir mon code", ui::Look::primary);
  } else {
    body = ui::form({.action = gate.codes, .submit = "Ouvrir", .errors = state.errors()},
                    ui::code_field(ui::Field{.name = "code",
                                             .label = "Code reçu par e-mail",
                                             .hint = "Huit chiffres, valables quelques minutes.",
                                             .width = ui::FieldWidth::short_text,
                                             .autocomplete = "one-time-code"}
                                       .with(state))) +
           ask_form(gate, "Recevoir un autre code", ui::Look::quiet);
  }
  const std::string lead = sent ? "Un code vient d’être envoyé à " + to + ". Saisissez-le ici."
                                : "Un code est envoyé à " + to + " : il ouvre cette page sur cet appareil.";
  return visit::plain_page(visit, {.title = "Vérification de votre adresse",
                                   .body = ui::sheet("Vérifions que c’est bien vous", lead, body),
                                   .status = status,
                                   .width = ui::Frame::Width::reading});
}

}  // namespace

std::string masked(std::string_view email) {
  const auto at = email.find('@');
  if (at == std::string_view::npos || at == 0) return "votre adresse";
  return std::string(email.substr(0, 1)) + "•••" + std::string(email.substr(at));
}

web::Response code_page(visit::Visit& visit, const Gate& gate) { return draw(visit, gate, {}, 200); }

web::Response post_code(visit::Visit& visit, const Gate& gate) {
  const auto by = platform::Author{platform::Cause::link, {}, gate.link.recipient, "mail"};
  const auto again = [&](const base::Refusal& refusal) {
    return draw(visit, gate, visit::form_state(visit, {refusal}), visit::status_of(refusal.code.kind));
  };
  if (visit.request.form.get("acte") == "envoyer") {
    const auto sent = visit.platform.act(by, [&](platform::Act& act) { return send_code(act, gate); });
    if (!sent) return again(sent.refusal());
    return visit::see_other(web::html::Url(gate.page).query("code", "envoye"));
  }
  const Code code = visit.platform.act(by, [&](platform::Act& act) {
    return check_code(act, gate, visit.request.form.get("code"), visit.platform.settings.server_key);
  });
  if (code != Code::right) return again({code == Code::wrong ? wrong_code : code_over, "code"});
  web::Response response = visit::see_other(gate.page);
  give_pass(response, visit, gate.link);
  return response;
}

}  // namespace workspace
