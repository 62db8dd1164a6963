// Who among the parties of a file may see its documents and read what was written about it.
#pragma once

#include "desks/motor/file/file.hpp"
#include "floor/documents/documents.hpp"

namespace motor::file {

// The firm sees all; the repairer what the firm posted, and what he sent himself (the floor says so).
bool may_see_document(db::Transaction& tx, const documents::Document& document, const identity::Actor& actor);
bool may_read_message(db::Transaction& tx, const platform::FileRef& file, base::Instant written,
                      const identity::Actor& actor);

}  // namespace motor::file
