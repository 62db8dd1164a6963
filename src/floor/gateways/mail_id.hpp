// The Message-ID of our mails: the same at each attempt (P5.unknown), and with a secret, so that only who was sent the
// mail, or carried it, can report on it (P5.returns_box).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "floor/messages/messages.hpp"

namespace gateways {

// « mandat.<token>@<domain> », without angle brackets.
std::string message_id(messages::MessageId id, std::string_view domain, std::string_view server_key);
// None for one that we did not make.
std::optional<messages::MessageId> message_of(std::string_view message_id, std::string_view server_key);

}  // namespace gateways
