// All that the page of a placement shows, read in one snapshot.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desks/credit/placement/placement.hpp"
#include "floor/audit/audit.hpp"
#include "floor/deadlines/deadlines.hpp"
#include "floor/documents/documents.hpp"
#include "floor/identity/names.hpp"
#include "floor/messages/messages.hpp"
#include "floor/visit/route.hpp"
#include "web/ui/form.hpp"

namespace credit::file {

struct FileView {
  placement::Placement placement;
  std::vector<placement::PlannedStep> plan;
  std::vector<audit::Fact> facts;
  std::vector<deadlines::Deadline> deadlines;
  std::vector<std::string> concerned = {};  // of each delay, the insurer
  std::vector<documents::Document> documents;
  std::vector<messages::Message> messages;
  identity::Names names;
  base::Instant now;
  std::string csrf_token;
  bool may_act;              // the broker's people, not readers
  web::ui::FormState typed;  // into the form of papers, when it is shown again
};
std::optional<FileView> load(db::Transaction& tx, PlacementId id, const visit::Visit& visit);

// Cards
web::html::Markup deadlines_card(const FileView& view, const visit::Site& site);
web::html::Markup papers_card(const FileView& view);
web::html::Markup messages_card(const FileView& view);

}  // namespace credit::file
