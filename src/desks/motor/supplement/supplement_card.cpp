#include "desks/motor/supplement/supplement_card.hpp"

#include "base/french.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace motor::supplement {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

ui::Badge badge_of(State state) {
  const std::string text(label(state));
  switch (state) {
    case State::sent:
      return {text, ui::Tone::info, ui::Icon::send};
    case State::accepted:
      return {text, ui::Tone::good, ui::Icon::circle_check};
    case State::partly:
      return {text, ui::Tone::warn, ui::Icon::circle_dot};
    case State::refused:
      return {text, ui::Tone::bad, ui::Icon::circle_x};
  }
  return {text};
}

ui::Badge age_badge(const Supplement& supplement, base::Instant now) {
  if (supplement.decided_at)
    return {"décidé en " + base::french::elapsed(*supplement.decided_at - supplement.sent_at), ui::Tone::mute,
            ui::Icon::clock};
  const auto waited = now - supplement.sent_at;
  const std::string text = "en attente depuis " + base::french::elapsed(waited);
  switch (age_of(waited)) {
    case Age::fresh:
      return {text, ui::Tone::neutral, ui::Icon::clock};
    case Age::old:
      return {text, ui::Tone::warn, ui::Icon::clock};
    case Age::too_old:
      return {text, ui::Tone::bad, ui::Icon::alert};
  }
  return {text};
}

std::string size_words(const Supplement& supplement) {
  return base::french::plural(static_cast<std::int64_t>(supplement.lines.size()), "ligne", "lignes") + ", " +
         base::french::plural(supplement.photos, "photo", "photos");
}

Markup card(const file::File& file, const std::vector<Supplement>& supplements, const schedule::Reading& reading) {
  const bool firm = reading.side == file::Side::cabinet;
  Markup body;
  if (!firm && reading.may_act)
    body += html::p(html::a(html::cls("btn btn-supplement"),
                            html::href(Url::path("/reparateurs/dossiers/{}/complement", file.id)),
                            ui::icon(ui::Icon::plus), html::span("Envoyer un complément de réparation")));
  std::vector<ui::Line> lines;
  for (auto one = supplements.rbegin(); one != supplements.rend(); ++one) {
    const std::string sent = "Complément du " + base::french::instant_medium(one->sent_at);
    lines.push_back({.what = ui::Value::link(Url::path("/reparateurs/complements/{}", one->id), sent),
                     .detail = size_words(*one) + (one->answer.empty() ? "" : " · " + one->answer),
                     .end = html::span(html::cls("badges"), ui::status_badge(badge_of(one->state)),
                                       ui::status_badge(age_badge(*one, reading.now)))});
  }
  if (firm && lines.empty()) return {};
  body += ui::lines(lines, "Aucun complément envoyé.");
  return ui::card({.title = "Compléments de réparation", .icon = ui::Icon::tool, .id = "complements"}, body);
}

}  // namespace motor::supplement
