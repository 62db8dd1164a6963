// A file that the house made itself, kept in the store as one that was sent: checked, durable, named by its hash.
#pragma once

#include <string>
#include <string_view>

#include "floor/documents/documents.hpp"

namespace documents {

// Refused as an upload would be. On a route of Pace::waits, or in a worker: a child process checks it.
base::Outcome<Prepared> keep_own_pdf(Store& store, identity::OrganisationId owner, std::string_view pdf,
                                     std::string filename);

// A workbook that the house wrote (tables/writing.hpp): kept as it is, for there is nothing of a stranger to check in
// it. Refused: store_full. On a route of Pace::waits, or in a worker: it is synced.
base::Outcome<Prepared> keep_own_workbook(const Store& store, identity::OrganisationId owner, std::string_view xlsx,
                                          std::string_view filename);

// The bytes of a document as they stand in the store. Throws std::system_error when the file is gone.
std::string bytes_of(const Store& store, const Document& document);

}  // namespace documents
