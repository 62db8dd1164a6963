#include "desks/credit/engine/disbursement.hpp"

namespace credit::engine {
namespace {

constexpr base::Rule rows[] = {
    MANDAT_RULE("C16.disbursement_limit",
                "The limite de décaissement is an amount, or a multiple of max(minimum premium, "
                "premium due HT), of the deposits until the year is regularised"),
};

}  // namespace

std::optional<Amount> disbursement_limit(Worksheet& sheet, const Terms& terms, PremiumBasis basis,
                                         base::Money premium) {
  if (terms.disbursement_amount)
    return sheet.sum(Clause::disbursement_limit, {known("Montant de la police", *terms.disbursement_amount)});
  if (!terms.disbursement_multiple) return std::nullopt;
  const auto paid = known(basis == PremiumBasis::deposits ? "Acomptes versés" : "Prime HT due", premium);
  const auto base =
      sheet.larger(Entry(Clause::disbursement_limit, "Assiette"), known("Prime minimale", terms.minimum_premium), paid);
  return sheet.rated(
      Entry(Clause::disbursement_limit,
            basis == PremiumBasis::deposits ? "Limite de décaissement provisoire" : "Limite de décaissement"),
      known("Multiple", *terms.disbursement_multiple), base);
}

std::span<const base::Rule> disbursement_rules() { return rows; }

}  // namespace credit::engine
