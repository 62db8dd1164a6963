#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/offer/quote.hpp"

namespace credit::offer {
namespace {

namespace french = base::french;
using engine::ContractModel;

// Clauses that only one of the two models has.
bool belongs(const ClauseField& field, ContractModel model) {
  for (const auto* key : {"fixed_premium", "turnover_ceiling"})
    if (field.key == key) return model == ContractModel::forfait;
  for (const auto* key : {"minimum_premium", "declaration_period", "declaration_days"})
    if (field.key == key) return model == ContractModel::turnover_declaration;
  return true;
}

// The limite de décaissement stands on the line of its kind; the other line says nothing.
bool silent(const ClauseField& field, const engine::Terms& terms) {
  if (field.key == "disbursement_amount") return !terms.disbursement_amount && terms.disbursement_multiple;
  if (field.key == "disbursement_multiple") return !terms.disbursement_multiple;
  return false;
}

void add_price_lines(const Quote& quote, std::vector<SheetLine>& sheet) {
  const auto& of = quote.premium;
  const bool rated = of.terms.model == ContractModel::turnover_declaration;
  for (const auto& line : of.lines) {
    if (rated) sheet.push_back({"rate:" + line.name, Group::price, "Taux, " + line.name, french::percent(line.rate)});
    sheet.push_back({"turnover:" + line.name, Group::price, "Chiffre d’affaires assurable, " + line.name,
                     french::euros(line.insurable_turnover)});
  }
  if (rated) sheet.push_back({"deposits", Group::price, "Acomptes de l’année HT", french::euros(quote.deposits)});
  for (const auto& fee : of.fees)
    sheet.push_back(
        {"fee:" + fee.name, Group::price, fee.name, french::integer(fee.count) + " × " + french::euros(fee.unit)});
}

const SheetLine* find(const std::vector<SheetLine>& sheet, std::string_view key) {
  for (const auto& line : sheet)
    if (line.key == key) return &line;
  return nullptr;
}

}  // namespace

std::string_view label(Group group) {
  switch (group) {
    case Group::price:
      return "Prix";
    case Group::cover:
      return "Garantie";
    case Group::losses:
      return "Sinistres et franchises";
    case Group::delays:
      break;
  }
  return "Délais";
}

std::string_view hint(Group group) {
  switch (group) {
    case Group::price:
      return "Montants hors taxe, par an.";
    case Group::cover:
      return "Ce que l’assureur prend à sa charge, et jusqu’où.";
    case Group::losses:
      return "Ce qui reste à l’assuré avant l’indemnité, et ce que deviennent les récupérations.";
    case Group::delays:
      break;
  }
  return "Les valeurs d’usage sont déjà inscrites.";
}

std::vector<SheetLine> sheet_of(const Quote& quote) {
  std::vector<SheetLine> sheet;
  const auto& terms = quote.premium.terms;
  bool priced = false;
  for (const auto& field : clause_fields()) {
    if (!priced && field.key == "tax_rate") {
      add_price_lines(quote, sheet);
      priced = true;
    }
    if (!belongs(field, terms.model) || silent(field, terms)) continue;
    sheet.push_back({std::string(field.key), field.group, std::string(field.label), field.shown(terms)});
  }
  return sheet;
}

std::vector<Change> changes(const Quote& before, const Quote& after) {
  const auto old_sheet = sheet_of(before), new_sheet = sheet_of(after);
  std::vector<Change> found;
  for (const auto& line : new_sheet) {
    const auto* old_line = find(old_sheet, line.key);
    const std::string old_value = old_line == nullptr ? std::string() : old_line->value;
    if (old_value != line.value) found.push_back({line.label, old_value, line.value});
  }
  for (const auto& line : old_sheet)
    if (find(new_sheet, line.key) == nullptr) found.push_back({line.label, line.value, {}});
  return found;
}

std::vector<ComparedLine> compared(const std::vector<Quote>& quotes) {
  std::vector<std::vector<SheetLine>> sheets;
  std::vector<SheetLine> all;  // each key once, those of one group together
  for (const auto& quote : quotes) {
    sheets.push_back(sheet_of(quote));
    for (const auto& line : sheets.back())
      if (find(all, line.key) == nullptr) all.push_back(line);
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.group < b.group; });
  std::vector<ComparedLine> lines;
  for (const auto& line : all) {
    ComparedLine compared_line{line.group, line.label, {}};
    for (const auto& sheet : sheets) {
      const auto* own = find(sheet, line.key);
      compared_line.values.push_back(own == nullptr ? std::string() : own->value);
      if (compared_line.values.back() != compared_line.values.front())
        compared_line.standing = ComparedLine::Standing::differs;
    }
    lines.push_back(std::move(compared_line));
  }
  return lines;
}

}  // namespace credit::offer
