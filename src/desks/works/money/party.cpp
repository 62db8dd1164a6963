#include "desks/works/money/party.hpp"

#include <fmt/format.h>

#include "floor/identity/organisations.hpp"
#include "floor/payments/own_account.hpp"

namespace works::money {
namespace {

std::string address_of(db::Transaction& tx, identity::OrganisationId organisation) {
  const auto establishments = identity::establishments_of(tx, organisation);
  if (establishments.empty()) return {};
  const auto& seat = establishments.front();
  return (seat.street.empty() ? "" : "\n" + seat.street) + "\n" + seat.postal_code.text() + " " + seat.city;
}

}  // namespace

// The key is what the number gives modulo 97 (CGI ann. II, art. 242 nonies; the form of docs/identifiers.md).
std::string vat_number_of(const base::Siren& siren) {
  const int rest = static_cast<int>(std::stoll(siren.text()) % 97);
  return fmt::format("FR{:02}{}", (12 + 3 * rest) % 97, siren.text());
}

std::string party_lines(db::Transaction& tx, identity::OrganisationId id, VatNumber vat) {
  const auto organisation = identity::organisation(tx, id);
  MANDAT_ASSERT(organisation);
  std::string lines = organisation->name + address_of(tx, id);
  if (organisation->siren) {
    lines += "\nSIREN " + organisation->siren->text();
    if (vat == VatNumber::shown) lines += "\nTVA " + vat_number_of(*organisation->siren);
  }
  return lines;
}

std::string house_lines(db::Transaction& tx) {
  const auto house = identity::operating_organisation(tx);
  return house ? party_lines(tx, *house, VatNumber::shown) : std::string("Mandat");
}

std::optional<Creditor> creditor(db::Transaction& tx) {
  const auto account = payments::account_in_force(tx);
  if (!account || !account->own.creditor_id) return std::nullopt;
  const auto house = identity::operating_organisation(tx);
  return Creditor{account->own.name + (house ? address_of(tx, *house) : std::string()), *account->own.creditor_id};
}

}  // namespace works::money
