// What the insured declared of its turnover, and what the year's premium comes to (C15). Pure.
#pragma once

#include <optional>
#include <vector>

#include "base/rule.hpp"
#include "base/time.hpp"
#include "desks/credit/engine/regularisation.hpp"
#include "desks/credit/offer/quote.hpp"

namespace credit::policy {

inline constexpr base::Rule turnover_rules[] = {
    MANDAT_RULE("C15.declared",
                "Each period's turnover is declared line by line once the period is over, by the insured or by the "
                "broker for it, corrected as long as the year is not whole, and no longer reminded; when every period "
                "is declared, the regularisation is reckoned on what was declared"),
};

// Of one period; a line for each of the premium's.
struct Declared {
  base::Day from;
  std::vector<base::Money> by_line;
  base::Instant at;
};

enum class PeriodStanding { to_come, open, late, declared };  // open: over, and not yet due
struct PeriodOfYear {
  engine::Declaration period;
  PeriodStanding standing;
  std::optional<Declared> declared = {};
};
struct TurnoverYear {
  std::vector<PeriodOfYear> periods;  // none for a forfait
  std::size_t declared = 0;
  // Once every period is declared.
  std::optional<engine::Regularisation> regularisation = {};

  bool whole() const { return !periods.empty() && declared == periods.size(); }
};
TurnoverYear turnover_year(const offer::Quote& quote, base::Day effect, const std::vector<Declared>& declared,
                           base::Day today);

}  // namespace credit::policy
