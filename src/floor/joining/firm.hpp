// What a firm types at sign-up, whatever its trade, and what is made of it: an organisation, its establishment, its
// person.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/identifiers.hpp"
#include "base/outcome.hpp"
#include "floor/identity/legal.hpp"
#include "floor/identity/memberships.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/places/communes.hpp"
#include "web/http.hpp"

namespace joining {

inline constexpr base::RefusalCode name_missing{base::RefusalKind::invalid, "joining.name_missing"};
inline constexpr base::RefusalCode name_too_long{base::RefusalKind::invalid, "joining.name_too_long"};
inline constexpr base::RefusalCode bad_mobile{base::RefusalKind::invalid, "joining.bad_mobile"};
inline constexpr base::RefusalCode siret_length{base::RefusalKind::invalid, "joining.siret_length"};
inline constexpr base::RefusalCode siret_mistyped{base::RefusalKind::invalid, "joining.siret_mistyped"};
inline constexpr base::RefusalCode bad_postal_code{base::RefusalKind::invalid, "joining.bad_postal_code"};
inline constexpr base::RefusalCode choice_missing{base::RefusalKind::invalid, "joining.choice_missing"};

inline constexpr std::size_t longest_name = 120;  // characters

// Each adds its refusal beside the field when it finds nothing good.
void check_name(const web::Fields& form, std::string_view field, base::Refusals& refusals);
void check_mobile(const web::Fields& form, std::string_view field, std::string_view postal_code_field,
                  base::Refusals& refusals);
std::optional<base::Siret> check_siret(const web::Fields& form, std::string_view field, base::Refusals& refusals);
const places::Commune* check_postal_code(const web::Fields& form, std::string_view field, base::Refusals& refusals);

// Who stands already for the firm of that SIRET; for that establishment alone (M5). None: nobody belongs to it.
std::optional<identity::AccountId> holder_of(db::Transaction& tx, std::string_view typed_siret);
std::optional<identity::AccountId> holder_of_site(db::Transaction& tx, std::string_view typed_siret);

struct NewFirm {
  std::string name;
  identity::OrganisationKind kind;
  base::Siret siret;
  base::PostalCode postal_code;
  identity::Address seat = {};  // complete, or not asked for
  std::optional<base::Phone> phone = {};
  base::EmailAddress email;
};
struct Firm {
  identity::OrganisationId organisation;
  identity::Establishment establishment;
  identity::MembershipState state;  // of the account
};
// The firm with that SIREN and that establishment, made where they are missing; the account becomes its manager, or
// asks to be let in where somebody stands for it already (P1.asked).
Firm enrol(platform::Act& act, const NewFirm& firm, identity::AccountId account);
identity::Establishment establishment_for(platform::Act& act, identity::OrganisationId organisation,
                                          const base::Siret& siret, const base::PostalCode& postal_code);

}  // namespace joining
