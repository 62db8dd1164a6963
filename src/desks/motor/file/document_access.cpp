#include "desks/motor/file/document_access.hpp"

#include "desks/motor/document/paper.hpp"

namespace motor::file {

bool may_see_document(db::Transaction& tx, const documents::Document& document, const identity::Actor& actor) {
  const auto file = find(tx, FileId{document.file.id}, actor);
  return file && (actor.organisation == file->cabinet || document::posted_to(tx, *file, document.id));
}

std::vector<bool> may_read_messages(db::Transaction& tx, std::span<const visit::Written> written,
                                    const identity::Actor& actor) {
  std::vector<FileId> files;
  for (const auto& one : written) files.push_back({one.file.id});
  const auto seen = seen_by(tx, actor, files);
  std::vector<bool> readable;
  for (const auto id : files) readable.push_back(seen.contains(id));
  return readable;
}

}  // namespace motor::file
