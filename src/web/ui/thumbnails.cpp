#include "web/ui/thumbnails.hpp"

#include "web/html/elements.hpp"

namespace web::ui {

using namespace html;

Markup thumbnails(std::string_view title, const std::vector<Thumbnail>& pictures) {
  if (pictures.empty()) return {};
  return section(cls("thumbnails"), h3(title), ul(each(pictures, [](const Thumbnail& picture) {
                   return li(a(href(picture.full), img(src(picture.image), alt(picture.alt), attr("loading", "lazy"),
                                                       attr("width", 160), attr("height", 120))));
                 })));
}

Markup first_page(const Url& image, const Url& full) {
  return a(cls("first-page"), href(full), attr("tabindex", -1), aria("hidden", "true"),
           img(src(image), alt(""), attr("loading", "lazy"), attr("width", 54), attr("height", 76)));
}

}  // namespace web::ui
