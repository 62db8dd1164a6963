#include "desks/works/closure/closure_actions.hpp"

namespace works::closure {
namespace {

Invoice read(const db::Row& row) {
  return {row.get<MandateId>(0),
          row.get<LotId>(1),
          row.get<ClaimId>(2),
          row.get<documents::DocumentId>(3),
          row.get<base::Money>(4),
          row.get<base::Instant>(5),
          row.get<identity::AccountId>(6)};
}

}  // namespace

void insert(db::Transaction& tx, const Invoice& invoice) {
  tx.execute(
      "INSERT INTO works_invoices (mandate_id, lot_id, claim_id, document_id, amount_ht, closed_at, closed_by) "
      "VALUES (:mandate, :lot, :claim, :document, :amount, :closed_at, :closed_by)",
      {{"mandate", invoice.mandate},
       {"lot", invoice.lot},
       {"claim", invoice.claim},
       {"document", invoice.document},
       {"amount", invoice.amount_ht},
       {"closed_at", invoice.closed_at},
       {"closed_by", invoice.closed_by}});
}

std::optional<Invoice> invoice_of(db::Transaction& tx, MandateId mandate) {
  return tx.row(
      "SELECT mandate_id, lot_id, claim_id, document_id, amount_ht, closed_at, closed_by FROM works_invoices "
      "WHERE mandate_id = :mandate",
      {{"mandate", mandate}}, read);
}

}  // namespace works::closure
