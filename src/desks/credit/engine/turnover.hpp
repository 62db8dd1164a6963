// C3: the turnover that can be insured. Pure.
#pragma once

#include <span>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/engine/explanation.hpp"

namespace credit::engine {

// Of one year, without VAT (HT).
struct TurnoverCase {
  base::Money turnover;
  base::Money public_bodies = {};
  base::Money private_individuals = {};
  base::Money group_companies = {};
  base::Money cash_or_prepaid = {};
};

struct InsurableTurnover {
  Amount insurable;
  Explanation explanation;
};

// Refused when an amount is negative or the exclusions exceed the turnover.
base::Outcome<InsurableTurnover> insurable_turnover(const TurnoverCase& of);

std::span<const base::Rule> turnover_rules();

}  // namespace credit::engine
