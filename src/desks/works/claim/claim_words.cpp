#include "desks/works/claim/claim_words.hpp"

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

}  // namespace works::claim
