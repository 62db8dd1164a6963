#include "desks/credit/blind_test/answering.hpp"

#include "base/french.hpp"
#include "base/text.hpp"
#include "desks/credit/blind_test/counting.hpp"
#include "desks/credit/blind_test/letters.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "floor/audit/audit.hpp"
#include "floor/identity/names.hpp"

namespace credit::blind_test {
namespace {

// Once every insurer is done, the broker holds the placement.
void hand_back_when_all_are_over(platform::Act& act, const BlindTest& test) {
  for (const Submission& submission : submissions_of(act.tx, test.id))
    if (!submission.over()) return;
  auto placement = placement::find(act.tx, test.placement);
  if (!placement || placement->waiting_for == placement::WaitingFor::broker) return;
  placement::hand_to(act, *placement, placement::WaitingFor::broker);
  letters::all_answered(act, test);
}

base::Refusal meanwhile(db::Transaction& tx, const TestLine& line, const KeptAnswer& kept) {
  const std::string who =
      kept.by ? identity::Names(tx, {}, {kept.by}).of(kept.by) : std::string("une personne passée par le lien");
  const std::string said = std::string(label(kept.kind)) + ", " + base::french::euros(kept.amount);
  return {changed_meanwhile, "k", {line.name, who, said}};
}

}  // namespace

base::Outcome<Answering> Answering::open(platform::Act& act, const Answerer& by, SubmissionId id) {
  auto submission = find(act.tx, id, by);
  if (!submission) return unknown_submission;
  auto test = find(act.tx, submission->test);
  MANDAT_ASSERT(test);
  if (test->closed_at) return test_closed;
  Answering opened(act, by, *std::move(submission), *std::move(test));
  for (auto& answer : answers_of(act.tx, id)) opened.present_.emplace(answer.line, std::move(answer));
  return opened;
}

int Answering::revision(int line) const {
  const auto found = present_.find(line);
  return found == present_.end() ? 0 : found->second.revision;
}

base::Outcome<Answering::Kept> Answering::take(const TestLine& line, const Answer& answer, int read_at,
                                               bool validity_was_typed) {
  const auto before = present_.find(line.line);
  const int revision = before == present_.end() ? 0 : before->second.revision;
  if (revision > 0 && same_words(before->second, answer) &&
      (!validity_was_typed || before->second.valid_until == answer.valid_until))
    return Kept::as_it_was;
  if (revision > 0 && read_at >= 0 && read_at != revision) return meanwhile(act_.tx, line, before->second);
  KeptAnswer kept;
  static_cast<Answer&>(kept) = answer;
  kept.line = line.line;
  kept.revision = revision + 1;
  kept.at = act_.now;
  kept.by = by_.actor.account;
  present_.insert_or_assign(line.line, kept);
  kept_.push_back(std::move(kept));
  return Kept::changed;
}

void Answering::finish() {
  if (!kept_.empty()) {
    const auto today = base::paris::day_of(act_.now);
    keep_counted(act_.tx, test_, submission_.id, kept_, today);
    submission_.answered = count_answered(act_.tx, submission_.id);
    submission_.last_answer_at = act_.now;
    const bool complete = submission_.answered == test_.buyers;
    if (complete && !submission_.completed_at) {
      submission_.completed_at = act_.now;
      deadlines::meet(act_, submission_subject, submission_.id.value, deadline_rule::answer);
      deadlines::cancel_all(act_, submission_subject, submission_.id.value);
      audit::record(act_, {"credit.test.answered", file_of(test_.placement), {{"insurer", submission_.insurer_name}}});
    }
    const bool owes_again = !complete && submission_.over();  // its delays ended when it was done, or declined
    if (!complete) submission_.completed_at = std::nullopt;
    const bool took_it_up_again = submission_.declined_at.has_value();
    submission_.declined_at = std::nullopt;
    save(act_.tx, submission_);
    if (took_it_up_again) count_again(act_.tx, test_, today);
    if (owes_again) start_chasing(act_, submission_);
  }
  hand_back_when_all_are_over(act_, test_);
}

base::Outcome<base::Done> decline(platform::Platform& platform, const Answerer& by, SubmissionId id,
                                  std::string_view reason) {
  return platform.act(by.author(), [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto opened = Answering::open(act, by, id);
    if (!opened) return opened.refusals();
    Submission submission = opened->submission();
    submission.decline_reason = base::squeeze(reason);
    if (submission.decline_reason.empty()) return base::Refusal{reason_missing, "reason"};
    submission.declined_at = act.now;
    save(act.tx, submission);
    count_again(act.tx, opened->test(), base::paris::day_of(act.now));
    deadlines::cancel_all(act, submission_subject, id.value);
    audit::record(act, {"credit.test.declined", file_of(submission.placement), {{"insurer", submission.insurer_name}}});
    hand_back_when_all_are_over(act, opened->test());
    return base::Done{};
  });
}

void note_seen(platform::Platform& platform, const Answerer& by, SubmissionId id) {
  platform.act(by.author(), [&](platform::Act& act) {
    auto submission = find(act.tx, id, by);
    if (!submission || submission->seen_at) return;
    submission->seen_at = act.now;
    save(act.tx, *submission);
    audit::record(act, {"credit.test.seen", file_of(submission->placement), {{"insurer", submission->insurer_name}}});
  });
}

}  // namespace credit::blind_test
