// Who among the parties of a claim may see one of its documents (P2, P3).
#pragma once

#include <span>
#include <vector>

#include "db/database.hpp"
#include "floor/documents/documents.hpp"
#include "floor/identity/actor.hpp"
#include "floor/visit/written.hpp"

namespace works {

// The claim's broker and administrators see all; a firm sees what its mandate shows it (W13, W14).
bool may_see_document(db::Transaction& tx, const documents::Document& document, const identity::Actor& actor);

// W14: a firm reads what was written to it about a claim while it is asked or holds the job, and what was written once
// it had lost it (which names nobody); never again the contact details it was given in between.
std::vector<bool> may_read_messages(db::Transaction& tx, std::span<const visit::Written> written,
                                    const identity::Actor& actor);

}  // namespace works
