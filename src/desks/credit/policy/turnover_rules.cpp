#include "desks/credit/policy/turnover_rules.hpp"

#include <algorithm>

namespace credit::policy {
namespace {

PeriodStanding standing_of(const engine::Declaration& period, const std::optional<Declared>& declared,
                           base::Day today) {
  if (declared) return PeriodStanding::declared;
  if (today <= period.to) return PeriodStanding::to_come;
  return today <= period.due ? PeriodStanding::open : PeriodStanding::late;
}

std::optional<engine::Regularisation> regularised(const offer::Quote& quote, base::Day effect,
                                                  const std::vector<PeriodOfYear>& periods) {
  engine::RegularisationCase of{.premium = quote.premium, .deposits = {}};
  for (std::size_t line = 0; line < of.premium.lines.size(); ++line) {
    auto& turnover = of.premium.lines[line].insurable_turnover;
    turnover = {};
    for (const auto& each : periods) turnover += each.declared->by_line.at(line);
  }
  for (const auto& instalment :
       engine::deposit_schedule(quote.premium.terms.declaration_period, quote.deposits, effect))
    of.deposits.push_back(instalment.amount.value);
  auto result = engine::regularisation(of);
  return result ? std::optional(std::move(result).value()) : std::nullopt;
}

}  // namespace

TurnoverYear turnover_year(const offer::Quote& quote, base::Day effect, const std::vector<Declared>& declared,
                           base::Day today) {
  TurnoverYear year;
  for (const auto& period : engine::declarations(quote.premium.terms, effect)) {
    const auto found =
        std::find_if(declared.begin(), declared.end(), [&](const Declared& each) { return each.from == period.from; });
    const auto known = found == declared.end() ? std::nullopt : std::optional(*found);
    year.declared += known ? 1 : 0;
    year.periods.push_back({period, standing_of(period, known, today), known});
  }
  if (year.whole()) year.regularisation = regularised(quote, effect, year.periods);
  return year;
}

}  // namespace credit::policy
