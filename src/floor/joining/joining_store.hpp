#pragma once

#include "floor/joining/joining.hpp"
#include "floor/joining/joining_rules.hpp"

namespace joining::store {

void insert(db::Transaction& tx, const Request& request);
std::optional<Request> find(db::Transaction& tx, RequestId id);
void save_state(db::Transaction& tx, RequestId id, State state);
void save_account(db::Transaction& tx, RequestId id, identity::AccountId account);
void count_try(db::Transaction& tx, RequestId id);
// Address, password and form go; that something was asked stays.
void forget(db::Transaction& tx, RequestId id);

Usage usage(db::Transaction& tx, std::string_view subject);
void save_usage(db::Transaction& tx, std::string_view subject, const Usage& usage);
void forget_usage_before(db::Transaction& tx, base::Instant limit);

// False when it was spent before.
bool spend(db::Transaction& tx, std::string_view digest, base::Instant ends, base::Instant now);

}  // namespace joining::store
