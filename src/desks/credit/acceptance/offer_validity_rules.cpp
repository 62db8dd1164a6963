#include "desks/credit/acceptance/offer_validity_rules.hpp"

#include "base/french.hpp"
#include "desks/credit/engine/months.hpp"

namespace credit::acceptance {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C9",
                "An offer stands for one month unless the insurer names its last day, to the end of that day in "
                "Paris; afterwards its acceptance needs the insurer's confirmation, given since"),
    MANDAT_RULE("C9.warnings", "The client is warned 7 and 2 days before an offer's last day"),
    MANDAT_RULE("C9.stale_limits",
                "The limits of the blind test are flagged as possibly stale once the offer, or their own "
                "validity, is over"),
};

}  // namespace

base::Day last_day(const Offer& offer) {
  return offer.last_day.value_or(engine::months_after(offer.issued, offer_months.value()));
}

base::Instant expiry(const Offer& offer) { return base::paris::start_of(last_day(offer) + 1); }

std::vector<base::Day> warnings(const Offer& offer) {
  std::vector<base::Day> days;
  for (const int before : {first_warning.value(), last_warning.value()})
    if (const auto day = last_day(offer) - before; day >= offer.issued) days.push_back(day);
  return days;
}

base::Outcome<Limits> accepted(const Offer& offer, base::Instant at) {
  if (at < base::paris::start_of(offer.issued))
    return base::Refusal{offer_not_begun, "", {base::french::day_medium(offer.issued)}};
  if (at < expiry(offer)) return Limits::as_answered;
  if (offer.confirmed && *offer.confirmed >= expiry(offer) && *offer.confirmed <= at) return Limits::possibly_stale;
  return base::Refusal{offer_expired, "", {base::french::day_medium(last_day(offer))}};
}

Limits limits_on(const Offer& offer, std::optional<base::Day> limits_valid_to, base::Day day) {
  const bool over = day > last_day(offer) || (limits_valid_to && day > *limits_valid_to);
  return over ? Limits::possibly_stale : Limits::as_answered;
}

std::span<const base::Rule> offer_validity_rules() { return rows; }

}  // namespace credit::acceptance
