#include <nlohmann/json.hpp>

#include "base/assert.hpp"
#include "desks/credit/calc/cases.hpp"
#include "desks/credit/calc/writer.hpp"
#include "desks/credit/offer/quote.hpp"

namespace credit::offer {

std::string to_json(const Quote& quote) {
  calc::Printed terms;
  for (const auto& field : clause_fields()) {
    const auto value = field.kept(quote.premium.terms);
    if (value.empty()) continue;
    if (field.kind == ClauseKind::days || field.kind == ClauseKind::day_of_month)
      terms[std::string(field.key)] = std::stoi(value);
    else
      terms[std::string(field.key)] = value;
  }
  calc::Printed out;
  out["terms"] = std::move(terms);
  out["lines"] = calc::Printed::array();
  for (const auto& line : quote.premium.lines)
    out["lines"].push_back({{"name", line.name},
                            {"zone", to_text(line.zone)},
                            {"rate", calc::exact(line.rate)},
                            {"insurable_turnover", calc::exact(line.insurable_turnover)}});
  out["fees"] = calc::Printed::array();
  for (const auto& fee : quote.premium.fees)
    out["fees"].push_back({{"name", fee.name}, {"count", fee.count}, {"unit", calc::exact(fee.unit)}});
  out["deposits"] = calc::Printed::array({calc::exact(quote.deposits)});
  return out.dump();
}

Quote quote_from_json(std::string_view text) {
  const auto json = web::parse_json(text);
  MANDAT_ASSERT(json.has_value());
  std::vector<calc::Fault> faults;
  calc::Object object(*json, "", faults);
  auto of = calc::read_regularisation(object);
  object.finish();
  MANDAT_ASSERT(faults.empty());
  Quote quote{std::move(of.premium), {}};
  for (const auto deposit : of.deposits) quote.deposits += deposit;
  return quote;
}

}  // namespace credit::offer
