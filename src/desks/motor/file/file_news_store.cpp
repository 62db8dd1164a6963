// What is NEW to a person (M13, M14). A book of news is opened when he first opens a file, and kept from then on
// (file_marks_store.hpp); to who has none, all that was posted is new, but what he read as a member of another
// organisation.
#include "desks/motor/file/file_list.hpp"

namespace motor::file {
namespace {

void open_book(db::Transaction& tx, identity::OrganisationId organisation, identity::AccountId reader) {
  const auto opened = tx.execute(
      "INSERT INTO motor_news_books (organisation_id, account_id) VALUES (:organisation, :reader) "
      "ON CONFLICT (organisation_id, account_id) DO NOTHING",
      {{"organisation", organisation}, {"reader", reader}});
  if (opened == 0) return;
  for (const std::string_view side : {"f.cabinet_id = :organisation", "f.repairer_id = :organisation"})
    tx.execute(
        "INSERT INTO motor_news (organisation_id, account_id, file_id, last_posted_at) "
        "SELECT :organisation, :reader, f.id, f.last_posted_at FROM motor_files f "
        "LEFT JOIN motor_reads r ON r.account_id = :reader AND r.file_id = f.id WHERE " +
            std::string(side) +
            " AND f.posted > coalesce(r.seen, 0) "
            "ON CONFLICT (organisation_id, account_id, file_id) DO NOTHING",
        {{"organisation", organisation}, {"reader", reader}});
}

Headline read(const db::Row& row) { return {row.get<FileId>(0), row.get<std::string>(1)}; }

}  // namespace

bool keeps_news(db::Transaction& tx, identity::OrganisationId organisation, identity::AccountId reader) {
  return tx
      .value<std::int64_t>(
          "SELECT 1 FROM motor_news_books WHERE organisation_id = :organisation AND account_id = :reader",
          {{"organisation", organisation}, {"reader", reader}})
      .has_value();
}

void note_read(db::Transaction& tx, const identity::Actor& reader, const File& file, base::Instant now) {
  const auto seen = tx.execute(
      "INSERT INTO motor_reads (account_id, file_id, seen, read_at) VALUES (:reader, :file, :seen, :now) "
      "ON CONFLICT (account_id, file_id) DO UPDATE SET seen = excluded.seen, read_at = excluded.read_at "
      "WHERE motor_reads.seen < excluded.seen",
      {{"reader", reader.account}, {"file", file.id}, {"seen", file.posted}, {"now", now}});
  if (seen == 0) return;
  open_book(tx, reader.organisation, reader.account);
  // Of his other organisations too; what was posted since the file was loaded stays new.
  tx.execute(
      "DELETE FROM motor_news WHERE file_id = :file AND account_id = :reader AND "
      "(SELECT posted FROM motor_files WHERE id = :file) <= :seen",
      {{"reader", reader.account}, {"file", file.id}, {"seen", file.posted}});
}

std::vector<Headline> fresh_files(db::Transaction& tx, const Scope& scope, identity::AccountId reader, int limit) {
  if (scope.side == Side::cabinet) return {};  // what the firm posts is no news to it
  const db::Param params[] = {{"reader", reader}, {"scope", scope.organisation}, {"limit", limit}};
  auto fresh = tx.rows(
      "SELECT f.id, f.reference FROM motor_news n CROSS JOIN motor_files f WHERE n.organisation_id = :scope AND "
      "n.account_id = :reader AND n.last_posted_at > coalesce((SELECT dismissed_at FROM motor_banners WHERE "
      "account_id = :reader), 0) AND f.id = n.file_id AND f.repairer_id + 0 = :scope "
      "ORDER BY n.last_posted_at DESC, n.file_id DESC LIMIT :limit",
      params, read);
  if (!fresh.empty() || keeps_news(tx, scope.organisation, reader)) return fresh;
  return tx.rows(
      "SELECT f.id, f.reference FROM motor_files f LEFT JOIN motor_reads r ON r.account_id = :reader AND "
      "r.file_id = f.id WHERE f.repairer_id = :scope AND f.posted > coalesce(r.seen, 0) AND f.last_posted_at > "
      "coalesce((SELECT dismissed_at FROM motor_banners WHERE account_id = :reader), 0) "
      "ORDER BY f.last_posted_at DESC, f.id DESC LIMIT :limit",
      params, read);
}

void dismiss_banner(db::Transaction& tx, identity::AccountId reader, base::Instant now) {
  tx.execute(
      "INSERT INTO motor_banners (account_id, dismissed_at) VALUES (:reader, :now) "
      "ON CONFLICT (account_id) DO UPDATE SET dismissed_at = excluded.dismissed_at",
      {{"reader", reader}, {"now", now}});
}

}  // namespace motor::file
