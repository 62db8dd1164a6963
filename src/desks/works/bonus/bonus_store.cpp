#include "db/id_batches.hpp"
#include "desks/works/bonus/bonus.hpp"

namespace works::bonus {
namespace {

#define ITEM_COLUMNS \
  "id, broker_id, claim_id, entry_id, earned_at, wording, net, vat, rate, statement_id FROM works_bonus_items "
#define STATEMENT_COLUMNS                                                                                           \
  "bill_id, broker_id, number, quarter, claims, amount, state, attempt, order_id, pay_from, settled_on, note FROM " \
  "works_bonus_statements "

Item read_item(const db::Row& row) {
  return {row.get<std::int64_t>(0),  row.get<identity::OrganisationId>(1),
          row.get<ClaimId>(2),       row.get<ledger::EntryId>(3),
          row.get<base::Instant>(4), std::string(row.text(5)),
          row.get<base::Money>(6),   row.get<base::Money>(7),
          row.get<base::Rate>(8),    row.get<bill::BillId>(9)};
}

Statement read_statement(const db::Row& row) {
  const auto state = state_from_text(row.text(6));
  MANDAT_ASSERT(state);
  return {row.get<bill::BillId>(0),
          row.get<identity::OrganisationId>(1),
          std::string(row.text(2)),
          row.get<base::Day>(3),
          row.get<int>(4),
          row.get<base::Money>(5),
          *state,
          row.get<int>(7),
          row.get<payments::OrderId>(8),
          row.get<base::Day>(9),
          row.get<std::optional<base::Day>>(10),
          std::string(row.text(11))};
}

Due read_due(const db::Row& row) {
  return {row.get<identity::OrganisationId>(0), row.get<int>(1), row.get<base::Money>(2), row.get<base::Money>(3)};
}

}  // namespace

void insert(db::Transaction& tx, const Item& item) {
  tx.execute(
      "INSERT INTO works_bonus_items (id, broker_id, claim_id, entry_id, earned_at, wording, net, vat, rate) VALUES "
      "(:id, "
      ":broker, :claim, :entry, :earned_at, :wording, :net, :vat, :rate)",
      {{"id", item.id},
       {"broker", item.broker},
       {"claim", item.claim},
       {"entry", item.entry},
       {"earned_at", item.earned_at},
       {"wording", item.text},
       {"net", item.net},
       {"vat", item.vat},
       {"rate", item.rate}});
}

std::optional<Item> of_entry(db::Transaction& tx, ledger::EntryId entry) {
  return tx.row("SELECT " ITEM_COLUMNS "WHERE entry_id = :entry", {{"entry", entry}}, read_item);
}

void put_on(db::Transaction& tx, bill::BillId statement, identity::OrganisationId broker, base::Instant before) {
  tx.execute(
      "UPDATE works_bonus_items SET statement_id = :statement WHERE statement_id = 0 AND broker_id = :broker AND "
      "earned_at < :before",
      {{"statement", statement}, {"broker", broker}, {"before", before}});
}

std::vector<Item> due_items(db::Transaction& tx, identity::OrganisationId broker, base::Instant before) {
  return tx.rows("SELECT " ITEM_COLUMNS
                 "WHERE statement_id = 0 AND broker_id = :broker AND earned_at < :before ORDER BY earned_at, id",
                 {{"broker", broker}, {"before", before}}, read_item);
}

void insert(db::Transaction& tx, const Statement& statement) {
  tx.execute(
      "INSERT INTO works_bonus_statements (bill_id, broker_id, number, quarter, claims, amount, state, attempt, "
      "order_id, pay_from) VALUES (:bill, :broker, :number, :quarter, :claims, :amount, :state, :attempt, :order, "
      ":pay_from)",
      {{"bill", statement.bill},
       {"broker", statement.broker},
       {"number", statement.number},
       {"quarter", statement.quarter},
       {"claims", statement.claims},
       {"amount", statement.amount},
       {"state", to_text(statement.state)},
       {"attempt", statement.attempt},
       {"order", statement.order},
       {"pay_from", statement.pay_from}});
}

void save(db::Transaction& tx, const Statement& statement) {
  tx.execute(
      "UPDATE works_bonus_statements SET state = :state, attempt = :attempt, order_id = :order, pay_from = :pay_from, "
      "settled_on = :settled_on, note = :note WHERE bill_id = :bill",
      {{"bill", statement.bill},
       {"state", to_text(statement.state)},
       {"attempt", statement.attempt},
       {"order", statement.order},
       {"pay_from", statement.pay_from},
       {"settled_on", statement.settled_on},
       {"note", statement.note}});
}

std::optional<Statement> find_statement(db::Transaction& tx, bill::BillId bill) {
  return tx.row("SELECT " STATEMENT_COLUMNS "WHERE bill_id = :bill", {{"bill", bill}}, read_statement);
}

std::optional<Statement> of_quarter(db::Transaction& tx, identity::OrganisationId broker, base::Day quarter) {
  return tx.row("SELECT " STATEMENT_COLUMNS "WHERE broker_id = :broker AND quarter = :quarter",
                {{"broker", broker}, {"quarter", quarter}}, read_statement);
}

std::vector<Statement> of_broker(db::Transaction& tx, identity::OrganisationId broker, int limit) {
  return tx.rows("SELECT " STATEMENT_COLUMNS "WHERE broker_id = :broker ORDER BY quarter DESC LIMIT :limit",
                 {{"broker", broker}, {"limit", limit}}, read_statement);
}

std::vector<Statement> of_quarter(db::Transaction& tx, base::Day quarter) {
  return tx.rows("SELECT " STATEMENT_COLUMNS "WHERE quarter = :quarter ORDER BY bill_id", {{"quarter", quarter}},
                 read_statement);
}

std::vector<Item> items(db::Transaction& tx, std::optional<identity::OrganisationId> of, std::int64_t before,
                        int limit) {
  const std::int64_t from = before != 0 ? before : INT64_MAX;
  if (of)
    return tx.rows("SELECT " ITEM_COLUMNS "WHERE broker_id = :broker AND id < :before ORDER BY id DESC LIMIT :limit",
                   {{"broker", *of}, {"before", from}, {"limit", limit}}, read_item);
  return tx.rows("SELECT " ITEM_COLUMNS "WHERE id < :before ORDER BY id DESC LIMIT :limit",
                 {{"before", from}, {"limit", limit}}, read_item);
}

std::vector<Statement> statements(db::Transaction& tx, std::optional<identity::OrganisationId> of, bill::BillId before,
                                  int limit) {
  const bill::BillId from = before ? before : bill::BillId{INT64_MAX};
  if (of)
    return tx.rows("SELECT " STATEMENT_COLUMNS
                   "WHERE broker_id = :broker AND bill_id < :before ORDER BY bill_id DESC LIMIT :limit",
                   {{"broker", *of}, {"before", from}, {"limit", limit}}, read_statement);
  return tx.rows("SELECT " STATEMENT_COLUMNS "WHERE bill_id < :before ORDER BY bill_id DESC LIMIT :limit",
                 {{"before", from}, {"limit", limit}}, read_statement);
}

std::unordered_map<ledger::EntryId, bill::BillId> statements_of_entries(db::Transaction& tx,
                                                                        const std::vector<ledger::EntryId>& entries) {
  std::unordered_map<ledger::EntryId, bill::BillId> found;
  db::each_of(tx,
              "SELECT entry_id, statement_id FROM works_bonus_items WHERE statement_id <> 0 AND entry_id IN ({ids})",
              entries, {}, [&](const db::Row& row) { found[row.get<ledger::EntryId>(0)] = row.get<bill::BillId>(1); });
  return found;
}

std::vector<Statement> unpaid_of(db::Transaction& tx, identity::OrganisationId broker) {
  return tx.rows("SELECT " STATEMENT_COLUMNS "WHERE broker_id = :broker AND state = 'unpaid' ORDER BY bill_id",
                 {{"broker", broker}}, read_statement);
}

std::vector<Statement> not_booked(db::Transaction& tx, base::Day but_quarter, int limit) {
  return tx.rows("SELECT " STATEMENT_COLUMNS
                 "WHERE state <> 'paid' AND quarter <> :quarter ORDER BY bill_id LIMIT :limit",
                 {{"quarter", but_quarter}, {"limit", limit}}, read_statement);
}

std::vector<Due> due_before(db::Transaction& tx, base::Instant before) {
  return tx.rows(
      "SELECT broker_id, CAST(SUM(CASE WHEN net > 0 THEN 1 ELSE -1 END) AS BIGINT), CAST(SUM(net) AS BIGINT), "
      "CAST(SUM(vat) AS BIGINT) FROM works_bonus_items WHERE statement_id = 0 AND earned_at < :before GROUP BY "
      "broker_id ORDER BY broker_id",
      {{"before", before}}, read_due);
}

std::optional<Due> due_of(db::Transaction& tx, identity::OrganisationId broker, base::Instant from,
                          base::Instant before) {
  return tx.row(
      "SELECT broker_id, CAST(SUM(CASE WHEN net > 0 THEN 1 ELSE -1 END) AS BIGINT), CAST(SUM(net) AS BIGINT), "
      "CAST(SUM(vat) AS BIGINT) FROM works_bonus_items WHERE statement_id = 0 AND broker_id = :broker AND earned_at >= "
      ":from AND earned_at < :before GROUP BY broker_id",
      {{"broker", broker}, {"from", from}, {"before", before}}, read_due);
}

bool any_due(db::Transaction& tx) {
  return tx.value<std::int64_t>("SELECT id FROM works_bonus_items WHERE statement_id = 0 LIMIT 1").has_value();
}

void insert_run(platform::Act& act, base::Day quarter, int statements, base::Money amount) {
  act.tx.execute(
      "INSERT INTO works_bonus_runs (id, quarter, run_at, run_by, statements, amount) VALUES (:id, :quarter, :now, "
      ":by, "
      ":statements, :amount)",
      {{"id", act.ids.next()},
       {"quarter", quarter},
       {"now", act.now},
       {"by", act.by.account},
       {"statements", statements},
       {"amount", amount}});
}

bool was_run(db::Transaction& tx, base::Day quarter) {
  return tx
      .value<std::int64_t>("SELECT id FROM works_bonus_runs WHERE quarter = :quarter ORDER BY id LIMIT 1",
                           {{"quarter", quarter}})
      .has_value();
}

std::vector<Run> latest_runs(db::Transaction& tx, int limit) {
  return tx.rows(
      "SELECT quarter, run_at, run_by, statements, amount FROM works_bonus_runs ORDER BY id DESC LIMIT :limit",
      {{"limit", limit}}, [](const db::Row& row) {
        return Run{row.get<base::Day>(0), row.get<base::Instant>(1), row.get<identity::AccountId>(2), row.get<int>(3),
                   row.get<base::Money>(4)};
      });
}

#undef ITEM_COLUMNS
#undef STATEMENT_COLUMNS

}  // namespace works::bonus
