#include "floor/payments/batch_store.hpp"

#include <limits>

namespace payments {
namespace {

#define BATCHES                                                                                          \
  "select id, number, kind, state, account_id, prepared_at, prepared_by, released_at, released_by from " \
  "payment_batches "

Batch read_batch(const db::Row& row) {
  const auto kind = kind_from_text(row.text(2));
  const auto state = batch_state_from_text(row.text(3));
  MANDAT_ASSERT(kind && state);
  return {.id = row.get<BatchId>(0),
          .number = row.get<int>(1),
          .kind = *kind,
          .state = *state,
          .account = row.get<AccountSettingId>(4),
          .prepared = row.get<base::Instant>(5),
          .prepared_by = row.get<identity::AccountId>(6),
          .released = row.get<std::optional<base::Instant>>(7),
          .released_by = row.get<identity::AccountId>(8)};
}

#define FILES                                                                                                   \
  "select id, message, message_id, filename, sha256, at, account_id, batch_id, matched, known, unmatched from " \
  "payment_files "

KeptFile read_file(const db::Row& row) {
  return {.id = row.get<BankFileId>(0),
          .message = row.get<std::string>(1),
          .message_id = row.get<std::string>(2),
          .filename = row.get<std::string>(3),
          .sha256 = row.get<std::string>(4),
          .at = row.get<base::Instant>(5),
          .by = row.get<identity::AccountId>(6),
          .batch = row.get<BatchId>(7),
          .matched = row.get<int>(8),
          .known = row.get<int>(9),
          .unmatched = row.get<int>(10)};
}

std::vector<StateTotal> totals_between(db::Transaction& tx, const std::vector<Batch>& batches) {
  if (batches.empty()) return {};
  return tx.rows(
      "select o.batch_id, o.state, count(*), cast(sum(o.amount) as bigint) from payment_orders o join payment_batches "
      "b "
      "on b.id = o.batch_id where b.number between :first and :last group by o.batch_id, o.state",
      {{"first", batches.back().number}, {"last", batches.front().number}}, [](const db::Row& row) {
        const auto state = state_from_text(row.text(1));
        MANDAT_ASSERT(state);
        return StateTotal{row.get<BatchId>(0), *state, {row.get<std::size_t>(2), row.get<base::Money>(3)}};
      });
}

}  // namespace

std::optional<Batch> find(db::Transaction& tx, BatchId id) {
  return tx.row(BATCHES "where id = :id", {{"id", id}}, read_batch);
}

BatchPage batch_page(db::Transaction& tx, int before_number, int limit) {
  const int bound = before_number > 0 ? before_number : std::numeric_limits<int>::max();
  BatchPage page{tx.rows(BATCHES "where number < :before order by number desc limit :limit",
                         {{"before", bound}, {"limit", limit + 1}}, read_batch),
                 {},
                 false};
  page.more = page.batches.size() > static_cast<std::size_t>(limit);
  if (page.more) page.batches.pop_back();
  page.totals = totals_between(tx, page.batches);
  return page;
}

std::optional<KeptFile> file_of(db::Transaction& tx, BatchId batch) {
  return tx.row(FILES "where batch_id = :batch and batch_id <> 0", {{"batch", batch}}, read_file);
}

std::string content_of(db::Transaction& tx, BankFileId file) {
  return tx.value<std::string>("select content from payment_files where id = :id", {{"id", file}}).value_or("");
}

namespace store {

int next_number(db::Transaction& tx) {
  return tx.value<int>("select coalesce(max(number), 0) + 1 from payment_batches").value();
}

void insert(db::Transaction& tx, const Batch& batch) {
  tx.execute(
      "insert into payment_batches (id, number, kind, state, account_id, prepared_at, prepared_by) values (:id, "
      ":number, "
      ":kind, :state, :account, :at, :by)",
      {{"id", batch.id},
       {"number", batch.number},
       {"kind", to_text(batch.kind)},
       {"state", to_text(batch.state)},
       {"account", batch.account},
       {"at", batch.prepared},
       {"by", batch.prepared_by}});
}

void update(db::Transaction& tx, const Batch& batch) {
  tx.execute("update payment_batches set state = :state, released_at = :at, released_by = :by where id = :id",
             {{"id", batch.id}, {"state", to_text(batch.state)}, {"at", batch.released}, {"by", batch.released_by}});
}

bool insert(db::Transaction& tx, Way way, const KeptFile& file, std::string_view content) {
  return tx.execute(
             "insert into payment_files (id, direction, message, message_id, filename, sha256, content, at, "
             "account_id, "
             "batch_id, matched, known, unmatched) values (:id, :direction, :message, :message_id, :filename, :sha256, "
             ":content, :at, :by, :batch, :matched, :known, :unmatched) on conflict (direction, sha256) do nothing",
             {{"id", file.id},
              {"direction", way == Way::sent ? "sent" : "received"},
              {"message", file.message},
              {"message_id", file.message_id},
              {"filename", file.filename},
              {"sha256", file.sha256},
              {"content", content},
              {"at", file.at},
              {"by", file.by},
              {"batch", file.batch},
              {"matched", file.matched},
              {"known", file.known},
              {"unmatched", file.unmatched}}) > 0;
}

void update_counts(db::Transaction& tx, const KeptFile& file) {
  tx.execute("update payment_files set matched = :matched, known = :known, unmatched = :unmatched where id = :id",
             {{"id", file.id}, {"matched", file.matched}, {"known", file.known}, {"unmatched", file.unmatched}});
}

std::optional<KeptFile> file(db::Transaction& tx, BankFileId id) {
  return tx.row(FILES "where id = :id", {{"id", id}}, read_file);
}

std::optional<KeptFile> received_as(db::Transaction& tx, std::string_view sha256) {
  return tx.row(FILES "where direction = 'received' and sha256 = :sha256", {{"sha256", sha256}}, read_file);
}

std::optional<BatchId> sent_as(db::Transaction& tx, std::string_view message_id) {
  return tx.value<BatchId>("select batch_id from payment_files where direction = 'sent' and message_id = :id",
                           {{"id", message_id}});
}

FilePage received(db::Transaction& tx, BankFileId before, int limit) {
  const std::int64_t bound = before ? before.value : std::numeric_limits<std::int64_t>::max();
  FilePage page{tx.rows(FILES "where direction = 'received' and id < :before order by id desc limit :limit",
                        {{"before", bound}, {"limit", limit + 1}}, read_file),
                false};
  page.more = page.files.size() > static_cast<std::size_t>(limit);
  if (page.more) page.files.pop_back();
  return page;
}

}  // namespace store
}  // namespace payments
