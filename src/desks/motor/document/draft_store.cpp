#include "desks/motor/document/paper_actions.hpp"

namespace motor::document {

// The store sweeps a file that no row of its own names after a day: a draft is gone well before.
constexpr base::Duration draft_life = base::hours(12);

#define DRAFT_COLUMNS "id, file_id, author_id, sha256, size, filename, amount, at, has_thumbnail"

static Draft read(const db::Row& row) {
  return {.id = row.get<DraftId>(0),
          .file = row.get<FileId>(1),
          .author = row.get<identity::OrganisationId>(2),
          .prepared = {.sha256 = row.get<std::string>(3),
                       .type = documents::MediaType::pdf,
                       .size = row.get<std::uint64_t>(4),
                       .filename = row.get<std::string>(5),
                       .has_thumbnail = row.get<bool>(8)},
          .amount = row.get<std::optional<base::Money>>(6),
          .at = row.get<base::Instant>(7)};
}

DraftId keep_draft(platform::Act& act, const identity::Actor& repairer, FileId file,
                   const documents::Prepared& prepared, std::optional<base::Money> amount) {
  act.tx.execute("DELETE FROM motor_invoice_drafts WHERE at < :limit", {{"limit", act.now - draft_life}});
  const DraftId id{act.ids.next()};
  act.tx.execute(
      "INSERT INTO motor_invoice_drafts (id, file_id, author_id, sha256, size, filename, amount, at, has_thumbnail) "
      "VALUES (:id, :file, :author, :sha256, :size, :filename, :amount, :at, :has_thumbnail)",
      {{"id", id},
       {"file", file},
       {"author", repairer.organisation},
       {"sha256", prepared.sha256},
       {"size", static_cast<std::int64_t>(prepared.size)},
       {"filename", prepared.filename},
       {"amount", amount},
       {"at", act.now},
       {"has_thumbnail", prepared.has_thumbnail}});
  return id;
}

std::optional<Draft> find_draft(db::Transaction& tx, DraftId id, const identity::Actor& repairer, base::Instant now) {
  return tx.row("SELECT " DRAFT_COLUMNS
                " FROM motor_invoice_drafts WHERE id = :id AND author_id = :author AND at >= :limit",
                {{"id", id}, {"author", repairer.organisation}, {"limit", now - draft_life}}, read);
}

std::vector<Draft> drafts_of(db::Transaction& tx, FileId file, const identity::Actor& repairer, base::Instant now) {
  return tx.rows(
      "SELECT " DRAFT_COLUMNS
      " FROM motor_invoice_drafts WHERE file_id = :file AND author_id = :author AND at >= :limit ORDER BY id",
      {{"file", file}, {"author", repairer.organisation}, {"limit", now - draft_life}}, read);
}

void drop_draft(db::Transaction& tx, DraftId id) {
  tx.execute("DELETE FROM motor_invoice_drafts WHERE id = :id", {{"id", id}});
}

}  // namespace motor::document
