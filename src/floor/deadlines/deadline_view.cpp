#include "floor/deadlines/deadline_view.hpp"

#include <utility>

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

void DelayLines::add(const Deadline& delay, ui::Line line) {
  (delay.state == State::pending ? running_ : ended_).push_back(std::move(line));
}

web::html::Markup DelayLines::card() const {
  web::html::Markup body = ui::lines(running_, "Aucun délai ne court.");
  if (!ended_.empty())
    body += ui::disclosure("Terminées (" + base::french::integer(static_cast<std::int64_t>(ended_.size())) + ")",
                           ui::Fold::closed, ui::lines(ended_, ""));
  return ui::card({.title = "Échéances", .icon = ui::Icon::clock}, body);
}

}  // namespace deadlines
