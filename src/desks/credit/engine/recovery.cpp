#include "desks/credit/engine/recovery.hpp"

#include "desks/credit/engine/checks.hpp"
#include "desks/credit/engine/refusals.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C26",
                "What is recovered after the indemnity is shared in proportion of the indemnity and of what the "
                "insured still bears, over the whole debt (pro rata), after the uncovered part (uncovered first), or "
                "invoice by invoice; the parts add up to it, to the cent"),
};

constexpr Clause clause = Clause::recovery_after_indemnity;

// The insurer's part of all that was recovered since the indemnity.
Amount insurer_part(Worksheet& sheet, const RecoveryCase& of, const Amount& recovered) {
  const auto indemnity = known("Indemnité", of.indemnity);
  switch (of.allocation) {
    case RecoveryAllocation::pro_rata:
      return sheet.proportion(Entry(clause, "Part de l’assureur"), recovered, indemnity, known("Créance", of.debt));
    case RecoveryAllocation::uncovered_first: {
      const auto covered = known("Part couverte", of.covered);
      const auto uncovered =
          sheet.difference(Entry(Clause::debt, "Part non couverte"), known("Créance", of.debt), {covered});
      const auto beyond = sheet.excess(Entry(clause, "Au-delà de la part non couverte"), recovered, uncovered);
      if (of.covered.cents == 0) return beyond;
      return sheet.proportion(Entry(clause, "Part de l’assureur"), beyond, indemnity, covered);
    }
    case RecoveryAllocation::oldest_invoice_first:
      break;
  }
  auto left = recovered;
  std::vector<Amount> parts;
  for (const auto& invoice : of.invoices) {
    if (left.value.cents == 0) break;
    const auto outstanding = known("Restait dû sur " + invoice_named(invoice.reference), invoice.outstanding);
    const auto paid =
        sheet.smaller(Entry(clause, "Récupéré sur " + invoice_named(invoice.reference)), left, outstanding);
    parts.push_back(sheet.proportion(Entry(clause, "Part de l’assureur sur " + invoice_named(invoice.reference)), paid,
                                     known("Indemnité de " + invoice_named(invoice.reference), invoice.indemnity),
                                     outstanding));
    left = sheet.excess(Entry(clause, "Reste à imputer"), left, outstanding);
  }
  return sheet.sum(Entry(clause, "Part de l’assureur"), parts);
}

void check_invoices(const RecoveryCase& of, Checks& checks) {
  checks.count(of.invoices.size(), most_invoices.value(), "invoices");
  base::Money outstanding, indemnity;
  for (std::size_t i = 0; i < of.invoices.size(); ++i) {
    const std::string path = "invoices/" + std::to_string(i) + "/";
    const auto& invoice = of.invoices[i];
    checks.positive_amount(invoice.outstanding, path + "outstanding");
    checks.amount(invoice.indemnity, path + "indemnity");
    if (invoice.indemnity > invoice.outstanding) checks.refuse(parts_above_whole, path + "indemnity");
    if (!checks.ok()) return;
    outstanding += invoice.outstanding;
    indemnity += invoice.indemnity;
  }
  if (outstanding != of.debt || indemnity != of.indemnity) checks.refuse(invoices_do_not_add_up, "invoices");
}

base::Refusals faults_of(const RecoveryCase& of) {
  Checks checks;
  checks.positive_amount(of.debt, "debt");
  checks.amount(of.covered, "covered");
  checks.amount(of.indemnity, "indemnity");
  checks.amount(of.recovered_earlier, "recovered_earlier");
  checks.positive_amount(of.recovered, "recovered");
  if (!checks.ok()) return checks.refusals();
  const bool by_cover = of.allocation == RecoveryAllocation::uncovered_first;
  if (of.indemnity > (by_cover ? of.covered : of.debt)) checks.refuse(parts_above_whole, "indemnity");
  if (by_cover && of.covered > of.debt) checks.refuse(parts_above_whole, "covered");
  if (of.recovered_earlier + of.recovered > of.debt) checks.refuse(recovery_above_debt, "recovered");
  if (of.allocation == RecoveryAllocation::oldest_invoice_first) check_invoices(of, checks);
  return checks.refusals();
}

}  // namespace

RecoveryCase recovery_after(const Indemnity& paid, RecoveryAllocation allocation, const RecoveredLater& later) {
  return {.allocation = allocation,
          .debt = later.still_owed,
          .covered = paid.loss.value,
          .indemnity = paid.indemnity.value,
          .invoices = {{paid.cover.invoices.front().reference, later.still_owed, paid.indemnity.value}},
          .recovered = later.recovered};
}

base::Outcome<Recovery> recovery(const RecoveryCase& of) {
  if (auto refusals = faults_of(of); !refusals.empty()) return refusals;
  Worksheet sheet;
  const auto now = known("Récupéré", of.recovered);
  Recovery result;
  if (of.recovered_earlier.cents == 0) {
    result.insurer = insurer_part(sheet, of, now);
  } else {
    const auto earlier = known("Récupéré auparavant", of.recovered_earlier);
    const auto before = insurer_part(sheet, of, earlier);
    const auto all = sheet.sum(Entry(clause, "Récupéré depuis l’indemnité"), {earlier, now});
    result.insurer = sheet.difference(Entry(clause, "Part de l’assureur"), insurer_part(sheet, of, all), {before});
  }
  result.insured = sheet.difference(Entry(clause, "Part de l’assuré"), now, {result.insurer});
  result.explanation = std::move(sheet).steps();
  return result;
}

std::span<const base::Rule> recovery_rules() { return rows; }

}  // namespace credit::engine
