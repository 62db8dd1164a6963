// Payments of a test in one line each: our account, orders, a batch that is sent, what the bank says of it.
#pragma once

#include "floor/payments/reconciliation.hpp"
#include "support/bank_files.hpp"
#include "support/house.hpp"

namespace support::payment_scene {

payments::AccountSettingId propose_account(House& house);
void open_account(House& house);  // in force, as if two administrators had agreed
payments::OrderId ask(House& house, identity::OrganisationId organisation, payments::Kind kind, base::Money amount);
payments::BatchId prepared(House& house, payments::Kind kind = payments::Kind::direct_debit);  // by somebody
payments::BatchId sent(House& house, payments::Kind kind = payments::Kind::direct_debit);
payments::Order get(House& house, payments::OrderId order);
bank::Movement booking_of(House& house, payments::OrderId order, std::string reference);
bank::Movement return_of(House& house, payments::OrderId order, std::string code, std::string reference);
payments::KeptFile take(House& house, const std::string& xml);

}  // namespace support::payment_scene
