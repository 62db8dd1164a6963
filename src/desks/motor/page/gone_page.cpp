#include "desks/motor/page/gone_page.hpp"

#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace motor::page {

namespace html = web::html;
namespace ui = web::ui;

web::Response gone(visit::Visit& visit, std::string_view typed) {
  std::vector<ui::Line> files;
  for (const auto& file : visit.request.files)
    if (!file.filename.empty()) files.push_back({.what = file.filename});
  html::Markup body = ui::page_header({.title = "Ce dossier n’est plus dans votre liste",
                                       .lead = "Rien n’a été envoyé.",
                                       .crumbs = {{"Liste des dossiers", html::Url("/reparateurs")}}});
  body += ui::notice({ui::Tone::warn, "Le cabinet l’a confié à un autre réparateur, ou ne vous l’a pas confié",
                      "Une erreur ? Contactez le cabinet, ou signalez-la depuis l’aide."},
                     html::p(html::a(html::href(html::Url("/reparateurs/aide")), "Signaler un dossier manquant")));
  if (!typed.empty())
    body += ui::card({.title = "Votre texte", .icon = ui::Icon::edit},
                     ui::text_area(ui::Field{.name = "comment",
                                             .label = "Ce que vous avez écrit",
                                             .value = std::string(typed),
                                             .hint = "Copiez-le pour ne pas le perdre.",
                                             .need = ui::Field::Need::optional},
                                   6));
  if (!files.empty())
    body += ui::card({.title = "Fichiers choisis, non envoyés", .icon = ui::Icon::upload}, ui::lines(files, ""));
  return visit::page(visit, {.title = "Dossier absent de votre liste",
                             .body = std::move(body),
                             .status = 404,
                             .width = ui::Frame::Width::reading});
}

}  // namespace motor::page
