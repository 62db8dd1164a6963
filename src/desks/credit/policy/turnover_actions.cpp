#include <algorithm>

#include "base/french.hpp"
#include "base/text.hpp"
#include "base/typed_text.hpp"
#include "desks/credit/engine/figures.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/policy/letters.hpp"
#include "desks/credit/policy/policy_actions.hpp"
#include "desks/credit/policy/turnover.hpp"
#include "floor/audit/audit.hpp"

namespace credit::policy {
namespace {

using base::Done;
using base::Outcome;

Outcome<std::vector<base::Money>> typed_turnover(const web::Fields& form, std::size_t lines) {
  base::Refusals refusals;
  std::vector<base::Money> by_line;
  for (std::size_t line = 0; line < lines; ++line) {
    const std::string field = "turnover_" + std::to_string(line);
    const auto amount = base::parse_money(base::trim(form.get(field)));
    if (!amount || amount->cents < 0 || *amount > engine::largest_amount.value())
      refusals.push_back({bad_turnover, field});
    by_line.push_back(amount.value_or(base::Money{}));
  }
  if (!refusals.empty()) return refusals;
  return by_line;
}

Outcome<const PeriodOfYear*> period_in(const TurnoverYear& year, std::string_view starts_on) {
  const auto from = base::Day::from_iso(starts_on);
  const auto found = std::find_if(year.periods.begin(), year.periods.end(),
                                  [&](const PeriodOfYear& each) { return from == each.period.from; });
  if (found == year.periods.end()) return unknown_period;
  if (year.whole()) return year_whole;
  if (found->standing == PeriodStanding::to_come) return period_not_over;
  return &*found;
}

}  // namespace

Outcome<Done> declare_turnover(platform::Platform& platform, const identity::Actor& by, PlacementId id,
                               const web::Fields& form) {
  return platform.act(platform::Author::of(by), [&](platform::Act& act) -> Outcome<Done> {
    const auto placement = placement::find(act.tx, id, by);
    if (!placement) return placement::unknown_placement;
    const auto policy = latest_of(act.tx, id);
    if (!policy || policy->state != State::signed_) return wrong_state;
    const auto quote = offer::last_round_of(act.tx, policy->offer)->quote;
    const auto year =
        turnover_year(quote, *policy->effect_on, declared_of(act.tx, policy->id), base::paris::day_of(act.now));
    const auto period = period_in(year, form.get("starts_on"));
    if (!period) return period.refusals();
    const auto turnover = typed_turnover(form, quote.premium.lines.size());
    if (!turnover) return turnover.refusals();
    base::Money sum;
    for (const auto amount : *turnover) sum += amount;
    save(act.tx, policy->id, {(*period)->period.from, *turnover, act.now}, by.account);
    audit::record(act, {"credit.policy.turnover_declared",
                        file_of(id),
                        {{"insurer", policy->insurer_name},
                         {"from", (*period)->period.from.iso()},
                         {"turnover", base::french::euros(sum)}}});
    if (by.is(identity::OrganisationKind::insured_company))
      letters::turnover_declared(act, *placement, *policy, (*period)->period, sum);
    return Done{};
  });
}

}  // namespace credit::policy
