// Which desks an organisation works at (P2): all that its kind has, but for those an administrator closed to it. What
// names a desk: floor/visit/desk_of.hpp.
#pragma once

#include <string>
#include <vector>

#include "base/rule.hpp"
#include "floor/identity/actor.hpp"
#include "floor/platform/act.hpp"

namespace identity {

inline constexpr base::Rule desk_rules[] = {
    MANDAT_RULE("P2.desks",
                "An administrator chooses the desks of a broker's organisation: the pages of a closed one answer 403 "
                "and leave its rail; what stands there is kept"),
};

std::vector<std::string> closed_desks(db::Transaction& tx, OrganisationId organisation);  // by name
void set_closed_desks(platform::Act& act, OrganisationId organisation, const std::vector<std::string>& desks);

}  // namespace identity
