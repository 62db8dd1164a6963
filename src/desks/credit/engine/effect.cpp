#include "desks/credit/engine/effect.hpp"

#include "desks/credit/engine/checks.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C12",
                "Signed before the 15th: effect on the 1st of the month; after: on the 1st of the next month; the "
                "15th itself counts as before; the policy may name another day, and how that day counts"),
};

}  // namespace

base::Refusals faults(const EffectTerms& terms) {
  Checks checks;
  checks.day_of_month(terms.cutoff_day, "cutoff_day");
  return checks.refusals();
}

EffectTerms effect_terms(const Terms& terms) { return {terms.effect_cutoff_day, terms.on_cutoff_day}; }

int last_early_day(const EffectTerms& terms) {
  return terms.on_the_day == CutoffDay::counts_as_before ? terms.cutoff_day : terms.cutoff_day - 1;
}

Effect effect_date(base::Day signed_on, const EffectTerms& terms) {
  const int last = last_early_day(terms);
  const auto day = std::to_string(last);
  const bool early = signed_on.day_of_month() <= last;
  Worksheet sheet;
  auto effect = sheet.month_start(Entry(Clause::effect, early ? "1er du mois : signée le " + day + " au plus tard"
                                                              : std::string("1er du mois de la signature")),
                                  known("Signature", signed_on));
  if (!early)
    effect = sheet.months_after(
        Entry(Clause::effect, last == 0 ? "1er du mois suivant" : "1er du mois suivant : signée après le " + day),
        effect, known("Mois", 1));
  return {effect, std::move(sheet).steps()};
}

std::span<const base::Rule> effect_rules() { return rows; }

}  // namespace credit::engine
