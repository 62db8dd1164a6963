#include "desks/credit/engine/effect.hpp"

#include "desks/credit/engine/checks.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C12",
                "Signed before the 15th: effect on the 1st of the month; after: on the 1st of the next month; the "
                "15th itself counts as before, unless the terms say otherwise"),
};

}  // namespace

base::Refusals faults(const EffectTerms& terms) {
  Checks checks;
  checks.days(terms.cutoff_day, 1, last_common_day.value(), "cutoff_day");
  return checks.refusals();
}

Effect effect_date(base::Day signed_on, const EffectTerms& terms) {
  const int last_early_day = terms.on_the_day == CutoffDay::counts_as_before ? terms.cutoff_day : terms.cutoff_day - 1;
  Worksheet sheet;
  auto effect = sheet.month_start(Entry(Clause::effect, "1er du mois de la signature"), known("Signature", signed_on));
  if (signed_on.day_of_month() > last_early_day)
    effect = sheet.months_after(Entry(Clause::effect, "1er du mois suivant"), effect, known("Mois", 1));
  return {effect, std::move(sheet).steps()};
}

std::span<const base::Rule> effect_rules() { return rows; }

}  // namespace credit::engine
