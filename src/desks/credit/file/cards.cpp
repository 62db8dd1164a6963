// What a placement's page shows beside its steps: the delays that run and ran, its papers, what was sent.
#include "base/french.hpp"
#include "desks/credit/file/concerned.hpp"
#include "desks/credit/file/file_view.hpp"
#include "desks/credit/file/papers.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/messages/message_lines.hpp"
#include "floor/visit/site.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace credit::file {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

Markup deadlines_card(const FileView& view, const visit::Site& site) {
  deadlines::DelayLines lines;
  for (std::size_t i = 0; i < view.deadlines.size(); ++i) {
    const auto& delay = view.deadlines[i];
    std::string detail = deadlines::owner_text(delay, view.names.of(delay.owner)) + " · " +
                         base::french::instant_weekday(deadlines::shown(delay.due));
    if (!delay.reason.empty()) detail += " · " + delay.reason;
    const bool runs = delay.state == deadlines::State::pending;
    lines.add(delay, {ui::Value::link(Url::path("/credit/echeances/{}", delay.id),
                                      delay_title(site.delay_label(delay.rule), view.concerned[i])),
                      std::move(detail),
                      runs ? ui::Value(deadlines::due_of(delay.due, view.now))
                           : ui::Value(deadlines::badge(delay, view.now))});
  }
  return lines.card();
}

Markup papers_card(const FileView& view) {
  std::vector<ui::Line> lines;
  for (const auto& document : view.documents)
    lines.push_back(
        {ui::Value::link(Url::path("/documents/{}", document.id), document.filename),
         std::string(paper_label(document.kind)) + " · " + base::french::instant_medium(document.received)});
  Markup body = ui::lines(lines, "Aucun document pour l’instant.");
  if (view.may_act) {
    std::vector<ui::Option> kinds;
    for (const auto& kind : kept_kinds())
      kinds.push_back({std::string(kind.text),
                       std::string(kind.label) + (kind.reach == PaperKind::Reach::broker ? " (vous seul)" : "")});
    const Markup fields =
        ui::select_field(ui::Field{.name = "kind", .label = "Nature"}.with(view.typed), kinds) +
        ui::file_field(
            ui::Field{.name = "file", .label = "Fichier", .hint = "PDF, JPEG ou PNG, 25 Mo au plus."}.with(view.typed),
            {.accept = ".pdf,.jpg,.jpeg,.png"});
    body += ui::disclosure("Ajouter un document", view.typed.errors().empty() ? ui::Fold::closed : ui::Fold::open,
                           ui::form({.action = Url::path("/credit/dossiers/{}/documents", view.placement.id),
                                     .csrf_token = view.csrf_token,
                                     .submit = "Ajouter au dossier",
                                     .look = ui::Look::secondary,
                                     .errors = view.typed.errors(),
                                     .content = ui::Form::Content::files},
                                    fields));
  }
  return ui::card({.title = "Documents", .icon = ui::Icon::paperclip, .id = "documents"}, body);
}

Markup messages_card(const FileView& view) {
  return ui::card({.title = "Messages", .icon = ui::Icon::mail},
                  ui::lines(messages::lines(view.messages, view.names), "Aucun message envoyé."));
}

}  // namespace credit::file
