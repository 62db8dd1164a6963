#include "desks/credit/engine/comparison.hpp"

#include <algorithm>
#include <numeric>

#include "desks/credit/engine/checks.hpp"
#include "desks/credit/engine/refusals.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C7.covered",
                "Covered exposure = Σ min(exposure, limit), as an amount, a share of all exposure and of that "
                "of the largest buyers; what is covered in insolvency alone is shown apart"),
    MANDAT_RULE("C7.usable", "Usable cover: quotité × covered exposure, within the limite de décaissement"),
    MANDAT_RULE("C7.cost", "Cost per covered euro = total cost / covered exposure"),
};

base::Refusals faults_of(const OfferCase& of) {
  Checks checks;
  Checks terms("terms/");
  for (const auto& refusal : faults(of.terms)) terms.refuse(refusal.code, refusal.field, refusal.details);
  checks.append(terms.refusals());
  checks.count(of.exposures.size(), most_invoices.value(), "exposures");
  if (of.exposures.size() != of.grants.size()) checks.refuse(none_given, "grants");
  for (std::size_t i = 0; i < of.exposures.size(); ++i)
    checks.amount(of.exposures[i], "exposures/" + std::to_string(i));
  for (std::size_t i = 0; i < of.grants.size(); ++i)
    checks.amount(of.grants[i].limit, "grants/" + std::to_string(i) + "/limit");
  checks.amount(of.premium, "premium");
  checks.amount(of.total_cost, "total_cost");
  return checks.refusals();
}

struct Sums {
  base::Money exposure, covered, insolvency_only;
};

void add(Sums& sums, base::Money exposure, const Grant& grant) {
  const auto covered = std::min(exposure, grant.limit);
  sums.exposure += exposure;
  sums.covered += covered;
  if (grant.scope == Grant::Scope::insolvency_only) sums.insolvency_only += covered;
}

Sums top_sums(const OfferCase& of) {
  std::vector<std::size_t> order(of.exposures.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return of.exposures[a] > of.exposures[b]; });
  order.resize(std::min(order.size(), of.top));
  Sums sums;
  for (const auto i : order) add(sums, of.exposures[i], of.grants[i]);
  return sums;
}

std::optional<Ratio> share(Worksheet& sheet, const Entry& entry, const Amount& part, const Amount& whole) {
  if (whole.value.cents == 0) return std::nullopt;
  return sheet.ratio(entry, part, whole);
}

}  // namespace

base::Outcome<OfferTotals> offer_totals(const OfferCase& of) {
  if (auto refusals = faults_of(of); !refusals.empty()) return refusals;
  Sums all;
  for (std::size_t i = 0; i < of.exposures.size(); ++i) add(all, of.exposures[i], of.grants[i]);
  const auto top = top_sums(of);

  // The sums of thousands of buyers are given to the explanation as they are: each buyer's part stands in the matrix.
  Worksheet sheet;
  OfferTotals result;
  result.exposure = known("Encours total", all.exposure);
  result.covered = known("Encours couvert", all.covered);
  result.insolvency_only = known("Couvert en insolvabilité seule", all.insolvency_only);
  result.top_exposure = known("Encours des premiers acheteurs", top.exposure);
  result.top_covered = known("Encours couvert des premiers acheteurs", top.covered);
  result.share = share(sheet, Entry(Clause::exposure, "Part couverte"), result.covered, result.exposure);
  result.top_share = share(sheet, Entry(Clause::exposure, "Part couverte des premiers acheteurs"), result.top_covered,
                           result.top_exposure);
  result.insured_part = sheet.rated(Entry(Clause::insured_percentage, "Indemnités possibles"),
                                    known("Quotité", of.terms.named_percentage), result.covered);
  result.disbursement_limit = disbursement_limit(sheet, of.terms, PremiumBasis::regularised, of.premium);
  result.usable = result.disbursement_limit ? sheet.smaller(Entry(Clause::disbursement_limit, "Couverture utilisable"),
                                                            result.insured_part, *result.disbursement_limit)
                                            : result.insured_part;
  if (all.covered >= base::Money::euros(1))
    result.cost_per_covered_euro =
        sheet.ratio(Entry(Clause::cost, "Coût par euro couvert"), known("Coût total", of.total_cost), result.covered);
  result.explanation = std::move(sheet).steps();
  return result;
}

std::span<const base::Rule> comparison_rules() { return rows; }

}  // namespace credit::engine
