// Internal to the file's folder: the shelves of a process, each brought up to what a transaction sees (ADR 15).
//
// Whatever changes a file tells so, in the same transaction, to each list it stands in, or left: the list's count of
// changes rises by one, and a row says which file it was. Who reads takes up the changes beyond those it knows. So a
// shelf is as new as the snapshot that reads it, on any number of servers, and a transaction that rolled back is never
// seen; it may be newer, when another request has just brought it further.
#pragma once

#include "desks/motor/file/file_list.hpp"

namespace motor::file {

// To be called for every list in which the file stands, or stood; without a file, the list is read anew.
void note_change(db::Transaction& tx, const Scope& scope, std::optional<FileId> file);

}  // namespace motor::file
