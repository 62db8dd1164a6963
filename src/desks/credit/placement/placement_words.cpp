#include "desks/credit/placement/placement_words.hpp"

#include "base/french.hpp"

namespace credit::placement {

web::ui::Badge step_badge(Step step) {
  using web::ui::Icon;
  using web::ui::Tone;
  const std::string text(label(step));
  switch (step) {
    case Step::contact:
    case Step::information:
    case Step::analysis:
      return {text, Tone::info, Icon::circle_dot};
    case Step::submission:
    case Step::quotes:
      return {text, Tone::info, Icon::hourglass};
    case Step::presentation:
    case Step::acceptance:
    case Step::issuance:
    case Step::signature:
      return {text, Tone::warn, Icon::clock};
    case Step::in_force:
      return {text, Tone::good, Icon::circle_check};
    case Step::abandoned:
      break;
  }
  return {text, Tone::mute, Icon::ban};
}

std::string step_count(Step step) {
  return open(step) ? "étape " + std::to_string(number_of(step)) + " sur 9" : std::string();
}

std::string holder(WaitingFor waiting_for, const std::string& named, const identity::Actor& reader) {
  using identity::OrganisationKind;
  switch (waiting_for) {
    case WaitingFor::broker:
      return reader.is(OrganisationKind::broker) ? "Vous" : "Le courtier";
    case WaitingFor::company:
      if (reader.is(OrganisationKind::insured_company)) return "Vous";
      return named.empty() ? "L’entreprise" : named;
    case WaitingFor::insurers:
      return named.empty() ? "Les assureurs" : named;
    case WaitingFor::nobody:
      break;
  }
  return {};
}

std::string rounded_euros(base::Money amount) {
  const auto euros = (amount.cents + (amount.cents < 0 ? -50 : 50)) / 100;
  return base::french::integer(euros) + "\u00a0€";
}

}  // namespace credit::placement
