#include "desks/works/commission/held.hpp"

namespace works::commission {

void insert_held(db::Transaction& tx, const Held& held) {
  const Closed& closed = held.closed;
  tx.execute(
      "INSERT INTO works_held_commissions (mandate_id, organisation_id, claim_id, job, reference, entry_id, net, vat, "
      "rate, closed_on, reversed) VALUES (:mandate, :firm, :claim, :job, :reference, :entry, :net, :vat, :rate, "
      ":closed_on, 0)",
      {{"mandate", closed.mandate},
       {"firm", closed.firm},
       {"claim", closed.claim},
       {"job", closed.job},
       {"reference", closed.reference},
       {"entry", closed.entry},
       {"net", closed.net},
       {"vat", closed.vat},
       {"rate", closed.rate},
       {"closed_on", held.closed_on}});
}

bool forget_held(db::Transaction& tx, MandateId mandate) {
  return tx.execute("DELETE FROM works_held_commissions WHERE mandate_id = :mandate AND reversed = 0",
                    {{"mandate", mandate}}) == 1;
}

namespace {

#define HELD                                                                                                \
  "SELECT mandate_id, organisation_id, claim_id, job, reference, entry_id, net, vat, rate, closed_on FROM " \
  "works_held_commissions "

Held read_held(const db::Row& row) {
  return {{.mandate = row.get<MandateId>(0),
           .firm = row.get<identity::OrganisationId>(1),
           .claim = row.get<ClaimId>(2),
           .job = row.get<std::string>(3),
           .reference = row.get<std::string>(4),
           .entry = row.get<ledger::EntryId>(5),
           .net = row.get<base::Money>(6),
           .vat = row.get<base::Money>(7),
           .rate = row.get<base::Rate>(8)},
          row.get<base::Day>(9)};
}

}  // namespace

std::vector<Held> to_invoice(db::Transaction& tx, MandateId after, int limit) {
  return tx.rows(HELD "WHERE reversed = 0 AND mandate_id > :after ORDER BY mandate_id LIMIT :limit",
                 {{"after", after}, {"limit", limit}}, read_held);
}

std::optional<Held> held_by_entry(db::Transaction& tx, ledger::EntryId entry) {
  return tx.row(HELD "WHERE entry_id = :entry", {{"entry", entry}}, read_held);
}

base::Money held_of(db::Transaction& tx, identity::OrganisationId organisation) {
  base::Money total;
  tx.each("SELECT net, vat FROM works_held_commissions WHERE organisation_id = :organisation AND reversed = 0",
          {{"organisation", organisation}},
          [&](const db::Row& row) { total += row.get<base::Money>(0) + row.get<base::Money>(1); });
  return total;
}

void set_counts(db::Transaction& tx, MandateId mandate, Counts counts) {
  tx.execute("UPDATE works_held_commissions SET reversed = :reversed WHERE mandate_id = :mandate",
             {{"mandate", mandate}, {"reversed", counts == Counts::no}});
}

}  // namespace works::commission
