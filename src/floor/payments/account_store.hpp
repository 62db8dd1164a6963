#pragma once

#include "floor/payments/own_account.hpp"

namespace payments::store {

void insert(db::Transaction& tx, const AccountSetting& setting);
void update(db::Transaction& tx, const AccountSetting& setting);  // state, confirmation

}  // namespace payments::store
