// What a list says of many organisations, read at once: in a statement for each 64 ids.
#pragma once

#include <unordered_map>
#include <vector>

#include "floor/identity/organisations.hpp"

namespace identity {

std::unordered_map<OrganisationId, Organisation> organisations(db::Transaction& tx,
                                                               const std::vector<OrganisationId>& ids);
std::unordered_map<EstablishmentId, Establishment> establishments(db::Transaction& tx,
                                                                  const std::vector<EstablishmentId>& ids);
// Of each organisation that has one, the first of its members().
std::unordered_map<OrganisationId, Member> first_members(db::Transaction& tx,
                                                         const std::vector<OrganisationId>& organisations);

}  // namespace identity
