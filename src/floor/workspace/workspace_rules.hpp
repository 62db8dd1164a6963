// What stands before a workspace that a link leads to (P7).
#pragma once

#include "base/rule.hpp"

namespace workspace {

inline constexpr base::Rule rules[] = {
    MANDAT_RULE("P7.workspace",
                "A workspace link leads to one resource, as often as one likes, until it is revoked; a code mailed to "
                "its recipient comes before anything personal, and opens it on one device for some days"),
    MANDAT_RULE("P7.workspace_code",
                "A mailed code lives for minutes and for a few tries; a few of them can be asked for in an hour"),
};

inline constexpr base::Figure<int> pass_days{"P7.pass_days", 7};
inline constexpr base::Figure<int> code_minutes{"P7.code_minutes", 15};
inline constexpr base::Figure<int> code_tries{"P7.code_tries", 5};
inline constexpr base::Figure<int> codes_an_hour{"P7.codes_an_hour", 5};

}  // namespace workspace
