#include "web/ui/dropdown.hpp"

#include "web/html/elements.hpp"

namespace web::ui {

using namespace html;

Markup dropdown(std::string_view label, Icon face, const Markup& panel) {
  return details(cls("filter-more dropdown"), summary(cls("btn btn-secondary"), icon(face), span(label)),
                 div(cls("filter-panel"), panel));
}

Markup menu_links(const std::vector<MenuLink>& links) {
  return ul(cls("menu-links"), each(links, [](const MenuLink& link) {
              return li(a(cls("menu-item"), href(link.url),
                          span(cls("menu-text"), span(link.label),
                               when(!link.hint.empty(), [&] { return span(cls("quiet"), link.hint); }))));
            }));
}

}  // namespace web::ui
