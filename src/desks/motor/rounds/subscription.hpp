// A person's calendar of appointments: downloaded, or followed by a secret address that he can renew (M33).
#pragma once

#include <string_view>

#include "base/rule.hpp"
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

// Of the addresses of this feed.
inline constexpr std::string_view calendar_purpose = "motor.calendar";

// The address of the reader, made or renewed there (floor/deadlines/calendar_address.hpp), and the download.
web::html::Markup subscription_card(visit::Visit& visit);

}  // namespace motor::rounds
