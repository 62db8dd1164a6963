#include "desks/credit/engine/delays.hpp"

#include "base/assert.hpp"

namespace credit::engine {

Date last_credit_day(Worksheet& sheet, const Terms& terms, Zone buyer, const Date& issued) {
  const int days = buyer == Zone::domestic ? terms.credit_period_france : terms.credit_period_export;
  return sheet.days_after(Entry(Clause::maximum_credit_period, "Échéance la plus lointaine"), issued,
                          known("Durée maximale de crédit, jours", days));
}

Date extended_due(const InvoiceDays& days) {
  return days.extended_to ? known("Échéance prorogée", *days.extended_to) : known("Échéance", days.due);
}

Date last_threat_day(Worksheet& sheet, const Terms& terms, Zone buyer, const InvoiceDays& days) {
  const auto base = [&] {
    switch (terms.declaration_base) {
      case DeclarationBase::due_date:
        return known("Échéance", days.due);
      case DeclarationBase::extended_due_date:
        return extended_due(days);
      case DeclarationBase::maximum_credit_period:
        return last_credit_day(sheet, terms, buyer, known("Facture", days.issued));
    }
    MANDAT_ASSERT(!"every base has its day");
    return Date{};
  }();
  return sheet.days_after(Clause::threat_declaration, base, known("Délai, jours", terms.threat_declaration));
}

Date last_claim_day(Worksheet& sheet, const Terms& terms, const Date& threat_declared) {
  return sheet.days_after(Clause::claim_file, threat_declared, known("Délai, jours", terms.claim_filing));
}

}  // namespace credit::engine
