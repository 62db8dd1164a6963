// What time does to a blind test (C5): late insurers are chased, silence is told.
#include "desks/credit/blind_test/letters.hpp"
#include "desks/credit/blind_test/sent_workbook.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"

namespace credit::blind_test {
namespace {

void start(platform::Act& act, const Submission& submission, std::string_view rule, base::Instant due,
           identity::OrganisationId owner = {}) {
  deadlines::start(act, {.file = file_of(submission.placement),
                         .subject_kind = submission_subject,
                         .subject_id = submission.id.value,
                         .rule = rule,
                         .start_event = "credit.test.sent",
                         .start = act.now,
                         .due = due,
                         .owner = owner});
}

// Runs anew until then; ended where there is nothing left to remind of.
void restart(platform::Act& act, const Submission& submission, std::string_view rule, std::optional<base::Instant> due,
             std::string_view reason) {
  const auto running = deadlines::pending(act.tx, submission_subject, submission.id.value, rule);
  if (running && due)
    deadlines::move(act, running->id, *due, reason);
  else if (due)
    start(act, submission, rule, *due);
}

std::optional<Submission> still_open(platform::Act& act, const deadlines::Deadline& delay) {
  auto submission = find(act.tx, SubmissionId{delay.subject_id});
  if (!submission || submission->over()) return std::nullopt;
  return submission;
}

void chase(platform::Act& act, const deadlines::Deadline& delay) {
  const auto submission = still_open(act, delay);
  if (!submission) return;
  const auto test = find(act.tx, submission->test);
  // Once something is answered, the workbook as it was sent would ask for it again.
  const auto workbook = submission->answered == 0 ? workbook_of(act.tx, *test) : documents::DocumentId{};
  letters::chase(act, *test, *submission, identity::organisation_name(act.tx, submission->broker), workbook);
  audit::record(act, {"credit.test.chased", file_of(submission->placement), {{"insurer", submission->insurer_name}}});
}

// Told that its delay is over, as long as its answer is still taken (C5.late_chase).
void chase_late(platform::Act& act, const deadlines::Deadline& delay) {
  const auto submission = still_open(act, delay);
  if (!submission || submission->closed_at) return;
  const auto test = find(act.tx, submission->test);
  const auto workbook = submission->answered == 0 ? workbook_of(act.tx, *test) : documents::DocumentId{};
  letters::too_late(act, *test, *submission, identity::organisation_name(act.tx, submission->broker), workbook);
  audit::record(act, {"credit.test.chased", file_of(submission->placement), {{"insurer", submission->insurer_name}}});
  if (const auto next = late_chase_at(submission->due_at, act.now))
    start(act, *submission, deadline_rule::late_chase, *next);
}

// Late answers are still taken until the broker closes the test; he holds the placement from now on.
void time_over(platform::Act& act, const deadlines::Deadline& delay) {
  const auto submission = still_open(act, delay);
  if (!submission) return;
  const auto test = find(act.tx, submission->test);
  letters::still_silent(act, *test, *submission);
  audit::record(act, {"credit.test.silent", file_of(submission->placement), {{"insurer", submission->insurer_name}}});
  auto placement = placement::find(act.tx, submission->placement);
  if (placement && placement->waiting_for == placement::WaitingFor::insurers)
    placement::hand_to(act, *placement, placement::WaitingFor::broker);
}

}  // namespace

void start_chasing(platform::Act& act, const Submission& submission) {
  if (submission.due_at > act.now) start(act, submission, deadline_rule::answer, submission.due_at, submission.space);
  if (const auto at = chase_at(act.now, submission.due_at)) start(act, submission, deadline_rule::chase, *at);
  if (const auto at = late_chase_at(submission.due_at, act.now)) start(act, submission, deadline_rule::late_chase, *at);
}

void follow(platform::Act& act, const deadlines::Deadline& moved) {
  auto submission = find(act.tx, SubmissionId{moved.subject_id});
  if (!submission || submission->over()) return;
  submission->due_at = moved.due;
  save(act.tx, *submission);
  restart(act, *submission, deadline_rule::chase, chase_at(act.now, moved.due), moved.reason);
  restart(act, *submission, deadline_rule::late_chase, late_chase_at(moved.due, act.now), moved.reason);
  const auto test = find(act.tx, submission->test);
  letters::put_off(act, *test, *submission, identity::organisation_name(act.tx, submission->broker));
}

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::answer, "Réponse au test à blanc", time_over);
  handlers.add(deadline_rule::chase, "Relance du test à blanc", chase);
  handlers.add(deadline_rule::late_chase, "Relance après le délai", chase_late);
}

}  // namespace credit::blind_test
