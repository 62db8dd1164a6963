// What the help asks of files by their SIRET (M30): numbers for their repairer, the files themselves for their firm
// alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desks/motor/file/file.hpp"

namespace motor::file {

struct SiretFiles {
  identity::OrganisationId cabinet;
  std::string siret;
  std::int64_t files;
};
// The files the repairer sees, by firm and SIRET.
std::vector<SiretFiles> seen_by(db::Transaction& tx, identity::OrganisationId repairer);
// Files of those firms whose SIRET is of that SIREN and that no repairer sees.
std::vector<SiretFiles> unseen_of_siren(db::Transaction& tx, const std::vector<identity::OrganisationId>& cabinets,
                                        std::string_view siren);
// Each SIRET among the firm's files, once, in a number of steps that does not grow with the number of files.
std::vector<std::string> sirets_of(db::Transaction& tx, identity::OrganisationId cabinet, int limit);
// The firm's files of those SIRETs that no repairer sees; at most 32 SIRETs.
std::vector<SiretFiles> unseen_with(db::Transaction& tx, identity::OrganisationId cabinet,
                                    const std::vector<std::string>& sirets);
// The firm's files of that number, plate or claim number, however written.
std::vector<File> named(db::Transaction& tx, identity::OrganisationId cabinet, std::string_view typed, int limit);

}  // namespace motor::file
