#include "desks/credit/calculators/typed.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "desks/credit/calc/reader.hpp"
#include "floor/tables/typed_cells.hpp"

namespace credit::calculators {

std::optional<base::Rate> parse_percent(std::string_view typed) {
  std::string text = base::squeeze(typed);
  if (text.ends_with('%')) text.pop_back();
  text = base::trim(text);
  if (const auto comma = text.find(','); comma != std::string::npos && text.find('.') == std::string::npos)
    text[comma] = '.';
  const auto rate = calc::exact_rate(text + "%");
  if (!rate || rate->e8 < 0 || *rate > base::Rate::percent(1'000)) return std::nullopt;
  return rate;
}

base::Money typed_amount(const web::Fields& fields, const std::string& field, base::Refusals& refusals) {
  const auto text = fields.get(field);
  const auto amount = base::parse_money(text);
  if (!amount) refusals.push_back({base::trim(text).empty() ? missing : bad_amount, field});
  return amount.value_or(base::Money{});
}

base::Rate typed_percent(const web::Fields& fields, const std::string& field, base::Refusals& refusals) {
  const auto text = fields.get(field);
  const auto rate = parse_percent(text);
  if (!rate) refusals.push_back({base::trim(text).empty() ? missing : bad_rate, field});
  return rate.value_or(base::Rate{});
}

int typed_days(const web::Fields& fields, const std::string& field, base::Refusals& refusals) {
  constexpr std::int64_t most = 100'000;  // the engine has the finer bound
  const auto text = base::trim(fields.get(field));
  const auto days = tables::parse_count(text);
  if (!days) refusals.push_back({text.empty() ? missing : bad_days, field});
  return static_cast<int>(std::min(days.value_or(0), most));
}

std::optional<base::Day> typed_day_if_any(const web::Fields& fields, const std::string& field,
                                          base::Refusals& refusals) {
  const auto text = base::trim(fields.get(field));
  if (text.empty()) return std::nullopt;
  const auto day = tables::parse_day(text);
  if (!day) refusals.push_back({bad_day, field});
  return day;
}

base::Day typed_day(const web::Fields& fields, const std::string& field, base::Refusals& refusals) {
  if (base::trim(fields.get(field)).empty()) refusals.push_back({missing, field});
  return typed_day_if_any(fields, field, refusals).value_or(base::Day{});
}

}  // namespace credit::calculators
