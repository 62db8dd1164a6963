// C12: the day a signed policy takes effect. Pure.
#pragma once

#include <span>

#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/engine/explanation.hpp"
#include "desks/credit/engine/terms.hpp"

namespace credit::engine {

struct EffectTerms {
  int cutoff_day = effect_cutoff_day.value();  // 1 to 28
  CutoffDay on_the_day = CutoffDay::counts_as_before;
};

// Those of a policy's clauses.
EffectTerms effect_terms(const Terms& terms);
// The last day of signature that still counts for the month; 0: none does.
int last_early_day(const EffectTerms& terms);

struct Effect {
  Date day;
  Explanation explanation;
};

// Each refusal's field is the member's name.
base::Refusals faults(const EffectTerms& terms);

// Signed before the cut-off → the 1st of the month of signature, after it → the 1st of the next month.
Effect effect_date(base::Day signed_on, const EffectTerms& terms = {});

std::span<const base::Rule> effect_rules();

}  // namespace credit::engine
