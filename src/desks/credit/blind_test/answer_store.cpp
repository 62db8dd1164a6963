#include "db/row_batches.hpp"
#include "desks/credit/blind_test/blind_test.hpp"

namespace credit::blind_test {
namespace {

#define ANSWER_COLUMNS \
  "a.line, a.revision, a.kind, a.amount, a.scope, a.valid_until, a.conditions, a.answered_at, a.answered_by"

KeptAnswer read(const db::Row& row) {
  KeptAnswer answer;
  answer.line = row.get<int>(0);
  answer.revision = row.get<int>(1);
  answer.kind = kind_from_text(row.text(2)).value();
  answer.amount = row.get<base::Money>(3);
  answer.scope = scope_from_text(row.text(4)).value();
  answer.valid_until = row.get<std::optional<base::Day>>(5);
  answer.conditions = row.get<std::string>(6);
  answer.at = row.get<base::Instant>(7);
  answer.by = row.get<identity::AccountId>(8);
  return answer;
}

}  // namespace

std::vector<KeptAnswer> answers_of(db::Transaction& tx, SubmissionId submission) {
  return answers_of(tx, submission, {1, INT32_MAX});
}

std::vector<KeptAnswer> answers_of(db::Transaction& tx, SubmissionId submission, Window window) {
  return tx.rows("SELECT " ANSWER_COLUMNS
                 " FROM credit_answers a WHERE a.submission_id = :submission AND a.line >= :first AND a.line <= :last "
                 "ORDER BY a.line",
                 {{"submission", submission}, {"first", window.first}, {"last", window.last}}, read);
}

std::vector<std::pair<SubmissionId, KeptAnswer>> answers_of(db::Transaction& tx, TestId test, Window window) {
  return tx.rows("SELECT " ANSWER_COLUMNS
                 ", a.submission_id FROM credit_submissions s JOIN credit_answers a ON a.submission_id = s.id AND "
                 "a.line >= :first AND a.line <= :last WHERE s.test_id = :test ORDER BY a.submission_id, a.line",
                 {{"test", test}, {"first", window.first}, {"last", window.last}}, [](const db::Row& row) {
                   return std::pair{row.get<SubmissionId>(9), read(row)};
                 });
}

std::vector<KeptAnswer> history_of(db::Transaction& tx, SubmissionId submission, int line) {
  return tx.rows("SELECT " ANSWER_COLUMNS
                 " FROM credit_answer_history a WHERE a.submission_id = :submission AND a.line = :line "
                 "ORDER BY a.revision",
                 {{"submission", submission}, {"line", line}}, read);
}

std::vector<KeptAnswer> amended(db::Transaction& tx, SubmissionId submission, Window window) {
  return tx.rows("SELECT " ANSWER_COLUMNS
                 " FROM credit_answer_history a JOIN credit_answers now ON now.submission_id = a.submission_id AND "
                 "now.line = a.line WHERE a.submission_id = :submission AND a.line >= :first AND a.line <= :last AND "
                 "now.revision > 1 ORDER BY a.line, a.revision",
                 {{"submission", submission}, {"first", window.first}, {"last", window.last}}, read);
}

std::vector<Said> history_of(db::Transaction& tx, PlacementId placement, std::string_view country,
                             std::string_view identifier) {
  return tx.rows("SELECT " ANSWER_COLUMNS
                 ", s.insurer, t.id FROM credit_blind_tests t CROSS JOIN credit_test_lines l CROSS JOIN "
                 "credit_submissions s CROSS JOIN credit_answer_history a WHERE t.placement_id = :placement AND "
                 "l.test_id = t.id AND l.country = :country AND l.identifier = :identifier AND s.test_id = t.id AND "
                 "a.submission_id = s.id AND a.line = l.line ORDER BY t.number, a.submission_id, a.revision",
                 {{"placement", placement}, {"country", country}, {"identifier", identifier}}, [](const db::Row& row) {
                   return Said{row.get<std::string>(9), row.get<TestId>(10), read(row)};
                 });
}

void keep(db::Transaction& tx, SubmissionId submission, const std::vector<KeptAnswer>& answers) {
  std::vector<db::NewRow> rows;
  rows.reserve(answers.size());
  for (const KeptAnswer& answer : answers)
    rows.push_back(db::new_row(submission, answer.line, answer.revision, to_text(answer.kind), answer.amount,
                               to_text(answer.scope), answer.valid_until, answer.conditions, answer.at, answer.by));
  db::execute_rows(
      tx,
      "INSERT INTO credit_answers (submission_id, line, revision, kind, amount, scope, valid_until, conditions, "
      "answered_at, answered_by) VALUES {rows} ON CONFLICT (submission_id, line) DO UPDATE SET revision = "
      "excluded.revision, kind = excluded.kind, amount = excluded.amount, scope = excluded.scope, valid_until = "
      "excluded.valid_until, conditions = excluded.conditions, answered_at = excluded.answered_at, answered_by = "
      "excluded.answered_by",
      rows);
  db::execute_rows(tx,
                   "INSERT INTO credit_answer_history (submission_id, line, revision, kind, amount, scope, "
                   "valid_until, conditions, answered_at, answered_by) VALUES {rows}",
                   rows);
}

std::int64_t count_answered(db::Transaction& tx, SubmissionId submission) {
  return tx
      .value<std::int64_t>(
          "SELECT count(*) FROM credit_answers WHERE submission_id = :submission AND kind <> 'pending'",
          {{"submission", submission}})
      .value_or(0);
}

}  // namespace credit::blind_test
