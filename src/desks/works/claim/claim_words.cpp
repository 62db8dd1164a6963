#include "desks/works/claim/claim_words.hpp"

#include "floor/deadlines/deadlines.hpp"

namespace works::claim {

web::ui::Badge status_badge(Status status) {
  const std::string text(label(status));
  switch (status) {
    case Status::awaiting_quote:
      return {text, web::ui::Tone::warn, web::ui::Icon::clock};
    case Status::in_progress:
      return {text, web::ui::Tone::info, web::ui::Icon::hourglass};
    case Status::closed:
      return {text, web::ui::Tone::good, web::ui::Icon::circle_check};
    case Status::abandoned:
      break;
  }
  return {text, web::ui::Tone::mute, web::ui::Icon::ban};
}

std::string holder(WaitingFor waiting_for, const std::string& firm, const identity::Actor& reader) {
  switch (waiting_for) {
    case WaitingFor::broker:
      return reader.is(identity::OrganisationKind::broker) ? "Vous" : "Le courtier";
    case WaitingFor::tradesman:
      return firm.empty() ? "L’entreprise" : firm;
    case WaitingFor::insurer:
      return "L’assureur";
    case WaitingFor::nobody:
      break;
  }
  return {};
}

web::ui::Due due_of(base::Instant due, base::Instant now) {
  const bool midnight = due == base::paris::start_of(base::paris::day_of(due));
  return {due, now, midnight ? web::ui::Due::Kind::days : web::ui::Due::Kind::hours};
}

}  // namespace works::claim
