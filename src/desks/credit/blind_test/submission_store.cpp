#include "desks/credit/blind_test/blind_test.hpp"

namespace credit::blind_test {
namespace {

#define SUBMISSION_COLUMNS                                                                                           \
  "s.id, s.test_id, s.placement_id, s.broker_id, s.insurer, s.insurer_name, s.organisation_id, s.email, s.sent_at, " \
  "s.seen_at, s.last_answer_at, s.completed_at, s.declined_at, s.decline_reason, s.answered, s.link_id, s.due_at, "  \
  "t.buyers, t.closed_at"
#define FROM_SUBMISSIONS " FROM credit_submissions s JOIN credit_blind_tests t ON t.id = s.test_id "

using OptionalInstant = std::optional<base::Instant>;

Submission read(const db::Row& row) {
  return {.id = row.get<SubmissionId>(0),
          .test = row.get<TestId>(1),
          .placement = row.get<PlacementId>(2),
          .broker = row.get<identity::OrganisationId>(3),
          .insurer = row.get<std::string>(4),
          .insurer_name = row.get<std::string>(5),
          .space = row.get<std::optional<identity::OrganisationId>>(6).value_or(identity::OrganisationId{}),
          .email = row.get<std::string>(7),
          .sent_at = row.get<base::Instant>(8),
          .due_at = row.get<base::Instant>(16),
          .seen_at = row.get<OptionalInstant>(9),
          .last_answer_at = row.get<OptionalInstant>(10),
          .completed_at = row.get<OptionalInstant>(11),
          .declined_at = row.get<OptionalInstant>(12),
          .decline_reason = row.get<std::string>(13),
          .answered = row.get<std::int64_t>(14),
          .link = row.get<std::int64_t>(15),
          .buyers = row.get<std::int64_t>(17),
          .closed_at = row.get<OptionalInstant>(18)};
}

}  // namespace

void insert(db::Transaction& tx, const Submission& submission) {
  tx.execute(
      "INSERT INTO credit_submissions (id, test_id, placement_id, broker_id, insurer, insurer_name, organisation_id, "
      "email, sent_at, due_at, link_id) VALUES (:id, :test, :placement, :broker, :insurer, :name, :space, :email, "
      ":sent, :due, :link)",
      {{"id", submission.id},
       {"test", submission.test},
       {"placement", submission.placement},
       {"broker", submission.broker},
       {"insurer", submission.insurer},
       {"name", submission.insurer_name},
       {"space", submission.space ? std::optional(submission.space) : std::nullopt},
       {"email", submission.email},
       {"sent", submission.sent_at},
       {"due", submission.due_at},
       {"link", submission.link}});
}

void save(db::Transaction& tx, const Submission& submission) {
  tx.execute(
      "UPDATE credit_submissions SET seen_at = :seen, last_answer_at = :last, completed_at = :completed, "
      "declined_at = :declined, decline_reason = :reason, answered = :answered, link_id = :link, email = :email, "
      "due_at = :due WHERE id = :id",
      {{"id", submission.id},
       {"seen", submission.seen_at},
       {"last", submission.last_answer_at},
       {"completed", submission.completed_at},
       {"declined", submission.declined_at},
       {"reason", submission.decline_reason},
       {"answered", submission.answered},
       {"link", submission.link},
       {"email", submission.email},
       {"due", submission.due_at}});
  note_change(tx, submission.placement);
}

std::optional<Submission> find(db::Transaction& tx, SubmissionId id) {
  return tx.row("SELECT " SUBMISSION_COLUMNS FROM_SUBMISSIONS "WHERE s.id = :id", {{"id", id}}, read);
}

std::optional<Submission> find(db::Transaction& tx, SubmissionId id, const identity::Actor& actor) {
  using identity::OrganisationKind;
  auto submission = find(tx, id);
  if (!submission) return std::nullopt;
  const bool brokers = actor.is(OrganisationKind::broker) && submission->broker == actor.organisation;
  const bool insurers = actor.is(OrganisationKind::insurer) && submission->space == actor.organisation;
  if (!brokers && !insurers) return std::nullopt;
  return submission;
}

std::vector<Submission> submissions_of(db::Transaction& tx, TestId test) {
  return tx.rows("SELECT " SUBMISSION_COLUMNS FROM_SUBMISSIONS "WHERE s.test_id = :test ORDER BY s.insurer",
                 {{"test", test}}, read);
}

std::vector<Submission> last_submissions(db::Transaction& tx, PlacementId placement) {
  std::vector<Submission> last;
  tx.each("SELECT " SUBMISSION_COLUMNS FROM_SUBMISSIONS
          "WHERE s.placement_id = :placement ORDER BY s.insurer, t.number",
          {{"placement", placement}}, [&](const db::Row& row) {
            auto submission = read(row);
            if (!last.empty() && last.back().insurer == submission.insurer)
              last.back() = std::move(submission);
            else
              last.push_back(std::move(submission));
          });
  return last;
}

std::vector<Copy> copies_of(db::Transaction& tx, PlacementId placement) {
  return tx.rows("SELECT s.id, s.insurer_name, t.number" FROM_SUBMISSIONS "WHERE s.placement_id = :placement",
                 {{"placement", placement}}, [](const db::Row& row) {
                   return Copy{row.get<SubmissionId>(0), row.get<std::string>(1), row.get<int>(2)};
                 });
}

std::vector<Received> received_by(db::Transaction& tx, identity::OrganisationId insurer) {
  return tx.rows("SELECT " SUBMISSION_COLUMNS ", t.code" FROM_SUBMISSIONS
                 "WHERE s.organisation_id = :insurer ORDER BY s.sent_at DESC, s.id DESC LIMIT 200",
                 {{"insurer", insurer}}, [](const db::Row& row) {
                   return Received{read(row), row.get<std::string>(19)};
                 });
}

std::vector<std::string> asked_anonymously(db::Transaction& tx, PlacementId placement) {
  return tx.rows(
      "SELECT DISTINCT s.insurer FROM credit_submissions s JOIN credit_blind_tests t ON t.id = s.test_id "
      "WHERE t.placement_id = :placement AND t.anonymous = 1 AND t.closed_at IS NOT NULL",
      {{"placement", placement}}, [](const db::Row& row) { return row.get<std::string>(0); });
}

std::map<std::string, std::string> last_emails(db::Transaction& tx, identity::OrganisationId broker) {
  std::map<std::string, std::string> emails;
  tx.each(
      "SELECT insurer, email FROM credit_submissions WHERE id IN (SELECT max(id) FROM credit_submissions "
      "WHERE broker_id = :broker AND email <> '' GROUP BY insurer)",
      {{"broker", broker}}, [&](const db::Row& row) { emails.emplace(row.text(0), row.text(1)); });
  return emails;
}

}  // namespace credit::blind_test
