#include "web/ui/hits.hpp"

#include "web/html/elements.hpp"

namespace web::ui {

using namespace html;

namespace {

Markup hit_line(const Hit& hit) {
  return li(div(cls("hit-text"), a(cls("row-link"), href(hit.url), hit.title),
                when(!hit.detail.empty(), [&] { return span(cls("quiet"), hit.detail); })),
            hit.state ? status_badge(*hit.state) : Markup{});
}

}  // namespace

Markup hit_group(const HitGroup& group) {
  return section(cls("card hits"),
                 header(cls("card-header"), h2(icon(group.icon), group.title, " ", span(cls("count"), group.count)),
                        group.all ? action_button(*group.all) : Markup{}),
                 ul(cls("hit-list"), data("rows"), each(group.hits, hit_line)),
                 when(!group.note.empty(), [&] { return p(cls("hit-note quiet"), group.note); }));
}

}  // namespace web::ui
