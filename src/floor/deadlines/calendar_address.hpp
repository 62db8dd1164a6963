// The secret address by which a person's own calendar follows what his organisation owes (P4.calendar_address).
#pragma once

#include <optional>
#include <string_view>

#include "floor/identity/actor.hpp"
#include "floor/links/links.hpp"

namespace deadlines {

inline constexpr std::string_view calendar_purpose = "deadlines.calendar";

// The last address of the person, if it still serves.
std::optional<links::Link> calendar_address_of(db::Transaction& tx, const identity::Actor& actor);
// Whose calendar an address opens: a person who may sign in and still belongs to the organisation it was made for.
std::optional<identity::Actor> holder_of_calendar(db::Transaction& tx, std::string_view token,
                                                  std::string_view server_key);

}  // namespace deadlines
