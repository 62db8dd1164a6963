// Organisations as an administrator looks them up: by words of the name, or by the beginning of the SIREN.
#pragma once

#include <string>
#include <vector>

#include "floor/identity/organisations.hpp"

namespace identity {

struct OrganisationLine {
  OrganisationId id;
  std::string name;
  std::optional<base::Siren> siren;
  Status status;
  KindSet kinds;
};
// `typed`: as typed; a SIREN or SIRET may hold spaces. By name, at most `limit`.
std::vector<OrganisationLine> find_organisations(db::Transaction& tx, std::string_view typed, int limit);
std::int64_t count_organisations(db::Transaction& tx, std::string_view typed, int most);  // up to most + 1

std::string kinds_text(KindSet kinds);  // "Courtier, Assureur"

}  // namespace identity
