#include "desks/motor/file/document_access.hpp"

namespace motor::file {

bool may_see_document(db::Transaction& tx, const documents::Document& document, const identity::Actor& actor) {
  const auto file = find(tx, FileId{document.file.id}, actor);
  return file && (actor.organisation == file->cabinet || document.owner == file->cabinet);
}

bool may_read_message(db::Transaction& tx, const platform::FileRef& file, base::Instant, const identity::Actor& actor) {
  return find(tx, FileId{file.id}, actor).has_value();
}

}  // namespace motor::file
