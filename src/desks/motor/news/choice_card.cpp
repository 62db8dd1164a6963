// NOTIFICATIONS in PARAMÈTRES: for each type of document, by mail or in the portal (M29).
#include "desks/motor/news/news.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace motor::news {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;

constexpr std::string_view words_of(Way way) { return way == Way::mail ? "mail" : "portail"; }

std::string field_of(document::Kind kind) { return std::string(to_text(kind)); }

Markup choice(document::Kind kind, Way way, Way chosen, std::string_view shown) {
  const std::string field = field_of(kind);
  const std::string id = field + "-" + std::string(words_of(way));
  return html::td(
      html::span(html::cls("choice"),
                 html::input(html::cls("form-check-input"), html::type("radio"), html::id(id), html::name(field),
                             html::value(words_of(way)), html::checked_if(way == chosen)),
                 html::label(html::for_(id), shown, html::span(html::cls("visually-hidden"), " pour ", label(kind)))));
}

Markup row(std::size_t at, Way chosen) {
  const document::Kind kind = kinds.at(at);
  return html::tr(html::td(html::cls("num quiet"), std::to_string(at + 1)),
                  html::th(html::attr("scope", "row"), label(kind)), choice(kind, Way::mail, chosen, "MAIL"),
                  choice(kind, Way::portal, chosen, "PORTAIL"));
}

}  // namespace

Markup choice_card(const visit::Visit& visit, const std::array<Way, kinds.size()>& chosen,
                   const web::ui::FormState& state) {
  Markup rows;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const auto typed = state.value(field_of(kinds.at(i)));
    rows += row(i, typed == words_of(Way::mail)     ? Way::mail
                   : typed == words_of(Way::portal) ? Way::portal
                                                    : chosen.at(i));
  }
  const Markup table = html::table(
      html::cls("news-choices"), html::caption(html::cls("visually-hidden"), "Notifications par type de document"),
      html::thead(
          html::tr(html::th(html::attr("scope", "col"), "#"), html::th(html::attr("scope", "col"), "TYPE DE DOCUMENT"),
                   html::th(html::attr("scope", "colgroup"), html::attr("colspan", 2), "JE VEUX ÊTRE INFORMÉ PAR"))),
      html::tbody(rows));
  return web::ui::card(
      {.title = "NOTIFICATIONS", .icon = web::ui::Icon::bell, .id = "notifications"},
      html::p(html::cls("quiet"),
              "Le portail montre toujours ce que le cabinet poste ; le mail s’y ajoute. Un seul mail par "
              "dossier en dix minutes : ce qui arrive entre-temps y est regroupé. Ces choix valent pour tous vos "
              "dossiers.") +
          web::ui::form({.action = Url("/reparateurs/parametres/notifications"),
                         .csrf_token = visit::csrf_token(visit),
                         .submit = "Enregistrer mes notifications",
                         .look = web::ui::Look::secondary},
                        table));
}

web::Response post_choices(visit::Visit& visit) {
  visit.platform.act(visit.author(), [&](platform::Act& act) {
    for (const auto kind : kinds) {
      const auto typed = visit.request.form.get(field_of(kind));
      if (typed != words_of(Way::mail) && typed != words_of(Way::portal)) continue;
      choose(act, visit.actor().account, kind, typed == words_of(Way::mail) ? Way::mail : Way::portal);
    }
  });
  return visit::see_other(visit, Url("/reparateurs/parametres"),
                          {web::ui::Tone::good, "Vos notifications sont enregistrées, pour tous vos dossiers."});
}

}  // namespace motor::news
