#include "base/french.hpp"
#include "desks/credit/portfolio/invitation.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"

namespace credit::portfolio {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

Markup send_form(const InvitationCard& card, const Url& url, bool again) {
  const std::string address = card.invitation ? card.invitation->email : card.email;
  return ui::form({.action = url,
                   .csrf_token = card.csrf_token,
                   .submit = again ? "Envoyer un nouveau lien" : "Envoyer le questionnaire",
                   .icon = ui::Icon::send,
                   .look = again ? ui::Look::secondary : ui::Look::primary},
                  ui::hidden_field("acte", "envoyer") +
                      ui::email_field({.name = "email",
                                       .label = "E-mail du contact",
                                       .value = card.typed.empty() ? address : card.typed,
                                       .error = card.error,
                                       .hint = again ? "Le lien précédent ne s’ouvrira plus." : "",
                                       .form = std::string(url.text()),
                                       .autocomplete = "off"}));
}

}  // namespace

Markup invitation_card(const InvitationCard& card) {
  const Url url = Url::path("/credit/dossiers/{}/questionnaire/lien", card.id);
  const bool open = card.invitation && !card.invitation->withdrawn_at;
  Markup body;
  if (!card.invitation) {
    body = html::p(html::cls("quiet"), card.contact.empty() ? "L’entreprise" : card.contact,
                   " le remplit en plusieurs fois, sur ordinateur ou sur téléphone.") +
           send_form(card, url, false);
  } else {
    std::vector<ui::Fact> facts{{"Envoyé à", ui::Value::mail(card.invitation->email)},
                                {"Le", ui::Value(card.invitation->sent_at)},
                                {"Dernière saisie", ui::Value(card.last_saved)}};
    if (card.invitation->withdrawn_at) facts.push_back({"Lien retiré", ui::Value(*card.invitation->withdrawn_at)});
    body = ui::facts(facts);
    body += ui::disclosure("Envoyer un nouveau lien", card.error.empty() ? ui::Fold::closed : ui::Fold::open,
                           send_form(card, url, true));
    if (open)
      body += ui::actions_row({{.label = "Retirer le lien",
                                .url = url,
                                .look = ui::Look::quiet,
                                .icon = ui::Icon::lock,
                                .post = ui::Post{.csrf_token = card.csrf_token,
                                                 .question = "Retirer le lien du questionnaire ?",
                                                 .consequence = "L’entreprise ne pourra plus l’ouvrir. Ce qu’elle a "
                                                                "saisi reste dans le dossier.",
                                                 .fields = {{"acte", "retirer"}}}}});
  }
  return ui::card({.title = "Questionnaire en ligne", .icon = ui::Icon::mail, .id = "lien"}, body);
}

}  // namespace credit::portfolio
