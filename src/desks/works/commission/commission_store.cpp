#include "desks/works/commission/commission.hpp"

namespace works::commission {
namespace {

#define COMMISSION_COLUMNS                                                                                          \
  "mandate_id, organisation_id, claim_id, entry_id, bill_id, bill_number, job, closed_on, amount, state, attempt, " \
  "order_id, debit_on, debit_until, settled_on, note FROM works_commissions "

Commission read(const db::Row& row) {
  const auto state = state_from_text(row.text(9));
  MANDAT_ASSERT(state);
  return {row.get<MandateId>(0),
          row.get<identity::OrganisationId>(1),
          row.get<ClaimId>(2),
          row.get<ledger::EntryId>(3),
          row.get<bill::BillId>(4),
          std::string(row.text(5)),
          std::string(row.text(6)),
          row.get<base::Day>(7),
          row.get<base::Money>(8),
          *state,
          row.get<int>(10),
          row.get<payments::OrderId>(11),
          row.get<std::optional<base::Day>>(12),
          row.get<std::optional<base::Day>>(13),
          row.get<std::optional<base::Day>>(14),
          std::string(row.text(15))};
}

}  // namespace

void insert(db::Transaction& tx, const Commission& commission) {
  tx.execute(
      "INSERT INTO works_commissions (mandate_id, organisation_id, claim_id, entry_id, bill_id, bill_number, job, "
      "closed_on, amount, state, attempt) VALUES (:mandate, :organisation, :claim, :entry, :bill, :number, :job, "
      ":closed_on, :amount, :state, :attempt)",
      {{"mandate", commission.mandate},
       {"organisation", commission.organisation},
       {"claim", commission.claim},
       {"entry", commission.entry},
       {"bill", commission.bill},
       {"number", commission.bill_number},
       {"job", commission.job},
       {"closed_on", commission.closed_on},
       {"amount", commission.amount},
       {"state", to_text(commission.state)},
       {"attempt", commission.attempt}});
}

void save(db::Transaction& tx, const Commission& commission) {
  tx.execute(
      "UPDATE works_commissions SET bill_id = :bill, bill_number = :number, state = :state, attempt = :attempt, "
      "order_id = :order, debit_on = :debit_on, debit_until = :debit_until, settled_on = :settled_on, note = :note "
      "WHERE mandate_id = :mandate",
      {{"mandate", commission.mandate},
       {"bill", commission.bill},
       {"number", commission.bill_number},
       {"state", to_text(commission.state)},
       {"attempt", commission.attempt},
       {"order", commission.order},
       {"debit_on", commission.debit_on},
       {"debit_until", commission.debit_until},
       {"settled_on", commission.settled_on},
       {"note", commission.note}});
}

std::optional<Commission> find(db::Transaction& tx, MandateId mandate) {
  return tx.row("SELECT " COMMISSION_COLUMNS "WHERE mandate_id = :mandate", {{"mandate", mandate}}, read);
}

std::optional<Commission> of_entry(db::Transaction& tx, ledger::EntryId entry) {
  return tx.row("SELECT " COMMISSION_COLUMNS "WHERE entry_id = :entry", {{"entry", entry}}, read);
}

std::vector<Commission> of_organisation(db::Transaction& tx, identity::OrganisationId organisation, MandateId before,
                                        int limit) {
  const MandateId from = before ? before : MandateId{INT64_MAX};
  return tx.rows("SELECT " COMMISSION_COLUMNS
                 "WHERE organisation_id = :organisation AND mandate_id < :before ORDER BY mandate_id DESC LIMIT :limit",
                 {{"organisation", organisation}, {"before", from}, {"limit", limit}}, read);
}

std::vector<Commission> list(db::Transaction& tx, Which which, MandateId before, int limit) {
  const MandateId from = before ? before : MandateId{INT64_MAX};
  if (which == Which::all)
    return tx.rows("SELECT " COMMISSION_COLUMNS "WHERE mandate_id < :before ORDER BY mandate_id DESC LIMIT :limit",
                   {{"before", from}, {"limit", limit}}, read);
  return tx.rows("SELECT " COMMISSION_COLUMNS
                 "WHERE state IN ('unpaid', 'unknown', 'stuck') AND mandate_id < :before ORDER BY mandate_id DESC "
                 "LIMIT :limit",
                 {{"before", from}, {"limit", limit}}, read);
}

std::vector<Commission> of_claim(db::Transaction& tx, ClaimId claim) {
  return tx.rows("SELECT " COMMISSION_COLUMNS "WHERE claim_id = :claim ORDER BY mandate_id", {{"claim", claim}}, read);
}

std::vector<Commission> awaiting_mandate_of(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx.rows("SELECT " COMMISSION_COLUMNS
                 "WHERE organisation_id = :organisation AND state = 'awaiting_mandate' ORDER BY mandate_id",
                 {{"organisation", organisation}}, read);
}

bool owes(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx
      .value<std::int64_t>(
          "SELECT mandate_id FROM works_commissions WHERE organisation_id = :organisation AND "
          "state NOT IN ('paid', 'credited') UNION ALL SELECT mandate_id FROM works_held_commissions WHERE "
          "organisation_id = :organisation AND reversed = 0 LIMIT 1",
          {{"organisation", organisation}})
      .has_value();
}

#undef COMMISSION_COLUMNS

}  // namespace works::commission
