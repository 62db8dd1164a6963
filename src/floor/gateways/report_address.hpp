// The address at which a gateway reports on one SMS. It holds a secret, as Kannel signs nothing: only who was given it
// can report.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "floor/messages/messages.hpp"

namespace gateways {

std::string report_path(messages::MessageId id, std::string_view server_key);
// Null for a token that we did not make.
std::optional<messages::MessageId> reported_message(std::string_view token, std::string_view server_key);

}  // namespace gateways
