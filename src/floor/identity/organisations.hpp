// Organisations (a SIREN, of one or several kinds), their establishments and who works there (P1).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "floor/identity/actor.hpp"
#include "floor/places/point.hpp"
#include "floor/platform/act.hpp"

namespace identity {

inline constexpr base::Rule organisation_rules[] = {
    MANDAT_RULE("P1",
                "An organisation has a SIREN and one or several kinds, an establishment a SIRET of that SIREN; one "
                "organisation, the administrators', operates the database"),
};

enum class Status {
  active,
  suspended,  // by an administrator: nobody signs in for it
  closed,     // left; organisations only
};
std::string_view to_text(Status status);
std::optional<Status> status_from_text(std::string_view text);
std::string_view label(Status status);  // "Actif"

inline constexpr base::RefusalCode missing_name{base::RefusalKind::invalid, "identity.missing_name"};
inline constexpr base::RefusalCode siren_taken{base::RefusalKind::conflict, "identity.siren_taken"};
inline constexpr base::RefusalCode siret_taken{base::RefusalKind::conflict, "identity.siret_taken"};
inline constexpr base::RefusalCode siret_of_another{base::RefusalKind::invalid, "identity.siret_of_another"};
inline constexpr base::RefusalCode operator_exists{base::RefusalKind::conflict, "identity.operator_exists"};

struct NewOrganisation {
  std::string name;
  KindSet kinds;  // at least one (asserted)
  std::optional<base::Siren> siren = {};
  std::optional<base::Phone> phone = {};
  std::optional<base::EmailAddress> email = {};
};
struct Organisation {
  OrganisationId id;
  std::string name;
  KindSet kinds;
  std::optional<base::Siren> siren;
  std::optional<base::Phone> phone;
  std::optional<base::EmailAddress> email;
  Status status;
  base::Instant created;
};
// Refuses a name left empty, a SIREN that is taken, and a second operating organisation.
base::Outcome<OrganisationId> create_organisation(platform::Act& act, const NewOrganisation& organisation);

std::optional<Organisation> organisation(db::Transaction& tx, OrganisationId id);
std::string organisation_name(db::Transaction& tx, OrganisationId id);  // empty when there is none
// In the order of the ids, in a statement for each 64 of them.
std::vector<std::string> organisation_names(db::Transaction& tx, const std::vector<OrganisationId>& ids);
std::optional<OrganisationId> operating_organisation(db::Transaction& tx);

struct NewEstablishment {
  std::optional<base::Siret> siret = {};  // of the organisation's SIREN, when it has one
  std::string street;
  base::PostalCode postal_code;
  std::string city;
  std::string insee = {};  // code of the commune; empty when unknown
  std::optional<places::Point> position = {};
};
struct Establishment : NewEstablishment {
  EstablishmentId id;
  OrganisationId organisation;
};
base::Outcome<EstablishmentId> create_establishment(platform::Act& act, OrganisationId organisation,
                                                    const NewEstablishment& establishment);
std::vector<Establishment> establishments_of(db::Transaction& tx, OrganisationId organisation);  // oldest first
std::optional<Establishment> establishment(db::Transaction& tx, EstablishmentId id);
std::optional<Establishment> establishment_with(db::Transaction& tx, const base::Siret& siret);

// Someone who may be written to on behalf of an organisation: active accounts only.
struct Member {
  AccountId account;
  std::string name;
  base::EmailAddress email;
  std::optional<base::Phone> phone;
  Role role;
  std::optional<base::Instant> last_sign_in;
};
std::vector<Member> members(db::Transaction& tx, OrganisationId organisation);  // managers first, then oldest first

}  // namespace identity
