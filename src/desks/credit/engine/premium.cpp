#include "desks/credit/engine/premium.hpp"

#include "base/words.hpp"
#include "desks/credit/engine/checks.hpp"
#include "desks/credit/engine/refusals.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C14.ceiling", "A forfait covers the turnover up to its ceiling; what lies above is shown"),
    MANDAT_RULE("C15.premium",
                "Premium = max(minimum premium, Σ rate × insurable turnover); the minimum, or a fixed "
                "premium, falls to the lines by turnover, to the first domestic one when there is none"),
    MANDAT_RULE("C15.tax", "The insurance tax is due on the domestic part of the premium, export is exempt"),
    MANDAT_RULE("C15.fees", "Fees per limit and for monitoring are lines of their own and carry VAT"),
};

constexpr base::Word<Zone> zones[] = {
    {Zone::domestic, "domestic", "France"},
    {Zone::abroad, "export", "Export"},
};

std::string at(const char* list, std::size_t index, const char* member) {
  return std::string(list) + "/" + std::to_string(index) + "/" + member;
}

std::vector<PremiumLine> lines_of(const PremiumCase& of) {
  if (!of.lines.empty()) return of.lines;
  return {{.name = "Chiffre d’affaires", .insurable_turnover = {}}};
}

// One amount that no line made: shared by turnover. Without any turnover it falls to the first domestic line, or the
// first of all.
std::vector<Amount> apportioned(Worksheet& sheet, Clause clause, const Amount& total,
                                const std::vector<PremiumLine>& lines) {
  std::vector<Amount> weights;
  base::Money sum;
  std::size_t first_domestic = lines.size();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    weights.push_back(known(lines[i].name, lines[i].insurable_turnover));
    sum += lines[i].insurable_turnover;
    if (first_domestic == lines.size() && lines[i].zone == Zone::domestic) first_domestic = i;
  }
  if (lines.size() == 1) return {total};
  if (sum.cents > 0) return sheet.shared(clause, total, weights);
  std::vector<Amount> parts;
  for (const auto& line : lines) parts.push_back(known(line.name, base::Money{}));
  parts[first_domestic % lines.size()] = total;
  return parts;
}

Amount sum_of(Worksheet& sheet, const Entry& entry, const std::vector<Amount>& parts) {
  return parts.size() == 1 && parts.front().step ? parts.front() : sheet.sum(entry, parts);
}

std::vector<Amount> rated_lines(Worksheet& sheet, const std::vector<PremiumLine>& lines) {
  std::vector<Amount> parts;
  for (const auto& line : lines) {
    parts.push_back(sheet.rated(Entry(Clause::premium_rate, "Prime " + line.name), known("Taux", line.rate),
                                known(line.name, line.insurable_turnover)));
  }
  return parts;
}

void add_fees(Worksheet& sheet, const PremiumCase& of, Premium& result) {
  std::vector<Amount> fees;
  for (const auto& fee : of.fees)
    fees.push_back(
        sheet.counted(Entry(Clause::fees, fee.name), known("Nombre", fee.count), known("Frais HT", fee.unit)));
  result.fees = sheet.sum(Clause::fees, fees);
  result.fee_vat = sheet.rated(Clause::value_added_tax, known("Taux de TVA", of.terms.fee_vat_rate), result.fees);
}

}  // namespace

std::string_view to_text(Zone zone) { return base::word_of(zones, zone).text; }
std::string_view label(Zone zone) { return base::word_of(zones, zone).label; }
template <>
std::optional<Zone> from_text(std::string_view text) {
  return base::value_of(zones, text);
}
template <>
std::string texts<Zone>() {
  return "domestic, export";
}

base::Refusals faults(const PremiumCase& of) {
  Checks checks;
  Checks terms("terms/");
  for (auto refusal : faults(of.terms)) terms.refuse(refusal.code, refusal.field, refusal.details);
  checks.append(terms.refusals());
  if (of.lines.empty() && of.terms.model == ContractModel::turnover_declaration) checks.refuse(none_given, "lines");
  checks.count(of.lines.size(), most_parts.value(), "lines");
  checks.count(of.fees.size(), most_parts.value(), "fees");
  for (std::size_t i = 0; i < of.lines.size(); ++i) {
    checks.rate(of.lines[i].rate, base::Rate{}, base::Rate::percent(100), at("lines", i, "rate"));
    checks.amount(of.lines[i].insurable_turnover, at("lines", i, "insurable_turnover"));
  }
  for (std::size_t i = 0; i < of.fees.size(); ++i) {
    const auto& fee = of.fees[i];
    if (fee.count < 0 || fee.count > most_fees.value())
      checks.refuse(too_many, at("fees", i, "count"), {std::to_string(most_fees.value())});
    checks.amount(fee.unit, at("fees", i, "unit"));
    if (fee.unit > largest_fee.value()) checks.refuse(amount_too_large, at("fees", i, "unit"), {"1 000 000 €"});
  }
  return checks.refusals();
}

Premium premium_on(Worksheet& sheet, const PremiumCase& of) {
  Premium result;
  const auto lines = lines_of(of);
  const auto& terms = of.terms;
  std::vector<Amount> parts;
  if (terms.model == ContractModel::forfait) {
    result.calculated = sheet.sum(Clause::fixed_premium, {known("Prime forfaitaire HT", terms.fixed_premium)});
  } else {
    parts = rated_lines(sheet, lines);
    result.calculated = sum_of(sheet, Entry(Clause::premium, "Prime sur chiffre d’affaires"), parts);
  }
  result.premium = sheet.larger(Entry(Clause::minimum_premium, "Prime HT due"),
                                known("Prime minimale", terms.minimum_premium), result.calculated);
  if (parts.empty() || result.premium.value != result.calculated.value)
    parts = apportioned(sheet, parts.empty() ? Clause::fixed_premium : Clause::minimum_premium, result.premium, lines);

  std::vector<Amount> domestic;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    result.lines.push_back({lines[i].name, lines[i].zone, parts[i]});
    if (lines[i].zone == Zone::domestic) domestic.push_back(parts[i]);
  }
  result.taxable = sheet.sum(Entry(Clause::insurance_tax, "Prime HT taxable"), domestic);
  result.tax = sheet.rated(Clause::insurance_tax, known("Taux de taxe", terms.tax_rate), result.taxable);
  add_fees(sheet, of, result);
  if (terms.model == ContractModel::forfait && terms.turnover_ceiling.cents > 0) {
    std::vector<Amount> turnovers;
    for (const auto& line : lines) turnovers.push_back(known(line.name, line.insurable_turnover));
    result.above_ceiling =
        sheet.excess(Entry(Clause::fixed_premium, "Chiffre d’affaires au-delà du plafond"),
                     sheet.sum(Clause::insurable_turnover, turnovers), known("Plafond", terms.turnover_ceiling));
  }
  result.total =
      sheet.sum(Entry(Clause::cost, "Coût total"), {result.premium, result.tax, result.fees, result.fee_vat});
  return result;
}

base::Outcome<Premium> premium(const PremiumCase& of) {
  if (auto refusals = faults(of); !refusals.empty()) return refusals;
  Worksheet sheet;
  auto result = premium_on(sheet, of);
  result.explanation = std::move(sheet).steps();
  return result;
}

std::span<const base::Rule> premium_rules() { return rows; }

}  // namespace credit::engine
