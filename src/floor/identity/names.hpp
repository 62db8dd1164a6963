// The names a list shows, asked for at once instead of line by line.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "db/database.hpp"
#include "floor/identity/actor.hpp"

namespace identity {

class Names {
 public:
  Names() = default;  // of nobody
  // One statement for 64 ids of a list, none for a list that names nobody. An id may stand there twice, or be nobody's.
  Names(db::Transaction& tx, std::vector<OrganisationId> organisations, std::vector<AccountId> accounts = {});

  const std::string& of(OrganisationId id) const;  // empty when there is none
  const std::string& of(AccountId id) const;

 private:
  std::unordered_map<OrganisationId, std::string> organisations_;
  std::unordered_map<AccountId, std::string> accounts_;
};

}  // namespace identity
