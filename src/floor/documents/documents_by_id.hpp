// The documents that a list names, read at once.
#pragma once

#include <unordered_map>
#include <vector>

#include "floor/documents/documents.hpp"

namespace documents {

// In a statement for each 64 ids.
std::unordered_map<DocumentId, Document> find_all(db::Transaction& tx, const std::vector<DocumentId>& ids);

}  // namespace documents
