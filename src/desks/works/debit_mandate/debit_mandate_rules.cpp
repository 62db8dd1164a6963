#include "desks/works/debit_mandate/debit_mandate_rules.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/assert.hpp"
#include "base/french.hpp"
#include "desks/works/bank/bank_rules.hpp"

namespace works::debit_mandate {

std::string text(const Terms& terms) {
  const std::string creditor = terms.creditor.substr(0, terms.creditor.find('\n'));
  return "Mandat de prélèvement SEPA CORE\n\n"
         "Référence unique du mandat (RUM) : " +
         terms.reference +
         "\n\n"
         "Créancier :\n" +
         terms.creditor + "\nIdentifiant créancier SEPA (ICS) : " + terms.creditor_id.text() +
         "\n\n"
         "Débiteur :\n" +
         terms.debtor + "\nIBAN : " + bank::masked(terms.iban) +
         "\n\n"
         "Type de paiement : récurrent\n\n"
         "En signant ce mandat, vous autorisez " +
         creditor +
         " à envoyer à votre banque des ordres de prélèvement sur "
         "votre compte, et votre banque à débiter votre compte selon ces ordres. Ils ne portent que sur les "
         "commissions "
         "de vos chantiers clos, chacune annoncée par sa facture au moins 14 jours avant.\n\n"
         "Vous pouvez être remboursé par votre banque aux conditions de la convention passée avec elle : dans les "
         "8 semaines qui suivent le débit, sans motif ; dans les 13 mois si vous n’aviez pas autorisé le "
         "prélèvement.\n\n"
         "Vous pouvez révoquer ce mandat à tout moment depuis vos réglages ou auprès de votre banque. Sans prélèvement "
         "pendant 36 mois, il devient caduc.\n\n"
         "Signé le " +
         base::french::day_medium(terms.signed_on) + ", par voie électronique.";
}

std::string reference(std::string_view organisation_base32, int signed_before) {
  std::string upper(organisation_base32);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return fmt::format("MDT-{}-{}", upper, signed_before + 1);
}

base::Day last_day(base::Day from) {
  const int months = from.year() * 12 + from.month() - 1 + lapse_months.value();
  for (int day = from.day_of_month(); day > 0; --day)
    if (const auto found = base::Day::of(months / 12, months % 12 + 1, day)) return *found;
  MANDAT_ASSERT(!"every month has a first day");
  return from;
}

}  // namespace works::debit_mandate
