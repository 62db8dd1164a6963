// Who among the parties of a claim may see one of its documents (P2, P3).
#pragma once

#include "db/database.hpp"
#include "floor/documents/documents.hpp"
#include "floor/identity/actor.hpp"

namespace works {

// The claim's broker and administrators see all; a firm sees what its mandate shows it (W13, W14).
bool may_see_document(db::Transaction& tx, const documents::Document& document, const identity::Actor& actor);

}  // namespace works
