#include "desks/credit/blind_test/cover_explained.hpp"

#include "base/french.hpp"

namespace credit::blind_test {
namespace {

using engine::Clause;
using engine::Entry;
using engine::known;

}  // namespace

CoverExplained cover_of(const Totals& whole, const InsurerTotals& totals, const std::string& insurer) {
  using base::french::plural;
  engine::Worksheet sheet;
  CoverExplained made;
  const auto covered =
      sheet.sum(Entry(Clause::exposure, "Encours couvert par " + insurer),
                {known(plural(totals.granted, "acheteur accordé en entier", "acheteurs accordés en entier"),
                       totals.granted_cover),
                 known(plural(totals.partial, "acheteur accordé en partie", "acheteurs accordés en partie"),
                       totals.partial_cover)});
  made.covered = covered.step;
  if (whole.asked.cents > 0)
    made.share =
        sheet.ratio(Entry(Clause::exposure, "Part de l’encours"), covered, known("encours demandé", whole.asked)).step;
  if (whole.top_asked.cents > 0)
    made.top_share = sheet
                         .ratio(Entry(Clause::exposure, "Part des plus gros acheteurs"),
                                known("couvert sur eux", totals.top_covered), known("leur encours", whole.top_asked))
                         .step;
  made.steps = std::move(sheet).steps();
  return made;
}

CoverExplained best_of_each(const Totals& whole) {
  engine::Worksheet sheet;
  CoverExplained made;
  if (whole.asked.cents > 0)
    made.share = sheet
                     .ratio(Entry(Clause::exposure, "Part couverte au mieux"),
                            known("somme, acheteur par acheteur, du plus fort encours couvert", whole.best_of_all),
                            known("encours demandé", whole.asked))
                     .step;
  made.steps = std::move(sheet).steps();
  return made;
}

CostExplained cost_of(base::Money total, base::Money covered) {
  CostExplained made;
  if (covered < base::Money::euros(1)) return made;
  engine::Worksheet sheet;
  made.ratio = sheet
                   .ratio(Entry(Clause::cost, "Coût par euro couvert"), known("Coût total de l’année", total),
                          known("Encours couvert", covered))
                   .value;
  made.steps = std::move(sheet).steps();
  return made;
}

base::Rate rounded_down(base::Rate rate) {
  constexpr std::int64_t hundredth = 10'000;
  return {rate.e8 / hundredth * hundredth};
}

CoverExplained cover_of_cell(base::Money asked, base::Money granted) {
  engine::Worksheet sheet;
  CoverExplained made;
  made.covered = sheet
                     .smaller(Entry(Clause::exposure, "Encours couvert"), known("encours demandé", asked),
                              known("montant accordé", granted))
                     .step;
  made.steps = std::move(sheet).steps();
  return made;
}

}  // namespace credit::blind_test
