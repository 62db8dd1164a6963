// All that the page of a placement shows, read in one snapshot.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desks/credit/placement/placement.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/route.hpp"

namespace credit::file {

struct FileView {
  placement::Placement placement;
  std::vector<placement::PlannedStep> plan;
  std::vector<audit::Fact> facts;
  identity::Names names;
  base::Instant now;
  std::string csrf_token;
  bool may_act;  // the broker's people, not readers
};
std::optional<FileView> load(db::Transaction& tx, PlacementId id, const visit::Visit& visit);

}  // namespace credit::file
