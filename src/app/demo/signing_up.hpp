// The public sign-up, as people of the demo go through it: the form's own act, and the mailed confirmation.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/house.hpp"

namespace app::demo {

using Values = std::vector<std::pair<std::string, std::string>>;  // name and value of a form's fields

// Types the form without script, then follows the mailed confirmation.
identity::OrganisationId sign_up(House& house, std::string_view kind, const std::string& mail, Values values);

// A SIRET of an invented SIREN: its `nth` establishment number that passes the checksum.
std::string siret_of(int number, int nth = 0);

// Everything due is done, everything written is sent.
void settle(House& house);

}  // namespace app::demo
