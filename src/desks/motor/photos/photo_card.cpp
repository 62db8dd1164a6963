#include "base/french.hpp"
#include "desks/motor/photos/photo_pages.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/thumbnails.hpp"

namespace motor::photos {

namespace html = web::html;
using html::Markup;
using html::Url;

Markup progress_of(const Set& set) {
  const auto lacking = set.lacking();
  std::string words = base::french::plural(static_cast<std::int64_t>(set.done()), "vue reçue", "vues reçues") +
                      " sur " + std::to_string(slots.size());
  std::string missing;
  for (const Slot slot : lacking) missing += (missing.empty() ? "" : ", ") + std::string(label(slot));
  return html::div(html::cls("photo-progress"),
                   html::progress(html::attr("max", slots.size()), html::value(std::to_string(set.done())),
                                  html::aria("label", words)),
                   html::p(html::strong(words),
                           lacking.empty() ? Markup(html::span(" · le jeu est complet"))
                                           : Markup(html::span(html::cls("quiet"), " · il manque : " + missing))));
}

Markup summary_card(const file::File& file, const Set& set) {
  if (!asked(file.position) && set.photos.empty() && set.earlier.empty()) return {};
  std::vector<web::ui::Thumbnail> pictures;
  for (const Slot slot : slots)
    for (const Photo& photo : set.in(slot))
      if (photo.standing == Standing::kept)
        pictures.push_back({Url::path("/documents/{}/vignette", photo.document),
                            Url::path("/documents/{}", photo.document), std::string(label(slot))});
  const Url page = Url::path("/reparateurs/dossiers/{}/photos", file.id);
  return web::ui::card({.title = "Photos de l’EAD",
                        .icon = web::ui::Icon::photo,
                        .action = web::ui::Action{.label = "Ouvrir", .url = page, .look = web::ui::Look::quiet},
                        .id = "photos"},
                       progress_of(set) + web::ui::thumbnails("Vues reçues", pictures));
}

}  // namespace motor::photos
