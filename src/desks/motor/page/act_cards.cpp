// What each side may do on a file: send documents (M18), post them (M32), move the state (M11).
#include "desks/motor/document/paper_actions.hpp"
#include "desks/motor/page/file_view.hpp"
#include "desks/motor/page/firm_events.hpp"
#include "floor/documents/held.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace motor::page {
namespace {

namespace html = web::html;
using document::Kind;
using html::Markup;
using html::Url;
using web::ui::Field;

// A box onto which files are dropped; without script it is the browser's own field, which takes drops too.
Markup drop_box(Kind kind, const web::ui::FormState& typed) {
  const std::string name(to_text(kind));
  const std::string error = typed.error(name);
  return html::div(
      html::cls("drop-box"),
      html::label(html::for_("envoi-" + name), web::ui::icon(web::ui::Icon::upload), html::span(label(kind))),
      html::input(html::type("file"), html::id("envoi-" + name), html::name(name),
                  html::attr("accept", ".pdf,application/pdf"), html::multiple(),
                  html::when(!error.empty(), html::aria("describedby", "erreur-" + name))),
      html::when(!error.empty(), [&] { return html::p(html::cls("field-error"), html::id("erreur-" + name), error); }));
}

// The PDF of a form that was refused for something else need not be chosen again.
Markup posted_file(const FileView& view, Field field) {
  if (!view.held) return web::ui::file_field(field, {.accept = ".pdf"});
  field.label = "Choisir un autre PDF";
  field.hint = "Sans autre choix, «\u00a0" + view.held->filename + "\u00a0» est gardé.";
  field.need = Field::Need::optional;
  return web::ui::hidden_field(documents::held_field, view.held_text) + web::ui::file_field(field, {.accept = ".pdf"});
}

}  // namespace

Markup send_card(const FileView& view) {
  if (view.firm() || !view.may_act) return {};
  const web::ui::Card face{.title = "JOINDRE DES DOCUMENTS AU DOSSIER", .icon = web::ui::Icon::upload, .id = "envoyer"};
  if (!view.open())
    return web::ui::card(
        face, html::p(html::cls("quiet"),
                      "Le dossier est terminé : demandez au cabinet de le rouvrir pour envoyer un document."));
  const Url url = Url::path("/reparateurs/dossiers/{}/documents", view.file.id);
  const web::ui::FormState typed = view.typed.form() == url.text() ? view.typed : web::ui::FormState{};
  const std::string error = typed.error("");
  Markup boxes;
  for (const Kind kind : document::sent_kinds) boxes += drop_box(kind, typed);
  if (view.agreement) boxes += drop_box(Kind::debt_assignment, typed);  // M20
  return web::ui::card(
      face, html::form(html::cls("form"), html::method_post(), html::multipart(), html::action(url),
                       html::data("upload"), html::data("once"), web::ui::csrf_input(view.csrf_token),
                       html::p(html::cls("hint"),
                               "Format PDF uniquement. 25 Mo au plus par fichier, plusieurs à la fois. Le total d’une "
                               "facture vous sera demandé."),
                       html::when(!error.empty(), [&] { return html::p(html::cls("field-error"), error); }),
                       html::div(html::cls("drop-boxes"), boxes),
                       html::div(html::cls("upload-progress"), html::hidden(), html::role("status"),
                                 html::progress(html::attr("max", 100), html::value("0"),
                                                html::aria("label", "Envoi en cours")),
                                 html::span("")),
                       html::div(html::cls("actions"), html::button(html::cls("btn btn-primary"), html::type("submit"),
                                                                    web::ui::icon(web::ui::Icon::send),
                                                                    html::span("Envoyer les documents")))));
}

Markup post_card(const FileView& view) {
  if (!view.firm() || !view.may_act) return {};
  const Url url = Url::path("/reparateurs/dossiers/{}/envois", view.file.id);
  const std::string form(url.text());
  const bool again = view.typed.form() == form;
  std::vector<web::ui::Option> kinds;
  for (const Kind kind : document::posted_kinds)
    kinds.push_back({std::string(to_text(kind)), std::string(title(kind))});
  const auto field = [&](std::string name, std::string label, std::string hint = {}) {
    return Field{.name = std::move(name),
                 .label = std::move(label),
                 .hint = std::move(hint),
                 .need = Field::Need::optional,
                 .width = web::ui::FieldWidth::short_text,
                 .form = form}
        .with(view.typed);
  };
  const Markup fields =
      web::ui::field_row({web::ui::select_field(
                              Field{.name = "kind", .label = "Type de document", .form = form}.with(view.typed), kinds),
                          web::ui::money_field(field("amount", "Total TTC", "Rapport ou prise en charge."))}) +
      web::ui::field_group("Prise en charge", "À remplir pour une prise en charge seulement.",
                           web::ui::field_row({web::ui::money_field(field("excess", "Franchise")),
                                               web::ui::money_field(field("vat_left", "TVA laissée au client")),
                                               web::ui::date_field(field("valid_until", "Valable jusqu’au"))})) +
      posted_file(view, Field{.name = "file", .label = "Fichier PDF", .form = form}.with(view.typed));
  return web::ui::card({.title = "Poster un document", .icon = web::ui::Icon::upload, .id = "poster"},
                       web::ui::disclosure("Choisir un document", again ? web::ui::Fold::open : web::ui::Fold::closed,
                                           web::ui::form({.action = url,
                                                          .csrf_token = view.csrf_token,
                                                          .submit = "Poster au réparateur",
                                                          .icon = web::ui::Icon::send,
                                                          .content = web::ui::Form::Content::files},
                                                         fields)));
}

Markup state_card(const FileView& view) {
  if (!view.firm() || !view.may_act) return {};
  const Url url = Url::path("/reparateurs/dossiers/{}/etat", view.file.id);
  const std::string form(url.text());
  const bool again = view.typed.form() == form;
  std::vector<web::ui::Option> events;
  for (const auto& act : firm_events)
    if (file::next(view.file.position, act.event))
      events.push_back({std::string(to_text(act.event)), std::string(act.verb)});
  return web::ui::card(
      {.title = "État du dossier", .icon = web::ui::Icon::flag, .id = "etat"},
      web::ui::disclosure(
          "Changer l’état", again ? web::ui::Fold::open : web::ui::Fold::closed,
          web::ui::form(
              {.action = url, .csrf_token = view.csrf_token, .submit = "Enregistrer"},
              web::ui::select_field(Field{.name = "event", .label = "Événement", .form = form}.with(view.typed),
                                    events) +
                  web::ui::text_area(
                      Field{.name = "reason",
                            .label = "Motif ou documents demandés",
                            .hint = "Lu par le réparateur. Nécessaire pour demander un document, terminer ou rouvrir.",
                            .need = Field::Need::optional,
                            .form = form}
                          .with(view.typed),
                      2))));
}

}  // namespace motor::page
