#include "db/id_batches.hpp"
#include "floor/documents/documents_by_id.hpp"
#include "floor/documents/stored_files.hpp"

namespace documents {
namespace {

// Workbooks stand in a table of their own, with the type that it implies; whoever reads documents reads both.
#define SHARED_COLUMNS "id, owner_id, file_kind, file_id, subject_kind, subject_id, kind, filename, size, sha256, "
#define WORKBOOK_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define EVERY_DOCUMENT                                                                                        \
  "select " SHARED_COLUMNS "media_type, has_thumbnail, received_at, received_by from (select " SHARED_COLUMNS \
  "media_type, has_thumbnail, received_at, received_by from documents union all select " SHARED_COLUMNS       \
  "'" WORKBOOK_TYPE "', 0, received_at, received_by from document_workbooks) as every_document "

Document read_document(const db::Row& row) {
  const auto type = media_type_from_text(row.text(10));
  MANDAT_ASSERT(type);
  return {.id = row.get<DocumentId>(0),
          .owner = row.get<identity::OrganisationId>(1),
          .file = {row.get<std::string>(2), row.get<std::int64_t>(3)},
          .subject_kind = row.get<std::string>(4),
          .subject_id = row.get<std::int64_t>(5),
          .kind = row.get<std::string>(6),
          .filename = row.get<std::string>(7),
          .type = *type,
          .size = row.get<std::uint64_t>(8),
          .sha256 = row.get<std::string>(9),
          .has_thumbnail = row.get<bool>(11),
          .received = row.get<base::Instant>(12),
          .by = row.get<identity::AccountId>(13)};
}

constexpr std::string_view into_documents =
    "insert into documents (id, owner_id, file_kind, file_id, subject_kind, subject_id, kind, filename, media_type, "
    "size, sha256, has_thumbnail, received_at, received_by) values (:id, :owner, :file_kind, :file, :subject_kind, "
    ":subject, :kind, :filename, :type, :size, :sha256, :has_thumbnail, :now, :by)";
constexpr std::string_view into_workbooks =
    "insert into document_workbooks (id, owner_id, file_kind, file_id, subject_kind, subject_id, kind, filename, size, "
    "sha256, received_at, received_by) values (:id, :owner, :file_kind, :file, :subject_kind, :subject, :kind, "
    ":filename, :size, :sha256, :now, :by)";

}  // namespace

DocumentId attach(platform::Act& act, const Prepared& prepared, const NewDocument& document) {
  const DocumentId id{act.ids.next()};
  act.tx.execute(prepared.type == MediaType::xlsx ? into_workbooks : into_documents,
                 {{"id", id},
                  {"owner", document.owner},
                  {"file_kind", document.file.kind},
                  {"file", document.file.id},
                  {"subject_kind", document.subject_kind},
                  {"subject", document.subject_id},
                  {"kind", document.kind},
                  {"filename", prepared.filename},
                  {"type", to_text(prepared.type)},
                  {"size", prepared.size},
                  {"sha256", prepared.sha256},
                  {"has_thumbnail", prepared.has_thumbnail},
                  {"now", act.now},
                  {"by", act.by.account}});
  return id;
}

std::optional<Document> find(db::Transaction& tx, DocumentId id) {
  return tx.row(EVERY_DOCUMENT "where id = :id", {{"id", id}}, read_document);
}

std::unordered_map<DocumentId, Document> find_all(db::Transaction& tx, const std::vector<DocumentId>& ids) {
  std::unordered_map<DocumentId, Document> found;
  db::each_of(tx, EVERY_DOCUMENT "where id in ({ids})", ids, {},
              [&](const db::Row& row) { found.emplace(row.get<DocumentId>(0), read_document(row)); });
  return found;
}

std::vector<Document> of_file(db::Transaction& tx, const platform::FileRef& file) {
  return tx.rows(EVERY_DOCUMENT "where file_kind = :kind and file_id = :id order by id",
                 {{"kind", file.kind}, {"id", file.id}}, read_document);
}

bool is_named(db::Transaction& tx, const StoredFile& file) {
  return tx
      .value<std::int64_t>(
          "select 1 from (select owner_id, sha256 from documents union all select owner_id, "
          "sha256 from document_workbooks) as every_document where owner_id = :owner and "
          "sha256 = :sha256 limit 1",
          {{"owner", file.owner}, {"sha256", file.sha256}})
      .has_value();
}

void each_named_file(db::Transaction& tx, const std::function<void(const NamedFile&)>& see) {
  tx.each(
      "select id, owner_id, sha256 from documents union all select id, owner_id, sha256 from document_workbooks "
      "order by owner_id, sha256, id",
      {}, [&](const db::Row& row) {
        see({row.get<DocumentId>(0), {row.get<identity::OrganisationId>(1), row.get<std::string>(2)}});
      });
}

}  // namespace documents
