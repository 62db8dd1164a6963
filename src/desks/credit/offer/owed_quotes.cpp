#include "desks/credit/offer/owed_quotes.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/insurer/insurer_words.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/messages/messages.hpp"

namespace credit::offer {
namespace {

using blind_test::Submission;
using blind_test::SubmissionId;

constexpr std::string_view reminder_rule = "C6.owed";

void remind_at(platform::Act& act, PlacementId placement, SubmissionId submission, std::optional<base::Instant> at) {
  if (!at || deadlines::pending(act.tx, quote_subject, submission.value, reminder_rule)) return;
  deadlines::start(act, {.file = file_of(placement),
                         .subject_kind = quote_subject,
                         .subject_id = submission.value,
                         .rule = reminder_rule,
                         .start_event = "credit.test.closed",
                         .start = act.now,
                         .due = *at});
}

bool awaits_quotes(placement::Step step) {
  return step == placement::Step::quotes || step == placement::Step::presentation ||
         step == placement::Step::acceptance;
}

void remind(platform::Act& act, const deadlines::Deadline& delay) {
  const auto submission = blind_test::find(act.tx, SubmissionId{delay.subject_id});
  const auto placement = placement::find(act.tx, PlacementId{delay.file.id});
  if (!submission || !submission->closed_at || !placement || !awaits_quotes(placement->step)) return;
  if (find(act.tx, placement->id, submission->insurer)) return;
  const int days = base::paris::day_of(act.now) - base::paris::day_of(*submission->closed_at);
  messages::enqueue(
      act, {.channel = messages::Channel::notice,
            .to = {.organisation = submission->broker},
            .subject = "Offre " + of_insurer(submission->insurer_name) + " attendue : " + placement->company.name,
            .body = submission->insurer_name + " a répondu au test à blanc, clos depuis " +
                    base::french::plural(days, "jour", "jours") +
                    ", et n’a pas remis d’offre : relancez son arbitre, ou saisissez-la si elle est arrivée.",
            .file = file_of(placement->id)});
  remind_at(act, placement->id, submission->id, quote_reminder_at(*submission->closed_at, act.now));
}

bool granted_something(const blind_test::CoverList& list, const std::string& insurer) {
  const auto* standings = list.of(insurer);
  return standings != nullptr && std::any_of(standings->begin(), standings->end(), [](const auto& standing) {
           return standing.answer && grants(*standing.answer);
         });
}

}  // namespace

std::vector<OwedQuote> owed_quotes(const blind_test::CoverList& list, const std::vector<Submission>& submissions,
                                   const std::vector<Offer>& offers) {
  std::vector<OwedQuote> owed;
  for (const Submission& submission : submissions) {
    const bool quoted = std::any_of(offers.begin(), offers.end(),
                                    [&](const Offer& offer) { return offer.insurer == submission.insurer; });
    if (quoted || !submission.closed_at || !granted_something(list, submission.insurer)) continue;
    owed.push_back({submission.id, submission.insurer_name, *submission.closed_at});
  }
  return owed;
}

void await_quotes(platform::Act& act, PlacementId placement) {
  const auto owed = owed_quotes(blind_test::cover_list_of(act.tx, placement),
                                blind_test::last_submissions(act.tx, placement), offers_of(act.tx, placement));
  for (const OwedQuote& quote : owed)
    remind_at(act, placement, quote.submission, quote_reminder_at(quote.since, act.now));
}

void await_no_quotes(platform::Act& act, PlacementId placement) {
  for (const Submission& submission : blind_test::last_submissions(act.tx, placement))
    deadlines::cancel_all(act, quote_subject, submission.id.value);
}

void await_no_quote(platform::Act& act, const Offer& received) {
  for (const Submission& submission : blind_test::last_submissions(act.tx, received.placement))
    if (submission.insurer == received.insurer) deadlines::cancel_all(act, quote_subject, submission.id.value);
}

void register_quote_delays(deadlines::Handlers& handlers) {
  handlers.add(reminder_rule, "Offre attendue d’un assureur", remind);
}

}  // namespace credit::offer
