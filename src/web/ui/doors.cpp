#include "web/ui/doors.hpp"

#include "web/html/elements.hpp"

namespace web::ui {

using namespace html;

Markup doors(const std::vector<Door>& doors) {
  return ul(cls("doors"), each(doors, [](const Door& door) {
              return li(a(cls("door"), href(door.url), icon(door.icon),
                          span(cls("door-words"), strong(door.label), span(cls("quiet"), door.detail)),
                          icon(Icon::chevron_right)));
            }));
}

}  // namespace web::ui
