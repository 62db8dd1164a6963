// The credit insurers of the French market (C4): those of data/credit_insurers.tsv, as administrators changed them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "floor/identity/actor.hpp"

namespace credit::insurer {

struct Insurer {
  std::string slug;  // never changes once used
  std::string name;
  identity::OrganisationId space;  // of its underwriters; none: it has no space here
  std::string email;               // of its underwriting desk; empty when not known
  bool active = true;
};

std::vector<Insurer> insurers(db::Transaction& tx);  // by name
void save(db::Transaction& tx, const Insurer& insurer);

}  // namespace credit::insurer
