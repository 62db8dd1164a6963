// Who bills whom: names, addresses and numbers as a bill and a mandate must show them (CGI ann. II art. 242 nonies A).
#pragma once

#include <optional>
#include <string>

#include "base/identifiers.hpp"
#include "db/database.hpp"
#include "floor/identity/actor.hpp"

namespace works::money {

// Line by line: name, address, SIREN, and the VAT number when asked for.
enum class VatNumber { shown, left_out };
std::string party_lines(db::Transaction& tx, identity::OrganisationId organisation, VatNumber vat);
std::string house_lines(db::Transaction& tx);  // the operating organisation's, its legal form under its name
// P9.identity: both have said all that a bill or a mandate between them must name.
bool nameable(db::Transaction& tx, identity::OrganisationId partner);

// The house as creditor of direct debits; none until its account and its ICS are in force and it has said who it is.
struct Creditor {
  std::string lines;  // name, then address
  base::CreditorId id;
};
std::optional<Creditor> creditor(db::Transaction& tx);

}  // namespace works::money
