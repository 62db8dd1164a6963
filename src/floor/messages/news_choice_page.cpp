// GET and POST /parametres/notifications: how a person wants the news of her files (P5.grouped, P5.digest).
#include "floor/messages/grouping.hpp"
#include "floor/messages/pages.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace messages {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

constexpr Url page_url{"/parametres/notifications"};

Markup choice_form(const visit::Visit& visit, NewsChoice chosen) {
  return ui::form(
      {.action = page_url, .csrf_token = visit::csrf_token(visit), .submit = "Enregistrer"},
      ui::radio_cards(
          {.name = "choix", .label = "Les nouvelles de vos dossiers", .value = std::string(to_text(chosen))},
          {{"mail", "Par e-mail, au fur et à mesure", "Ce qui arrive en dix minutes voyage dans un seul e-mail."},
           {"digest", "Par un e-mail chaque matin", "À 8 h, ce qui s’est passé depuis la veille."},
           {"portal", "Dans Mandat seulement", "Vous les lisez dans vos notifications."}}));
}

}  // namespace

web::Response show_news_choice(visit::Visit& visit) {
  const auto chosen =
      visit.platform.database.read([&](db::Transaction& tx) { return choice_of(tx, visit.actor().account); });
  const Markup body =
      ui::page_header({.title = "E-mails",
                       .lead = "Ce qui vous demande une décision part toujours aussitôt, par SMS ou par e-mail.",
                       .crumbs = {{"Notifications", Url("/notifications")}}}) +
      ui::card({.title = "Quand vous écrire", .icon = ui::Icon::mail}, choice_form(visit, chosen));
  return visit::page(visit, {.title = "E-mails", .body = body, .width = ui::Frame::Width::reading});
}

web::Response post_news_choice(visit::Visit& visit) {
  const auto chosen = news_choice_from_text(visit.request.form.get("choix"));
  if (!chosen) return visit::see_other(page_url);  // a form of ours always holds one
  visit.platform.act(visit.author(), [&](platform::Act& act) { choose(act, visit.actor().account, {}, *chosen); });
  return visit::see_other(visit, page_url, {ui::Tone::good, "Votre choix est enregistré."});
}

}  // namespace messages
