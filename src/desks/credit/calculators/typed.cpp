#include "desks/credit/calculators/typed.hpp"

#include "base/text.hpp"
#include "desks/credit/calc/reader.hpp"

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

}  // namespace credit::calculators
