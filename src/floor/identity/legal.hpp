// The legal identity of organisations, as bills and mandates name them (P9.identity).
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "floor/identity/legal_rules.hpp"
#include "floor/identity/organisations.hpp"

namespace identity {

Legal legal_of(db::Transaction& tx, OrganisationId organisation);  // its first establishment is its seat
// What one of the two still lacks: the house first. Empty: a bill may be made.
std::vector<Lack> lacks_of_house(db::Transaction& tx);
std::vector<Lack> lacks_of_partner(db::Transaction& tx, OrganisationId partner);
// Those of the partners who lack nothing, in a statement for each 64 of them.
std::unordered_set<OrganisationId> named_in_full(db::Transaction& tx, const std::vector<OrganisationId>& partners);
// 1 while the house lacks something, else 0: one more number of a frame.
extern const std::string_view house_lacks_sql;

void change_address(platform::Act& act, EstablishmentId establishment, const Address& address);
// Of the seat; the establishment is made when there is none.
void change_seat(platform::Act& act, OrganisationId organisation, const Address& seat);

struct HouseIdentity {
  std::string name, legal_form;
  base::Siren siren;
  base::VatNumber vat_number;
  Address seat;
};
// Refuses a SIREN that is another organisation's, beside its field.
base::Outcome<base::Done> change_house(platform::Act& act, OrganisationId house, const HouseIdentity& wanted);

}  // namespace identity
