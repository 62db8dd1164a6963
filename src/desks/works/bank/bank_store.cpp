#include "desks/works/bank/bank.hpp"

#include "db/id_batches.hpp"

namespace works::bank {

std::optional<Account> find(db::Transaction& tx, identity::OrganisationId organisation) {
  return tx.row("SELECT holder, iban, bic FROM works_bank_details WHERE organisation_id = :organisation",
                {{"organisation", organisation}}, [](const db::Row& row) {
                  auto iban = base::Iban::parse(row.text(1));
                  MANDAT_ASSERT(iban);
                  return Account{std::string(row.text(0)), *std::move(iban), base::Bic::parse(row.text(2))};
                });
}

std::unordered_set<identity::OrganisationId> known(db::Transaction& tx,
                                                   const std::vector<identity::OrganisationId>& partners) {
  std::unordered_set<identity::OrganisationId> found;
  db::each_of(tx, "SELECT organisation_id FROM works_bank_details WHERE organisation_id IN ({ids})", partners, {},
              [&](const db::Row& row) { found.insert(row.get<identity::OrganisationId>(0)); });
  return found;
}

void save(platform::Act& act, identity::OrganisationId organisation, const Account& account) {
  act.tx.execute(
      "INSERT INTO works_bank_details (organisation_id, holder, iban, bic, changed_at, changed_by) "
      "VALUES (:organisation, :holder, :iban, :bic, :now, :by) ON CONFLICT (organisation_id) DO UPDATE SET "
      "holder = excluded.holder, iban = excluded.iban, bic = excluded.bic, changed_at = excluded.changed_at, "
      "changed_by = excluded.changed_by",
      {{"organisation", organisation},
       {"holder", account.holder},
       {"iban", account.iban.text()},
       {"bic", account.bic ? account.bic->text() : std::string()},
       {"now", act.now},
       {"by", act.by.account}});
}

}  // namespace works::bank
