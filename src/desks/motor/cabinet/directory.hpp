// The adjusting firms of the desk, as administrators open them (M2.cabinet, M31): who is not opened is in no list of
// M2.
#pragma once

#include <string>
#include <vector>

#include "base/rule.hpp"
#include "desks/motor/cabinet/cabinet.hpp"
#include "floor/identity/organisations.hpp"
#include "floor/members/invitation.hpp"
#include "floor/platform/platform.hpp"
#include "web/http.hpp"

namespace motor::cabinet {

inline constexpr base::Rule directory_rules[] = {
    MANDAT_RULE("M2.cabinet",
                "An administrator opens a cabinet: name, SIRET, code and its first person, who sets a password by a "
                "link that serves once; from then on repairers choose it and it has files. Its code may change: what "
                "it made before keeps the former one"),
};

inline constexpr base::RefusalCode known{base::RefusalKind::conflict, "motor.cabinet.known"};
inline constexpr base::RefusalCode unknown{base::RefusalKind::not_found, "motor.cabinet.unknown"};

base::Outcome<identity::OrganisationId> open(platform::Act& act, const web::Fields& typed);
base::Outcome<base::Done> change_code(platform::Act& act, identity::OrganisationId cabinet, std::string_view typed);
// Another person to begin with: the first one never came, or left.
base::Outcome<base::Done> invite(platform::Act& act, identity::OrganisationId cabinet, const web::Fields& typed);

struct Listed {
  Cabinet cabinet;
  identity::Organisation organisation;
  std::optional<identity::Member> person;  // the first who can sign in
};
std::vector<Listed> directory(db::Transaction& tx);  // by code

}  // namespace motor::cabinet
