#include "desks/works/bonus/bonus_rules.hpp"

#include "base/assert.hpp"
#include "base/calendar.hpp"

namespace works::bonus {

base::Day quarter_of(base::Day day) { return *base::Day::of(day.year(), (day.month() - 1) / 3 * 3 + 1, 1); }

base::Day next_quarter(base::Day first_day) {
  const int month = first_day.month() + 3;
  return *base::Day::of(first_day.year() + (month > 12 ? 1 : 0), month > 12 ? 1 : month, 1);
}

bool is_quarter(base::Day day) { return quarter_of(day) == day; }

std::string label(base::Day first_day) {
  const int number = (first_day.month() - 1) / 3 + 1;
  return std::to_string(number) + (number == 1 ? "er" : "e") + " trimestre " + std::to_string(first_day.year());
}

std::int64_t number_of(base::Day quarter) {
  MANDAT_ASSERT(is_quarter(quarter));
  return std::int64_t{quarter.year()} * 10 + (quarter.month() - 1) / 3 + 1;
}

base::Day quarter_numbered(std::int64_t number) {
  const auto day = base::Day::of(static_cast<int>(number / 10), static_cast<int>(number % 10) * 3 - 2, 1);
  MANDAT_ASSERT(day);
  return *day;
}

base::Day run_day(base::Day quarter) { return base::next_target_day(quarter); }

base::Instant closed_before(base::Day quarter) { return base::paris::start_of(quarter); }

std::string_view label(Verdict verdict) {
  switch (verdict) {
    case Verdict::payable:
      return "À verser";
    case Verdict::no_account:
      return "RIB manquant";
    case Verdict::no_self_billing:
      return "Autofacturation à accepter";
    case Verdict::no_identity:
      return "Adresse à compléter";
    case Verdict::nothing_due:
      break;
  }
  return "Rien à verser";
}

Verdict verdict(const Standing& standing) {
  if (standing.total.cents <= 0) return Verdict::nothing_due;
  if (!standing.account) return Verdict::no_account;
  if (!standing.self_billing) return Verdict::no_self_billing;
  return standing.named ? Verdict::payable : Verdict::no_identity;
}

}  // namespace works::bonus
