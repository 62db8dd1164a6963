#include "desks/credit/offer/offer_words.hpp"

namespace credit::offer {

bool expired(const Offer& offer, base::Instant now) {
  const bool awaited = offer.state == State::open || offer.state == State::recommended;
  return awaited && now >= base::paris::start_of(last_day_of(offer, now) + 1);
}

web::ui::Badge state_badge(const Offer& offer, base::Instant now) {
  using web::ui::Icon;
  using web::ui::Tone;
  if (expired(offer, now)) return {"Expirée", Tone::bad, Icon::hourglass};
  const std::string text(label(offer.state));
  switch (offer.state) {
    case State::open:
      return {text, Tone::info, Icon::circle_dot};
    case State::recommended:
      return {text, Tone::warn, Icon::clock};
    case State::accepted:
      return {text, Tone::good, Icon::circle_check};
    case State::declined:
      return {text, Tone::mute, Icon::x};
    case State::withdrawn:
      break;
  }
  return {text, Tone::mute, Icon::ban};
}

}  // namespace credit::offer
