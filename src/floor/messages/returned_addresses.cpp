#include "floor/messages/returned_addresses.hpp"

#include "floor/audit/audit.hpp"
#include "floor/identity/email_key.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/messages/returned_addresses_store.hpp"

namespace messages {
namespace {

// Never the address itself (P10).
void record(platform::Act& act, std::string_view code, const ReturnedAddress& returned) {
  audit::record(act, {.code = code,
                      .details = {{"return", std::to_string(returned.id.value)},
                                  {"account", std::to_string(returned.account.value)},
                                  {"organisation", std::to_string(returned.organisation.value)}}});
}

bool end(platform::Act& act, std::string_view address, std::string_view fact) {
  const auto open = returned(act.tx, address);
  if (!open) return false;
  store::end_returned(act.tx, open->id, act.now);
  record(act, fact, *open);
  return true;
}

}  // namespace

void note_returned(platform::Act& act, const Message& message) {
  MANDAT_ASSERT(message.channel == Channel::mail);
  if (returned(act.tx, message.to.address)) return;
  const auto email = base::EmailAddress::parse(message.to.address);
  const auto account = email ? identity::account_with(act.tx, *email) : std::nullopt;
  const ReturnedAddress noted{.id = {act.ids.next()},
                              .address = identity::email_key(message.to.address),
                              .account = account.value_or(identity::AccountId{}),
                              .organisation = message.to.organisation,
                              .words = message.fault_detail,
                              .since = act.now};
  store::insert_returned(act.tx, noted);
  record(act, "message.address_returned", noted);
}

void address_confirmed(platform::Act& act, std::string_view address) {
  if (end(act, address, "message.address_confirmed"))
    store::dismiss_held(act.tx, identity::email_key(address), act.now);
}

void try_address_again(platform::Act& act, std::string_view address) {
  end(act, address, "message.address_tried_again");
}

}  // namespace messages
