// Internal to the file's folder: rows kept for whoever lists a file, its firm and its repairer: its words, and to whom
// it is NEW. They are always what the file, what was read of it and the books of news make them (tested by comparison).
#pragma once

#include "desks/motor/file/file.hpp"

namespace motor::file {

// From what it was, null when it is new; to what it is.
void write_words(db::Transaction& tx, const File* before, const File& file);

// NEW to each person of either side who keeps a book and has not seen all that was posted (M14).
void write_news(db::Transaction& tx, const File& file);
void drop_news(db::Transaction& tx, FileId file, identity::OrganisationId of);

// The same of all files of one SIRET: while they are `repairer`'s, they leave his lists; once they are, they stand
// there.
void drop_marks(db::Transaction& tx, identity::OrganisationId cabinet, std::string_view siret,
                identity::OrganisationId repairer);
void write_marks(db::Transaction& tx, identity::OrganisationId cabinet, std::string_view siret,
                 identity::OrganisationId repairer);

}  // namespace motor::file
