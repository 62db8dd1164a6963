// The outbox's rows as sending and reports change them; the lists of messages.hpp are answered here too.
#pragma once

#include <optional>
#include <vector>

#include "floor/messages/messages.hpp"

// As the partial index messages_in_trouble says it: SQLite uses one for who repeats its words.
#define IN_TROUBLE "state in ('undelivered', 'unknown', 'failed') and dismissed_at is null"

namespace messages::store {

void insert(db::Transaction& tx, const Message& message);

// What changes of a message on its way.
struct Dispatch {
  State state;
  std::optional<base::Instant> sent, reported;
  int attempts;
  int resends;
  base::Instant not_before;  // queued, unknown: wait until then; sending: its sender may be alive until then
  Fault fault = Fault::none;
  std::string fault_detail = {};
};
std::optional<Dispatch> dispatch_of(db::Transaction& tx, MessageId id);
void save(db::Transaction& tx, MessageId id, const Dispatch& dispatch);

void dismiss(db::Transaction& tx, MessageId id, base::Instant now);

// One queued message of the channel whose wait is over and that no other worker holds.
std::optional<MessageId> claim_queued(db::Transaction& tx, Channel channel, base::Instant now);
// `sending`, taken by the transport, but its listeners failed: they are told again after a wait.
std::vector<MessageId> accepted_untold(db::Transaction& tx, Channel channel, base::Instant now);
// `sending`, and nobody knows what became of it. With `any_lease`, even when its sender's lease is not over.
enum class Leases { over, any };
std::vector<MessageId> left_sending(db::Transaction& tx, Channel channel, base::Instant now, Leases leases);
// `unknown`, and its wait for a report is over.
std::vector<MessageId> unreported(db::Transaction& tx, Channel channel, base::Instant now);

}  // namespace messages::store
