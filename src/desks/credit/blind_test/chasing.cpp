// What time does to a blind test (C5): late insurers are chased, silence is told.
#include "desks/credit/blind_test/letters.hpp"
#include "desks/credit/blind_test/sent_workbook.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/organisations.hpp"

namespace credit::blind_test {
namespace {

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

void register_delays(deadlines::Handlers& handlers) {
  handlers.add(deadline_rule::answer, "Réponse au test à blanc", time_over);
  handlers.add(deadline_rule::chase, "Relance du test à blanc", chase);
}

}  // namespace credit::blind_test
