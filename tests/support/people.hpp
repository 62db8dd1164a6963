// Persons and organisations of a test, made in one line. None exists.
#pragma once

#include <string>

#include "floor/identity/accounts.hpp"
#include "floor/platform/platform.hpp"

namespace support {

inline constexpr std::string_view password_of_everybody = "quatre mots sans lien";

struct Person {
  identity::Actor actor;
  std::string email;
  std::string secret;  // of an open session
};

// Those between whom bills are made are named in full.
identity::OrganisationId new_organisation(platform::Platform& platform, identity::KindSet kinds,
                                          std::string name = "Cabinet Durand");
// Somebody new in the organisation, signed in.
Person new_member(platform::Platform& platform, identity::OrganisationId organisation,
                  identity::Role role = identity::Role::manager, std::string name = "Claire Fontaine");
// P9.identity: SIREN, address and what else a bill says of it; what it was called stays. Again: nothing changes.
void name_in_full(platform::Platform& platform, identity::OrganisationId organisation);
// Both at once.
Person new_person(platform::Platform& platform, identity::KindSet kinds, identity::Role role = identity::Role::manager);

}  // namespace support
