// C9: how long an offer stands, and what accepting it later needs. Pure.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"

namespace credit::acceptance {

inline constexpr base::Figure<int> offer_months{"C9.validity", 1};        // when the insurer names no day
inline constexpr base::Figure<int> first_warning{"C9.first_warning", 7};  // days before the last day
inline constexpr base::Figure<int> last_warning{"C9.last_warning", 2};

inline constexpr base::RefusalCode offer_expired{base::RefusalKind::conflict, "credit.acceptance.offer_expired"};
inline constexpr base::RefusalCode offer_not_begun{base::RefusalKind::invalid, "credit.acceptance.offer_not_begun"};

struct Offer {
  base::Day issued;
  std::optional<base::Day> last_day = {};       // as the insurer says
  std::optional<base::Instant> confirmed = {};  // by the insurer, after it had expired
};

base::Day last_day(const Offer& offer);
base::Instant expiry(const Offer& offer);  // the end of the last day in Paris: the first instant that is too late
std::vector<base::Day> warnings(const Offer& offer);  // those that do not lie before the offer

// The limits of the blind test were granted for this offer's time; later they are to be asked again.
enum class Limits { as_answered, possibly_stale };

// Whether the client may accept at this instant: until the expiry, and after it once the insurer has confirmed since.
base::Outcome<Limits> accepted(const Offer& offer, base::Instant at);

// A limit with a validity of its own is stale from the day after it, whatever the offer.
Limits limits_on(const Offer& offer, std::optional<base::Day> limits_valid_to, base::Day day);

std::span<const base::Rule> offer_validity_rules();

}  // namespace credit::acceptance
