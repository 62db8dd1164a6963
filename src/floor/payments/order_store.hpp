#pragma once

#include <span>

#include "floor/payments/payments.hpp"

namespace payments::store {

void insert(db::Transaction& tx, const Order& order, identity::AccountId by);
void update(db::Transaction& tx, const Order& order);  // state, batch, execution day, group, entry, reason

std::vector<Order> planned(db::Transaction& tx, Kind kind, base::Day earliest_until);  // by earliest day
std::vector<Order> of_batch(db::Transaction& tx, BatchId batch);
std::vector<Order> unsent_of_mandate(db::Transaction& tx, std::string_view reference);
std::vector<Order> unsent_of_iban(db::Transaction& tx, const base::Iban& iban);
std::optional<Order> of_end_to_end(db::Transaction& tx, std::string_view id);
// In one of these states, newest first.
struct Page {
  std::vector<Order> orders;
  bool more;
};
Page in_states(db::Transaction& tx, State state, OrderId before, int limit);
std::vector<Order> of_amount(db::Transaction& tx, State state, base::Money amount, int limit);

struct OrderEvent {
  std::int64_t id;
  OrderId order;
  base::Instant at;
  identity::AccountId by;
  std::string event;  // to_text(News), or "asked", "batched", "released", "accepted"
  std::string reason_code, reason;
  std::int64_t file;  // of the bank; 0: none
};
void insert(db::Transaction& tx, const OrderEvent& event);
std::optional<OrderEvent> event(db::Transaction& tx, std::int64_t id);
std::vector<OrderEvent> events_of(db::Transaction& tx, OrderId order);

}  // namespace payments::store
