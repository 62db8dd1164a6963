// A person's calendar of appointments: downloaded, or followed by a secret address that he can renew (M33).
#pragma once

#include <optional>
#include <string>

#include "base/rule.hpp"
#include "floor/links/links.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"

namespace motor::rounds {

inline constexpr base::Rule calendar_rules[] = {
    MANDAT_RULE(
        "M33.calendar",
        "The dates in force stand in a calendar feed for both sides; a date that moves keeps its UID and its "
        "sequence grows; the secret address serves as long as its person belongs to the organisation, and a new "
        "one ends it"),
};

inline constexpr std::string_view calendar_purpose = "motor.calendar";

// The last address of the person, if it still serves.
std::optional<links::Link> subscription_of(db::Transaction& tx, const identity::Actor& actor);
web::html::Markup subscription_card(visit::Visit& visit);

}  // namespace motor::rounds
