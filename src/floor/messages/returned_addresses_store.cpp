#include "floor/messages/returned_addresses_store.hpp"
#include "db/id_batches.hpp"
#include "floor/identity/email_key.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/messages/messages_store.hpp"
#include "floor/messages/returned_addresses.hpp"

namespace messages {

const std::string_view returned_sql =
    "SELECT count(*) FROM returned_addresses WHERE account_id = :account AND ended_at IS NULL";
namespace {

#define RETURNED "select id, address, account_id, organisation_id, words, since, ended_at from returned_addresses "

ReturnedAddress read_returned(const db::Row& row) {
  return {.id = row.get<ReturnId>(0),
          .address = row.get<std::string>(1),
          .account = row.get<identity::AccountId>(2),
          .organisation = row.get<identity::OrganisationId>(3),
          .words = row.get<std::string>(4),
          .since = row.get<base::Instant>(5),
          .ended = row.get<std::optional<base::Instant>>(6)};
}

}  // namespace

std::optional<ReturnedAddress> returned(db::Transaction& tx, std::string_view address) {
  return tx.row(RETURNED "where address = :address and ended_at is null", {{"address", identity::email_key(address)}},
                read_returned);
}

std::optional<ReturnedAddress> returned_of(db::Transaction& tx, identity::AccountId account) {
  if (!account) return std::nullopt;
  return tx.row(RETURNED "where account_id = :account and ended_at is null", {{"account", account}}, read_returned);
}

std::vector<ReturnedAddress> returned_for(db::Transaction& tx, identity::OrganisationId organisation,
                                          const std::vector<identity::AccountId>& people) {
  auto found = tx.rows(RETURNED "where organisation_id = :organisation and ended_at is null order by id",
                       {{"organisation", organisation}}, read_returned);
  db::each_of(tx, RETURNED "where account_id in ({ids}) and ended_at is null order by id", people, {},
              [&](const db::Row& row) { found.push_back(read_returned(row)); });
  return found;
}

std::vector<ReturnedAddress> returned_among(db::Transaction& tx, const std::vector<ReturnId>& ids) {
  std::vector<ReturnedAddress> found;
  db::each_of(tx, RETURNED "where id in ({ids}) order by id", ids, {},
              [&](const db::Row& row) { found.push_back(read_returned(row)); });
  return found;
}

namespace store {

void insert_returned(db::Transaction& tx, const ReturnedAddress& returned) {
  tx.execute(
      "insert into returned_addresses (id, address, account_id, organisation_id, words, since) values (:id, :address, "
      ":account, :organisation, :words, :since) on conflict (address) where ended_at is null do nothing",
      {{"id", returned.id},
       {"address", returned.address},
       {"account", returned.account},
       {"organisation", returned.organisation},
       {"words", returned.words},
       {"since", returned.since}});
}

void end_returned(db::Transaction& tx, ReturnId id, base::Instant now) {
  tx.execute("update returned_addresses set ended_at = :now, address = '' where id = :id", {{"now", now}, {"id", id}});
}

void dismiss_held(db::Transaction& tx, std::string_view address, base::Instant now) {
  tx.execute("update messages set dismissed_at = :now where " IN_TROUBLE
             " and state = 'failed' and channel = 'mail' and fault = :held and lower(address) = :address",
             {{"now", now}, {"held", to_text(Fault::held)}, {"address", address}});
}

}  // namespace store

}  // namespace messages
