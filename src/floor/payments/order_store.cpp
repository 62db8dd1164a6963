#include "floor/payments/order_store.hpp"

#include <limits>

namespace payments {
namespace {

#define ORDERS                                                                                                      \
  "select id, kind, subject_kind, subject_id, attempt, state, organisation_id, settles, party_name, iban, bic, "    \
  "amount, remittance, earliest_day, latest_day, mandate_reference, mandate_signed, sequence, file_kind, file_id, " \
  "created_at, batch_id, execution_day, payment_group, end_to_end_id, entry_id, reason_code, reason from "          \
  "payment_orders "

std::string_view to_text(Sequence sequence) { return sequence == Sequence::first ? "first" : "recurrent"; }

template <class T>
T known(std::optional<T> value) {
  MANDAT_ASSERT(value);
  return *value;
}

std::optional<Mandate> read_mandate(const db::Row& row) {
  if (row.text(15).empty()) return std::nullopt;
  return Mandate{row.get<std::string>(15), row.get<base::Day>(16),
                 row.text(17) == "first" ? Sequence::first : Sequence::recurrent};
}

Order read_order(const db::Row& row) {
  return {.id = row.get<OrderId>(0),
          .kind = known(kind_from_text(row.text(1))),
          .subject_kind = row.get<std::string>(2),
          .subject_id = row.integer(3),
          .attempt = row.get<int>(4),
          .state = known(state_from_text(row.text(5))),
          .organisation = row.get<identity::OrganisationId>(6),
          .settles = known(ledger::account_kind_from_text(row.text(7))),
          .party_name = row.get<std::string>(8),
          .iban = row.get<base::Iban>(9),
          .bic = row.text(10).empty() ? std::nullopt : std::optional(row.get<base::Bic>(10)),
          .amount = row.get<base::Money>(11),
          .remittance = row.get<std::string>(12),
          .earliest = row.get<base::Day>(13),
          .latest = row.get<base::Day>(14),
          .mandate = read_mandate(row),
          .file = {row.get<std::string>(18), row.integer(19)},
          .created = row.get<base::Instant>(20),
          .batch = row.get<BatchId>(21),
          .execution_day = row.get<std::optional<base::Day>>(22),
          .group = row.get<int>(23),
          .end_to_end_id = row.get<std::string>(24),
          .entry = row.get<ledger::EntryId>(25),
          .reason_code = row.get<std::string>(26),
          .reason = row.get<std::string>(27)};
}

store::OrderEvent read_event(const db::Row& row) {
  return {row.integer(0),          row.get<OrderId>(1),     row.get<base::Instant>(2), row.get<identity::AccountId>(3),
          row.get<std::string>(4), row.get<std::string>(5), row.get<std::string>(6),   row.integer(7)};
}

#define EVENTS "select id, order_id, at, account_id, event, reason_code, reason, file_id from payment_events "

}  // namespace

std::optional<Order> find(db::Transaction& tx, OrderId id) {
  return tx.row(ORDERS "where id = :id", {{"id", id}}, read_order);
}

std::vector<Order> of_subject(db::Transaction& tx, std::string_view subject_kind, std::int64_t subject_id) {
  return tx.rows(ORDERS "where subject_kind = :kind and subject_id = :id order by attempt",
                 {{"kind", subject_kind}, {"id", subject_id}}, read_order);
}

namespace store {

void insert(db::Transaction& tx, const Order& order, identity::AccountId by) {
  const auto& mandate = order.mandate;
  tx.execute(
      "insert into payment_orders (id, kind, subject_kind, subject_id, attempt, state, organisation_id, settles, "
      "party_name, iban, bic, amount, remittance, earliest_day, latest_day, mandate_reference, mandate_signed, "
      "sequence, "
      "file_kind, file_id, created_at, created_by, end_to_end_id) values (:id, :kind, :subject_kind, :subject_id, "
      ":attempt, :state, :organisation, :settles, :party_name, :iban, :bic, :amount, :remittance, :earliest, :latest, "
      ":reference, :signed_on, :sequence, :file_kind, :file_id, :created, :by, :end_to_end)",
      {{"id", order.id},
       {"kind", to_text(order.kind)},
       {"subject_kind", order.subject_kind},
       {"subject_id", order.subject_id},
       {"attempt", order.attempt},
       {"state", to_text(order.state)},
       {"organisation", order.organisation},
       {"settles", ledger::to_text(order.settles)},
       {"party_name", order.party_name},
       {"iban", order.iban},
       {"bic", order.bic ? order.bic->text() : std::string()},
       {"amount", order.amount},
       {"remittance", order.remittance},
       {"earliest", order.earliest},
       {"latest", order.latest},
       {"reference", mandate ? mandate->reference : std::string()},
       {"signed_on", mandate ? std::optional(mandate->signed_on) : std::nullopt},
       {"sequence", mandate ? to_text(mandate->sequence) : std::string_view()},
       {"file_kind", order.file.kind},
       {"file_id", order.file.id},
       {"created", order.created},
       {"by", by},
       {"end_to_end", order.end_to_end_id}});
}

void update(db::Transaction& tx, const Order& order) {
  tx.execute(
      "update payment_orders set state = :state, batch_id = :batch, execution_day = :day, payment_group = "
      ":group_number, "
      "entry_id = :entry, reason_code = :code, reason = :reason where id = :id",
      {{"id", order.id},
       {"state", to_text(order.state)},
       {"batch", order.batch},
       {"day", order.execution_day},
       {"group_number", order.group},
       {"entry", order.entry},
       {"code", order.reason_code},
       {"reason", order.reason}});
}

std::vector<Order> planned(db::Transaction& tx, Kind kind, base::Day earliest_until) {
  return tx.rows(ORDERS "where state = 'planned' and kind = :kind and earliest_day <= :until order by earliest_day, id",
                 {{"kind", to_text(kind)}, {"until", earliest_until}}, read_order);
}

std::vector<Order> of_batch(db::Transaction& tx, BatchId batch) {
  return tx.rows(ORDERS "where batch_id = :batch order by id", {{"batch", batch}}, read_order);
}

std::vector<Order> unsent_of_mandate(db::Transaction& tx, std::string_view reference) {
  return tx.rows(ORDERS
                 "where mandate_reference = :reference and mandate_reference <> '' and state in ('planned', "
                 "'batched') order by id",
                 {{"reference", reference}}, read_order);
}

std::vector<Order> unsent_of_iban(db::Transaction& tx, const base::Iban& iban) {
  return tx.rows(ORDERS "where iban = :iban and state in ('planned', 'batched') order by id", {{"iban", iban}},
                 read_order);
}

std::optional<Order> of_end_to_end(db::Transaction& tx, std::string_view id) {
  return tx.row(ORDERS "where end_to_end_id = :id", {{"id", id}}, read_order);
}

Page in_states(db::Transaction& tx, State state, OrderId before, int limit) {
  const std::int64_t bound = before ? before.value : std::numeric_limits<std::int64_t>::max();
  Page page{tx.rows(ORDERS "where state = :state and id < :before order by id desc limit :limit",
                    {{"state", to_text(state)}, {"before", bound}, {"limit", limit + 1}}, read_order),
            false};
  page.more = page.orders.size() > static_cast<std::size_t>(limit);
  if (page.more) page.orders.pop_back();
  return page;
}

std::vector<Order> of_amount(db::Transaction& tx, State state, base::Money amount, int limit) {
  return tx.rows(ORDERS "where state = :state and amount = :amount order by id desc limit :limit",
                 {{"state", to_text(state)}, {"amount", amount}, {"limit", limit}}, read_order);
}

void insert(db::Transaction& tx, const OrderEvent& event) {
  tx.execute(
      "insert into payment_events (id, order_id, at, account_id, event, reason_code, reason, file_id) values (:id, "
      ":order_id, :at, :by, :event, :code, :reason, :file)",
      {{"id", event.id},
       {"order_id", event.order},
       {"at", event.at},
       {"by", event.by},
       {"event", event.event},
       {"code", event.reason_code},
       {"reason", event.reason},
       {"file", event.file}});
}

std::optional<OrderEvent> event(db::Transaction& tx, std::int64_t id) {
  return tx.row(EVENTS "where id = :id", {{"id", id}}, read_event);
}

std::vector<OrderEvent> events_of(db::Transaction& tx, OrderId order) {
  return tx.rows(EVENTS "where order_id = :order_id order by id", {{"order_id", order}}, read_event);
}

}  // namespace store
}  // namespace payments
