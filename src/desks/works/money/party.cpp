#include "desks/works/money/party.hpp"

#include "floor/identity/legal.hpp"
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

std::string party_lines(db::Transaction& tx, identity::OrganisationId id, VatNumber vat) {
  const auto organisation = identity::organisation(tx, id);
  MANDAT_ASSERT(organisation);
  std::string lines = organisation->name + address_of(tx, id);
  if (organisation->siren) {
    lines += "\nSIREN " + organisation->siren->text();
    if (vat == VatNumber::shown) lines += "\nTVA " + identity::vat_number_of(*organisation->siren).text();
  }
  return lines;
}

std::string house_lines(db::Transaction& tx) {
  const auto house = identity::operating_organisation(tx);
  MANDAT_ASSERT(house);
  const auto legal = identity::legal_of(tx, *house);
  std::string lines = identity::organisation_name(tx, *house);
  if (!legal.legal_form.empty()) lines += "\n" + legal.legal_form;
  lines += address_of(tx, *house);
  if (legal.siren) lines += "\nSIREN " + legal.siren->text();
  if (legal.vat_number) lines += "\nTVA " + legal.vat_number->text();
  return lines;
}

bool nameable(db::Transaction& tx, identity::OrganisationId partner) {
  return identity::lacks_of_house(tx).empty() && identity::lacks_of_partner(tx, partner).empty();
}

std::optional<Creditor> creditor(db::Transaction& tx) {
  const auto account = payments::account_in_force(tx);
  if (!account || !account->own.creditor_id || !identity::lacks_of_house(tx).empty()) return std::nullopt;
  const auto house = identity::operating_organisation(tx);
  return Creditor{account->own.name + address_of(tx, *house), *account->own.creditor_id};
}

}  // namespace works::money
