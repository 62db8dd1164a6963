#include "desks/motor/document/paper_actions.hpp"

namespace motor::document {

// The store sweeps a file that no row of its own names after a day: a draft is gone well before.
constexpr base::Duration draft_life = base::hours(12);
constexpr base::Duration remembered = base::hours(24 * 30);

#define DRAFT_COLUMNS "id, file_id, author_id, sha256, size, filename, amount, at, has_thumbnail, sent_at"

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
          .at = row.get<base::Instant>(7),
          .sent = row.get<std::optional<base::Instant>>(9)};
}

DraftId keep_draft(platform::Act& act, const identity::Actor& repairer, FileId file,
                   const documents::Prepared& prepared, std::optional<base::Money> amount) {
  act.tx.execute("DELETE FROM motor_invoice_drafts WHERE at < :limit", {{"limit", act.now - remembered}});
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

base::Outcome<base::Done> still_waits(const Draft& draft, base::Instant now) {
  if (draft.sent) return draft_sent;
  if (draft.at < now - draft_life) return draft_gone;
  return base::Done{};
}

std::optional<Draft> find_draft(db::Transaction& tx, DraftId id, const identity::Actor& repairer) {
  return tx.row("SELECT " DRAFT_COLUMNS " FROM motor_invoice_drafts WHERE id = :id AND author_id = :author",
                {{"id", id}, {"author", repairer.organisation}}, read);
}

std::vector<Draft> drafts_of(db::Transaction& tx, FileId file, const identity::Actor& repairer, base::Instant now) {
  return tx.rows("SELECT " DRAFT_COLUMNS
                 " FROM motor_invoice_drafts WHERE file_id = :file AND author_id = :author AND at >= :limit AND "
                 "sent_at IS NULL ORDER BY id",
                 {{"file", file}, {"author", repairer.organisation}, {"limit", now - draft_life}}, read);
}

bool take_draft(platform::Act& act, DraftId id) {
  return act.tx.execute("UPDATE motor_invoice_drafts SET sent_at = :now WHERE id = :id AND sent_at IS NULL",
                        {{"now", act.now}, {"id", id}}) == 1;
}

}  // namespace motor::document
