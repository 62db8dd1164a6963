#include "desks/credit/engine/checks.hpp"

#include "base/french.hpp"
#include "desks/credit/engine/figures.hpp"
#include "desks/credit/engine/refusals.hpp"

namespace credit::engine {

void Checks::refuse(const base::RefusalCode& code, const std::string& field, std::vector<std::string> details) {
  refusals_.push_back({code, path_ + field, std::move(details)});
}

void Checks::amount(base::Money value, const std::string& field) {
  if (value.cents < 0) return refuse(amount_negative, field);
  if (value > largest_amount.value()) refuse(amount_too_large, field, {base::french::euros(largest_amount.value())});
}

void Checks::positive_amount(base::Money value, const std::string& field) {
  if (value.cents == 0) return refuse(amount_zero, field);
  amount(value, field);
}

void Checks::rate(base::Rate value, base::Rate least, base::Rate most, const std::string& field) {
  if (value < least || value > most)
    refuse(rate_out_of_range, field, {base::french::percent(least), base::french::percent(most)});
}

void Checks::multiple(base::Rate value, const std::string& field) {
  const auto times = [](base::Rate rate) { return base::french::integer(rate.e8 / base::Rate::percent(100).e8); };
  if (value < smallest_multiple.value() || value > highest_multiple.value())
    refuse(multiple_out_of_range, field, {times(smallest_multiple.value()), times(highest_multiple.value())});
}

void Checks::days(int value, int least, int most, const std::string& field) {
  if (value < least || value > most)
    refuse(days_out_of_range, field, {base::french::integer(least), base::french::integer(most)});
}

void Checks::day_of_month(int value, const std::string& field) {
  if (value < 1 || value > last_common_day.value())
    refuse(day_of_no_month, field, {"1", base::french::integer(last_common_day.value())});
}

void Checks::count(std::size_t value, int most, const std::string& field) {
  if (value > static_cast<std::size_t>(most)) refuse(too_many, field, {base::french::integer(most)});
}

void Checks::append(const base::Refusals& more) {
  for (const auto& refusal : more) refusals_.push_back(refusal);
}

}  // namespace credit::engine
