// What an administrator does with a message that did not arrive (P5.by_hand).
#pragma once

#include "base/outcome.hpp"
#include "floor/messages/messages.hpp"

namespace messages {

inline constexpr base::RefusalCode unknown_message{base::RefusalKind::not_found, "message.unknown"};
inline constexpr base::RefusalCode not_dead{base::RefusalKind::conflict, "message.not_dead"};

// It did not arrive, nothing more will happen by itself, and nobody has closed it.
bool dead(const Message& message);

// A dead letter goes back to the queue under its own id, with all its attempts before it. What an operator reported
// undelivered keeps that report: a new message with the same words leaves in its place, and it is closed. An address
// that returns mail is tried again with it (P5.confirmed_again).
base::Outcome<base::Done> send_again(platform::Act& act, MessageId id);
// It is closed: no longer among those that wait for a decision.
base::Outcome<base::Done> abandon(platform::Act& act, MessageId id);

}  // namespace messages
