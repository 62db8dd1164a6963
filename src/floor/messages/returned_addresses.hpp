// Addresses that a mail came back from. Nothing is sent there until somebody proves that mail arrives, or an
// administrator has it tried again (P5.returned, P5.held, P5.confirmed_again).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "floor/messages/messages.hpp"

namespace messages {

using ReturnId = base::Id<struct ReturnTag>;

struct ReturnedAddress {
  ReturnId id;
  std::string address;                    // lower case; empty once it is over
  identity::AccountId account;            // whose it is; none: nobody's account
  identity::OrganisationId organisation;  // whom the mail was for; none: no organisation
  std::string words;                      // the gateway's own; empty: an administrator said so
  base::Instant since;
  std::optional<base::Instant> ended = {};
};

std::optional<ReturnedAddress> returned(db::Transaction& tx, std::string_view address);
extern const std::string_view returned_sql;  // how many addresses of the person :account return mail: 0 or 1
std::optional<ReturnedAddress> returned_of(db::Transaction& tx, identity::AccountId account);
// Of mails that were for the organisation, then of its people's accounts; the same one may come twice.
std::vector<ReturnedAddress> returned_for(db::Transaction& tx, identity::OrganisationId organisation,
                                          const std::vector<identity::AccountId>& people);
// By id, over or not, in a statement for each 64 of them.
std::vector<ReturnedAddress> returned_among(db::Transaction& tx, const std::vector<ReturnId>& ids);

// A mail to this address came back; known already: nothing changes.
void note_returned(platform::Act& act, const Message& message);

// Somebody opened what was mailed there, or left the address: it is free again, and what was held back for it is
// closed, since he reads it in his space.
void address_confirmed(platform::Act& act, std::string_view address);
// An administrator has it tried again: what was held back still waits for his word.
void try_address_again(platform::Act& act, std::string_view address);

}  // namespace messages
