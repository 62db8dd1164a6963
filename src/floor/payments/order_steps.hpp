// What may happen to an order, each step with its event, its fact, its entry in the ledger and its news (P8).
#pragma once

#include <string>

#include "floor/payments/order_store.hpp"

namespace payments {

struct Why {
  std::string code = {};    // ISO 20022
  std::string reason = {};  // French
  std::int64_t file = 0;    // of the bank
};

// False when the event is not for the order's state: nothing is written then. The order is as it is now.
bool step(platform::Act& act, Order& order, Event event, const Why& why = {});
// Something that changes no state: the bank took it.
void note(platform::Act& act, const Order& order, std::string_view what, const Why& why);

void register_telling(deadlines::Handlers& handlers, Listeners listeners);

std::string event_label(std::string_view event);  // French, of an order's history

}  // namespace payments
