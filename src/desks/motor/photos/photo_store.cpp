#include "desks/motor/photos/photo_set.hpp"

namespace motor::photos {
namespace {

#define PHOTO_COLUMNS "id, file_id, document_id, slot, author_id, at, standing, reason"

Photo read(const db::Row& row) {
  const auto slot = slot_from_text(row.text(3));
  const auto standing = standing_from_text(row.text(6));
  MANDAT_ASSERT(slot && standing);
  return {.id = row.get<PhotoId>(0),
          .file = row.get<FileId>(1),
          .document = row.get<documents::DocumentId>(2),
          .slot = *slot,
          .author = row.get<identity::OrganisationId>(4),
          .at = row.get<base::Instant>(5),
          .standing = *standing,
          .reason = row.get<std::string>(7)};
}

}  // namespace

void insert(db::Transaction& tx, const Photo& photo) {
  tx.execute("INSERT INTO motor_photos (" PHOTO_COLUMNS
             ") VALUES (:id, :file, :document, :slot, :author, :at, :standing, :reason)",
             {{"id", photo.id},
              {"file", photo.file},
              {"document", photo.document},
              {"slot", to_text(photo.slot)},
              {"author", photo.author},
              {"at", photo.at},
              {"standing", to_text(photo.standing)},
              {"reason", photo.reason}});
}

void save(db::Transaction& tx, const Photo& photo) {
  tx.execute("UPDATE motor_photos SET standing = :standing, reason = :reason WHERE id = :id",
             {{"id", photo.id}, {"standing", to_text(photo.standing)}, {"reason", photo.reason}});
}

std::optional<Photo> find(db::Transaction& tx, PhotoId id) {
  return tx.row("SELECT " PHOTO_COLUMNS " FROM motor_photos WHERE id = :id", {{"id", id}}, read);
}

std::vector<Photo> of_file(db::Transaction& tx, FileId id) {
  return tx.rows("SELECT " PHOTO_COLUMNS
                 " FROM motor_photos WHERE file_id = :file AND standing <> 'replaced' ORDER BY id",
                 {{"file", id}}, read);
}

}  // namespace motor::photos
