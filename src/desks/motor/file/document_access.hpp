// Who among the parties of a file may see its documents and read what was written about it.
#pragma once

#include <span>
#include <vector>

#include "desks/motor/file/file.hpp"
#include "floor/documents/documents.hpp"
#include "floor/visit/written.hpp"

namespace motor::file {

// The firm sees all; the repairer what the firm posted to him, and what he sent himself (the floor says so).
bool may_see_document(db::Transaction& tx, const documents::Document& document, const identity::Actor& actor);
std::vector<bool> may_read_messages(db::Transaction& tx, std::span<const visit::Written> written,
                                    const identity::Actor& actor);

}  // namespace motor::file
