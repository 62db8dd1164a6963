#include "floor/payments/account_store.hpp"

namespace payments {
namespace {

#define ACCOUNTS                                                                                                   \
  "select id, name, iban, bic, creditor_id, dialect, state, proposed_at, proposed_by, confirmed_at, confirmed_by " \
  "from "                                                                                                          \
  "payment_accounts "

AccountSetting read_setting(const db::Row& row) {
  const auto dialect = dialect_from_text(row.text(5));
  const auto state = account_state_from_text(row.text(6));
  MANDAT_ASSERT(dialect && state);
  return {.id = row.get<AccountSettingId>(0),
          .own = {row.get<std::string>(1), row.get<base::Iban>(2), row.get<base::Bic>(3),
                  row.text(4).empty() ? std::nullopt : std::optional(row.get<base::CreditorId>(4))},
          .dialect = *dialect,
          .state = *state,
          .proposed = row.get<base::Instant>(7),
          .proposed_by = row.get<identity::AccountId>(8),
          .confirmed = row.get<std::optional<base::Instant>>(9),
          .confirmed_by = row.get<identity::AccountId>(10)};
}

}  // namespace

std::optional<AccountSetting> account_in_force(db::Transaction& tx) {
  return tx.row(ACCOUNTS "where state = 'in_force'", {}, read_setting);
}

std::optional<AccountSetting> account_proposed(db::Transaction& tx) {
  return tx.row(ACCOUNTS "where state = 'proposed'", {}, read_setting);
}

std::optional<AccountSetting> find(db::Transaction& tx, AccountSettingId id) {
  return tx.row(ACCOUNTS "where id = :id", {{"id", id}}, read_setting);
}

std::vector<AccountSetting> account_history(db::Transaction& tx) {
  return tx.rows(ACCOUNTS "order by id desc limit 20", {}, read_setting);
}

bool was_own(db::Transaction& tx, std::string_view iban) {
  return tx.value<std::int64_t>(
               "select count(*) from payment_accounts where iban = :iban and state in ('in_force', 'replaced')",
               {{"iban", iban}})
             .value() > 0;
}

namespace store {

void insert(db::Transaction& tx, const AccountSetting& setting) {
  tx.execute(
      "insert into payment_accounts (id, name, iban, bic, creditor_id, dialect, state, proposed_at, proposed_by) "
      "values "
      "(:id, :name, :iban, :bic, :creditor_id, :dialect, :state, :at, :by)",
      {{"id", setting.id},
       {"name", setting.own.name},
       {"iban", setting.own.iban},
       {"bic", setting.own.bic},
       {"creditor_id", setting.own.creditor_id ? setting.own.creditor_id->text() : std::string()},
       {"dialect", to_text(setting.dialect)},
       {"state", to_text(setting.state)},
       {"at", setting.proposed},
       {"by", setting.proposed_by}});
}

void update(db::Transaction& tx, const AccountSetting& setting) {
  tx.execute(
      "update payment_accounts set state = :state, confirmed_at = :at, confirmed_by = :by where id = :id",
      {{"id", setting.id}, {"state", to_text(setting.state)}, {"at", setting.confirmed}, {"by", setting.confirmed_by}});
}

}  // namespace store
}  // namespace payments
