#include "web/ui/notice.hpp"

#include "web/html/elements.hpp"
#include "web/ui/icon.hpp"

namespace web::ui {

using namespace html;

namespace {

Icon tone_icon(Tone tone) {
  switch (tone) {
    case Tone::neutral:
    case Tone::info:
    case Tone::mute:
      return Icon::info;
    case Tone::warn:
      return Icon::alert;
    case Tone::good:
      return Icon::circle_check;
    case Tone::bad:
      return Icon::circle_x;
  }
  return Icon::info;
}

}  // namespace

Markup notice(const Notice& notice, const Markup& more) {
  return div(cls("notice", tone_class(notice.tone)), icon(tone_icon(notice.tone)),
             div(cls("notice-body"), p(cls("notice-title"), notice.title),
                 when(!notice.text.empty(), [&] { return p(notice.text); }), more));
}

Markup flash_notice(Tone tone, std::string_view sentence) {
  return div(cls("notice flash", tone_class(tone)), role(tone == Tone::bad ? "alert" : "status"), icon(tone_icon(tone)),
             div(cls("notice-body"), p(sentence)),
             button(cls("icon-button dismiss"), type("button"), aria("label", "Masquer ce message"), hidden(),
                    data("dismiss"), icon(Icon::x)));
}

}  // namespace web::ui
