#include "floor/payments/payment_rules.hpp"

#include <algorithm>
#include <array>

#include "base/calendar.hpp"

namespace payments {
namespace {

// EPC409-09, list of SEPA scheme countries: the codes their IBANs begin with.
constexpr std::array<std::string_view, 41> countries = {
    "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
    "GB", "GI", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD",
    "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "SM"};
constexpr std::string_view vatican = "VA";

constexpr base::Money most{99'999'999'999};

int lead_of(Kind kind) { return kind == Kind::direct_debit ? debit_lead.value() : transfer_lead.value(); }

}  // namespace

base::Day add_target_days(base::Day from, int days) {
  for (; days > 0; --days) from = base::next_target_day(from + 1);
  return from;
}

std::optional<base::Day> execution_day(Kind kind, const Window& window, base::Day today) {
  const base::Day soonest = add_target_days(today, lead_of(kind));
  const base::Day day = base::next_target_day(std::max(window.earliest, soonest));
  if (day > window.latest) return std::nullopt;
  return day;
}

std::optional<base::Day> day_to_batch(Kind kind, const Window& window, base::Day today) {
  const auto day = execution_day(kind, window, today);
  if (!day || *day - today > horizon.value()) return std::nullopt;
  return day;
}

base::Instant answer_due(base::Day last_execution_day) {
  return base::paris::start_of(add_target_days(last_execution_day, answer_delay.value()) + 1);
}

bool in_sepa(const base::Iban& iban) {
  const std::string_view country = std::string_view(iban.text()).substr(0, 2);
  return country == vatican || std::find(countries.begin(), countries.end(), country) != countries.end();
}

bool payable_amount(base::Money amount) { return amount.cents > 0 && amount <= most; }

}  // namespace payments
