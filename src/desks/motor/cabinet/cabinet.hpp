// An adjusting firm (cabinet d'expertise) as the desk knows it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/outcome.hpp"
#include "db/database.hpp"
#include "floor/identity/actor.hpp"

namespace motor::cabinet {

inline constexpr base::RefusalCode bad_code{base::RefusalKind::invalid, "motor.cabinet.bad_code"};
inline constexpr base::RefusalCode code_taken{base::RefusalKind::conflict, "motor.cabinet.code_taken"};

struct Cabinet {
  identity::OrganisationId organisation;
  std::string code;  // "ATMOS": capitals and digits, 2 to 20; in lists and in the names of documents
};

// Whether it may bear that code: well formed, and no other firm's.
base::Outcome<base::Done> check_code(db::Transaction& tx, const Cabinet& cabinet);
// Makes the organisation a firm of the desk, or gives it another code.
base::Outcome<base::Done> enrol(db::Transaction& tx, const Cabinet& cabinet);
std::optional<Cabinet> find(db::Transaction& tx, identity::OrganisationId organisation);
std::vector<Cabinet> all(db::Transaction& tx);  // by code: the choice of M2
std::int64_t next_document_number(db::Transaction& tx, identity::OrganisationId organisation);  // M17; enrolled

}  // namespace motor::cabinet
