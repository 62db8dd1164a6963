#include "floor/joining/firm.hpp"

#include "base/text.hpp"
#include "base/typed_text.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/held_accounts.hpp"
#include "floor/identity/memberships.hpp"

namespace joining {

void check_name(const web::Fields& form, std::string_view field, base::Refusals& refusals) {
  const std::string name = base::squeeze(form.get(field));
  if (name.empty()) refusals.push_back({name_missing, std::string(field)});
  if (base::count_code_points(name) > longest_name)
    refusals.push_back({name_too_long, std::string(field), {std::to_string(longest_name)}});
}

void check_mobile(const web::Fields& form, std::string_view field, std::string_view postal_code_field,
                  base::Refusals& refusals) {
  const auto phone = base::Phone::parse(form.get(field), base::trim(form.get(postal_code_field)));
  if (!phone || !phone->mobile()) refusals.push_back({bad_mobile, std::string(field)});
}

std::optional<base::Siret> check_siret(const web::Fields& form, std::string_view field, base::Refusals& refusals) {
  const auto siret = base::Siret::parse(form.get(field));
  if (siret) return siret;
  const std::string digits = base::compact(form.get(field), ".-");
  if (digits.size() == 14 && base::all_digits(digits))
    refusals.push_back({siret_mistyped, std::string(field)});
  else
    refusals.push_back({siret_length, std::string(field)});
  return std::nullopt;
}

const places::Commune* check_postal_code(const web::Fields& form, std::string_view field, base::Refusals& refusals) {
  const auto communes = places::communes_of(base::trim(form.get(field)));
  if (communes.empty()) {
    refusals.push_back({bad_postal_code, std::string(field)});
    return nullptr;
  }
  return &communes.front();
}

std::optional<identity::AccountId> holder_of(db::Transaction& tx, std::string_view typed_siret) {
  const auto siret = base::Siret::parse(typed_siret);
  if (!siret) return std::nullopt;
  const auto organisation = identity::organisation_with(tx, base::siren_of(*siret));
  return organisation ? identity::first_member(tx, *organisation) : std::nullopt;
}

std::optional<identity::AccountId> holder_of_site(db::Transaction& tx, std::string_view typed_siret) {
  const auto siret = base::Siret::parse(typed_siret);
  const auto site = siret ? identity::establishment_with(tx, *siret) : std::nullopt;
  return site ? identity::first_member(tx, site->organisation) : std::nullopt;
}

identity::Establishment establishment_for(platform::Act& act, identity::OrganisationId organisation,
                                          const base::Siret& siret, const base::PostalCode& postal_code) {
  if (auto known = identity::establishment_with(act.tx, siret)) return *std::move(known);
  const auto communes = places::communes_of(postal_code.text());
  const places::Commune* only = communes.size() == 1 ? &communes.front() : nullptr;
  const auto made =
      identity::create_establishment(act, organisation,
                                     {.siret = siret,
                                      .street = {},
                                      .postal_code = postal_code,
                                      .city = only == nullptr ? std::string() : std::string(only->name),
                                      .insee = only == nullptr ? std::string() : std::string(only->insee)});
  MANDAT_ASSERT(made.ok());  // the SIRET is nobody's, and of this SIREN
  return identity::establishment_with(act.tx, siret).value();
}

Firm enrol(platform::Act& act, const NewFirm& firm, identity::AccountId account) {
  auto organisation = identity::organisation_with(act.tx, base::siren_of(firm.siret));
  const bool known = organisation.has_value();
  if (!known) {
    const auto made = identity::create_organisation(act, {.name = base::squeeze(firm.name),
                                                          .kinds = {firm.kind},
                                                          .siren = base::siren_of(firm.siret),
                                                          .phone = firm.phone,
                                                          .email = firm.email});
    MANDAT_ASSERT(made.ok());
    organisation = *made;
  }
  const auto state = identity::join_or_ask(act, *organisation, account);
  // What a stranger says of a firm that others stand for is not believed yet: its desk adds the kind once it validates.
  const bool stands = state == identity::MembershipState::active;
  if (known && stands) identity::add_kind(act.tx, *organisation, firm.kind);
  auto establishment = establishment_for(act, *organisation, firm.siret, firm.postal_code);
  if (stands && firm.seat.complete() && establishment.street.empty()) {
    identity::change_address(act, establishment.id, firm.seat);
    establishment = identity::establishment(act.tx, establishment.id).value();
  }
  return {*organisation, std::move(establishment), state};
}

}  // namespace joining
