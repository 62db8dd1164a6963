// One set of papers and pictures that every firm and garage of the demo shares: each is checked once, and stands in the
// store of all.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "desks/motor/document/paper.hpp"
#include "desks/motor/photos/photo_rules.hpp"

namespace app::demo::motor_desk {

class PaperSet {
 public:
  // `folder` takes the papers before they are stored, by `first`.
  PaperSet(documents::Store& store, identity::OrganisationId first, const std::filesystem::path& folder);

  // As the owner's.
  documents::Prepared of(identity::OrganisationId owner, motor::document::Kind kind);
  documents::Prepared of(identity::OrganisationId owner, motor::photos::Slot slot);

 private:
  const documents::Prepared& share(identity::OrganisationId owner, const documents::Prepared& prepared);

  documents::Store& store_;
  identity::OrganisationId first_;
  std::map<motor::document::Kind, documents::Prepared> papers_;
  std::map<motor::photos::Slot, documents::Prepared> pictures_;
  std::set<std::pair<identity::OrganisationId, std::string>> shared_;  // owner and SHA-256
};

}  // namespace app::demo::motor_desk
