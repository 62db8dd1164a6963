#include "desks/works/file/delay_lines.hpp"

#include "base/french.hpp"
#include "desks/works/works_delays.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/deadlines/deadline_view.hpp"

namespace works::file {
namespace {

using deadlines::State;

web::ui::Badge badge_of(const deadlines::Deadline& delay) {
  using web::ui::Icon;
  using web::ui::Tone;
  const std::string text(deadlines::label(delay.state));
  switch (delay.state) {
    case State::met:
      return {text, Tone::good, Icon::check};
    case State::fired:
      if (!delay.owner) return {"fait", Tone::mute, Icon::check};                            // a reminder that left
      if (delay.rule == deadline_rule::cancel) return {"terminé", Tone::mute, Icon::clock};  // nobody was late
      return {text, Tone::bad, Icon::clock};
    case State::cancelled:
      return {text, Tone::mute, Icon::ban};
    case State::pending:
      break;
  }
  return {text, Tone::info, Icon::clock};
}

}  // namespace

bool listed(const deadlines::Deadline& delay) {
  return delay.owner || delay.state == State::pending || delay.state == State::fired;
}

web::ui::Line delay_line(const deadlines::Deadline& delay, const web::html::Url& receipt, std::string_view holder,
                         base::Instant now) {
  std::string detail = base::french::instant_weekday(deadlines::shown(delay.due));
  if (!holder.empty()) detail = std::string(holder) + " · " + detail;
  if (!delay.reason.empty()) detail += " · " + delay.reason;
  const bool pending = delay.state == State::pending;
  return {web::ui::Value::link(receipt, delay_label(delay.rule)), detail,
          pending ? web::ui::Value(deadlines::due_of(delay.due, now)) : web::ui::Value(badge_of(delay))};
}

}  // namespace works::file
