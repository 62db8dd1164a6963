// The rows of addresses that a mail came back from.
#pragma once

#include "floor/messages/returned_addresses.hpp"

namespace messages::store {

void insert_returned(db::Transaction& tx, const ReturnedAddress& returned);
void end_returned(db::Transaction& tx, ReturnId id, base::Instant now);  // its address is forgotten
void dismiss_held(db::Transaction& tx, std::string_view address, base::Instant now);

}  // namespace messages::store
