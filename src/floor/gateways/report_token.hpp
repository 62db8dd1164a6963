// The name of a message for who reports on it, with a secret: nobody else can make one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "floor/messages/messages.hpp"

namespace gateways {

// `use` keeps what one channel was given apart from the other's, and from other uses of the server's key.
std::string report_token(messages::MessageId id, std::string_view use, std::string_view server_key);
// None for a token that we did not make.
std::optional<messages::MessageId> message_of_token(std::string_view token, std::string_view use,
                                                    std::string_view server_key);

}  // namespace gateways
