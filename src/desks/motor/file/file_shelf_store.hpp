// Internal to the file's folder: tells the lists kept in memory (ADR 15) what changes in them.
#pragma once

#include "desks/motor/file/file_list.hpp"

namespace motor::file {

// To be called for every list in which the file stands, or stood; without a file, the list is read anew.
void note_change(db::Transaction& tx, const Scope& scope, std::optional<FileId> file);

}  // namespace motor::file
