#include "floor/deadlines/deadline_view.hpp"

#include "base/assert.hpp"
#include "base/french.hpp"

namespace deadlines {

namespace ui = web::ui;

ui::Due due_of(base::Instant due, base::Instant now) {
  return {due, now, shown(due) == due ? ui::Due::Kind::hours : ui::Due::Kind::days};
}

ui::Badge badge(const Deadline& deadline, base::Instant now) {
  const std::string text(label(deadline.state));
  switch (deadline.state) {
    case State::pending:
      return deadline.due <= now ? ui::Badge{"en retard", ui::Tone::bad, ui::Icon::alert}
                                 : ui::Badge{text, ui::Tone::info, ui::Icon::hourglass};
    case State::met:
      return {text, ui::Tone::good, ui::Icon::circle_check};
    case State::fired:
      return {text, ui::Tone::warn, ui::Icon::clock};
    case State::cancelled:
      return {text, ui::Tone::mute, ui::Icon::ban};
  }
  return {text};
}

std::string owner_text(const Deadline& deadline, const std::string& organisation_name) {
  return deadline.owner ? organisation_name : "Rappel automatique";
}

std::string ended_text(const Deadline& deadline) {
  return deadline.ended ? "le " + base::french::instant_medium(*deadline.ended) : "";
}

std::string ended_by_text(const Deadline& deadline, const identity::Names& names) {
  if (!deadline.ended_cause) return {};
  switch (*deadline.ended_cause) {
    case platform::Cause::person:
    case platform::Cause::link: {
      const std::string& person = names.of(deadline.ended_by);
      const std::string& organisation = names.of(deadline.ended_for);
      if (person.empty()) return organisation.empty() ? "Par un lien" : organisation;
      return organisation.empty() ? person : person + " · " + organisation;
    }
    case platform::Cause::deadline:
    case platform::Cause::system:
      break;
  }
  return "Automatique";
}

std::string extensions_text(const Deadline& deadline) {
  return deadline.extensions == 0 ? "" : "reportée " + base::french::plural(deadline.extensions, "fois", "fois");
}

web::html::Markup delays_card(const std::vector<Deadline>& delays, const std::vector<web::ui::Line>& lines) {
  MANDAT_ASSERT(delays.size() == lines.size());
  std::vector<web::ui::Line> running, ended;
  for (std::size_t i = 0; i < delays.size(); ++i)
    (delays[i].state == State::pending ? running : ended).push_back(lines[i]);
  web::html::Markup body = web::ui::lines(running, "Aucun délai ne court.");
  if (!ended.empty())
    body += web::ui::disclosure("Terminées (" + base::french::integer(static_cast<std::int64_t>(ended.size())) + ")",
                                web::ui::Fold::closed, web::ui::lines(ended, ""));
  return web::ui::card({.title = "Échéances", .icon = web::ui::Icon::clock}, body);
}

}  // namespace deadlines
