// C16: the limite de décaissement, the most that the insurer pays for one insurance year. Pure.
#pragma once

#include <optional>
#include <span>

#include "base/rule.hpp"
#include "desks/credit/engine/explanation.hpp"
#include "desks/credit/engine/terms.hpp"

namespace credit::engine {

// What a multiple is taken of: the premium due HT once the year is regularised, the deposits until then (provisional).
enum class PremiumBasis { deposits, regularised };

// Null when the policy has no such limit. `premium`: deposits or premium due HT, by the basis.
std::optional<Amount> disbursement_limit(Worksheet& sheet, const Terms& terms, PremiumBasis basis, base::Money premium);

std::span<const base::Rule> disbursement_rules();

}  // namespace credit::engine
