// How a colleague is brought in (P1.invitation). Pure.
#pragma once

#include "base/rule.hpp"
#include "base/time.hpp"

namespace members {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE(
        "P1.invitation",
        "A manager invites a person by e-mail, as manager, member or reader; the link he is mailed serves once, "
        "for a week, and sets his password; who has an account already only accepts. Another invitation to the "
        "same address takes the place of the first"),
    MANDAT_RULE("P1.invitation_quota", "An organisation has a few dozen invitations at most that wait for an answer"),
};
inline constexpr base::Figure<base::Duration> invitation_life{"P1.invitation_life", base::hours{7 * 24}};
inline constexpr base::Figure<int> most_waiting{"P1.most_invitations", 30};

}  // namespace members
